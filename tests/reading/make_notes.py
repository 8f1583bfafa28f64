"""The same lines as a file of each format."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tests.reading import make_docx, make_odt, make_office
from tests.reading.make_eml import eml, saved_page
from tests.reading.make_pdf import column, paper, pdf

if TYPE_CHECKING:
    from collections.abc import Callable

TOP = 780


def page(*lines: str) -> str:
    """A web page."""
    return f"<!DOCTYPE html><html><body>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</body></html>"


MAKE: dict[str, Callable[..., bytes]] = {
    "docx": lambda *lines: make_docx.docx(*map(make_docx.p, lines)),
    "doc": make_office.doc,
    "rtf": make_office.rtf,
    "odt": lambda *lines: make_odt.odt(*map(make_odt.p, lines)),
    "html": lambda *lines: page(*lines).encode(),
    "mhtml": lambda *lines: saved_page(page(*lines)),
    "eml": lambda *lines: eml("\n\n".join(lines)),
    "markdown": lambda *lines: ("# " + "\n\n".join(lines)).encode(),
    "pdf": lambda *lines: pdf(paper(column(72, TOP, list(lines), leading=40))),
    "plain": lambda *lines: "\n\n".join(lines).encode(),
}
ENDINGS = {"markdown": "md", "plain": "txt", "mhtml": "mht"}


def name_of(format_name: str) -> str:
    """A file's name with the format's own ending."""
    return f"möte.{ENDINGS.get(format_name, format_name)}"
