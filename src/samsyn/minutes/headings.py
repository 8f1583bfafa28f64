"""Which lines are headings of agenda items, with number and level.

Rules I1-I6: where headings carry numbers the number decides and the level does not (I1), headings
without number are sub-headings of the item before (I2); numbers may stand on plain lines (I3) or in
lists (I4); without numbers every content heading counts and its level gives the nesting (I5); a
list of headings that comes again with text below is the agenda, not the items (I6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.labels import field_of, find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded, sentences
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_NUMBERED = re.compile(
    r"^(?:(?P<section>§+)\s*|(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}(?:/[A-Za-zÅÄÖåäö]+)?|[Pp](?:kt|unkt)?\.?)\s+)?"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})*(?!\d|[.:]\d|\s?[-–]\s?\d)[a-z]?)(?P<sign>\s*[.:)](?=\s|$|[A-ZÅÄÖ])|/(?=\s)|\s*§|(?=\s|$))\s*(?P<heading>.*)$",
    re.DOTALL,
)
_CASE_NUMBER = re.compile(r"^(?:ärendenummer|dnr|diarienummer|ärendenr)\b.*$", re.IGNORECASE)
_HEADER_FIELDS = frozenset({"date", "time", "place", "place_and_time", "present", "absent", "called", "chair", "secretary", "adjuster", "title", "body", "presenter"})
_MAX_WORDS = 16


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading line.

    Attributes:
        line: Position of the line among the document's lines.
        last_line: Position of the last line that the heading takes up.
        start: Where its words begin in `Document.text`, half-open with `end`.
        number: As written, without § and full stop.
        number_at: Place of the number in `Document.text`.
        level: Depth in the file (heading level; 9 for bold lines and plain lines).
        rule: The rule that made it a heading.
    """

    line: int
    last_line: int
    start: int
    end: int
    text: str
    level: int
    rule: str
    number: str | None = None
    number_at: tuple[int, int] | None = None


@cache
def _frames() -> frozenset[str]:
    title = lexicon().tables["title"]
    return frozenset(title["frame"]) | frozenset(title["agenda"])


_TIME_TAIL = re.compile(r"[\s,]*(?:kl\.?\s*)?\d{1,2}[.:]\d\d\s*$")


def is_frame(text: str) -> bool:
    """Whether a heading only frames the notes ("Dagordning", "Mötets öppnande 19.15")."""
    return folded(_TIME_TAIL.sub("", text)) in _frames()


def is_standing(text: str) -> bool:
    """Whether a heading is an item of its own on whatever level it stands ("Övrigt")."""
    return folded(text) in lexicon().words("title", "standing")


def find_headings(lines: Sequence[Line], first: int) -> list[Heading]:
    """The headings of items and sub-headings from line `first` on, in order."""
    marked = [found for at in range(first, len(lines)) if (found := _marked(lines, at))]
    numbered = [heading for heading in marked if heading.number]
    if len(numbered) >= 2:
        return _without_agenda(lines, marked)
    plain = _plain_numbered(lines, first) or _bare_numbered(lines, first)
    if len(plain) >= 2 and (len([h for h in marked if not is_frame(h.text)]) < 2 or plain[0].rule == "I3§"):
        among = {heading.line for heading in plain}
        return _without_agenda(lines, sorted(plain + [h for h in marked if h.line not in among and not h.number], key=lambda h: h.line))
    return marked or _by_layout(lines, first)


def _marked(lines: Sequence[Line], at: int) -> Heading | None:
    """A heading by the file's own mark, or a whole bold line."""
    line = lines[at]
    if line.cell is not None:
        return None
    if not (line.heading or (line.bold and line.first and len(line.text.split()) <= _MAX_WORDS and not line.text.rstrip().endswith((",", ";")))):
        return None
    if not line.first:
        return None
    last = _last_of_block(lines, at) if line.heading else at
    field = field_of(line.text)
    if field in _HEADER_FIELDS or (not line.heading and (find_label(line) or find_label(line, "statement_labels"))):
        return None
    return _heading(lines, at, last, "I1" if line.heading else "I1b", line.level if line.heading else 9)


def _last_of_block(lines: Sequence[Line], at: int) -> int:
    last = at
    while last + 1 < len(lines) and lines[last + 1].block == lines[at].block:
        last += 1
    return last


def _heading(lines: Sequence[Line], at: int, last: int, rule: str, level: int) -> Heading:
    line, stop = lines[at], lines[last]
    match = _NUMBERED.match(line.text)
    if match and (match["section"] or match["sign"].strip() or match["prefix"]) and match["heading"] and not _is_date(line.text):
        begin = line.start + match.start("heading")
        at_number = (line.start + match.start("number"), line.start + match.end("number"))
        words = line.text[match.start("heading") :] if last == at else _between(lines, at, last, match.start("heading"))
        return Heading(at, last, begin, stop.end, words, level, rule, match["number"], at_number)
    words = line.text if last == at else _between(lines, at, last, 0)
    if line.marker and re.fullmatch(r"\d+[.)]?", line.marker):
        return Heading(at, last, line.start, stop.end, words, level, rule, line.marker.rstrip(".)"))
    return Heading(at, last, line.start, stop.end, words, level, rule)


def _between(lines: Sequence[Line], at: int, last: int, skip: int) -> str:
    return "\n".join([lines[at].text[skip:], *(line.text for line in lines[at + 1 : last + 1])])


def _is_date(text: str) -> bool:
    return any(mention.start == 0 and mention.first for mention in find_mentions(text[:40]))


@dataclass(slots=True)
class _Count:
    """The number that numbered lines have come to; a lower one starts no item unless it is 1."""

    last: int = 0
    sections: bool = False


def _plain_numbered(lines: Sequence[Line], first: int) -> list[Heading]:
    """Headings on numbered lines of plain text, and numbered list entries on the outermost level."""
    found: list[Heading] = []
    count = _Count()
    for at in range(first, len(lines)):
        heading = _numbered_line(lines, at)
        if heading is None or heading.number is None:
            continue
        number = _leading(heading.number)
        section = heading.rule == "I3§"
        if (count.sections and not section) or _below_label(lines, at):
            continue
        if section or number == count.last + 1 or (number > count.last and number - count.last <= 60) or (number == 1 and _starts_afresh(lines, at)):
            found.append(heading)
            count.last, count.sections = number, count.sections or section
    if any(heading.rule == "I3§" for heading in found):
        found = [heading for heading in found if heading.rule == "I3§"]
    return found if _look_like_headings(lines, found) else []


def _leading(number: str) -> int:
    digits = re.match(r"\d+", number)
    return int(digits[0]) if digits else 0


def _below_label(lines: Sequence[Line], at: int) -> bool:
    """Whether a numbered line is a point below a label alone on its line ("Beslut / 1. …")."""
    for before in range(at - 1, -1, -1):
        label = find_label(lines[before], "statement_labels")
        if label and label.value_at >= len(lines[before].text):
            return bool(re.match(r"1\D", lines[before + 1].marker or lines[before + 1].text))
        if not (_NUMBERED.match(lines[before].text) or lines[before].marker):
            return False
    return False


_BARE = re.compile(r"^(?P<number>\d{1,3})\s+(?P<heading>[A-ZÅÄÖ][^.!?]{2,110})$")
_MIN_BARE = 3


def _bare_numbered(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I3b: numbers without sign, each one more than the last, at the head of a block."""
    found: list[Heading] = []
    for at in range(first, len(lines)):
        line = lines[at]
        match = _BARE.match(line.text) if line.first and line.cell is None and not line.marker else None
        if match is None or _is_date(line.text):
            continue
        if found and int(match["number"]) != _leading(found[-1].number or "") + 1:
            continue
        begin = line.start + match.start("heading")
        found.append(Heading(at, at, begin, line.end, match["heading"], 9, "I3b", match["number"], (line.start, line.start + match.end("number"))))
    return found if len(found) >= _MIN_BARE else []


def _by_layout(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I7: in text without any marks, a short line that opens a block, closed by no sign."""
    found = []
    for at in range(first, len(lines) - 1):
        line, following = lines[at], lines[at + 1]
        if not line.first or line.marker or line.cell or find_label(line) or find_label(line, "statement_labels"):
            continue
        short = len(line.text.split()) <= 7 and re.fullmatch(r"[A-ZÅÄÖ][^.!?:;,]+", line.text)
        if short and (following.block == line.block or following.marker) and re.match(r"[A-ZÅÄÖ\"”]", following.text):
            found.append(Heading(at, at, line.start, line.end, line.text, 9, "I7"))
    return found if len(found) > 1 else []


def _starts_afresh(lines: Sequence[Line], at: int) -> bool:
    """Whether a list that starts again at 1 does so below a frame or a blank, not below "Beslut"."""
    before = lines[at - 1] if at else None
    return before is None or (lines[at].first and field_of(before.text, "statement_labels") is None)


def _look_like_headings(lines: Sequence[Line], found: Sequence[Heading]) -> bool:
    """Numbered lines are headings if most are short or have text below."""
    if not found:
        return False
    short = sum(1 for heading in found if len(heading.text.split()) <= 8)
    followed = sum(1 for a, b in zip(found, [*found[1:], None], strict=True) if (b.line if b else len(lines)) > a.last_line + 1)
    return any(h.rule == "I3§" for h in found) or short * 2 >= len(found) or followed * 2 > len(found)


def _numbered_line(lines: Sequence[Line], at: int) -> Heading | None:
    line = lines[at]
    if line.cell is not None:
        return None
    if line.kind is BlockKind.LIST_ENTRY:
        if line.level or not re.fullmatch(r"(?:§\s*)?\d{1,3}[.):]?", line.marker):
            return None
        return replace(_plain_heading(lines, at, 0), number=re.sub(r"\D", "", line.marker), rule="I4")
    match = _NUMBERED.match(line.text)
    if match is None or _is_date(line.text) or not (line.first or match["section"] or _after_break(lines, at)):
        return None
    signed = bool(match["section"] or match["sign"].strip() or match["prefix"])
    if not signed or (match["heading"] and not re.match(r"[A-ZÅÄÖÉ\"”“(]", match["heading"])):
        return None
    if not match["heading"] and not match["section"]:
        return None
    heading = _plain_heading(lines, at, match.start("heading"))
    place = (line.start + match.start("number"), line.start + match.end("number"))
    return replace(heading, number=match["number"], number_at=place, rule="I3§" if match["section"] else "I3")


def _after_break(lines: Sequence[Line], at: int) -> bool:
    before = lines[at - 1].text
    return before.endswith((".", "!", "?", ":")) or len(before) < 60


_CONNECTING = re.compile(r"(?:\b(?:hos|i|för|av|på|med|till|från|vid|och|om|samt|under|den|det|att|Stads|kommuns|inom|mot|jämte|nya|sin|sitt)|[,–-])$")


def _plain_heading(lines: Sequence[Line], at: int, skip: int) -> Heading:
    """The heading on a numbered plain line: its first sentence, over the line break where it goes on."""
    line = lines[at]
    words = line.text[skip:]
    if not words or _CASE_NUMBER.match(words):
        return _below(lines, at)
    last = at
    while last + 1 < len(lines) and lines[last + 1].block == line.block and _goes_on(lines[last], lines[last + 1]):
        last += 1
    whole = words if last == at else _between(lines, at, last, skip)
    start, end = next(sentences(whole), (0, len(whole)))
    first = line.start + skip + start
    length = end - start
    if last > at and end >= len(whole):
        return Heading(at, last, first, lines[last].end, whole, 9, "I3")
    if end <= len(words):
        return Heading(at, at, first, first + length, words[start:end], 9, "I3")
    return Heading(at, at, first, line.end, words, 9, "I3")


def _goes_on(line: Line, following: Line) -> bool:
    if line.text.endswith((".", "!", "?", ":")):
        return False
    if find_label(following) or find_label(following, "statement_labels"):
        return False
    return bool(re.match(r"[a-zåäö]", following.text)) or bool(_CONNECTING.search(line.text))


def _below(lines: Sequence[Line], at: int) -> Heading:
    """The heading of a section whose number line holds a case number: the lines below, up to a label."""
    first = last = at + 1
    while first < len(lines) and first < at + 4 and _running_head(lines, first):
        first += 1
    last = first
    if first >= len(lines):
        line = lines[at]
        return Heading(at, at, line.start, line.end, line.text, 9, "I3")
    while last + 1 < len(lines) and lines[last + 1].block == lines[first].block and not _is_label(lines[last + 1]):
        last += 1
    return Heading(at, last, lines[first].start, lines[last].end, _between(lines, first, last, 0), 9, "I3")


def _running_head(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    return find_label(line) is not None or bool(re.match(r"protokoll nr\b|sida \d|\d+ \(\d+\)", line.text, re.IGNORECASE))


def _is_label(line: Line) -> bool:
    return find_label(line) is not None or find_label(line, "statement_labels") is not None


def _without_agenda(lines: Sequence[Line], found: list[Heading]) -> list[Heading]:
    """Rule I6: drop a run of numbered headings that comes again with text below."""
    numbered = [heading for heading in found if heading.number]
    restart = next((i for i, heading in enumerate(numbered) if i and heading.number == numbered[0].number), None)
    if restart is None:
        return found
    early = {folded(heading.text) for heading in numbered[:restart]}
    late = {folded(heading.text) for heading in numbered[restart:]}
    bare = all(b.line <= a.last_line + 2 for a, b in zip(numbered[: restart - 1], numbered[1:restart], strict=True))
    if bare and len(early & late) * 2 >= len(early):
        dropped = {heading.line for heading in numbered[:restart]}
        return [heading for heading in found if heading.line not in dropped]
    return found
