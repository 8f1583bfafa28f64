"""OpenDocument files written by hand, so that a test shows the very XML it is about."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.reading.make_docx import archive

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    (
        *(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta")),
        f'xmlns:draw="{OASIS}:drawing:1.0" xmlns:fo="{OASIS}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{OASIS}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    )
)
MIME = b"application/vnd.oasis.opendocument.text"


def span(words: str, name: str) -> str:
    """Words of a style."""
    return f'<text:span text:style-name="{name}">{escape(words)}</text:span>'


def p(*words: str, style: str = "") -> str:
    """A paragraph; words that are no XML are plain."""
    inner = "".join(one if one.startswith("<") else escape(one) for one in words)
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def h(words: str, level: int = 1) -> str:
    """A heading."""
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{words}</text:h>'


def entries(*items: str, style: str = "L", more: str = "") -> str:
    """A list; an item that is no XML is a paragraph."""
    inner = "".join(
        f"<text:list-item>{item if item.startswith('<') else p(item)}</text:list-item>" for item in items
    )
    return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of plain cells; a cell that is XML is taken as it is."""
    lines = ("".join(_cell(cell) for cell in row) for row in rows)
    inner = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    return f"<table:table>{inner}</table:table>"


def look(name: str, properties: str, *, family: str = "text", parent: str = "") -> str:
    """A style; `properties` are the attributes of its `style:text-properties`."""
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">'
        f"<style:text-properties {properties}/></style:style>"
    )


def numbering(*levels: str, name: str = "L") -> str:
    """A list style; a level is the attributes of a numbered level, or "-" for bullets."""
    written = "".join(
        f'<text:list-level-style-bullet text:level="{depth}" text:bullet-char="•"/>'
        if level == "-"
        else f'<text:list-level-style-number text:level="{depth}" {level}/>'
        for depth, level in enumerate(levels, start=1)
    )
    return f'<text:list-style style:name="{name}">{written}</text:list-style>'


def odt(
    *body: str, styles: str = "", masters: str = "", meta: str = "", extra: dict[str, bytes] | None = None
) -> bytes:
    """An OpenDocument text.

    Args:
        body: Paragraphs, lists and tables.
        styles: Automatic styles of the content.
        masters: Master pages.
        meta: What the file says of itself.
        extra: More members of the archive, or others in the place of the usual ones.
    """
    content = (
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body>"
    )
    members = {
        "mimetype": MIME,
        "content.xml": part("document-content", content),
        "styles.xml": part("document-styles", f"<office:master-styles>{masters}</office:master-styles>"),
        "meta.xml": part("document-meta", f"<office:meta>{meta}</office:meta>"),
        "META-INF/manifest.xml": b"<manifest/>",
        **(extra or {}),
    }
    return archive(members)


def part(root: str, content: str) -> bytes:
    """A part of the file."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}<office:{root} {NAMESPACES}>{content}</office:{root}>".encode()


def _cell(words: str) -> str:
    if words.startswith("<table:"):
        return words
    return f"<table:table-cell>{p(words) if words else ''}</table:table-cell>"
