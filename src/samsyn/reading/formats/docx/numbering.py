"""The labels of numbered and bulleted paragraphs, counted as Word shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.formats.docx.names import NUMBER_LEVEL, VALUE, word

if TYPE_CHECKING:
    from lxml.etree import _Element

BULLET = "-"
LEVELS = 9
PLACEHOLDER = re.compile(r"%([1-9])")
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


class Level(NamedTuple):
    """How one depth of a list is labelled: `text` as in "%1.%2", `shape` as in "decimal"."""

    shape: str = "decimal"
    text: str = ""
    start: int = 1
    decimal_only: bool = False
    style: str = ""


class Numbering(NamedTuple):
    """A list: the scheme it shares its count with, its levels and where it begins anew."""

    scheme: str
    levels: dict[int, Level]
    restarts: dict[int, int]


@dataclass(slots=True)
class Counter:
    """Counts through a document."""

    lists: dict[str, Numbering]
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of(self, number: str, style: str) -> int:
        """The depth that a list gives to paragraphs of a style."""
        levels = self.lists[number].levels if number in self.lists else {}
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def label(self, number: str, depth: int) -> str | None:
        """The next label of a list at a depth, or None where there is no such list.

        Bullets are all "-", whatever their shape; a list entry's further paragraphs have "".
        """
        numbering = self.lists.get(number)
        if numbering is None:
            return None
        level = numbering.levels.get(depth, Level())
        if level.shape == "bullet":
            return BULLET if level.text.strip() else ""
        counts = self._count(number, numbering, depth)

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            own = numbering.levels.get(place, Level())
            value = counts[place]
            shape = "decimal" if level.decimal_only else own.shape
            return write_number(own.start if value is None else value, shape)

        return PLACEHOLDER.sub(shown, level.text).strip()

    def _count(self, number: str, numbering: Numbering, depth: int) -> list[int | None]:
        counts = self.counts.setdefault(numbering.scheme, [None] * LEVELS)
        value = counts[depth]
        if depth in numbering.restarts and (number, depth) not in self.begun:
            counts[depth] = numbering.restarts[depth]
        elif value is None:
            counts[depth] = numbering.levels.get(depth, Level()).start
        else:
            counts[depth] = value + 1
        self.begun.add((number, depth))
        counts[depth + 1 :] = [None] * (LEVELS - depth - 1)
        return counts


def read_numbering(root: _Element | None) -> dict[str, Numbering]:
    """The lists of an element `w:numbering`, by their identifier."""
    if root is None:
        return {}
    schemes = {scheme.get(word("abstractNumId"), ""): scheme for scheme in root.iter(word("abstractNum"))}
    lists = {}
    for number in root.iter(word("num")):
        pointer = number.find(word("abstractNumId"))
        scheme = "" if pointer is None else pointer.get(VALUE, "")
        if scheme in schemes:
            lists[number.get(word("numId"), "")] = _read_list(number, scheme, schemes[scheme])
    return lists


def write_number(value: int, shape: str) -> str:
    """A number as a list shows it."""
    match shape:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
            return letters.upper() if shape == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            return _roman(value).upper() if shape == "upperRoman" else _roman(value)
        case "decimalZero":
            return f"{value:02}"
        case "none":
            return ""
    return str(value)


def _roman(value: int) -> str:
    letters = ""
    for worth, sign in ROMAN:
        letters += sign * (value // worth)
        value %= worth
    return letters


def _read_list(number: _Element, scheme: str, element: _Element) -> Numbering:
    levels = {_depth(level): _read_level(level) for level in element.iterchildren(word("lvl"))}
    restarts = {}
    for override in number.iterchildren(word("lvlOverride")):
        for level in override.iterchildren(word("lvl")):
            levels[_depth(override)] = _read_level(level)
        start = override.find(word("startOverride"))
        if start is not None:
            restarts[_depth(override)] = _whole(start.get(VALUE), 1)
    return Numbering(scheme, levels, restarts)


def _read_level(level: _Element) -> Level:
    values = {child.tag: child.get(VALUE) or "" for child in level}
    return Level(
        values.get(word("numFmt"), "decimal"),
        values.get(word("lvlText"), ""),
        _whole(values.get(word("start")), 1),
        word("isLgl") in values,
        values.get(word("pStyle"), ""),
    )


def _depth(element: _Element) -> int:
    return min(LEVELS - 1, _whole(element.get(NUMBER_LEVEL), 0))


def _whole(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 6 else otherwise
