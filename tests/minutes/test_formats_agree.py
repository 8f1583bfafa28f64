"""The same notes give the same record, whatever file they come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.reading import make_odt
from tests.reading.make_docx import docx, numbered, p, r, scheme, style, table
from tests.reading.make_eml import eml, saved_page
from tests.reading.make_office import doc, needs_office, rtf
from tests.reading.make_pdf import BOLD as BOLD_FONT
from tests.reading.make_pdf import PLAIN, SLANTED, grid, paper, pdf, put, row, stroke
from tests.reading.make_scan import needs_tesseract, pictures_of, scan

from samsyn.minutes import read_minutes, read_notes, to_record
from samsyn.reading import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.minutes import Record

MARKDOWN = """# Minnesanteckningar Styrgruppen och Länsstyrgruppen

**Datum:** 260310

**Tid:** 10.00-12.00

**Plats:** Stadshuset, Flen

**Närvarande:** **Rut Vifell**, Flens kommun **Tage Wrangmark**, Trosa kommun
~~**Siv Fjällgren**~~, Region Sörmland

**Sekreterare:** Olle Ekeving

### 1. Läget

Rut informerar om läget. Gruppen enades om en gemensam blankett.

#### 2. Tidsplan

- Tage tar fram ett utkast senast den 15 april.
- Planen är lång.

**Beslut:** Tidsplanen antas.

| Vad | Vem | När |
| --- | --- | --- |
| Boka lokal | Rut | 23 april |

## 3. Nästa möte

Den 9 juni i Trosa.
"""

BOLD, STRUCK = "<w:b/>", "<w:b/><w:strike/>"
LABELS = (("Datum:", " 260310"), ("Tid:", " 10.00-12.00"), ("Plats:", " Stadshuset, Flen"))
STYLES = "".join(
    style(f"heading {level}", f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>') for level in range(1, 5)
)
WORD = (
    p("Minnesanteckningar Styrgruppen och Länsstyrgruppen", style="heading1"),
    *(p(r(label, BOLD), r(words)) for label, words in LABELS),
    p(
        *(r("Närvarande:", BOLD), r(" "), r("Rut Vifell", BOLD), r(", Flens kommun ")),
        *(r("Tage Wrangmark", BOLD), r(", Trosa kommun"), "<w:r><w:br/></w:r>"),
        *(r("Siv Fjällgren", STRUCK), r(", Region Sörmland")),
    ),
    p(r("Sekreterare:", BOLD), r(" Olle Ekeving")),
    p("1. Läget", style="heading3"),
    p("Rut informerar om läget. Gruppen enades om en gemensam blankett."),
    p("2. Tidsplan", style="heading4"),
    p("Tage tar fram ett utkast senast den 15 april.", look=numbered(1)),
    p("Planen är lång.", look=numbered(1)),
    p(r("Beslut:", BOLD), r(" Tidsplanen antas.")),
    table(("Vad", "Vem", "När"), ("Boka lokal", "Rut", "23 april")),
    p("3. Nästa möte", style="heading2"),
    p("Den 9 juni i Trosa."),
)

FIRST_PAGE = paper(
    put(72, 780, "Minnesanteckningar Styrgruppen och Länsstyrgruppen", 18),
    *(row(72, 750 - 20 * n, (label, BOLD_FONT), (words, PLAIN)) for n, (label, words) in enumerate(LABELS)),
    row(
        *(72, 690, ("Närvarande:", BOLD_FONT), (" ", PLAIN), ("Rut Vifell", BOLD_FONT)),
        *((", Flens kommun ", PLAIN), ("Tage Wrangmark", BOLD_FONT), (", Trosa kommun", PLAIN)),
    ),
    row(72, 677, ("Siv Fjällgren", BOLD_FONT), (", Region Sörmland", PLAIN)),
    stroke(72, 680.5, 140, 680.5),
    row(72, 650, ("Sekreterare:", BOLD_FONT), (" Olle Ekeving", PLAIN)),
    put(72, 620, "1. Läget", 14),
    put(72, 600, "Rut informerar om läget. Gruppen enades om en gemensam blankett."),
    put(280, 30, "Sida 1"),
)
SECOND_PAGE = paper(
    put(72, 780, "2. Tidsplan", font=SLANTED),
    *(put(80, 760, "•"), put(94, 760, "Tage tar fram ett utkast senast den 15 april.")),
    *(put(80, 745, "•"), put(94, 745, "Planen är lång.")),
    row(72, 720, ("Beslut:", BOLD_FONT), (" Tidsplanen antas.", PLAIN)),
    grid([72, 200, 300, 400], [700, 680, 660]),
    *(put(x, 686, words) for x, words in ((76, "Vad"), (204, "Vem"), (304, "När"))),
    *(put(x, 666, words) for x, words in ((76, "Boka lokal"), (204, "Rut"), (304, "23 april"))),
    put(72, 630, "3. Nästa möte", 16),
    put(72, 610, "Den 9 juni i Trosa."),
    put(280, 30, "Sida 2"),
)
# As a web editor writes it, with the line ends of the source in the middle of a name.
PAGE = """<!DOCTYPE html><html><head><title>Protokoll</title></head><body>
<h1>Minnesanteckningar
  Styrgruppen och Länsstyrgruppen</h1>
<p><b>Datum:</b> 260310</p><p><b>Tid:</b> 10.00-12.00<p><b>Plats:</b> Stadshuset, Flen
<p><strong>Närvarande:</strong> <b>Rut
Vifell</b>, Flens kommun <b>Tage Wrangmark</b>, Trosa kommun<br/>
<strike><b>Siv
   Fj&auml;llgren</b></strike>, Region S&ouml;rmland</p>
<p><b>Sekreterare:</b> Olle Ekeving</p>
<h3>1. Läget</h3><p>Rut informerar om läget. Gruppen enades om en gemensam blankett.</p>
<h4>2. Tidsplan</h4>
<ul><li>Tage tar fram ett utkast senast den 15 april.</li><li><p>Planen är lång.</p></ul>
<p><span style="font-weight: 700">Beslut:</span> Tidsplanen antas.</p>
<table border="1"><tr><th>Vad</th><th>Vem</th><th>När</th></tr><tr><td>Boka lokal<td>Rut<td>23 april</table>
<h2>3. Nästa möte</h2><p>Den 9 juni i Trosa.</p></body></html>"""
ODT_LOOKS = (
    make_odt.numbering("-")
    + make_odt.look("B", 'fo:font-weight="bold"')
    + make_odt.look("S", 'style:text-line-through-style="solid"', parent="B")
)
OPEN = (
    make_odt.h("Minnesanteckningar Styrgruppen och Länsstyrgruppen"),
    *(make_odt.p(make_odt.span(label, "B"), words) for label, words in LABELS),
    make_odt.p(
        *(make_odt.span("Närvarande:", "B"), " ", make_odt.span("Rut Vifell", "B"), ", Flens kommun "),
        *(make_odt.span("Tage Wrangmark", "B"), ", Trosa kommun", "<text:line-break/>"),
        *(make_odt.span("Siv Fjällgren", "S"), ", Region Sörmland"),
    ),
    make_odt.p(make_odt.span("Sekreterare:", "B"), " Olle Ekeving"),
    make_odt.h("1. Läget", 3),
    make_odt.p("Rut informerar om läget. Gruppen enades om en gemensam blankett."),
    make_odt.h("2. Tidsplan", 4),
    make_odt.entries("Tage tar fram ett utkast senast den 15 april.", "Planen är lång."),
    make_odt.p(make_odt.span("Beslut:", "B"), " Tidsplanen antas."),
    make_odt.table(("Vad", "Vem", "När"), ("Boka lokal", "Rut", "23 april")),
    make_odt.h("3. Nästa möte", 2),
    make_odt.p("Den 9 juni i Trosa."),
)


def record(content: bytes, name: str) -> Record:
    """The record of a file."""
    return to_record(read_minutes(read_bytes(content, name=name), name=name))


def test_a_word_file_gives_the_record_of_its_markdown() -> None:
    """Headings, bold, strokes, lists and tables mean the same in both."""
    word = docx(*WORD, styles=STYLES, numbering=scheme(1, ("bullet", "•")))
    assert record(word, "a.docx") == record(MARKDOWN.encode(), "a.md")


def test_a_pdf_gives_the_record_of_its_markdown() -> None:
    """What is drawn means the same as what is marked."""
    assert record(pdf(FIRST_PAGE, SECOND_PAGE), "a.pdf") == record(MARKDOWN.encode(), "a.md")


@pytest.mark.slow  # Tesseract reads a page in over a second
@needs_tesseract
def test_a_scan_gives_the_record_of_its_markdown() -> None:
    """What is seen in a picture means the same as what is marked."""
    content = scan(pictures_of(pdf(FIRST_PAGE, SECOND_PAGE)))
    assert record(content, "a.pdf") == record(MARKDOWN.encode(), "a.md")


def test_an_open_document_gives_the_record_of_its_markdown() -> None:
    """Styles with parents say the same as marks."""
    assert record(make_odt.odt(*OPEN, styles=ODT_LOOKS), "a.odt") == record(MARKDOWN.encode(), "a.md")


def test_a_web_page_gives_the_record_of_its_markdown() -> None:
    """Line ends in the source, signs by name and tags left open make no difference."""
    assert record(PAGE.encode(), "a.html") == record(MARKDOWN.encode(), "a.md")


def test_the_record_is_the_one_that_the_notes_tell() -> None:
    """The comparison is about a full record, and not about two empty ones."""
    found = record(MARKDOWN.encode(), "a.md")
    assert (found["date"], found["body"], found["next_meeting"]) == (
        "2026-03-10",
        "Styrgruppen och Länsstyrgruppen",
        "2026-06-09",
    )


def test_all_lists_of_the_record_are_filled() -> None:
    """One decision, one agreement, two actions, two present and one absent."""
    found = record(MARKDOWN.encode(), "a.md")
    counts = {
        name: len(found[name])
        for name in ("present", "absent", "items", "decisions", "agreements", "actions")
    }
    assert counts == {"present": 2, "absent": 1, "items": 3, "decisions": 1, "agreements": 1, "actions": 2}


def test_line_ends_make_no_difference() -> None:
    """Notes written on another system give the same record."""
    assert record(MARKDOWN.replace("\n", "\r\n").encode(), "a.md") == record(MARKDOWN.encode(), "a.md")


def test_an_old_encoding_makes_no_difference() -> None:
    """Notes in Latin-1 and UTF-16 give the same record as in UTF-8."""
    found = [record(MARKDOWN.encode(code), "a.md") for code in ("utf-8", "latin-1", "utf-16")]
    assert found[1:] == found[:1] * 2


RICH = (
    r"\s1\outlinelevel0 Minnesanteckningar Styrgruppen och Länsstyrgruppen",
    *(rf"{{\b {label}}}{words}" for label, words in LABELS),
    r"{\b Närvarande:} {\b Rut Vifell}, Flens kommun {\b Tage Wrangmark}, Trosa kommun"
    r"\line {\b\strike Siv Fjällgren}, Region Sörmland",
    r"{\b Sekreterare:} Olle Ekeving",
    r"\s3\outlinelevel2 1. Läget",
    "Rut informerar om läget. Gruppen enades om en gemensam blankett.",
    r"\s4\outlinelevel3 2. Tidsplan",
    r"\ls1\ilvl0 Tage tar fram ett utkast senast den 15 april.",
    r"\ls1\ilvl0 Planen är lång.",
    r"{\b Beslut:} Tidsplanen antas.",
    r"\trowd\cellx2000\cellx4000\cellx6000 \intbl Vad\cell Vem\cell När\cell\row"
    r"\trowd\cellx2000\cellx4000\cellx6000 \intbl Boka lokal\cell Rut\cell 23 april\cell\row\pard",
    r"\s2\outlinelevel1 3. Nästa möte",
    "Den 9 juni i Trosa.",
)


@pytest.mark.slow  # LibreOffice takes most of a second to start
@needs_office
@pytest.mark.parametrize(("make", "name"), [(doc, "a.doc"), (rtf, "a.rtf")], ids=["doc", "rtf"])
def test_an_old_file_gives_the_record_of_its_markdown(make: Callable[..., bytes], name: str) -> None:
    """What LibreOffice makes of it means the same."""
    assert record(make(*RICH), name) == record(MARKDOWN.encode(), "a.md")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(eml(MARKDOWN), id="letter"),
        pytest.param(eml("Hej", page=PAGE), id="letter-as-a-page"),
        pytest.param(eml("Hej!", a__md=MARKDOWN.encode()), id="enclosed"),
        pytest.param(eml("Se nedan.", b__eml=eml("Hej!", a__md=MARKDOWN.encode())), id="forwarded"),
        pytest.param(saved_page(PAGE), id="page-in-one-file"),
    ],
)
def test_a_mail_gives_the_record_of_its_markdown(content: bytes) -> None:
    """However the notes came with it."""
    (notes,) = read_notes(content, name="a").notes
    assert to_record(notes.minutes) == record(MARKDOWN.encode(), "a.md")
