"""PDF files with something odd or broken in them."""

from __future__ import annotations

import pytest
from tests.reading.make_pdf import column, grid, paper, pdf, put, standing_for

from samsyn.reading import Observation, Remark, UnreadableFile, read_bytes

FULL = "Samverkansgruppen för barn och unga i länet går igenom läget i kommunerna, och sedan"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode @0 0 R >>"
MAPPED = f"/Resources << /Font << /F1 {FONT} >> >>"


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        pytest.param("\ufb01", "befintlig", id="ligature"),
        pytest.param("\xad", "be-ntlig", id="hyphen-called-soft"),
    ],
)
def test_signs_that_fonts_and_programs_put_in_are_read_as_words(sign: str, text: str) -> None:
    """Two letters in one sign are two letters, and a soft hyphen that is drawn is a hyphen."""
    content = pdf(paper(put(72, 700, "be~ntlig"), more=MAPPED), others=(standing_for("~", sign),))
    assert read_bytes(content, name="möte.pdf").text == text


def test_a_soft_hyphen_at_the_end_of_a_line_is_a_hyphen() -> None:
    """Whether it parts a word is for the reader of minutes to say."""
    page = paper(put(72, 700, f"{FULL[:70]} sam~"), put(72, 686, "verkan i länet."), more=MAPPED)
    content = pdf(page, others=(standing_for("~", "\xad"),))
    assert read_bytes(content, name="möte.pdf").text.endswith("sam-\nverkan i länet.")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param((b"/Kids [4 0 R 6 0 R 8 0 R]", b"/Kids [4 0 R 99 0 R 8 0 R]"), id="page-is-missing"),
        pytest.param((b"(Samverkan", b"(((((verkan"), id="words-are-noise"),
    ],
)
def test_a_damaged_page_leaves_the_others(damage: tuple[bytes, bytes]) -> None:
    """They are read, and it is told which page was not."""
    content = pdf(*(paper(put(72, 700, words)) for words in ("Ett.", f"{FULL} (Två.", "Tre.")))
    document = read_bytes(content.replace(*damage), name="möte.pdf")
    assert ([block.text for block in document.blocks], document.observations) == (
        ["Ett.", "Tre."],
        (Observation(Remark.PAGES_UNREADABLE, page=1),),
    )


def test_an_empty_page_is_no_damage() -> None:
    """Programs leave some."""
    content = pdf(paper(put(72, 700, "Ett.")), paper("q Q\n"), paper(put(72, 700, "Tre.")))
    assert not read_bytes(content, name="möte.pdf").observations


def test_a_signed_file_is_read() -> None:
    """A signature is a field of a form with nothing to read in it."""
    signature = "<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (namn) /Rect [0 0 0 0] >>"
    content = pdf(paper(put(72, 700, "Möte"), annotations=(signature,)), form=True)
    assert read_bytes(content, name="möte.pdf").text == "Möte"


def test_files_within_a_file_are_told() -> None:
    """They are searched for identity numbers and not read."""
    words = "<< /Type /EmbeddedFile /Length 4 >>\nstream\nMer.\nendstream"
    content = pdf(
        paper(put(72, 700, "Möte")),
        catalog="/Names << /EmbeddedFiles << /Names [(a.txt) @0 0 R] >> >>",
        others=("<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F @1 0 R >> >>", words),
    )
    assert read_bytes(content, name="möte.pdf").observations == (Observation(Remark.FILES_WITHIN),)


def test_a_form_that_only_adobe_can_show_is_refused() -> None:
    """Its pages hold but a request to wait."""
    content = pdf(
        paper(put(72, 700, "Please wait...")),
        catalog="/NeedsRendering true /AcroForm << /Fields [] /XFA @0 0 R >>",
        others=("<< /Length 9 >>\nstream\n<xdp></x>\nendstream",),
    )
    with pytest.raises(UnreadableFile, match="XFA"):
        read_bytes(content, name="möte.pdf")


def test_numbers_that_go_on_counting_begin_paragraphs() -> None:
    """Also where the line before is full and a space is all that parts the number from the words."""
    document = read_bytes(
        pdf(paper(column(72, 740, [f"1. {FULL[:80]}", "2. Planen gäller.", "3. Slut."]))), name="möte.pdf"
    )
    assert [block.text[:9] for block in document.blocks] == ["1. Samver", "2. Planen", "3. Slut."]


def rows_of(y: float, *rows: tuple[str, str]) -> str:
    """A table of two columns from a height downwards."""
    edges = [y - 20 * number for number in range(len(rows) + 1)]
    words = (
        put(x, y - 14 - 20 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip((76, 204), row, strict=True)
    )
    return grid([72, 200, 300], edges) + "".join(words)


@pytest.mark.parametrize(
    ("second", "cells"),
    [
        pytest.param(("Uppgift", "Vem"), [(0, "Uppgift"), (1, "Ringa"), (2, "Skriva")], id="again"),
        pytest.param(
            ("Uppgift", "Rut"), [(0, "Uppgift"), (1, "Ringa"), (2, "Uppgift"), (3, "Skriva")], id="other"
        ),
    ],
)
def test_a_head_that_is_printed_again_is_no_row(
    second: tuple[str, str], cells: list[tuple[int, str]]
) -> None:
    """A table that goes on below a page break often bears its head again."""
    content = pdf(
        paper(rows_of(740, ("Uppgift", "Vem"), ("Ringa", "Rut"))),
        paper(rows_of(740, second, ("Skriva", "Tage"))),
    )
    blocks = read_bytes(content, name="möte.pdf").blocks
    assert [(block.cell.row, block.text) for block in blocks if block.cell and not block.cell.column] == cells
