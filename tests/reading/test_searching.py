"""Identity numbers in files that are kept without being read."""

from __future__ import annotations

import pytest
from tests.reading.make_docx import archive, docx, p
from tests.reading.make_eml import PICTURE

from samsyn.reading import DamagedFile, IdentityNumberFound, Limits, read_bytes, search_file

NUMBER = "811218-9876"  # from the authority's own examples of numbers that nobody bears
OBJECT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(520)


def sheet(words: str) -> bytes:
    return archive({"xl/workbook.xml": b"<x/>", "xl/sharedStrings.xml": f"<t>{words}</t>".encode()})


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(sheet(NUMBER), id="sheet"),
        pytest.param(
            archive({"ppt/presentation.xml": b"<x/>", "ppt/s.xml": f"<a:t>{NUMBER}</a:t>".encode()}),
            id="slides",
        ),
        pytest.param(f"namn;{NUMBER}".encode(), id="table-as-text"),
        pytest.param(docx(p(NUMBER)), id="word-file"),
        pytest.param(OBJECT + NUMBER.encode() + bytes(9), id="old-file"),
        pytest.param(OBJECT + NUMBER.encode("utf-16-le") + bytes(9), id="old-file-in-wide-letters"),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\0" + NUMBER.encode("utf-16-le"), id="wide-letters-near-the-beginning"
        ),
        pytest.param(PICTURE + f"Comment {NUMBER}".encode(), id="remark-in-a-picture"),
    ],
)
def test_a_file_of_any_kind_is_searched(content: bytes) -> None:
    """As far as it holds text."""
    with pytest.raises(IdentityNumberFound):
        search_file(content, name="bilaga", limits=Limits())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(sheet("811218-9877"), id="wrong-check-digit"),
        pytest.param(PICTURE, id="picture"),
        pytest.param(bytes(range(256)) * 99, id="noise"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_file_without_one_passes(content: bytes) -> None:
    """What is no text says nothing."""
    search_file(content, name="bilaga", limits=Limits())


def test_a_file_that_cannot_be_searched_says_so() -> None:
    """It is for whoever wants to keep it to refuse it."""
    with pytest.raises(DamagedFile):
        search_file(b"PK\x03\x04" + bytes(200), name="bilaga.xlsx", limits=Limits())


@pytest.mark.parametrize(
    "embedded",
    [
        pytest.param({"word/embeddings/a.xlsx": sheet(NUMBER)}, id="sheet"),
        pytest.param({"word/embeddings/a.docx": docx(p(NUMBER))}, id="word-file"),
        pytest.param({"word/embeddings/a.bin": OBJECT + NUMBER.encode("utf-16-le")}, id="object"),
    ],
)
def test_files_within_a_word_file_are_searched(embedded: dict[str, bytes]) -> None:
    """They are kept with it."""
    with pytest.raises(IdentityNumberFound):
        read_bytes(docx(p("Möte"), extra=embedded), name="möte.docx")


def test_a_file_within_a_word_file_that_cannot_be_searched_stops_nothing() -> None:
    """A broken sheet behind a chart is no reason to refuse the notes."""
    extra = {"word/embeddings/a.xlsx": b"PK\x03\x04" + bytes(99)}
    assert read_bytes(docx(p("Möte"), extra=extra), name="möte.docx").text == "Möte"
