"""What holds for every PDF, tried on many; and the process in which they are read."""

from __future__ import annotations

import contextlib
from itertools import accumulate
from pathlib import Path

import pypdfium2_raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.make_pdf import Paper, field, grid, paper, pdf, put, stroke

from samsyn.reading import (
    Document,
    EmptyFile,
    HostileFile,
    Limits,
    ReadingError,
    document_from_json,
    document_to_json,
    expect,
    read_bytes,
)
from samsyn.reading.formats.pdf import apart, pieces
from samsyn.reading.formats.pdf.opening import count_pages, opened, opened_page
from samsyn.reading.formats.pdf.taking import read_here

patient = settings(deadline=None, max_examples=60)
PLACES = st.tuples(st.integers(0, 560), st.integers(0, 830))
WORDS = st.text(st.sampled_from("abcåäö -–.:•1"), min_size=1, max_size=20)
MARKS = st.one_of(
    st.builds(
        lambda at, words, size, font: put(at[0], at[1], words, size, font),
        PLACES,
        WORDS,
        st.sampled_from([8, 11, 20]),
        st.sampled_from(["F1", "F2", "F3"]),
    ),
    st.builds(lambda at, width: stroke(at[0], at[1], at[0] + width, at[1]), PLACES, st.integers(1, 400)),
    st.builds(lambda at: grid([at[0], at[0] + 50, at[0] + 99], [at[1], at[1] - 20, at[1] - 50]), PLACES),
)
PAGES = st.lists(st.lists(MARKS, max_size=12), min_size=1, max_size=3)
SHORT = st.tuples(
    st.text(st.sampled_from("ab -\u00a0"), min_size=1, max_size=4),
    st.sampled_from([11, 12]),
    st.sampled_from(["F1", "F2"]),
    st.integers(8, 30),  # how far it is to the next
)


def read_pages(pages: list[list[str]]) -> tuple[bytes, Document]:
    content = pdf(*(paper(*marks) for marks in pages))
    try:
        return content, read_bytes(content, name="a.pdf")
    except ReadingError:
        return content, Document("", (), "pdf")


def characters(content: bytes) -> list[str]:
    """The characters of each page, asked for one by one."""
    found = []
    with opened(content, name="a.pdf") as handle:
        for number in range(count_pages(handle)):
            with opened_page(handle, number) as page:
                letters = pdfium.FPDFText_LoadPage(page)
                count = pdfium.FPDFText_CountChars(letters)
                found.append(
                    "".join(chr(pdfium.FPDFText_GetUnicode(letters, place)) for place in range(count))
                )
                pdfium.FPDFText_ClosePage(letters)
    return found


@patient
@given(st.lists(SHORT, min_size=2, max_size=5))
def test_lines_that_run_on_are_taken_whole_as_word_by_word(line: list[tuple[str, int, str, int]]) -> None:
    """The short way for lines of one look gives the same runs, character by character."""
    places = accumulate([72, *(step for *_, step in line)])
    marks = [put(x, 700, words, size, font) for x, (words, size, font, _) in zip(places, line, strict=False)]
    content, whole = read_pages([marks])
    with pytest.MonkeyPatch.context() as patch, contextlib.suppress(ReadingError):
        patch.setattr(pieces, "_whole_line", lambda words, texts: None)
        assert read_here(content, name="a.pdf", limits=Limits()).document == whole


@patient
@given(PAGES)
def test_copied_runs_stand_on_the_page_as_they_are(pages: list[list[str]]) -> None:
    """Every character of a copied run is found at its origin."""
    content, document = read_pages(pages)
    on_pages = [text.replace("\ufffe", "-").replace("\x02", "-") for text in characters(content)]
    runs = [run for block in document.blocks for run in block.runs if run.copied]
    found = [on_pages[run.origin.index][run.origin.offset :][: len(run.text)] for run in runs]
    assert found == [run.text for run in runs]


@patient
@given(PAGES)
def test_spans_cut_their_own_words_and_nothing_is_kept_back(pages: list[list[str]]) -> None:
    """Positions agree with each other, and the document is the same after writing and reading."""
    document = read_pages(pages)[1]
    assert [document.cut(block.span) for block in document.blocks] == [
        block.text for block in document.blocks
    ]
    assert document_from_json(document_to_json(document)) == document


@patient
@given(st.lists(MARKS, min_size=1, max_size=12))
def test_no_character_of_a_page_is_lost_or_doubled(marks: list[str]) -> None:
    """Whatever the order of reading, each letter is read once; bullets and labels may be markers."""
    content, document = read_pages([marks])
    kept = sorted(letter for letter in document.text if letter in "abcåäö")
    assert not document.text or kept == sorted(
        letter for letter in characters(content)[0] if letter in "abcåäö"
    )


def read_if_readable(content: bytes) -> Document | None:
    """Read in this very process, where a fault of the reader's own shows."""
    with contextlib.suppress(ReadingError):
        return read_here(content, name="a.pdf", limits=Limits()).document
    return None


@patient
@given(st.integers(0, 10_000), st.binary(max_size=4))
def test_a_damaged_pdf_is_read_or_refused(place: int, bytes_: bytes) -> None:
    """Damage anywhere ends in a document or a `ReadingError`."""
    content = pdf(paper(put(72, 700, "Möte"), annotations=(field(72, 600, "namn", "Anna"),)), form=True)
    at = place % len(content)
    document = read_if_readable(content[:at] + bytes_ + content[at + len(bytes_) :])
    assert document is None or document.text.strip()


@patient
@given(st.binary(max_size=300))
def test_any_drawing_is_read_or_refused(content: bytes) -> None:
    """Nonsense on a page raises nothing but a `ReadingError`."""
    document = read_if_readable(pdf(Paper(b"BT /F1 11 Tf 72 700 Td (x) Tj " + content)))
    assert document is None or document.text.strip()


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read() -> None:
    """The process that was at work on it is ended."""
    content = pdf(paper(put(72, 700, "Möte")))
    with pytest.raises(HostileFile, match="för lång tid"):
        read_bytes(content, name="a.pdf", limits=Limits(seconds=0))
    assert read_bytes(content, name="a.pdf").text == "Möte"


PATIENT = """
import json, sys, time
said = lambda value: (text := json.dumps(value).encode(), len(text).to_bytes(8, "big") + text)[1]
sys.stdout.buffer.write(said({"more_seconds": 60})); sys.stdout.flush()
time.sleep(3)
sys.stdout.buffer.write(said({"error": "EmptyFile", "name": "a", "message": "tom"})); sys.stdout.flush()
time.sleep(60)
"""


@pytest.mark.slow  # waits out the time that a file has without asking for more
def test_pages_that_are_pictures_get_time_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process says how much more it needs before it begins with them."""
    apart.end_servant()
    with monkeypatch.context() as patch:
        patch.setattr(apart, "SERVE", PATIENT)
        with pytest.raises(EmptyFile):
            read_bytes(pdf(paper()), name="a.pdf", limits=Limits(seconds=2))
    apart.end_servant()


def test_a_file_that_brings_the_reader_down_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash in pdfium stays in the other process."""
    content = pdf(paper(put(72, 700, "Möte")))
    apart.end_servant()
    with monkeypatch.context() as patch:
        patch.setattr(apart, "SERVE", "import os; os.abort()")
        with pytest.raises(HostileFile, match="får PDF-läsaren att stanna"):
            read_bytes(content, name="a.pdf")
    assert read_bytes(content, name="a.pdf").text == "Möte"


def test_the_process_is_kept_for_the_next_file() -> None:
    """Starting one for each file would cost more than the reading."""
    content = pdf(paper(put(72, 700, "Möte")))
    servants = [(read_bytes(content, name="a.pdf"), apart.find_servant(Limits()))[1] for _ in "ab"]
    assert servants[0] is servants[1]


@pytest.mark.parametrize(
    ("name", "n_started"), [pytest.param("a.PDF", 1, id="pdf"), pytest.param("a.docx", 0, id="word")]
)
def test_the_process_starts_before_the_file_is_opened(name: str, n_started: int) -> None:
    """A name is enough to start it, and only a PDF's does; the file need not be there yet."""
    apart.end_servant()
    expect(Path(name))
    assert len(apart._servants) == n_started


def test_an_expected_file_is_read_by_the_process_that_was_started_for_it() -> None:
    """Nothing is started twice."""
    apart.end_servant()
    expect(Path("a.pdf"))
    started = apart.find_servant(Limits())
    read_bytes(pdf(paper(put(72, 700, "Hej"))), name="a.pdf")
    assert apart.find_servant(Limits()) is started
