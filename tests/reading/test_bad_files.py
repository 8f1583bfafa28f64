"""Files that cannot be read: one clear sentence, never a crash."""

from __future__ import annotations

import os
import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from tests.reading import make_odt
from tests.reading.make_docx import archive, docx, p
from tests.reading.make_locked import locked_pdf
from tests.reading.make_odt import odt
from tests.reading.make_pdf import paper, pdf, put

from samsyn.reading import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    HostileFile,
    Limits,
    ReadingError,
    TooLarge,
    UnreadableFile,
    UnsupportedFormat,
    is_readable_name,
    read_bytes,
    read_document,
)

if TYPE_CHECKING:
    from pathlib import Path

WORD = docx(p("Möte"))
SHEET = pdf(paper(put(72, 700, "Möte")))
OPEN = odt(make_odt.p("Möte"))
BOMB = b'<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'
TYPES = {"[Content_Types].xml": b"<Types/>"}
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def with_flag(content: bytes, flag: int) -> bytes:
    """An archive whose members all bear a flag."""
    local = re.sub(
        rb"(PK\x03\x04..)..", lambda match: match[1] + flag.to_bytes(2, "little"), content, flags=re.DOTALL
    )
    return re.sub(
        rb"(PK\x01\x02....)..", lambda match: match[1] + flag.to_bytes(2, "little"), local, flags=re.DOTALL
    )


def with_broken_byte(content: bytes) -> bytes:
    """A Word file one byte of whose body is another."""
    with ZipFile(BytesIO(content)) as package:
        entry = package.getinfo("word/document.xml")
    place = entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2
    return content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        pytest.param(b"", EmptyFile, id="empty"),
        pytest.param(b" \r\n\t ", EmptyFile, id="blanks"),
        pytest.param(b"\xef\xbb\xbf", EmptyFile, id="byte-order-mark-alone"),
        pytest.param("\u00a0\n\u00a0".encode(), EmptyFile, id="hard-blanks"),
        pytest.param(docx(p()), EmptyFile, id="word-without-words"),
        pytest.param(WORD[: len(WORD) // 2], DamagedFile, id="cut-off"),
        pytest.param(b"PK\x03\x04" + bytes(200), DamagedFile, id="head-alone"),
        pytest.param(with_broken_byte(WORD), DamagedFile, id="broken-byte"),
        pytest.param(docx(extra={"word/document.xml": b"<w><unclosed>"}), DamagedFile, id="broken-xml"),
        pytest.param(docx(extra={"word/document.xml": b"<w/>"}), DamagedFile, id="no-body"),
        pytest.param(
            archive({**TYPES, "word/other.xml": b"<w/>", "_rels/.rels": b"<R/>"}),
            DamagedFile,
            id="no-main-part",
        ),
        pytest.param(with_flag(WORD, 1), EncryptedFile, id="encrypted-parts"),
        pytest.param(OLD_WORD + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, id="password"),
        pytest.param(docx(extra={"word/document.xml": BOMB}), HostileFile, id="entity-bomb"),
        pytest.param(
            docx(
                p("a"),
                extra={"word/styles.xml": b"<!DOCTYPE a SYSTEM 'http://x.example/'><a/>"},
                links='<Relationship Id="s" Type="x/styles" Target="styles.xml"/>',
            ),
            HostileFile,
            id="outside-document-type",
        ),
        pytest.param(docx(p("a"), extra={"word/media/a.bmp": bytes(4 * 2**20)}), HostileFile, id="zip-bomb"),
        pytest.param(
            docx(p("a"), extra={f"x/{n}": b"" for n in range(5001)}), HostileFile, id="too-many-parts"
        ),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", DamagedFile, id="pdf-head-alone"),
        pytest.param(b"%PDF-1.7\n" + bytes(2000), DamagedFile, id="pdf-of-noughts"),
        pytest.param(SHEET[: len(SHEET) // 2], DamagedFile, id="pdf-cut-off"),
        pytest.param(SHEET.replace(b"/Kids", b"/Kods"), DamagedFile, id="pdf-without-pages-in-it"),
        pytest.param(SHEET.replace(b"[4 0 R]", b"[2 0 R]"), DamagedFile, id="pdf-page-tree-in-a-ring"),
        pytest.param(SHEET.replace(b"/Count 1", b"/Count 99999"), HostileFile, id="pdf-countless-pages"),
        pytest.param(pdf(), EmptyFile, id="pdf-without-pages"),
        pytest.param(pdf(paper()), EmptyFile, id="pdf-without-words"),
        pytest.param(locked_pdf("x", paper(put(72, 700, "Möte"))), EncryptedFile, id="pdf-locked"),
        pytest.param(OLD_WORD, UnsupportedFormat, id="old-word"),
        pytest.param(
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>',
            UnsupportedFormat,
            id="word-of-2003",
        ),
        pytest.param(b"<!DOCTYPE html><html><body> <br></body></html>", EmptyFile, id="page-without-words"),
        pytest.param(b"<html>" + bytes(range(1, 256)) * 8, UnreadableFile, id="binary-page"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(20), UnsupportedFormat, id="picture"),
        pytest.param(odt(make_odt.p()), EmptyFile, id="open-document-without-words"),
        pytest.param(OPEN[: len(OPEN) // 2], DamagedFile, id="open-document-cut-off"),
        pytest.param(odt(extra={"content.xml": b"<x/>"}), DamagedFile, id="open-document-without-body"),
        pytest.param(odt(extra={"content.xml": b"<x><y>"}), DamagedFile, id="open-document-broken-xml"),
        pytest.param(with_flag(OPEN, 1), EncryptedFile, id="open-document-encrypted"),
        pytest.param(odt(extra={"content.xml": BOMB}), HostileFile, id="open-document-entity-bomb"),
        pytest.param(odt(extra={"styles.xml": BOMB}), HostileFile, id="open-document-entity-bomb-in-styles"),
        pytest.param(odt(extra={"a.bmp": bytes(4 * 2**20)}), HostileFile, id="open-document-zip-bomb"),
        pytest.param(archive({**TYPES, "xl/workbook.xml": b"<x/>"}), UnsupportedFormat, id="excel"),
        pytest.param(archive({**TYPES, "ppt/presentation.xml": b"<x/>"}), UnsupportedFormat, id="powerpoint"),
        pytest.param(archive({"a.txt": b"x"}), UnsupportedFormat, id="other-archive"),
        pytest.param(bytes(range(256)) * 8, UnreadableFile, id="binary"),
        pytest.param(b"\x80\x81\xfe\x01\x02\x03\x04\x05" * 40, UnreadableFile, id="control-characters"),
        pytest.param(b"\0" * 64, UnreadableFile, id="noughts"),
    ],
)
def test_each_trouble_has_its_own_error(content: bytes, error: type[ReadingError]) -> None:
    """The content alone decides what is wrong, and the message names the file."""
    with pytest.raises(error) as found:
        read_bytes(content, name="möte 10 april.docx")
    assert re.fullmatch(r"”möte 10 april\.docx” .+: .+\.", found.value.message)


@pytest.mark.parametrize("name", ["möte.txt", "möte.pdf", "möte"])
def test_the_content_decides_not_the_ending(name: str) -> None:
    """A Word file is read as one whatever it is called."""
    assert read_bytes(WORD, name=name).format == "docx"


@pytest.mark.parametrize(
    ("content", "limits"),
    [
        pytest.param(b"x" * 11, Limits(file=10), id="file"),
        pytest.param(b"x" * 11, Limits(text=10), id="text"),
        pytest.param(WORD, Limits(part=10), id="part"),
        pytest.param(WORD, Limits(unpacked=10), id="unpacked"),
    ],
)
def test_limits_are_kept(content: bytes, limits: Limits) -> None:
    """Each limit is a setting of its own."""
    with pytest.raises(TooLarge):
        read_bytes(content, name="stor.docx", limits=limits)


def test_a_large_file_is_not_even_opened(tmp_path: Path) -> None:
    """The size on the disk is asked for first."""
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(TooLarge, match="högst 50 MB"):
        read_document(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """No traceback for a wrong path."""
    with pytest.raises(UnreadableFile, match="finns inte"):
        read_document(tmp_path / "borta.md")


def test_only_plain_files_are_read(tmp_path: Path) -> None:
    """A pipe or a folder would wait for ever or fail oddly."""
    os.mkfifo(tmp_path / "rör.txt")
    with pytest.raises(UnreadableFile, match="ingen vanlig fil"):
        read_document(tmp_path / "rör.txt")


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        pytest.param("möte.docx", True, id="word"),
        pytest.param("MÖTE.MD", True, id="capitals"),
        pytest.param("möte.txt", True, id="text"),
        pytest.param("möte.odt", True, id="open-document"),
        pytest.param("möte.htm", True, id="page"),
        pytest.param("~$möte.docx", False, id="lock-file"),
        pytest.param(".möte.md", False, id="hidden"),
        pytest.param("möte.json", False, id="other"),
    ],
)
def test_names_of_files_to_read(name: str, *, readable: bool) -> None:
    """In a folder the ending tells what to try."""
    assert is_readable_name(name) is readable
