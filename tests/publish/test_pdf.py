"""Notes as a tagged PDF."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from samsyn.publish.pdf import About, write_pdf
from samsyn.reading import read_bytes

ABOUT = About("Minnesanteckningar", "Styrgruppen", "Version 1", datetime(2026, 4, 10, tzinfo=UTC))
NOTES = """\
# Minnesanteckningar Styrgruppen

~~Egon Falk~~ och **Ebba Ek**

### Ett

- en sak
    - inuti
- en till

1. först
2. sedan

| Vad | Vem |
|---|---|
| Planen | Ebba |

---

#let x = sys.version $ \\ @ok <a> *nej*
"""


def pdf_of(notes: str = NOTES) -> bytes:
    """Notes as PDF."""
    return write_pdf(read_bytes(notes.encode(), name="prov.md"), ABOUT)


def text_of(pdf: bytes) -> str:
    """The words of a PDF's pages."""
    return read_bytes(pdf, name="prov.pdf").text


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param(rb"/MarkInfo", id="tagged"),
        pytest.param(rb"/Lang\s*\(sv", id="swedish"),
        pytest.param(rb"pdfuaid:part>1<", id="pdf-ua-1"),
        pytest.param(rb"/DisplayDocTitle true", id="title-shown"),
    ],
)
def test_a_pdf_can_be_followed(mark: bytes) -> None:
    """It says that it is tagged, in which language, and by which standard."""
    assert re.search(mark, pdf_of())


@pytest.mark.parametrize(
    "words",
    ["Egon Falk", "en sak", "inuti", "sedan", "Planen", "let x = sys.version $", "Version 1"],
)
def test_all_words_are_there(words: str) -> None:
    """None of them is run."""
    assert words in text_of(pdf_of())


def test_the_same_notes_are_the_same_file() -> None:
    """Byte for byte."""
    assert pdf_of() == pdf_of()


@pytest.mark.slow  # twenty thousand cells are needed
def test_a_table_of_gaps_is_written_line_by_line() -> None:
    """A small file may ask for millions of empty cells."""
    rows = "".join(f"<tr>{'<td></td>' * 300}<td>ord{at}</td></tr>" for at in range(80))
    document = read_bytes(f"<html><body><table>{rows}</table></body></html>".encode(), name="prov.html")
    assert "ord79" in text_of(write_pdf(document, ABOUT))
