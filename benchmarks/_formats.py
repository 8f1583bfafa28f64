"""Made notes as files: blocks of Markdown written as Word file, OpenDocument text, web page, text or PDF."""

from __future__ import annotations

import re
from html import escape
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any

from scripts import word_files
from tests.reading import make_odt, make_pdf
from tests.reading.make_docx import archive

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BOLD = re.compile(r"\*\*(.+?)\*\*")
LINE_WIDTH, LINES_A_PAGE = 88, 48
KIND = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
PARTS = {"/": "application/vnd.oasis.opendocument.text", "content.xml": "text/xml", "styles.xml": "text/xml"}
MANIFEST = (
    f'<?xml version="1.0" encoding="UTF-8"?><m:manifest xmlns:m="{KIND}">'
    + "".join(f'<m:file-entry m:full-path="{part}" m:media-type="{kind}"/>' for part, kind in PARTS.items())
    + "</m:manifest>"
).encode()


def write_markdown(blocks: Sequence[str]) -> bytes:
    """As it is."""
    return "\n\n".join(blocks).encode() + b"\n"


def write_plain(blocks: Sequence[str]) -> bytes:
    """The words alone, numbers of headings kept."""
    return "\n\n".join(_unmarked(block) for block in blocks).encode() + b"\n"


def write_html(blocks: Sequence[str]) -> bytes:
    """A web page."""
    body = "\n".join(_html_block(block) for block in blocks)
    head = '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>Anteckningar</title></head>'
    return f"{head}<body>\n{body}\n</body></html>\n".encode()


def write_docx(blocks: Sequence[str]) -> bytes:
    """A Word file with headings and lists by style, whole enough for any program."""
    return archive({name: part.encode() for name, part in word_files.members("\n\n".join(blocks)).items()})


def write_word(blocks: Sequence[str]) -> bytes:
    """A Word file with all the styles that Word's own template brings, as most files out there have."""
    word, content = import_module("docx").Document(), BytesIO()
    for block in blocks:
        if level := _level(block):
            word.add_heading(_unmarked(block), level)
        elif block.startswith("- "):
            for entry in _entries(block):
                _add_runs(word.add_paragraph(style="List Bullet"), entry)
        else:
            _add_runs(word.add_paragraph(), block)
    word.save(content)
    return content.getvalue()


def write_odt(blocks: Sequence[str]) -> bytes:
    """An OpenDocument text, whole enough for any program."""
    styles = make_odt.look("B", 'fo:font-weight="bold"') + make_odt.numbering("-")
    return make_odt.odt(*map(_odt_block, blocks), styles=styles, extra={"META-INF/manifest.xml": MANIFEST})


def write_pdf(blocks: Sequence[str]) -> bytes:
    """A PDF of A4 pages, headings larger and bold, words broken into lines."""
    lines = [line for block in blocks for line in [*_pdf_lines(block), ("", 11, make_pdf.PLAIN)]]
    pages = [lines[at : at + LINES_A_PAGE] for at in range(0, len(lines), LINES_A_PAGE)]
    return make_pdf.pdf(*(make_pdf.paper(*map(_pdf_row, range(len(page)), page)) for page in pages))


def _unmarked(block: str) -> str:
    return BOLD.sub(r"\1", re.sub(r"^#+ ", "", block))


def _parts(block: str) -> list[tuple[str, bool]]:
    """Words and whether they are bold, in turn."""
    return [(words, place % 2 == 1) for place, words in enumerate(BOLD.split(block)) if words]


def _level(block: str) -> int:
    return len(block) - len(block.lstrip("#"))


def _entries(block: str) -> list[str]:
    return [line.removeprefix("- ") for line in block.splitlines()]


def _html_block(block: str) -> str:
    def words(text: str) -> str:
        return "".join(f"<b>{escape(one)}</b>" if bold else escape(one) for one, bold in _parts(text))

    if level := _level(block):
        return f"<h{level}>{words(_unmarked(block))}</h{level}>"
    if block.startswith("- "):
        return f"<ul>{''.join(f'<li>{words(entry)}</li>' for entry in _entries(block))}</ul>"
    return f"<p>{words(block)}</p>"


def _add_runs(paragraph: Any, text: str) -> None:
    for words, bold in _parts(text):
        paragraph.add_run(words).bold = bold or None


def _odt_block(block: str) -> str:
    def words(text: str) -> list[str]:
        return [make_odt.span(one, "B") if bold else one for one, bold in _parts(text)]

    if level := _level(block):
        return make_odt.h(escape(_unmarked(block)), level)
    if block.startswith("- "):
        return make_odt.entries(*(make_odt.p(*words(entry)) for entry in _entries(block)))
    return make_odt.p(*words(block))


def _pdf_lines(block: str) -> list[tuple[str, int, str]]:
    if level := _level(block):
        return [(_unmarked(block), 18 - 2 * level, make_pdf.BOLD)]
    return [
        (line, 11, make_pdf.PLAIN)
        for entry in _unmarked(block).splitlines()
        for line in re.findall(rf".{{1,{LINE_WIDTH}}}(?:\s|$)", entry)
    ]


def _pdf_row(number: int, line: tuple[str, int, str]) -> str:
    words, size, font = line
    return make_pdf.put(72, 780 - 14.5 * number, words.rstrip(), size, font)


WRITERS: tuple[tuple[str, Callable[[Sequence[str]], bytes]], ...] = (
    (".docx", write_docx),
    (".docx", write_docx),
    (".docx", write_docx),
    (".md", write_markdown),
    (".txt", write_plain),
    (".odt", write_odt),
    (".html", write_html),
    (".docx", write_docx),
)
