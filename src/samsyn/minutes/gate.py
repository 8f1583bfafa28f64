"""Whether a text is a note of a meeting: rule H0.

The head and what came out of the meeting give points, and what other documents have takes some away:

    head       title of notes 2, of a meeting 1; day 1; two people 2; time or place 1; chair or secretary 1;
               two numbered items with a labelled outcome each 1
    contents   numbered items 1; something binding 1, three such 2; an outcome told 1; next meeting 1
    against    the top names another document 3; two headings of other documents 2, three 3

Three points are enough where head and contents have some each; a head of four with
people needs no contents. The longer a text, the more of it occurs by chance: a long one without most of a
head needs one more, a very long one two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.header.title import has_title_word, subject_words
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Kind
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Minutes

_BINDING_RULES = frozenset({"S1", "S2", "S3", "S6", "S10"})
_LABELLED_RULES = frozenset({"S1", "S2", "S3"})
_TOLD_RULES = frozenset({"S10", "S11", "S12", "S30", "S31"})
_SEVERAL, _MANY = 2, 3  # items, people, outcomes
_ENOUGH = 3
_NAMES_NOTES = 2  # points
_GOOD_HEAD = 4
_LONG, _VERY_LONG = 8_000, 20_000  # characters
_TOP = 6  # lines
_LONGEST_HEADING = 60


def is_note(minutes: Minutes, lines: Sequence[Line], text: str, said_from: int = 0) -> bool:
    """Whether what was read is a note of a meeting; a notice of one is let through.

    Args:
        minutes: What was read.
        lines: Its lines.
        text: The whole text.
        said_from: Where the head ends.
    """
    if minutes.notice:
        return _calls_to_a_meeting(minutes)
    head, contents = _head(minutes, lines), _contents(minutes, said_from)
    full = head >= _GOOD_HEAD and len(minutes.attendees) >= _SEVERAL
    if not head or not (contents or full):
        return False
    needed = _ENOUGH
    if head < _GOOD_HEAD:
        needed += (len(text) > _LONG) + (len(text) > _VERY_LONG)
    return head + contents - _against(minutes, lines) >= needed


def is_agenda(minutes: Minutes, lines: Sequence[Line]) -> bool:
    """Whether the text is an agenda or invitation by first line or title, with nobody there and no outcome.

    Args:
        minutes: What was read.
        lines: Its lines.
    """
    if not lines or minutes.attendees:
        return False
    told = _BINDING_RULES | _TOLD_RULES
    if any(one.kind.rule in told and one.kind.value is not Kind.PROPOSAL for one in minutes.statements):
        return False
    words = (lines[0].text, minutes.title.value if minutes.title else "")
    return any(lexicon().pattern("calls_to_meeting").match(subject_words(each)) for each in words)


def _calls_to_a_meeting(minutes: Minutes) -> bool:
    """Whether a notice tells two of day, time or place, body, agenda and a meeting in its title."""
    title = minutes.title.value if minutes.title else ""
    told = (minutes.held, minutes.start or minutes.place, minutes.bodies, len(minutes.items) >= _SEVERAL)
    named = has_title_word(title) or lexicon().pattern("one_meeting").search(title)
    return sum(map(bool, (*told, named))) >= _SEVERAL


def _head(minutes: Minutes, lines: Sequence[Line]) -> int:
    """Points for what the head tells of a meeting."""
    return (
        _title(minutes, lines)
        + (minutes.held is not None and minutes.held.rule != "H4")
        + 2 * (len(minutes.attendees) >= _SEVERAL)
        + (minutes.start is not None or (minutes.place is not None and minutes.place.rule in {"H7", "H32"}))
        + (minutes.chair is not None or minutes.secretary is not None)
        + _decides_by_items(minutes)
    )


def _decides_by_items(minutes: Minutes) -> bool:
    """Whether several numbered items have an outcome behind a label each, as extracts without a head do."""
    numbered = {at for at, item in enumerate(minutes.items) if item.number}
    outcomes = {one.item for one in minutes.statements if one.kind.rule in _LABELLED_RULES}
    return len(numbered & outcomes) >= _SEVERAL


def _title(minutes: Minutes, lines: Sequence[Line]) -> int:
    """Points for the title, or for first line or running head where there is none; none for a sentence."""
    words = minutes.title.value if minutes.title else lines[0].text if lines else ""
    if (words.endswith(".") and len(words) > _LONGEST_HEADING) or _names_another(words):
        return 0
    if minutes.title and lexicon().whole_words("title", "notes").search(words):
        return 1 if folded(words) in lexicon().words("other_documents", "titles_of_parts") else _NAMES_NOTES
    running = any(body.rule == "B5" for body in minutes.bodies)
    return int(running or has_title_word(words) or lexicon().pattern("one_meeting").search(words) is not None)


def _names_another(words: str) -> bool:
    """Whether words open with what another document is called."""
    return lexicon().pattern("another_document").match(subject_words(words)) is not None


def _contents(minutes: Minutes, said_from: int) -> int:
    """Points for what came out of a meeting; what stands in the head may introduce any text."""
    below = [one for one in minutes.statements if one.text.span.start >= said_from]
    binding = sum(1 for one in below if one.kind.rule in _BINDING_RULES)
    return (
        (sum(1 for item in minutes.items if item.number) >= _SEVERAL)
        + (binding > 0)
        + (binding >= _MANY)
        + any(one.kind.rule in _TOLD_RULES - _BINDING_RULES for one in below)
        + (minutes.next_meeting is not None and minutes.held is not None)
    )


def _against(minutes: Minutes, lines: Sequence[Line]) -> int:
    """Points for what policies, agreements, reports, letters and handbooks have, and notes have not."""
    notes = _title(minutes, lines) == _NAMES_NOTES
    others = lexicon().words("other_documents", "headings")
    heads = {item.heading.span.start: item.heading.value for item in minutes.items}
    heads |= {line.start: line.text for line in lines if line.heading}
    headings = len({folded(words).lstrip("§0123456789. ") for words in heads.values()} & others)
    return 3 * (not notes and any(_names_another(line.text) for line in lines[:_TOP])) + (
        min(headings, _MANY) if headings >= _SEVERAL else 0
    )
