"""Which bodies met: by label (B1), title (B2), project (B3), letterhead (B4) or running head (B5)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name, is_organisation_word
from samsyn.minutes.body_names import association, of_title, sender, with_first_part, without_meeting
from samsyn.minutes.body_words import has_body_word
from samsyn.minutes.days import find_mentions
from samsyn.minutes.header.fields import fields_of
from samsyn.minutes.header.title import MENU, read_letters, subject_words
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found
from samsyn.minutes.texts import normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.header.parts import Header
    from samsyn.minutes.lines import Line
    from samsyn.reading import Document

_WIDE_GAP = re.compile(r"\S\s{3,}\S|\t")
_CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")
_BROKEN = re.compile(r"-\s*\n\s*")
_LONGEST_LINE = 90
_MIN_LETTERS = 3
_TOP = 6
_LISTS = frozenset({"present", "absent", "called"})
_SIGNS = " ,:–—-."


def read_bodies(
    document: Document, lines: Sequence[Line], front: Sequence[Line], aside: Sequence[Line], header: Header
) -> tuple[Found[str], ...]:
    """The bodies that met, in the order named; empty where the notes do not tell.

    Args:
        document: The whole document.
        lines: All its lines.
        front: Lines before the first item.
        aside: Lines of page headers and footers.
        header: What the head has told so far.
    """
    found = _find_bodies(document, lines, front, aside, header)
    if sent := sender(front) if found and found[0].rule != "B1" else None:
        return (sent,)
    if len(found) == 1 and found[0].rule != "B1":
        one = without_meeting(found[0])
        bare = one is None or lexicon().pattern("bare_body").fullmatch(one.value)
        return (association(front) if bare else ()) or ((with_first_part(one, front),) if one else ())
    return found or association(front) or of_title(header)


def _find_bodies(
    document: Document, lines: Sequence[Line], front: Sequence[Line], aside: Sequence[Line], header: Header
) -> tuple[Found[str], ...]:
    """The bodies by the first rule that finds any."""
    fields = list(fields_of(front))
    notes = lexicon().whole_words("title", "notes")
    titled = (
        each
        for each in fields
        if each.name == "title"
        and has_body_word(each.text)
        and not (notes.search(each.text) or sender(front))
    )
    labelled = next((each for each in fields if each.name == "body"), next(titled, None))
    if labelled is not None:
        words = labelled.text.rstrip(" .")
        return (Found(normal(words), words, Span(labelled.start, labelled.start + len(words)), "B1"),)
    at = header.title_line
    above = [line for line in map(_bare, front[: max(0, at)]) if _may_be_body(line)]
    below = [line for line in map(_bare, front[at + 1 : at + 4]) if _may_be_body(line)]
    in_title = _from_title(front, header, above) or _held_with(front)
    if any(has_body_word(found.value) for found in in_title):
        return in_title
    for line in (*above, *below, *_further_below(front[at + 4 :], header), *aside):
        if has_body_word(line.text) and _may_be_body(line):
            return _parted(_joined(document, line, front))
    return (
        in_title
        or _project_group(front[at + 1 : at + 4])
        or _from_letterhead(document, front, header, above, below)
        or _running(lines)
    )


def _project_group(lines: Sequence[Line]) -> tuple[Found[str], ...]:
    """Rule B3 below the title: a group's meeting below the name of a project ("Styrgruppsmöte nr 3")."""
    for project, line in pairwise(lines):
        words = lexicon().pattern("title_tail").sub("", line.text)
        meeting = lexicon().pattern("meeting_of").fullmatch(words)
        group = lexicon().pattern("group_alone").fullmatch(meeting["body"] if meeting else words)
        if group and _may_be_body(project):
            whole = _whole(project, "B3")
            return (replace(whole, value=f"{group['body'].capitalize()} {whole.value}"),)
    return ()


def _further_below(lines: Sequence[Line], header: Header) -> list[Line]:
    """Lines of their own among the labels below the title, above the first list; the place is none."""
    found: list[Line] = []
    place = header.place.span.start if header.place else -1
    for line in lines[:_TOP]:
        label = find_label(line)
        if label and label.field in _LISTS:
            break
        if (line.first or line.last) and not line.start <= place < line.end and _may_be_body(line):
            found.append(line)
    return found


def _running(lines: Sequence[Line]) -> tuple[Found[str], ...]:
    """Rule B5: a body's name that stands alone on a line more than once, as a running head does."""
    heads = [line for line in lines if line.first and has_body_word(line.text) and _may_be_body(line)]
    again = Counter(line.text for line in heads)
    return next(((_whole(line, "B5"),) for line in heads if again[line.text] > 1), ())


def _bare(line: Line) -> Line:
    """A line of the head without day, links or what a tab parts from it ("Vårdrådet  2026-02-19")."""
    words, tab, _ = line.text.partition("\t")
    if tab and has_body_word(words):
        line = replace(line, text=words.rstrip(), labels={})
    menu = MENU.search(line.text)
    if menu and menu.start():
        line = replace(line, text=line.text[: menu.start()].rstrip(), labels={})
    first = next((mention for mention in find_mentions(line.text) if mention.first), None)
    words = line.text[: first.start].rstrip(" ,:–-") if first and first.year else ""
    return replace(line, text=words, labels={}) if has_body_word(words) and find_label(line) is None else line


def _from_letterhead(
    document: Document, front: Sequence[Line], header: Header, above: Sequence[Line], below: Sequence[Line]
) -> tuple[Found[str], ...]:
    """Rule B4: the line above the title, or the organisation below it."""
    lines = [*above, *(line for line in below if _ends_like_organisation(line.text))]
    if not lines and header.title and len(header.title.value.split()) == 1:
        lines = list(below)
    return (_joined(document, lines[0], front),) if lines else ()


def _ends_like_organisation(words: str) -> bool:
    """Whether the first or last word is one of organisations ("Föräldraföreningen Eken")."""
    parts = words.split()
    return is_organisation_word(parts[0]) or is_organisation_word(parts[-1])


def _may_be_body(line: Line) -> bool:
    """Whether a line of the head can name a body: no label, list, sentence, person, title or day."""
    if line.marker or line.cell or len(line.text) > _LONGEST_LINE or line.text.endswith((".", "!")):
        return False
    timed = _CLOCK.search(line.text) or lexicon().pattern("weekday").search(line.text)
    if lexicon().pattern("digital_line").fullmatch(line.text) or lexicon().pattern("mail_head").match(
        line.text
    ):
        return False
    if (
        timed
        or find_label(line)
        or _WIDE_GAP.search(line.text)
        or lexicon().pattern("no_body").match(line.text)
    ):
        return False
    if is_name(normal(line.text)) and not has_body_word(line.text):
        return False
    if lexicon().whole_words("title", "notes").match(line.text):
        return False
    return not any(mention.first for mention in find_mentions(line.text))


def _whole(line: Line, rule: str) -> Found[str]:
    words = line.text.strip("*_ ")
    start = line.start + line.text.index(words)
    return Found(normal(words), words, Span(start, start + len(words)), rule, Certainty.LIKELY)


def _joined(document: Document, line: Line, lines: Sequence[Line]) -> Found[str]:
    """A letterhead whose last word is broken over two lines."""
    following = next(
        (other for other in lines if other.start > line.start and other.block == line.block), None
    )
    if not line.text.endswith("-") or following is None:
        return _whole(line, "B4")
    words = document.text[line.start : following.end]
    span = Span(line.start, following.end)
    return Found(_BROKEN.sub("", words), words, span, "B4", Certainty.LIKELY)


def _from_title(front: Sequence[Line], header: Header, above: Sequence[Line]) -> tuple[Found[str], ...]:
    """What is left of the title without words for notes, day and place (rule B2)."""
    if header.title is None:
        return ()
    line = front[header.title_line]
    start, end = _rest_of_title(line)
    words = line.text[start:end]
    if subject_words(line.text) != line.text and not has_body_word(words):
        return ()  # a mail is called by what it is about
    meeting = lexicon().pattern("meeting_of").fullmatch(words)
    group = meeting or lexicon().pattern("group_alone").fullmatch(words)
    if group and above and not has_body_word(above[-1].text):
        project = _whole(above[-1], "B3")
        return (replace(project, value=f"{group['body'].capitalize()} {project.value}"),)
    if meeting and has_body_word(meeting["body"]):
        end = start + meeting.end("body")
        words = line.text[start:end]
    # The notes may be called twice ("Mötesprotokoll/Protokoll").
    again = lexicon().whole_words("title", "notes").fullmatch(words.strip(" /|"))
    letters = sum(1 for letter in words if letter.isalpha())
    if again or letters < _MIN_LETTERS or (above and not has_body_word(words)):
        return ()
    if lexicon().pattern("talk_with").match(line.text) and not has_body_word(words):
        return ()
    return tuple(_pair(words, line.start + start))


def _held_with(front: Sequence[Line]) -> tuple[Found[str], ...]:
    """The body in words such as "Protokoll fört vid …" on one of the first lines."""
    for line in front[:_TOP]:
        match = lexicon().pattern("held_with").search(line.text)
        if match and match.lastgroup:
            words = match[match.lastgroup]
            span = Span(line.start + match.start(match.lastgroup), line.start + match.end(match.lastgroup))
            if lexicon().pattern("place_word").match(words):
                continue
            return (Found(normal(words), words, span, "B2", Certainty.LIKELY),)
    return ()


def _rest_of_title(line: Line) -> tuple[int, int]:
    """The stretch of the title that is neither a word for notes nor day, time or place."""
    text = read_letters(line.text)
    days = (mention.start for mention in find_mentions(text) if mention.first and mention.start)
    start, end = len(text) - len(subject_words(text)), min(days, default=len(text))
    notes = lexicon().whole_words("title", "notes").search(text, start, end)
    extract = lexicon().pattern("before_notes").match(text, start)
    if notes and (
        notes.start() <= (extract.end() if extract else start + 2)
        or lexicon().pattern("behind_notes").match(text, notes.end())
    ):
        start = notes.end()
    elif notes:
        end = notes.start()
    start = end - len(text[start:end].lstrip())
    filler = lexicon().pattern("title_filler").match(text, start, end)
    start = filler.end() if filler else start
    start = end - len(text[start:end].lstrip(_SIGNS))
    kept = lexicon().pattern("title_tail").sub("", text[start:end])
    meeting = (
        lexicon().pattern("meeting_of").fullmatch(notes[0]) if notes and not kept.strip(_SIGNS) else None
    )
    if notes and meeting and lexicon().pattern("group_alone").fullmatch(meeting["body"]):
        return notes.span()  # "Styrgruppsmöte 10 mars": the meeting's own word names the group
    return start, start + len(kept)


def _parted(found: Found[str]) -> tuple[Found[str], ...]:
    """A body on a line of its own, or both where the line names two."""
    pair = _pair(found.words, found.span.start)
    return tuple(replace(one, rule=found.rule) for one in pair) if len(pair) > 1 else (found,)


def _pair(words: str, start: int) -> list[Found[str]]:
    """Two bodies where both sides of "och" name one ("skolchefsnätverket och Länsstyrgruppen")."""
    cut = lexicon().pattern("pair").search(words)
    if cut and has_body_word(words[: cut.start()]) and has_body_word(words[cut.end() :]):
        first = words[: cut.start()]
        found = Found(normal(first), first, Span(start, start + len(first)), "B2")
        return [found, *_pair(words[cut.end() :], start + cut.end())]
    certainty = Certainty.CLEAR if has_body_word(words) else Certainty.LIKELY
    return [Found(normal(words), words, Span(start, start + len(words)), "B2", certainty)]
