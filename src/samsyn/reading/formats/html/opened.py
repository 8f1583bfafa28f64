"""The elements that are open at a place of a page, and what they make of the words there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.building import Look
from samsyn.reading.documents import BlockKind
from samsyn.reading.formats.html.looks import NOTHING_SAID, TAGS, Switches, is_hidden, read_style
from samsyn.reading.formats.html.survey import AROUND, CELLS, HEADINGS, MAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samsyn.reading.formats.html.survey import Survey

PLAIN = Look()
# Tags of looks may be closed in any order, and go on where a paragraph ends before they do.
LOOSE = frozenset(("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "u"))
MOST_ALIKE = 3
NEVER_SHOWN = frozenset(
    ("audio", "button", "canvas", "datalist", "map", "object", "option", "select", "template", "video")
)
TITLES = {"msotitle": 1, "title": 1, "msosubtitle": 2, "subtitle": 2}
NOTE_SIGNS = frozenset(
    ("sdfootnoteanc", "sdfootnotesym", "sdendnoteanc", "sdendnotesym", "msofootnotereference")
)
EDGES = {"header": BlockKind.PAGE_HEADER, "footer": BlockKind.PAGE_FOOTER}
REMARKS = re.compile(r"mso-element\s*:\s*comment", re.IGNORECASE)
WORD_LIST = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])", re.IGNORECASE)
WORD_ENTRY = "MsoListParagraph"
WORD_LABEL = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)


class Opened(NamedTuple):
    """An open element, with what it and those around it say.

    Attributes:
        switches: What it says itself of the look.
        level: Heading level, 0 for none.
        keeps_blanks: Whether blanks and line ends are shown as they stand.
        edge: Page header or footer.
        in_main: Whether it is in the element that holds the notes.
        depth: Depth as an entry of a list in a page that Word wrote, -1 for none.
        is_label: Whether its words are the label of such an entry.
        is_word_list: Whether it is such an entry whose label stands among its words.
    """

    name: str = ""
    switches: Switches = NOTHING_SAID
    look: Look = PLAIN
    hidden: bool = False
    level: int = 0
    keeps_blanks: bool = False
    edge: BlockKind | None = None
    in_main: bool = False
    depth: int = -1
    is_label: bool = False
    is_word_list: bool = False


NOTHING_OPEN = Opened()


@dataclass(slots=True)
class Openings:
    """All that is open, outermost first."""

    survey: Survey
    rules: dict[tuple[str, str], Switches] = field(default_factory=dict)
    stack: list[Opened] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def top(self) -> Opened:
        """The innermost element that is open."""
        return self.stack[-1] if self.stack else NOTHING_OPEN

    @property
    def is_shown(self) -> bool:
        """Whether words here are words of the notes."""
        return not self.top.hidden and (self.top.in_main or not self.survey.has_main)

    def open(self, name: str, said: Mapping[str, str]) -> None:
        """Open an element."""
        outer, classes = self.top, said.get("class", "").split()
        level = _level(name, said, classes) or outer.level
        switches = self._switches(name, said, classes, is_heading=level > 0)
        style = said.get("style", "")
        in_list = WORD_LIST.search(style) if name == "p" else None
        self._push(
            Opened(
                name,
                switches,
                switches.over(outer.look),
                outer.hidden or self._hides(name, said, classes),
                level,
                outer.keeps_blanks or name == "pre",
                outer.edge or EDGES.get(said.get("title", "")) if name == "div" else outer.edge,
                outer.in_main or name in MAIN,
                int(in_list[1]) - 1 if in_list else outer.depth,
                outer.is_label or bool(WORD_LABEL.search(style)),
                outer.is_word_list or (not in_list and said.get("class", "").startswith(WORD_ENTRY)),
            )
        )

    def find(self, names: frozenset[str], *, within: frozenset[str]) -> int:
        """Place of the outermost open element of some names, looking no further out than `within`; -1."""
        found, left = -1, sum(map(self.counts.__getitem__, names))
        for place in range(len(self.stack) - 1, -1, -1):
            if not left or self.stack[place].name in within:
                break
            if self.stack[place].name in names:
                found, left = place, left - 1
        return found

    def find_last(self, name: str) -> int:
        """Place of the innermost open element of a name; -1 for none."""
        if not self.counts[name]:
            return -1
        return next(place for place in range(len(self.stack) - 1, -1, -1) if self.stack[place].name == name)

    def close(self, place: int) -> list[Opened]:
        """Close an element and those within it, looks aside; gives back what was closed, innermost first."""
        closed = self.stack[place:]
        del self.stack[place:]
        self.counts.subtract(one.name for one in closed)
        kept = []
        if not any(one.name in CELLS for one in closed):
            kept = [one for one in closed[1:] if one.name in LOOSE]
        for one in kept:
            if self._is_rare(one):
                self._push(self._again(one))
        return [one for one in reversed(closed) if one not in kept]

    def _is_rare(self, one: Opened) -> bool:
        """Whether few like it are open: a page that never closes its looks would pile them up."""
        if self.counts[one.name] < MOST_ALIKE:
            return True
        alike = (other for other in self.stack if other.name == one.name and other.switches == one.switches)
        return sum(1 for _ in alike) < MOST_ALIKE

    def close_alone(self, place: int) -> None:
        """Close an element of looks; what was opened within it stays open."""
        inside = self.stack[place + 1 :]
        self.counts.subtract(one.name for one in self.stack[place:])
        del self.stack[place:]
        for one in inside:
            self._push(one._replace(look=one.switches.over(self.top.look)))

    def _push(self, opened: Opened) -> None:
        self.stack.append(opened)
        self.counts[opened.name] += 1

    def _again(self, one: Opened) -> Opened:
        """An element of looks that goes on within another than it began in."""
        return self.top._replace(name=one.name, switches=one.switches, look=one.switches.over(self.top.look))

    def _switches(
        self, name: str, said: Mapping[str, str], classes: list[str], *, is_heading: bool
    ) -> Switches:
        """What a tag says of the look, ruled over by its classes and these by its own style."""
        found = TAGS.get(name, NOTHING_SAID)
        if self.rules and not is_heading:
            for one in ("", *classes):
                found = _over(self.rules.get((name, one), NOTHING_SAID), found)
                found = _over(self.rules.get(("", one), NOTHING_SAID), found)
        return _over(read_style(said["style"]), found) if "style" in said else found

    def _hides(self, name: str, said: Mapping[str, str], classes: list[str]) -> bool:
        if name in NEVER_SHOWN or is_hidden(said) or REMARKS.search(said.get("style", "")):
            return True
        if name in AROUND and name not in {"header", "footer"}:
            return self.survey.has_main if self.top.in_main else name == "nav" and self.survey.has_menu
        return bool(NOTE_SIGNS.intersection(one.lower() for one in classes))


def _over(own: Switches, base: Switches) -> Switches:
    bold, italic, struck = (under if said is None else said for said, under in zip(own, base, strict=True))
    return Switches(bold, italic, struck)


def _level(name: str, said: Mapping[str, str], classes: list[str]) -> int:
    if name in HEADINGS:
        return int(name[1])
    if said.get("role") == "heading":
        level = said.get("aria-level", "2")
        return min(9, int(level[:2])) if level.isdecimal() else 2
    return next((TITLES[one.lower()] for one in classes if one.lower() in TITLES), 0) if name == "p" else 0
