"""What the reading of a file had to decide comes out as a question."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.minutes.make_notes import notes, read
from tests.reading.make_docx import docx, p, r
from tests.reading.make_pdf import PICTURE, paper, pdf, put

from samsyn.minutes import Minutes, read_minutes
from samsyn.reading import Observation, Remark, read_bytes


def rules_asked(minutes: Minutes) -> list[str]:
    """The rules of the doubts about the file itself."""
    return [doubt.rule for doubt in minutes.doubts if doubt.about == "text"]


def test_tracked_changes_are_asked_about_once() -> None:
    """Two insertions give one doubt, at the first of them."""
    lines = (
        "Minnesanteckningar Arbetsgrupp Norra Barn",
        "Datum: 2026-03-10",
        "Närvarande: Rut Vifell, Tage Wrangmark",
    )
    changed = (f"<w:ins>{r('Beslut: Planen antas.')}</w:ins>", f"<w:ins>{r('Beslut: Texten antas.')}</w:ins>")
    document = read_bytes(
        docx(*(p(r(line)) for line in lines), *(p(words) for words in changed)), name="a.docx"
    )
    minutes = read_minutes(document, name="a.docx")
    doubt = next(doubt for doubt in minutes.doubts if doubt.about == "text")
    assert (rules_asked(minutes), document.cut(doubt.span)) == (["H10"], "Beslut: Planen antas.")


def test_an_old_encoding_is_asked_about() -> None:
    """Notes saved by an old program are read, and a doubt asks about å, ä and ö."""
    document = read_bytes(notes("Rut återkommer på måndag.").encode("cp1252"), name="a.md")
    assert rules_asked(read_minutes(document, name="a.md")) == ["H12"]


def test_a_broken_character_is_asked_about() -> None:
    """Half a character in a UTF-8 file is read past, and asked about."""
    content = notes("Rut återkommer på måndag. Å\xe4").encode()
    document = read_bytes(content.replace(b"Inget.", b"Inget\xc3."), name="a.md")
    assert rules_asked(read_minutes(document, name="a.md")) == ["H11"]


HEAD = (
    "Minnesanteckningar Arbetsgrupp Norra Barn",
    "Datum: 2026-03-10",
    "Närvarande: Rut Vifell, Tage Wrangmark",
)


@pytest.mark.parametrize(
    ("remark", "rule"),
    [
        pytest.param(Remark.PAGES_WITHOUT_TEXT, "H13", id="picture-without-text"),
        pytest.param(Remark.PAGES_UNREADABLE, "H20", id="damaged-page"),
        pytest.param(Remark.SCANS_NOT_READ, "H21", id="nothing-to-read-scans-with"),
        pytest.param(Remark.READ_FROM_PICTURE, "H22", id="scan"),
        pytest.param(Remark.UNCLEAR_WORDS, "H23", id="unclear-words"),
        pytest.param(Remark.FILES_WITHIN, "H24", id="files-within"),
    ],
)
def test_what_became_of_the_pages_is_asked_about(remark: Remark, rule: str) -> None:
    """Each remark on pages is a doubt of its own."""
    document = read_bytes("\n\n".join(HEAD).encode(), name="a.txt")
    seen = replace(document, observations=(Observation(remark),))
    assert rules_asked(read_minutes(seen, name="a.txt")) == [rule]


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        pytest.param([1], "På sida 2 gick", id="one"),
        pytest.param([0, 1, 2, 4], "På sida 1–3 och 5 gick", id="stretches"),
        pytest.param(range(0, 100, 2), "På sida 1, 3, 5, ", id="many"),
    ],
)
def test_the_pages_are_named(pages: list[int], words: str) -> None:
    """As people count them."""
    document = read_bytes("\n\n".join(HEAD).encode(), name="a.txt")
    seen = tuple(Observation(Remark.PAGES_UNREADABLE, page=page) for page in pages)
    minutes = read_minutes(replace(document, observations=seen), name="a.txt")
    (reason,) = (doubt.reason for doubt in minutes.doubts if doubt.rule == "H20")
    assert words in reason


def test_a_page_that_is_a_picture_of_nothing_is_asked_about() -> None:
    """The other pages are read, and there is one doubt about pictures."""
    lines = (put(72, 740 - 24 * n, line) for n, line in enumerate(HEAD))
    document = read_bytes(pdf(paper(*lines), paper(PICTURE)), name="a.pdf")
    assert len(rules_asked(read_minutes(document, name="a.pdf"))) == 1


def test_a_sound_file_is_not_asked_about() -> None:
    """Ordinary notes leave no doubt about the file."""
    assert rules_asked(read(notes("Rut återkommer på måndag."))) == []
