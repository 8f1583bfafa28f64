"""Word files written by hand, part by part, so that a test shows the very XML it is about."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
# What a part of each kind is wrapped in.
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "comments": "comments",
    "footnotes": "footnotes",
    "header": "hdr",
    "footer": "ftr",
}


def r(text: str, look: str = "") -> str:
    """A run; `look` is the content of its `w:rPr`."""
    return f'<w:r>{_wrap("w:rPr", look)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, look: str = "", style: str = "") -> str:
    """A paragraph; a run that is no XML is plain text."""
    if style:
        look = f'<w:pStyle w:val="{style}"/>{look}'
    return (
        f"<w:p>{_wrap('w:pPr', look)}{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"
    )


def numbered(number: int, level: int = 0) -> str:
    """The content of `w:pPr` that puts a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of plain cells; a cell that is XML is taken as it is."""
    lines = ("".join(_cell(words) for words in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def style(name: str, content: str = "", *, kind: str = "paragraph", based_on: str = "") -> str:
    """A style whose identifier is its name without blanks."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    identifier = name.replace(" ", "")
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/>{base}{content}</w:style>'
    )


def scheme(number: int, *levels: tuple[str, str]) -> str:
    """A list whose levels are (shape, label), as ("decimal", "%1.")."""
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (shape, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{written}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    )


def docx(*body: str, extra: dict[str, bytes] | None = None, links: str = "", **parts: str) -> bytes:
    """A Word file.

    Args:
        body: Paragraphs and tables.
        extra: More members of the archive, or others in the place of the usual ones.
        links: More rows of the main part's relations.
        parts: Contents of the parts of `ROOTS`; headers and footers are shown by a last section.
    """
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{TYPES}/{kind}" Target="{kind}.xml"/>' for kind in parts
    )
    shown = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{kind}"/>'
        for kind in ("header", "footer")
        if kind in parts
    )
    members = {
        "[Content_Types].xml": CONTENT_TYPES.encode(),
        "word/document.xml": _part(
            "document", f"<w:body>{''.join(body)}<w:sectPr>{shown}</w:sectPr></w:body>"
        ),
        "word/_rels/document.xml.rels": f"<Relationships>{relations}{links}</Relationships>".encode(),
        **{f"word/{kind}.xml": _part(ROOTS[kind], content) for kind, content in parts.items()},
        **(extra or {}),
    }
    return archive(members)


def archive(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for name, member in members.items():
            package.writestr(name, member)
    return content.getvalue()


def _part(root: str, content: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'.encode()


def _cell(words: str) -> str:
    return words if words.startswith("<w:tc>") else f"<w:tc>{p(words) if words else '<w:p/>'}</w:tc>"


def _wrap(tag: str, content: str) -> str:
    return f"<{tag}>{content}</{tag}>" if content else ""
