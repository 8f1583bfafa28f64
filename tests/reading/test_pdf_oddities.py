"""PDF files with something odd or broken in them."""

from __future__ import annotations

import pytest
from tests.reading.make_pdf import paper, pdf, put, standing_for

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
        pytest.param((b"(Tv\xe5.) Tj", b"(Tv\xe5. Tj)"), id="words-are-noise"),
    ],
)
def test_a_damaged_page_leaves_the_others(damage: tuple[bytes, bytes]) -> None:
    """They are read, and it is told which page was not."""
    content = pdf(*(paper(put(72, 700, words)) for words in ("Ett.", "Två.", "Tre.")))
    document = read_bytes(content.replace(*damage), name="möte.pdf")
    assert ([block.text for block in document.blocks], document.observations) == (
        ["Ett.", "Tre."],
        (Observation(Remark.PAGES_UNREADABLE, page=1),),
    )


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
