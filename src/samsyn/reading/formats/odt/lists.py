"""The labels of list entries and numbered headings, counted as an office program shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.formats.docx.numbering import write_number
from samsyn.reading.formats.odt.names import OF_LIBREOFFICE, XML_ID, style, text, whole

if TYPE_CHECKING:
    from lxml.etree import _Element

BULLET = "-"
LEVELS = 10
HIGHEST = 100_000
SHAPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
PLACEHOLDER = re.compile(r"%(10|[1-9])%")
NUMBERED = (text("list-level-style-number"), text("outline-level-style"))
BULLETED = (text("list-level-style-bullet"), text("list-level-style-image"))


class Level(NamedTuple):
    """How one depth of a list is labelled: `text` as in "%1%.%2%", `shape` as in "decimal"."""

    shape: str = "bullet"
    text: str = BULLET
    start: int = 1


@dataclass(slots=True)
class Count:
    """How far a list has been counted, depth by depth; None where it has not begun."""

    style: str
    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@dataclass(slots=True)
class Counter:
    """Counts through a document.

    Attributes:
        levels: Of each list style, what it says of its depths.
        latest: The latest count of each style, for lists that go on from it.
        named: Counts by the identifiers of their lists.
    """

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    latest: dict[str, Count] = field(default_factory=dict)
    named: dict[str | None, Count] = field(default_factory=dict)

    def add(self, root: _Element) -> None:
        """Take in the list styles of a part."""
        for element in root.iter(text("list-style"), text("outline-style")):
            depths = {}
            for level in element:
                if level.tag in (*NUMBERED, *BULLETED):
                    depths[whole(level.get(text("level")), 1, LEVELS) - 1] = _read_level(level)
            self.levels[element.get(style("name"), "")] = depths

    def begin(self, element: _Element, outer: Count | None) -> Count:
        """The count that an element `text:list` follows: its own, or one that it goes on with."""
        name = element.get(text("style-name")) or (outer.style if outer else "")
        if outer:
            return outer if name == outer.style else Count(name, list(outer.values))
        goes_on = element.get(text("continue-list"))
        count = self.named.get(goes_on) if goes_on else None
        if count is None and element.get(text("continue-numbering")) == "true":
            count = self.latest.get(name)
        count = count or Count(name)
        self.latest[name] = self.named[element.get(XML_ID)] = count
        return count

    def label(self, count: Count, depth: int, start: str | None = None) -> str:
        """The next label at a depth; all bullets are "-"."""
        depth = min(depth, LEVELS - 1)
        levels = self.levels.get(count.style, {})
        level = levels.get(depth, Level())
        if level.shape == "bullet":
            return BULLET if level.text.strip() else ""
        value = count.values[depth]
        count.values[depth] = whole(start, level.start if value is None else value + 1, HIGHEST)
        count.values[depth + 1 :] = [None] * (LEVELS - depth - 1)

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            own, reached = levels.get(place, Level("decimal")), count.values[place]
            return write_number(own.start if reached is None else reached, own.shape)

        return PLACEHOLDER.sub(shown, level.text).strip()


def _read_level(element: _Element) -> Level:
    if element.tag in BULLETED:
        return Level(text=element.get(text("bullet-char"), BULLET))
    form = element.get(style("num-format"), "")
    if not form:
        return Level("none", "")
    depth = whole(element.get(text("level")), 1, LEVELS)
    shape = SHAPES.get(form[:1], "decimal")
    written = element.get(f"{{{OF_LIBREOFFICE}}}num-list-format")
    return Level(
        shape, written or _compose(element, depth), whole(element.get(text("start-value")), 1, HIGHEST)
    )


def _compose(element: _Element, depth: int) -> str:
    """The label's form from what stands before and after, and how many depths are shown."""
    shown = min(depth, whole(element.get(text("display-levels")), 1, LEVELS))
    numbers = ".".join(f"%{place}%" for place in range(depth - shown + 1, depth + 1))
    return f"{element.get(style('num-prefix'), '')}{numbers}{element.get(style('num-suffix'), '')}"
