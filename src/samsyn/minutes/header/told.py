"""Chair and secretary by sentences and signatures, and by given names that the list of attendance knows.

Rules H8 (label) and H9 (sentence, signature). Who is meant by a given name or by initials is told by
the list: where two bear it, the words are kept as they stand and a doubt asks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.attendance.names import (
    initials_of,
    is_given_name,
    is_name,
    is_office,
    without_nickname,
)
from samsyn.minutes.header.fields import fields_of
from samsyn.minutes.header.hints import may_hold
from samsyn.minutes.header.signatures import name_below_closing, signed_roles
from samsyn.minutes.labels import field_of, label_in
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Doubt, Found
from samsyn.minutes.texts import normal, sentences
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samsyn.minutes.header.elected import Elected
    from samsyn.minutes.header.parts import Header
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Attendee

_TOLD = {"chair": "chair_told", "secretary": "secretary_by_name"}
_ROLES = {"chair": "ordförande", "secretary": "sekreterare"}
_LAST_LINES = 8
_TOP = 10  # lines that hold the head of a mail and its greeting
_SIGNATURES = 15  # lines at the end
_LONGEST_SIGNATURE = 40
_OFFICE = re.compile(r"(?:ordf|ordföranden?|sekr|sekreteraren?)\.?,?\s+$", re.IGNORECASE)
_FULL_LINE = 50  # letters of a line that may go on in the next
_MOST_INITIALS = 3


class _Words(NamedTuple):
    """Words that name somebody, with their place; `sure` where a name must stand there."""

    text: str
    start: int
    rule: str
    sure: bool


def read_labelled_persons(
    header: Header, front: Sequence[Line], lines: Sequence[Line], attendees: Sequence[Attendee]
) -> list[Doubt]:
    """Rule H8: chair and secretary by label and given name ("Mötesledare: Rut"), in the head or at the end.

    Args:
        header: Full names that are known already stay; a given name is looked up in the list.
        front: Lines of the head.
        lines: All lines of the notes.
        attendees: Those of the lists.

    Returns:
        Doubts about names that two attendees bear.
    """
    doubts: list[Doubt] = []
    for role in _TOLD:
        known: Found[str] | None = getattr(header, role)
        if known is not None and not (is_name(known.value) and len(known.value.rstrip(".").split()[-1]) > 1):
            words = _Words(known.words, known.span.start, known.rule, sure=True)
            doubts += _set(header, role, words, attendees)
    for each in (*fields_of(front), *fields_of(lines[-_SIGNATURES:])):
        if each.name in _TOLD and getattr(header, each.name) is None:
            lead = len(each.text) - len(each.text.lstrip(".…/ "))
            end = next((stop for _, stop in sentences(each.text[lead:])), len(each.text)) + lead
            match = lexicon().pattern("name_told").match(each.text, lead, end)
            if match and field_of(match[0]) is None and label_in(each.text[lead:]) is None:
                words = _Words(match[0], each.start + lead, "H8", sure=True)
                doubts += _set(header, each.name, words, attendees)
    return doubts


def read_told_persons(
    header: Header, lines: Sequence[Line], stop: int, attendees: Sequence[Attendee]
) -> list[Doubt]:
    """Rule H9: chair and secretary by sentences in the head, the first item and the end, and by signature.

    Args:
        header: What is known already stays.
        lines: All lines of the notes.
        stop: How many of them stand before the first item.
        attendees: Those of the lists, for given names.

    Returns:
        Doubts about names that two attendees bear.
    """
    doubts: list[Doubt] = []
    for role in _TOLD:
        known = getattr(header, role) is not None
        for words in () if known else _told(role, lines, stop):
            doubts += _set(header, role, words, attendees)
            if getattr(header, role) is not None:
                break
    return doubts


def _told(role: str, lines: Sequence[Line], stop: int) -> Iterator[_Words]:
    """The words that name somebody with a role, the surest first."""
    last = max(stop, len(lines) - _LAST_LINES)
    near = [*range(min(stop + _LAST_LINES, len(lines))), *range(max(last, stop + _LAST_LINES), len(lines))]
    for at in near:
        line = lines[at]
        match = lexicon().search(_TOLD[role], _with_next(lines, at))
        if match and match.lastgroup:
            named = _without_office(match[match.lastgroup], line.start + match.start(match.lastgroup))
            before = match[0][: match.start(match.lastgroup) - match.start()]
            yield named._replace(sure=named.sure or _OFFICE.search(before) is not None)
    for signed, above in signed_roles(lines[-_SIGNATURES:]):
        if signed == role:
            yield _Words(above.text, above.start, "H34", sure=True)
    if role == "secretary":
        yield from _signatures(lines[last:])
        yield from _sender(lines[:_TOP])
    elif may_hold("chair_named", lines):
        for line in lines:
            if called := lexicon().search("chair_named", line.text):
                yield _Words(called["a"], line.start + called.start("a"), "H9", sure=False)


def _with_next(lines: Sequence[Line], at: int) -> str:
    """A line, with the next one where a sentence goes on in it."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is None or following.block != line.block or following.start != line.end + 1:
        return line.text
    if line.text.endswith((".", ":", "!", "?")):
        return line.text
    goes_on = len(line.text) >= _FULL_LINE or following.text[0].islower()
    return f"{line.text} {following.text}" if goes_on else line.text


def _without_office(words: str, start: int) -> _Words:
    """A name without the office before it ("Ordförande Rut"), which makes sure that it is one."""
    office, _, name = words.partition(" ")
    if name and is_office(office.casefold()):
        return _Words(name, start + len(words) - len(name), "H9", sure=True)
    return _Words(words, start, "H9", sure=False)


def _sender(top: Sequence[Line]) -> Iterator[_Words]:
    """Who sent the mail that is the notes ("Från: Rut Vifell … Här kommer anteckningarna")."""
    if any(lexicon().search("writes_notes", line.text) for line in top):
        for line in top:
            if sent := lexicon().pattern("mail_from").match(line.text):
                yield _Words(sent["who"], line.start + sent.start("who"), "H9", sure=True)


def _signatures(lines: Sequence[Line]) -> Iterator[_Words]:
    """Signatures at the end of the notes, the last first ("/Rut")."""
    for line in reversed(lines):
        signed = lexicon().pattern("signed").match(line.text)
        if signed and len(line.text) <= _LONGEST_SIGNATURE:
            yield _Words(signed["who"], line.start + signed.start("who"), "H9", sure=True)
    if name := name_below_closing(lines):
        yield _Words(name.text, name.start, "H34", sure=True)


def read_elected(
    header: Header, elected: Mapping[str, Elected], attendees: Sequence[Attendee]
) -> list[Doubt]:
    """Rule H33: chair and secretary whom the meeting elected; a label of the head wins over it."""
    doubts: list[Doubt] = []
    for role, who in elected.items():
        if getattr(header, role) is None:
            doubts += _set(header, role, _Words(who.text, who.start, "H33", sure=False), attendees)
    return doubts


def _set(header: Header, role: str, words: _Words, attendees: Sequence[Attendee]) -> list[Doubt]:
    """Fill a role with the person that the words name; a doubt where two bear the name."""
    name = normal(words.text)
    meant = _meant(name, attendees)
    span = Span(words.start, words.start + len(words.text))
    if len(meant) == 1:
        value, certainty = meant[0], Certainty.LIKELY
    elif meant:
        value, certainty = name, Certainty.DOUBTFUL
    elif is_name(name) or (words.sure and is_given_name(name)):
        value, certainty = name, Certainty.LIKELY
    else:
        return []
    setattr(header, role, Found(value, words.text, span, words.rule, certainty))
    if len(meant) < 2:
        return []
    return [Doubt(f"Vem var {_ROLES[role]}: {' eller '.join(meant)}?", role, span, words.rule)]


def _meant(words: str, attendees: Sequence[Attendee]) -> list[str]:
    """The attendees that a name, a given name with or without an initial, or initials can mean."""
    there = [person.name.value for person in attendees if person.present]
    exact = [name for name in there if name.casefold() == words.casefold()]
    return exact or [name for name in dict.fromkeys(there) if _can_mean(words, name)]


def _can_mean(words: str, name: str) -> bool:
    if words.isupper() and 2 <= len(words) <= _MOST_INITIALS:
        return words in initials_of(name)
    given, *rest = words.split()
    first, *surnames = without_nickname(name).split()
    if given.casefold() != first.casefold():
        return False
    if not rest or not surnames:
        return len(rest) == len(surnames) or not rest
    return len(rest) == 1 and any(surname.startswith(rest[0].rstrip(".")) for surname in surnames)
