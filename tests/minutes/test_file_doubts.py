"""What the reading of a file had to decide comes out as a question."""

from __future__ import annotations

from tests.minutes.make_notes import notes, read
from tests.reading.make_docx import docx, p, r
from tests.reading.make_pdf import PICTURE, paper, pdf, put

from samsyn.minutes import Minutes, read_minutes
from samsyn.reading import read_bytes


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


def test_a_page_that_is_a_picture_is_asked_about() -> None:
    """The other pages are read, and a doubt asks about the one that was not."""
    lines = [
        "Minnesanteckningar Arbetsgrupp Norra Barn",
        "Datum: 2026-03-10",
        "Närvarande: Rut Vifell, Tage Wrangmark",
    ]
    content = pdf(paper(*(put(72, 740 - 24 * n, line) for n, line in enumerate(lines))), paper(PICTURE))
    assert rules_asked(read_minutes(read_bytes(content, name="a.pdf"), name="a.pdf")) == ["H13"]


def test_a_sound_file_is_not_asked_about() -> None:
    """Ordinary notes leave no doubt about the file."""
    assert rules_asked(read(notes("Rut återkommer på måndag."))) == []
