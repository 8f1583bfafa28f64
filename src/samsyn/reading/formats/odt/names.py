"""Names of OpenDocument, as lxml spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
TEXT, OFFICE, TABLE = f"{_OASIS}:text:1.0", f"{_OASIS}:office:1.0", f"{_OASIS}:table:1.0"
STYLE, DRAW = f"{_OASIS}:style:1.0", f"{_OASIS}:drawing:1.0"
FORMATTING, LINKS = f"{_OASIS}:xsl-fo-compatible:1.0", "http://www.w3.org/1999/xlink"
OF_LIBREOFFICE = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
DUBLIN = "http://purl.org/dc/elements/1.1/"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def text(name: str) -> str:
    """A name in the namespace of text."""
    return f"{{{TEXT}}}{name}"


def office(name: str) -> str:
    """A name in the namespace of the file's frame."""
    return f"{{{OFFICE}}}{name}"


def table(name: str) -> str:
    """A name in the namespace of tables."""
    return f"{{{TABLE}}}{name}"


def style(name: str) -> str:
    """A name in the namespace of styles."""
    return f"{{{STYLE}}}{name}"


def draw(name: str) -> str:
    """A name in the namespace of drawings."""
    return f"{{{DRAW}}}{name}"


PARAGRAPH, HEADING, LIST = text("p"), text("h"), text("list")
STYLE_NAME, OUTLINE_LEVEL = text("style-name"), text("outline-level")
SPACES, TAB, LINE_BREAK, COUNT = text("s"), text("tab"), text("line-break"), text("c")
NOTE, NOTE_BODY = text("note"), text("note-body")
ANNOTATION, ANNOTATION_END = office("annotation"), office("annotation-end")
CHANGE_START, CHANGE_END, CHANGE = text("change-start"), text("change-end"), text("change")


def whole(value: str | None, otherwise: int, most: int) -> int:
    """A whole number that a file gives, within bounds."""
    return min(int(value), most) if value and value.isdecimal() and len(value) < 10 else otherwise


def all_words(element: _Element) -> str:
    """All text below an element, shown or not."""
    return "".join(str(words) for words in element.itertext())
