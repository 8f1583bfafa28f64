"""What a style says of a paragraph or a stretch of words: look, heading level, whether it is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.building import Look
from samsyn.reading.formats.odt.names import FORMATTING, style, text

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 20
BOLD_FROM = 600
TITLE_LEVELS = {"title": 1, "subtitle": 2}
HEADING_NAME = re.compile(r"Heading(?:_20_([1-9]))?$")
RULE_NAME = "Horizontal_20_Line"
LINE_STYLES = (
    style("text-line-through-style"),
    style("text-line-through-type"),
)


class Switches(NamedTuple):
    """What is said of a look; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None

    def over(self, base: Switches) -> Switches:
        """What is said here, and where nothing is, what `base` says."""
        bold, italic, struck, hidden = (
            under if own is None else own for own, under in zip(self, base, strict=True)
        )
        return Switches(bold, italic, struck, hidden)


class Style(NamedTuple):
    """A style with all that it takes over from its parents.

    Attributes:
        level: Heading level 1 to 9 of a title, 0 for none.
        is_heading: Whether it comes from a style for headings.
        is_rule: Whether paragraphs of the style are a line across the page.
    """

    switches: Switches = Switches()
    level: int = 0
    is_heading: bool = False
    is_rule: bool = False

    @property
    def look(self) -> Look:
        """How words of the style look."""
        return look_of(self.switches)


NO_STYLE = Style()


@dataclass(slots=True)
class Styles:
    """The styles of a file, worked out when they are asked for.

    Attributes:
        elements: Styles by their family ("paragraph", "text") and name.
    """

    elements: dict[tuple[str, str], _Element] = field(default_factory=dict)
    resolved: dict[tuple[str, str], Style] = field(default_factory=dict)

    def add(self, root: _Element) -> None:
        """Take in the styles of a part; those of a later part come first."""
        for element in root.iter(style("style")):
            self.elements[element.get(style("family"), ""), element.get(style("name"), "")] = element
        self.resolved.clear()

    def find(self, family: str, name: str) -> Style:
        """A style; one that says nothing where there is none of the name."""
        return self._resolve((family, name), 0)

    def _resolve(self, key: tuple[str, str], depth: int) -> Style:
        if key in self.resolved:
            return self.resolved[key]
        element = self.elements.get(key)
        if element is None or depth > DEEPEST:
            return _extend(NO_STYLE, key[1], None)
        parent = element.get(style("parent-style-name"))
        base = self._resolve((key[0], parent), depth + 1) if parent else NO_STYLE
        self.resolved[key] = found = _extend(base, key[1], element)
        return found


def look_of(switches: Switches) -> Look:
    """The look that switches make."""
    return Look(bool(switches.bold), bool(switches.italic), bool(switches.struck))


def _extend(base: Style, name: str, element: _Element | None) -> Style:
    if HEADING_NAME.match(name):
        # That a heading is bold says nothing more than that it is a heading.
        return Style(is_heading=True)
    if name.lower() in TITLE_LEVELS:
        return Style(level=TITLE_LEVELS[name.lower()], is_heading=True)
    if element is None:
        return NO_STYLE._replace(is_rule=name == RULE_NAME)
    return Style(
        _read_switches(element).over(base.switches),
        base.level,
        base.is_heading,
        base.is_rule or name == RULE_NAME,
    )


def _read_switches(element: _Element) -> Switches:
    properties = element.find(style("text-properties"))
    if properties is None:
        return Switches()
    lines = [value for name in LINE_STYLES if (value := properties.get(name)) is not None]
    hidden = properties.get(text("display"))
    return Switches(
        _is_bold(properties.get(f"{{{FORMATTING}}}font-weight")),
        _is_italic(properties.get(f"{{{FORMATTING}}}font-style")),
        all(value != "none" for value in lines) if lines else None,
        None if hidden is None else hidden == "none",
    )


def _is_bold(weight: str | None) -> bool | None:
    if weight is None:
        return None
    return weight == "bold" or (weight.isdecimal() and int(weight[:4]) >= BOLD_FROM)


def _is_italic(slant: str | None) -> bool | None:
    return None if slant is None else slant in {"italic", "oblique"}
