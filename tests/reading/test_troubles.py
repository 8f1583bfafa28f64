"""Each trouble with each format: one clear error, or what can be read.

A test is a trouble, its cases the formats that can suffer from it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.reading import make_docx, make_odt
from tests.reading.make_docx import archive
from tests.reading.make_eml import eml, raw, saved_page
from tests.reading.make_locked import locked_pdf, locked_word
from tests.reading.make_notes import MAKE, name_of, page
from tests.reading.make_office import needs_office
from tests.reading.make_pdf import column, paper, pdf

from samsyn.minutes import NotMeetingNotes, read_notes
from samsyn.reading import (
    FORMATS,
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    HostileFile,
    IdentityNumberFound,
    Limits,
    ReadingError,
    Remark,
    TooLarge,
    UnreadableFile,
    read_bytes,
    read_document,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# LibreOffice takes most of a second to start, for one file after the other.
OFFICE = [needs_office, pytest.mark.slow]
LONG = "Möte på ön. " * 9
NUMBER = "811218-9876"  # from the authority's own examples of numbers that nobody bears
WORDS = ("Minnesanteckningar", "Datum: 2026-03-10", "Närvarande: Rut Vifell, Tage Wrangmark")
BOMB = {"word/media/a.bmp": bytes(4 * 2**20)}
ENTITIES = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'


def marked(format_name: str, *values: object) -> object:
    """A case, marked where LibreOffice is needed."""
    marks = OFFICE if format_name in {"doc", "rtf"} else []
    return pytest.param(format_name, *values, id=format_name, marks=marks)


every_format = pytest.mark.parametrize("format_name", [marked(name) for name in MAKE])


def rows(**contents: Callable[[], bytes]) -> pytest.MarkDecorator:
    """Cases of some formats with contents of their own."""
    return pytest.mark.parametrize(
        ("format_name", "make"), [marked(name, make) for name, make in contents.items()]
    )


def read(content: bytes, format_name: str) -> str:
    return read_bytes(content, name=name_of(format_name)).text


def scrambled_doc() -> bytes:
    content = bytearray(MAKE["doc"](*WORDS))
    content[content.index(b"\xec\xa5") + 11] |= 1
    return bytes(content)


def test_the_table_has_every_format() -> None:
    """A new format comes with its column."""
    assert set(MAKE) == set(FORMATS)


@every_format
def test_good_notes_are_read(format_name: str) -> None:
    """What the other rows spoil is good to begin with."""
    (notes,) = read_notes(MAKE[format_name](*WORDS), name=name_of(format_name)).notes
    assert (notes.document.format, len(notes.minutes.attendees)) == (format_name, 2)


@every_format
def test_the_content_decides_and_not_the_ending(format_name: str) -> None:
    """A file may be called anything; only Markdown without marks is told by its name."""
    assert read_bytes(MAKE[format_name](*WORDS), name="möte.xyz").format == format_name


@every_format
def test_an_empty_file(format_name: str) -> None:
    """Nothing in it at all."""
    with pytest.raises(EmptyFile):
        read(b"", format_name)


@rows(
    docx=lambda: make_docx.docx(make_docx.p()),
    doc=lambda: MAKE["doc"](""),
    rtf=lambda: MAKE["rtf"](""),
    odt=lambda: make_odt.odt(make_odt.p()),
    html=lambda: page().encode(),
    mhtml=lambda: saved_page(page()),
    eml=lambda: eml(" "),
    markdown=lambda: b"<!-- -->\n\n\n",
    pdf=lambda: pdf(paper()),
    plain=lambda: b"\xef\xbb\xbf \n\t",
)
def test_a_file_without_words(format_name: str, make: Callable[[], bytes]) -> None:
    """Whole, but with nothing to read."""
    with pytest.raises(EmptyFile):
        read(make(), format_name)


@pytest.mark.parametrize("format_name", [marked(name) for name in ("docx", "doc", "rtf", "odt", "pdf")])
def test_a_file_that_is_cut_off(format_name: str) -> None:
    """Half of the notes must not be taken for the whole."""
    content = MAKE[format_name](*WORDS)
    with pytest.raises(DamagedFile):
        read(content[: len(content) // 2], format_name)


@pytest.mark.parametrize("format_name", ["html", "mhtml", "eml", "markdown", "plain"])
def test_a_text_that_is_cut_off(format_name: str) -> None:
    """A text has no end that could be missing: what is there is read."""
    content = MAKE[format_name](*WORDS)
    assert "Datum" in read(content[: content.index(b"2026-03-10")], format_name)


@rows(
    docx=lambda: locked_word(MAKE["docx"](*WORDS), "hemligt"),
    doc=scrambled_doc,
    odt=lambda: make_odt.odt(extra={"META-INF/manifest.xml": b"<x><encryption-data/></x>"}),
    eml=lambda: raw(head="Content-Type: application/pkcs7-mime", body=b"TcO2"),
    pdf=lambda: locked_pdf("hemligt", paper(column(72, 700, ["Datum"]))),
)
def test_a_locked_file(format_name: str, make: Callable[[], bytes]) -> None:
    """It says that a password is needed."""
    with pytest.raises(EncryptedFile):
        read(make(), format_name)


@rows(
    docx=lambda: make_docx.docx(make_docx.p("a"), extra=BOMB),
    odt=lambda: make_odt.odt(make_odt.p("a"), extra=BOMB),
    html=lambda: b"<html>" + b"<div>" * 1000 + b"a",
    mhtml=lambda: saved_page("<div>" * 1000 + "a"),
    eml=lambda: eml("Hej", bomb__docx=make_docx.docx(make_docx.p("a"), extra=BOMB)),
)
def test_a_file_that_is_a_bomb(format_name: str, make: Callable[[], bytes]) -> None:
    """Small to send and immense to open."""
    with pytest.raises(HostileFile):
        read(make(), format_name)


@rows(
    docx=lambda: make_docx.docx(extra={"word/document.xml": ENTITIES}),
    odt=lambda: make_odt.odt(extra={"content.xml": ENTITIES}),
    eml=lambda: eml("Hej", a__docx=make_docx.docx(extra={"word/document.xml": ENTITIES})),
)
def test_entities_that_expand(format_name: str, make: Callable[[], bytes]) -> None:
    """No program writes them."""
    with pytest.raises(HostileFile):
        read(make(), format_name)


@pytest.mark.parametrize("format_name", ["html", "mhtml"])
def test_entities_of_a_page_are_letters(format_name: str) -> None:
    """A page knows no entities of its own: nothing expands."""
    source = ENTITIES.decode().replace("<w>", "<html><p>").replace("</w>", "")
    content = saved_page(source) if format_name == "mhtml" else source.encode()
    assert len(read(content, format_name)) < len(source)


@every_format
def test_an_identity_number(format_name: str) -> None:
    """It stops the file, and the message does not repeat it."""
    with pytest.raises(IdentityNumberFound) as found:
        read(MAKE[format_name](*WORDS, f"Gäller {NUMBER}"), format_name)
    assert NUMBER not in found.value.message


@every_format
def test_a_name_with_an_identity_number(format_name: str) -> None:
    """The name is kept too."""
    with pytest.raises(IdentityNumberFound):
        read_bytes(b"x", name=f"{NUMBER} {name_of(format_name)}")


def broken(content: bytes) -> bytes:
    """The first ö is written otherwise than the others."""
    return content.replace("ö".encode(), b"\xf6", 1)


@rows(
    html=lambda: broken(page(LONG).encode()),
    mhtml=lambda: broken(saved_page(page(LONG))),
    eml=lambda: broken(raw(body=LONG.encode())),
    markdown=lambda: broken(f"# {LONG}".encode()),
    plain=lambda: broken(LONG.encode()),
)
def test_a_text_with_broken_letters(format_name: str, make: Callable[[], bytes]) -> None:
    """What is whole is read, and what is broken is asked about."""
    document = read_bytes(make(), name=name_of(format_name))
    assert Remark.BROKEN_CHARACTERS in {seen.remark for seen in document.observations}


@rows(
    html=lambda: page("Möte på ön").encode("utf-16"),
    markdown=lambda: "# Möte på ön".encode("utf-16"),
    plain=lambda: "Möte på ön".encode("utf-16"),
    eml=lambda: raw(head="Content-Type: text/plain; charset=utf-16", body="Möte på ön".encode("utf-16")),
)
def test_a_text_in_wide_letters(format_name: str, make: Callable[[], bytes]) -> None:
    """Two bytes a letter, as some programs save it."""
    assert read(make(), format_name) == "Möte på ön"


@pytest.mark.parametrize("format_name", [*MAKE])
def test_a_folder_in_the_place_of_a_file(format_name: str, tmp_path: Path) -> None:
    """It cannot be read as one."""
    path = tmp_path / name_of(format_name)
    path.mkdir()
    with pytest.raises(UnreadableFile, match="ingen vanlig fil"):
        read_document(path)


@pytest.mark.parametrize("format_name", [*MAKE])
def test_a_file_that_may_not_be_read(
    format_name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk refuses; whoever is the system's owner is refused nothing, so it is played here."""
    path = tmp_path / name_of(format_name)
    path.write_bytes(b"x")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(UnreadableFile, match="får inte läsas"):
        read_document(path)


@pytest.mark.parametrize("format_name", [name for name in MAKE if name not in {"doc", "rtf"}])
def test_a_file_over_the_limit(format_name: str) -> None:
    """It is not opened."""
    content = MAKE[format_name](*WORDS)
    with pytest.raises(TooLarge):
        read_bytes(content, name=name_of(format_name), limits=Limits(file=len(content) - 1))


@pytest.mark.parametrize("format_name", ["html", "mhtml", "eml", "markdown", "plain", "pdf"])
def test_a_text_over_the_limit(format_name: str) -> None:
    """The text has a limit of its own."""
    with pytest.raises(TooLarge):
        read_bytes(MAKE[format_name](*WORDS), name=name_of(format_name), limits=Limits(text=20))


@pytest.mark.parametrize("format_name", ["docx", "odt"])
def test_a_part_over_the_limit(format_name: str) -> None:
    """And so has each part of a package."""
    with pytest.raises(TooLarge):
        read_bytes(MAKE[format_name](*WORDS), name=name_of(format_name), limits=Limits(part=20))


@every_format
def test_a_file_that_is_no_notes(format_name: str) -> None:
    """It is readable, and passed over."""
    with pytest.raises(NotMeetingNotes):
        read_notes(MAKE[format_name]("Recept", "Vispa grädden."), name=name_of(format_name))


@every_format
def test_notes_without_a_day(format_name: str) -> None:
    """They are kept as undated, and the day is asked for."""
    lines = [line for line in WORDS if not line.startswith("Datum")]
    (notes,) = read_notes(MAKE[format_name](*lines), name=name_of(format_name)).notes
    assert notes.minutes.held is None
    assert "held" in {doubt.about for doubt in notes.minutes.doubts}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        pytest.param(b"PK\x03\x04" + bytes(200), "docx", id="docx"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "doc", id="doc"),
        pytest.param(b"{\\rtf1 M", "rtf", id="rtf"),
        pytest.param(b"%PDF-1.7\n" + bytes(200), "pdf", id="pdf"),
        pytest.param(archive({"content.xml": b"<x/>"}), "odt", id="odt"),
    ],
)
def test_a_head_alone(head: bytes, name: str) -> None:
    """What begins like a format and goes on otherwise is damaged, and the message says what to do."""
    with pytest.raises(DamagedFile) as found:
        read(head, name)
    assert re.fullmatch(rf"”möte\.{name}” är skadad .+: .+\.", found.value.message)


@pytest.mark.parametrize("format_name", [*MAKE])
def test_bytes_that_are_nothing(format_name: str) -> None:
    """Noise under any name is refused in order."""
    with pytest.raises(ReadingError):
        read(bytes(range(1, 256)) * 8, format_name)
