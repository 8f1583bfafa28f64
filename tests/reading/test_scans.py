"""Scanned pages: what is a picture of text is read like text, and said to be."""

from __future__ import annotations

import pytest
from tests.reading.make_pdf import BOLD, PICTURE, SLANTED, column, grid, paper, pdf, put, row, stroke
from tests.reading.make_pdf import PLAIN as PLAIN_FONT
from tests.reading.make_scan import askew, needs_tesseract, pictures_of, scan

from samsyn.reading import (
    Document,
    IdentityNumberFound,
    Limits,
    Observation,
    Remark,
    Span,
    UnreadableFile,
    document_from_json,
    document_to_json,
    read_bytes,
)
from samsyn.reading.formats.pdf import taking
from samsyn.reading.formats.scans import papers
from samsyn.reading.formats.scans.tesseract import ScanFailed, Tesseract

FULL = [
    "Samverkansgruppen för barn och unga i länet går igenom läget i kommunerna, och",
    "sedan talar gruppen om hur skola och socialtjänst kan mötas tidigare än i dag.",
]
NOTES = paper(
    put(72, 780, "Minnesanteckningar", 20),
    row(72, 750, ("Närvarande:", BOLD), (" Anna Ekman, Trosa kommun", PLAIN_FONT)),
    put(72, 730, "Bodil Askerud, Flens kommun"),
    stroke(71, 733.5, 140, 733.5),
    put(72, 700, "Stöd i skolan", font=SLANTED),
    column(72, 675, FULL),
    *(put(80, 635, "•"), put(94, 635, "Tage tar fram ett utkast till höstens möte.")),
    *(put(80, 620, "•"), put(94, 620, "Planen är lång och behöver kortas.")),
    grid([72, 250, 400], [590, 565, 540]),
    *(put(80, 573, "Uppgift"), put(258, 573, "Ansvarig")),
    *(put(80, 548, "Boka lokal"), put(258, 548, "Rut Vifell")),
)
CONTENT = pdf(NOTES)
BEHIND = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q\n"
FAKE = Tesseract("tesseract", can_orient=False)
LINE = """<span class='ocr_line' title="bbox 300 300 900 350; baseline 0 -10; x_size 48">
<span class='ocrx_word' title='bbox 300 300 500 350; x_wconf 96'>Mötet</span>
<span class='ocrx_word' title='bbox 520 300 700 350; x_wconf 31'>bcslöt</span>
<span class='ocrx_word' title='bbox 720 300 730 310; x_wconf 12'>'</span>
</span>"""
HOCR, TWICE = f"<html><body>{LINE}</body></html>", f"<html><body>{LINE * 2}</body></html>"


@pytest.fixture(scope="module")
def document() -> Document:
    """The notes, scanned and read; a page takes Tesseract over a second, so it is read once."""
    return read_bytes(scan(pictures_of(CONTENT)), name="möte.pdf")


def outline(document: Document) -> list[tuple[str, int, str, str]]:
    """What the blocks are and say."""
    return [(block.kind.value, block.level, block.marker, block.text) for block in document.blocks]


@pytest.mark.slow  # Tesseract reads a page in over a second
@needs_tesseract
def test_a_scan_has_the_blocks_of_its_text(document: Document) -> None:
    """Headings by size and slant, paragraphs, lists and tables are told as in a PDF with text."""
    assert outline(document) == outline(read_bytes(CONTENT, name="möte.pdf"))


@pytest.mark.slow  # Tesseract reads a page in over a second
@needs_tesseract
@pytest.mark.parametrize(
    ("look", "words"),
    [
        pytest.param("bold", ["Närvarande:"], id="bold"),
        pytest.param("struck", ["Bodil Askerud,"], id="struck"),
        pytest.param("italic", ["Stöd i skolan"], id="slanted"),
    ],
)
def test_looks_are_told_from_the_picture(document: Document, look: str, words: list[str]) -> None:
    """Thick and leaning strokes, and a line through the letters."""
    runs = [run for block in document.blocks for run in block.runs]
    assert [run.text.strip() for run in runs if getattr(run, look)] == words


@pytest.mark.slow  # Tesseract reads a page in over a second
@needs_tesseract
def test_the_reading_says_that_it_is_of_a_picture(document: Document) -> None:
    """The remark covers what was read from the page."""
    seen = [seen for seen in document.observations if seen.remark is Remark.READ_FROM_PICTURE]
    assert seen == [Observation(Remark.READ_FROM_PICTURE, Span(0, len(document.text)), page=0)]


@pytest.mark.slow  # Tesseract reads a page in over a second
@needs_tesseract
def test_each_word_knows_its_box_in_the_picture(document: Document) -> None:
    """A word at 80 points from the left and 548 from the foot of an A4 page."""
    start = document.text.index("Boka")
    (box,) = document.boxes_in(Span(start, start + 4))
    places = (box.left / 10_000 * 595, (1 - box.bottom / 10_000) * 842)
    assert places == pytest.approx((80, 548), abs=1.5)


@pytest.mark.slow  # Tesseract reads a page in over a second
@needs_tesseract
def test_boxes_are_kept_with_the_document(document: Document) -> None:
    """Written and read again the document is the same."""
    assert (document_from_json(document_to_json(document)), bool(document.boxes)) == (document, True)


@pytest.mark.slow  # Tesseract reads a page in over a second
@needs_tesseract
@pytest.mark.parametrize("degrees", [pytest.param(1.3, id="askew"), pytest.param(90, id="on-its-side")])
def test_a_sheet_may_lie_askew(degrees: float) -> None:
    """It is put straight before it is read."""
    found = read_bytes(scan(askew(CONTENT, degrees)), name="möte.pdf")
    assert outline(found) == outline(read_bytes(CONTENT, name="möte.pdf"))


@pytest.mark.slow  # Tesseract reads a page in over a second
@needs_tesseract
def test_text_and_scans_may_be_mixed() -> None:
    """A page with text is not read from its picture."""
    (picture,) = pictures_of(pdf(paper(column(72, 700, FULL))))
    bits = picture.resize((620, 877)).point(lambda shade: 255 * (shade > 160)).tobytes().hex()
    drawn = f"q 595 0 0 842 0 0 cm BI /W 620 /H 877 /BPC 8 /CS /G /F /AHx ID {bits}> EI Q\n"
    document = read_bytes(pdf(paper(put(72, 700, "Beslut: Planen antas.")), paper(drawn)), name="möte.pdf")
    kinds = [(block.text[:17], document.origin(block.start).index) for block in document.blocks]
    assert kinds == [("Beslut: Planen an", 0), ("Samverkansgruppen", 1)]


@pytest.mark.slow  # Tesseract reads a page in over a second
@needs_tesseract
def test_identity_numbers_are_found_in_pictures() -> None:
    """They are stopped at this door too."""
    content = scan(pictures_of(pdf(paper(put(72, 700, "Ärendet gäller 19121212-1212 i Flen.", 14)))))
    with pytest.raises(IdentityNumberFound, match="på sida 1"):
        read_bytes(content, name="möte.pdf")


def test_a_scan_that_was_read_before_keeps_its_words() -> None:
    """A layer of unseen words over the picture is used; the picture is not read again."""
    words = "BT 3 Tr /F1 11 Tf 72 700 Td (" + " ".join(["ett"] * 20) + ") Tj ET\n"
    page = paper(BEHIND, words)
    assert not read_bytes(pdf(page), name="möte.pdf").observations


def test_without_tesseract_a_scan_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the packages."""
    monkeypatch.setattr(taking, "find_tesseract", lambda: None)
    with pytest.raises(UnreadableFile, match="apt-get install tesseract-ocr tesseract-ocr-swe"):
        taking.read_here(pdf(paper(PICTURE)), name="möte.pdf", limits=Limits())


def test_without_tesseract_the_other_pages_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is said that some were not."""
    monkeypatch.setattr(taking, "find_tesseract", lambda: None)
    reading = taking.read_here(
        pdf(paper(put(72, 700, "Möte")), paper(PICTURE)), name="möte.pdf", limits=Limits()
    )
    assert (reading.document.text, reading.document.observations) == (
        "Möte",
        (Observation(Remark.SCANS_NOT_READ, page=1),),
    )


def see(monkeypatch: pytest.MonkeyPatch, answer: object, second: str = PICTURE) -> Document:
    """The document of a page of text and one of a picture, in which Tesseract sees something."""
    monkeypatch.setattr(taking, "find_tesseract", lambda: FAKE)
    monkeypatch.setattr(papers, "see_words", answer)
    content = pdf(paper(put(72, 700, "Text")), paper(second))
    return taking.read_here(content, name="möte.pdf", limits=Limits()).document


def test_words_that_are_hard_to_read_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words below the border are unclear; specks that are no words are left out."""
    document = see(monkeypatch, lambda *_, **__: HOCR.encode())
    unclear = [document.cut(seen.at) for seen in document.observations if seen.remark is Remark.UNCLEAR_WORDS]
    assert (document.blocks[-1].text, unclear) == ("Mötet bcslöt", ["bcslöt"])


def test_a_sign_of_paragraph_is_no_and(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract takes one for the other; before a number at the head of a line it is clear."""
    hocr = HOCR.replace("Mötet", "&amp;").replace("bcslöt", "11")
    assert see(monkeypatch, lambda *_, **__: hocr.encode()).blocks[-1].text == "§ 11"


def test_words_over_a_letterhead_are_kept_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the picture holds hardly more than the words over it, it lies behind them."""
    second = BEHIND + put(72, 700, "Vid protokollet Anna Ek")
    document = see(monkeypatch, lambda *_, **__: HOCR.encode(), second)
    assert (document.text, document.observations) == ("Text\nVid protokollet Anna Ek", ())


def test_a_stamp_on_a_scan_does_not_hide_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that a program printed on the scanned page is part of the picture too."""
    document = see(monkeypatch, lambda *_, **__: TWICE.encode(), BEHIND + put(72, 20, "7"))
    assert [seen.remark for seen in document.observations][:1] == [Remark.READ_FROM_PICTURE]


def test_a_page_that_tesseract_cannot_get_through_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other pages are read."""

    def fail(*_: object, **__: object) -> bytes:
        raise ScanFailed

    document = see(monkeypatch, fail)
    assert document.observations == (Observation(Remark.PAGES_WITHOUT_TEXT, page=1),)


def test_more_pictures_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes a second or two, and nobody waits for ever."""
    monkeypatch.setattr(taking, "find_tesseract", lambda: FAKE)
    with pytest.raises(UnreadableFile, match="fler än 1 sidor som är bilder"):
        taking.read_here(pdf(paper(PICTURE), paper(PICTURE)), name="möte.pdf", limits=Limits(n_scans=1))
