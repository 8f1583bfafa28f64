"""Names of WordprocessingML, as lxml spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

OFFICE = "http://schemas.openxmlformats.org/"
# What strict files call the same; all their names begin alike.
STRICT = b"http://purl.oclc.org/ooxml/"
STRICT_NAMES = {
    f"http://purl.oclc.org/ooxml/{kind}/{name}".encode(): f"{OFFICE}{kind}/2006/{name}".encode()
    for kind, name in (
        ("wordprocessingml", "main"),
        ("officeDocument", "relationships"),
        ("officeDocument", "math"),
        ("drawingml", "wordprocessingDrawing"),
    )
}


def word(name: str) -> str:
    """A name in Word's own namespace."""
    return f"{{{WORD}}}{name}"


VALUE = word("val")
PARAGRAPH, PARAGRAPH_LOOK = word("p"), word("pPr")
RUN, RUN_LOOK, TEXT = word("r"), word("rPr"), word("t")
TABLE, ROW, CELL = word("tbl"), word("tr"), word("tc")
INSERTED, DELETED, MOVED_HERE, MOVED_AWAY = word("ins"), word("del"), word("moveTo"), word("moveFrom")
CONTROL, CONTROL_LOOK, CONTROL_CONTENT = word("sdt"), word("sdtPr"), word("sdtContent")
ALTERNATIVES = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE, FALLBACK = f"{{{COMPATIBILITY}}}Choice", f"{{{COMPATIBILITY}}}Fallback"
TEXT_BOX = word("txbxContent")
COMMENT_START, COMMENT_END = word("commentRangeStart"), word("commentRangeEnd")
COMMENT_MARK = word("commentReference")
BOLD, ITALIC, STRUCK, STRUCK_TWICE = word("b"), word("i"), word("strike"), word("dstrike")
STYLE_OF_RUN, STYLE_OF_PARAGRAPH = word("rStyle"), word("pStyle")
HIDDEN, OUTLINE = word("vanish"), word("outlineLvl")
NUMBERING, NUMBER_ID, NUMBER_LEVEL = word("numPr"), word("numId"), word("ilvl")

# Elements that only wrap what is to be read as if they were not there.
WRAPPERS = frozenset(
    (
        *(word(name) for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")),
        *(CONTROL_CONTENT, CHOICE, FALLBACK),
    )
)


def is_on(value: str | None) -> bool:
    """Whether a switch such as `<w:b w:val="0"/>` is on; without a value it is."""
    return value not in {"0", "false", "off", "none"}


def all_words(element: _Element) -> str:
    """All text below an element, deleted or not."""
    return "".join(str(text) for text in element.itertext())
