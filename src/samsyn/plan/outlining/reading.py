"""Read an outline: target picture, areas, steps and milestones out of indented, numbered or marked lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes import Precision
from samsyn.minutes.by_hand import read_period
from samsyn.plan.wanted import PartWanted

if TYPE_CHECKING:
    from datetime import date

TARGET, AREA, STEP, MILESTONE = "target", "area", "step", "milestone"
BELOW = {"": AREA, TARGET: MILESTONE, AREA: STEP, STEP: MILESTONE, MILESTONE: MILESTONE}
HOMES = {TARGET: {""}, AREA: {""}, STEP: {AREA}, MILESTONE: {STEP, TARGET}}
WITHIN = {TARGET: 0, AREA: 0, STEP: 1, MILESTONE: 2}
"""How many kinds can stand above one in an outline."""
LINE = re.compile(r"(?P<indent>\s*)(?P<mark>#{1,6}\s+|[-*•–+]\s+|\d+(?:\.\d+)*[.)]?\s+)?(?P<rest>\S.*)")
NAMED = re.compile(
    r"(?P<word>målbild|område|steg|milstolpe)(?=\W|$)(?:\s*(?P<number>\d+))?\s*(?:[:.–-]\s*|\s+|$)(?P<rest>.*)",
    re.IGNORECASE,
)
KINDS = {"målbild": TARGET, "område": AREA, "steg": STEP, "milstolpe": MILESTONE}
PARTING = re.compile(r":\s+|\s+[–-]\s+")
BRACKET = re.compile(r"\s*\((?P<inside>[^()]*)\)\s*$")
MEANINGS = {
    "test": "test", "testas": "test", "prövas": "test",
    "vardag": "everyday", "i vardagen": "everyday", "en naturlig del av vardagen": "everyday",
}  # fmt: skip
TAB = 4
BULLETS = frozenset("-*•–+")
LONGEST_NAME = 60
Key = tuple[int, ...]


class Outline(NamedTuple):
    """What an outline says.

    Attributes:
        name: Of the plan, where one heading stands over all the rest; else empty.
        parts: Target pictures and areas.
    """

    name: str
    parts: tuple[PartWanted, ...]


@dataclass(slots=True)
class _Line:
    """A line with those below it.

    Attributes:
        key: How deep it lies; a greater one lies below a lesser.
        named: What its first word says that it is; empty where it says nothing.
        called: That word with its number.
        rest: The line without mark and without that word.
    """

    key: Key
    mark: str
    named: str
    called: str
    rest: str
    lines: list[_Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Ending:
    """A line without what its last brackets say of time or meaning."""

    text: str
    meaning: str = ""
    when: str = ""


def read_outline(text: str, *, on: date) -> Outline:
    """Read an outline as people paste it.

    What a line is, is said by its first word ("Målbild", "Steg 2", "Milstolpe") or by its level: the highest
    are areas, below them steps, below steps milestones. A time or what a step stands for may end a line in
    brackets: "(till årsskiftet)", "(test)", "(vardag)".

    Args:
        text: Lines; levels by indentation, by # as in Markdown, or by numbers with points.
        on: Times without year lie ahead of it.
    """
    tops = _levels(text)
    title = _title(tops)
    parts = [_part(line, "", on) for line in (title.lines if title else tops)]
    return Outline(title.rest if title else "", tuple(parts))


def _levels(text: str) -> list[_Line]:
    """The lines as a tree."""
    tops: list[_Line] = []
    open_: list[_Line] = []
    for written in text.splitlines():
        match = LINE.fullmatch(written.rstrip())
        if match is None:
            continue
        line = _line(match)
        while open_ and _closes(open_[-1], line):
            open_.pop()
        (open_[-1].lines if open_ else tops).append(line)
        open_.append(line)
    return tops


def _line(match: re.Match[str]) -> _Line:
    mark = (match["mark"] or "").strip()
    key, named = _key(match["indent"], mark), NAMED.fullmatch(match["rest"])
    if named is None:
        return _Line(key, mark, "", "", match["rest"])
    called = named["word"].capitalize() + (f" {named['number']}" if named["number"] else "")
    return _Line(key, mark, KINDS[named["word"].lower()], called, named["rest"])


def _key(indent: str, mark: str) -> Key:
    """How deep a line lies: headings above all others, bullets below plain lines."""
    if mark.startswith("#"):
        return (0, len(mark), 0)
    numbers = mark.rstrip(".)").split(".") if mark[:1].isdigit() else []
    deeper = max(len(numbers) - 1, 0) + (mark[:1] in BULLETS if mark else 0)
    return (1, len(indent.expandtabs(TAB)), deeper)


def _closes(open_: _Line, line: _Line) -> bool:
    """Whether a line ends what is open, and does not stand below it."""
    if not line.named:
        return open_.key >= line.key
    if open_.named:
        return WITHIN[open_.named] >= WITHIN[line.named]
    if not WITHIN[line.named]:  # of these only a heading over the whole plan can stand above
        return open_.key >= line.key or not open_.mark.startswith("#")
    return open_.key > line.key


def _title(tops: list[_Line]) -> _Line | None:
    """The heading that stands over all the rest, if one does."""
    if len(tops) != 1 or not tops[0].mark.startswith("#") or tops[0].named:
        return None
    below = tops[0].lines
    says_so = any(line.named in {TARGET, AREA} for line in below)
    is_deep = any(line.lines for line in below) and not any(line.named == STEP for line in below)
    return tops[0] if says_so or is_deep else None


def _part(line: _Line, above: str, on: date) -> PartWanted:
    """A line as a part, with what stands below it."""
    kind = line.named if line.named and above in HOMES[line.named] else BELOW[above]
    end = _ending(line.rest, kind, on)
    name, text = _name_and_text(kind, line.called, end.text)
    more = [one for one in line.lines if _goes_on(kind, one)]
    parts = tuple(_part(one, kind, on) for one in line.lines if one not in more)
    words = "\n".join(filter(None, [text, *(one.rest for one in more)]))
    return PartWanted(kind, name, words, end.meaning, end.when, parts)


def _goes_on(kind: str, line: _Line) -> bool:
    """Whether a line below a part is more words of it and no part of its own."""
    if line.named or line.lines:
        return False
    is_sentence = not line.mark and len(line.rest) > LONGEST_NAME and line.rest.endswith(".")
    return kind == MILESTONE or (kind == TARGET and not line.mark) or is_sentence


def _name_and_text(kind: str, called: str, words: str) -> tuple[str, str]:
    """What a part is called, and what it says."""
    if kind == TARGET:
        return called or words, words if called else ""
    if kind == MILESTONE:
        return shortened(words) or called, words
    pieces = PARTING.split(words, maxsplit=1)
    if len(pieces) > 1:
        return pieces[0], pieces[1]
    if called and (len(words) > LONGEST_NAME or words.endswith(".")):
        return called, words
    return words or called, ""


def _ending(words: str, kind: str, on: date) -> _Ending:
    meaning = when = ""
    while (match := BRACKET.search(words)) is not None:
        inside = match["inside"].strip()
        if inside.lower() in MEANINGS and kind == STEP:
            meaning = MEANINGS[inside.lower()]
        elif inside and read_period(inside, met_on=on).precision != Precision.UNCERTAIN:
            when = inside
        else:
            break
        words = words[: match.start()]
    return _Ending(words.strip(), meaning, when)


def shortened(text: str) -> str:
    """The beginning of a sentence as a name."""
    plain = " ".join(text.split()).rstrip(".")
    if len(plain) <= LONGEST_NAME:
        return plain
    return f"{plain[:LONGEST_NAME].rsplit(' ', 1)[0].rstrip(',;:')} …"
