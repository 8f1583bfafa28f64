"""What a style says of a paragraph or a run: heading level, look, numbering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.building import Look
from samsyn.reading.formats.docx.names import (
    BOLD,
    DELETED,
    HIDDEN,
    ITALIC,
    NUMBER_ID,
    NUMBER_LEVEL,
    NUMBERING,
    OUTLINE,
    PARAGRAPH_LOOK,
    RUN_LOOK,
    STRUCK,
    STRUCK_TWICE,
    STYLE_OF_PARAGRAPH,
    STYLE_OF_RUN,
    VALUE,
    is_on,
    word,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADING_NAME = re.compile(r"(?:heading|rubrik)\s*([1-9])$")
TITLE_LEVELS = {"title": 1, "rubrik": 1, "subtitle": 2, "underrubrik": 2}
BODY_TEXT = 9
DEEPEST = 20
PLAIN = Look()


class Switches(NamedTuple):
    """What is said of a look; None where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    style: str = ""

    def over(self, base: Switches) -> Switches:
        """What is said here, and where nothing is, what `base` says."""
        return Switches(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.struck if self.struck is None else self.struck,
            base.hidden if self.hidden is None else self.hidden,
        )


class ListPlace(NamedTuple):
    """Which numbering a paragraph follows; `level` is None where the numbering itself tells."""

    number: str
    level: int | None


class ParagraphLook(NamedTuple):
    """What is said of a paragraph.

    Attributes:
        level: Heading level 1 to 9, 0 for body text, None where nothing is said.
        end_deleted: Whether its end is deleted, so that its words go on in the next paragraph.
    """

    style: str = ""
    level: int | None = None
    place: ListPlace | None = None
    end_deleted: bool = False


NOTHING_SAID = ParagraphLook()


class Style(NamedTuple):
    """A style with all that it takes over from those it is based on.

    Attributes:
        level: Heading level 1 to 9, 0 for none.
        place: Its numbering, None for none.
    """

    id: str = ""
    level: int = 0
    switches: Switches = Switches()
    place: ListPlace | None = None

    @property
    def look(self) -> Look:
        """How its words look. A heading's are plain: that it is a heading says it all."""
        if self.level:
            return PLAIN
        return Look(bool(self.switches.bold), bool(self.switches.italic), bool(self.switches.struck))


NO_STYLE = Style()


class Styles(NamedTuple):
    """All styles by their identifier; the empty identifier is the paragraphs' default."""

    by_id: dict[str, Style]

    def find(self, style_id: str | None) -> Style:
        """A style, or the default where none or an unknown one is named."""
        return self.by_id.get(style_id or "") or self.by_id.get("", NO_STYLE)

    def switches(self, style_id: str) -> Switches:
        """What a character style says."""
        return self.by_id.get(style_id, NO_STYLE).switches


def read_styles(root: _Element | None) -> Styles:
    """The styles of an element `w:styles`."""
    if root is None:
        return Styles({})
    elements = {style.get(word("styleId"), ""): style for style in root.iter(word("style"))}
    resolved: dict[str, Style] = {}
    for style_id in elements:
        _resolve(style_id, elements, resolved, ())
    for style_id, style in elements.items():
        if style.get(word("type")) == "paragraph" and style.get(word("default")) in {"1", "true", "on"}:
            resolved[""] = resolved[style_id]
    return Styles(resolved)


def read_switches(look: _Element) -> Switches:
    """What an element `w:rPr` says."""
    bold = italic = struck = hidden = None
    style = ""
    for child in look:
        tag = child.tag
        if tag == BOLD:
            bold = is_on(child.get(VALUE))
        elif tag == ITALIC:
            italic = is_on(child.get(VALUE))
        elif tag in (STRUCK, STRUCK_TWICE):
            struck = is_on(child.get(VALUE)) or bool(struck)
        elif tag == STYLE_OF_RUN:
            style = child.get(VALUE, "")
        elif tag == HIDDEN:
            hidden = is_on(child.get(VALUE))
    return Switches(bold, italic, struck, hidden, style)


def read_list_place(element: _Element) -> ListPlace | None:
    """What an element `w:numPr` says; None where it says nothing."""
    number, level = element.find(NUMBER_ID), element.find(NUMBER_LEVEL)
    if number is None and level is None:
        return None
    depth = None if level is None else level.get(VALUE, "0")
    return ListPlace(
        "" if number is None else number.get(VALUE, ""),
        int(depth[:2]) if depth and depth.isdecimal() else None,
    )


def read_paragraph_look(look: _Element | None) -> ParagraphLook:
    """What an element `w:pPr` says."""
    if look is None:
        return NOTHING_SAID
    style, level, place, end_deleted = "", None, None, False
    for child in look:
        tag = child.tag
        if tag == STYLE_OF_PARAGRAPH:
            style = child.get(VALUE, "")
        elif tag == NUMBERING:
            place = read_list_place(child)
        elif tag == OUTLINE:
            level = _outline(child.get(VALUE, ""))
        elif tag == RUN_LOOK:
            end_deleted = child.find(DELETED) is not None
    return ParagraphLook(style, level, place, end_deleted)


def _outline(value: str) -> int | None:
    if not value.isdecimal():
        return None
    return int(value[:2]) + 1 if int(value[:2]) < BODY_TEXT else 0


def _resolve(
    style_id: str, elements: dict[str, _Element], resolved: dict[str, Style], seen: tuple[str, ...]
) -> Style:
    if style_id in resolved:
        return resolved[style_id]
    if style_id not in elements or style_id in seen or len(seen) > DEEPEST:
        return NO_STYLE
    element = elements[style_id]
    based_on = _value(element, "basedOn")
    base = _resolve(based_on, elements, resolved, (*seen, style_id)) if based_on else NO_STYLE
    resolved[style_id] = style = _extend(base, style_id, element)
    return style


def _extend(base: Style, style_id: str, element: _Element) -> Style:
    look = read_paragraph_look(element.find(PARAGRAPH_LOOK))
    level = _named_level(_value(element, "name")) if look.level is None else look.level
    run_look = element.find(RUN_LOOK)
    switches = base.switches
    if run_look is not None:
        own = read_switches(run_look)
        switches = own.over(switches)
    return Style(style_id, base.level if level is None else level, switches, look.place or base.place)


def _named_level(name: str) -> int | None:
    name = name.lower()
    match = HEADING_NAME.match(name)
    return int(match[1]) if match else TITLE_LEVELS.get(name)


def _value(element: _Element, name: str) -> str:
    child = element.find(word(name))
    return "" if child is None else child.get(VALUE, "")
