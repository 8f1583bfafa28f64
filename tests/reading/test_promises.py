"""What holds for every document, tried on many."""

from __future__ import annotations

import contextlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import make_odt
from tests.reading.make_docx import docx, numbered, p, r, scheme, table
from tests.reading.make_odt import odt

from samsyn.reading import (
    Document,
    ReadingError,
    Span,
    document_from_json,
    document_to_json,
    is_readable_name,
    read_bytes,
    read_document,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS = st.text(st.sampled_from("abcåäö  \t\u00a0.,:-–"), min_size=1, max_size=12)
# The first example imports a parser, which takes as long as a busy machine lets it.
patient = settings(deadline=None)
IN_LINE = (
    *("**{}**", "*{}*", "~~{}~~", "[{}](http://x.example/{})", "`{}`", "{}\\*", "{} &amp; ", "{}<br>"),
    *("<b>{}</b>", "!{}", "<{}>", "{}"),
)
LINES = (
    *("{}\n", "{}  \n", "{}\n\n", "{}\r\n", "# {}\n", "##{}\n", "- {}\n", "  - {}\n", "• {}\n", "1. {}\n"),
    *("§ 4 {}\n", "> {}\n", "\x0c{}", "---\n", "{}\n====\n", "```\n{}\n```\n"),
    "| {} | b |\n|---|---|\n| c | d |\n",
)


def texts_of(marks: Iterable[str]) -> st.SearchStrategy[str]:
    """Texts of marks filled with words."""
    filled = st.builds(lambda mark, words: mark.replace("{}", words), st.sampled_from(tuple(marks)), WORDS)
    return st.lists(filled, max_size=12).map("".join)


TEXTS = texts_of((*IN_LINE, *LINES))
BARE_TEXTS = texts_of(mark for mark in (*IN_LINE, *LINES) if not re.search("[<&|!]|http", mark))
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:strike/>", "<w:vanish/>"])
RUNS = st.builds(r, WORDS, LOOKS) | st.sampled_from(
    ["<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>", r("a\u00adb")]
)
PARAGRAPHS = st.builds(
    lambda runs, look: p(*runs, look=look),
    st.lists(RUNS, max_size=5),
    st.sampled_from(["", numbered(1), numbered(2, 1)]),
)
BODIES = st.lists(PARAGRAPHS | st.builds(lambda one, two: table((one, two)), WORDS, WORDS), max_size=8)
LISTS = scheme(1, ("decimal", "%1.")) + scheme(2, ("bullet", "•"), ("lowerLetter", "%2)"))

MARKUP = (
    *(
        "<p>{}</p>",
        "<b>{}",
        "</b>{}",
        "<s>{}</s>",
        "{}\n",
        "<br>{}",
        "<li>{}",
        "<ul><li>{}</ul>",
        "<h2>{}</h2>",
    ),
    *("<table border=1><tr><th>{}<td>b</table>", "<td>{}", "<pre>{}\r\n{}</pre>", "<div>{}", "</div>{}"),
    *("&aring;{}", "<{}", "<span style='font-weight:bold'>{}</span>", "</p>{}", "\u00ad{}", "<!-- -->{}"),
)
PAGES = texts_of(MARKUP).map(lambda body: f"<html><body>\n{body}")
ODT_WORDS = st.sampled_from(
    ["<text:tab/>", "<text:line-break/>", '<text:s text:c="2"/>', make_odt.span(" a\u00adb ", "T")]
)
ODT_PARAGRAPHS = st.lists(WORDS | ODT_WORDS, max_size=5).map(lambda words: make_odt.p(*words))
ODT_BODIES = st.lists(
    ODT_PARAGRAPHS
    | st.builds(make_odt.entries, WORDS, WORDS)
    | st.builds(lambda one, two: make_odt.table((one, two)), WORDS, WORDS),
    max_size=8,
).map(lambda body: odt(*body, styles=make_odt.look("T", 'fo:font-weight="bold"') + make_odt.numbering("-")))


def read_if_readable(content: bytes, name: str) -> Document | None:
    with contextlib.suppress(ReadingError):
        return read_bytes(content, name=name)
    return None


def letters_of(text: str) -> str:
    return re.sub(r"[^a-zåäö]", "", text)


def source_lines(text: str) -> list[str]:
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text)


def cut_out(document: Document) -> list[list[str]]:
    """What the spans of a document's blocks and runs cut out of its text."""
    runs = [[document.cut(Span(run.start, run.end)) for run in block.runs] for block in document.blocks]
    return [[document.cut(block.span), *words] for block, words in zip(document.blocks, runs, strict=True)]


def written(document: Document) -> list[list[str]]:
    """The words of the blocks and runs themselves."""
    return [[block.text, *(run.text for run in block.runs)] for block in document.blocks]


@patient
@given(TEXTS, st.sampled_from(["a.md", "a.txt"]))
def test_spans_of_text_files_cut_their_own_words(text: str, name: str) -> None:
    """Positions agree with each other whatever is written."""
    document = read_if_readable(text.encode(), name) or Document("", (), "plain")
    assert cut_out(document) == written(document)


@patient
@given(TEXTS, st.sampled_from(["a.md", "a.txt"]))
def test_copied_runs_stand_in_the_source_as_they_are(text: str, name: str) -> None:
    """Every character of a copied run is found at its origin in the file."""
    document = read_if_readable(text.encode(), name) or Document("", (), "plain")
    lines = source_lines(text)
    runs = [run for block in document.blocks for run in block.runs if run.copied]
    found = [lines[run.origin.index][run.origin.offset :][: len(run.text)] for run in runs]
    assert found == [run.text for run in runs]


@patient
@given(TEXTS)
def test_no_word_of_plain_text_is_lost(text: str) -> None:
    """All letters of the file are in the document, in order."""
    document = read_if_readable(text.encode(), "a.txt") or Document("", (), "markdown")
    assert letters_of(document.text) == letters_of(text if document.format == "plain" else document.text)


@patient
@given(BARE_TEXTS)
def test_no_word_of_markdown_is_lost(text: str) -> None:
    """All letters are in the document, in order; only addresses, tags and entities are no words."""
    document = read_if_readable(text.encode(), "a.md")
    assert document is None or letters_of(document.text) == letters_of(text)


@patient
@given(BARE_TEXTS)
def test_only_breaks_are_rendered(text: str) -> None:
    """Every word of Markdown is copied from the source, also behind odd bullets and hard blanks."""
    document = read_if_readable(text.encode(), "a.md") or Document("", (), "markdown")
    assert not [run for block in document.blocks for run in block.runs if run.text.strip() and not run.copied]


@patient
@given(BODIES)
def test_spans_of_word_files_cut_their_own_words(body: list[str]) -> None:
    """Positions agree with each other in paragraphs, lists and tables."""
    document = read_if_readable(docx(*body, numbering=LISTS), "a.docx") or Document("", (), "docx")
    assert cut_out(document) == written(document)


@patient
@given(BODIES)
def test_blocks_fill_the_text(body: list[str]) -> None:
    """The text is that of the blocks, joined by one line feed each."""
    document = read_if_readable(docx(*body, numbering=LISTS), "a.docx") or Document("", (), "docx")
    assert "\n".join(block.text for block in document.blocks) == document.text


@patient
@given(BODIES)
def test_writing_a_document_and_reading_it_back_changes_nothing(body: list[str]) -> None:
    """What the register keeps is the whole document."""
    document = read_if_readable(docx(*body, numbering=LISTS), "a.docx") or Document("", (), "docx")
    assert document_from_json(json.loads(json.dumps(document_to_json(document)))) == document


@patient
@given(PAGES.map(str.encode) | ODT_BODIES)
def test_spans_of_pages_and_open_documents_cut_their_own_words(content: bytes) -> None:
    """Positions agree with each other, whatever is left open."""
    document = read_if_readable(content, "a.html") or Document("", (), "html")
    assert cut_out(document) == written(document)


@patient
@given(PAGES.map(str.encode) | ODT_BODIES)
def test_blocks_of_pages_and_open_documents_fill_the_text(content: bytes) -> None:
    """The text is that of the blocks, joined by one line feed each."""
    document = read_if_readable(content, "a.html") or Document("", (), "html")
    assert "\n".join(block.text for block in document.blocks) == document.text


@patient
@given(PAGES.map(str.encode) | ODT_BODIES)
def test_pages_and_open_documents_are_kept_whole(content: bytes) -> None:
    """Written and read back, nothing of them is changed."""
    document = read_if_readable(content, "a.html") or Document("", (), "html")
    assert document_from_json(json.loads(json.dumps(document_to_json(document)))) == document


@patient
@given(PAGES)
def test_copied_runs_stand_in_the_page_as_they_are(source: str) -> None:
    """Every character of a copied run is found at its line and place in the source."""
    document = read_if_readable(source.encode(), "a.html") or Document("", (), "html")
    lines = source_lines(source)
    runs = [run for block in document.blocks for run in block.runs if run.copied]
    found = [lines[run.origin.index][run.origin.offset :][: len(run.text)] for run in runs]
    assert found == [run.text for run in runs]


@patient
@given(PAGES)
def test_no_word_of_a_page_is_lost(source: str) -> None:
    """All letters outside of tags are in the document, in order."""
    document = read_if_readable(source.encode(), "a.html")
    plain = re.sub(
        r"<!-- -->|</?(?:html|body|p|b|s|br|li|ul|h2|table|tr|td|th|pre|div|span)\b[^<>]*>", "", source
    )
    assert document is None or letters_of(document.text) == letters_of(plain.replace("&aring;", "å"))


@patient
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_an_open_document_with_any_byte_changed_is_read_or_refused(place: int, byte: int) -> None:
    """Damage anywhere in the archive ends in a document or a `ReadingError`."""
    content = bytearray(odt(make_odt.p("Möte"), make_odt.entries("Anna"), styles=make_odt.numbering("-")))
    content[place % len(content)] = byte
    document = read_if_readable(bytes(content), "fil.odt")
    assert document is None or document.text.strip()


@patient
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"# ", b"\xff\xfe", b"<html><"]))
def test_any_bytes_are_read_or_refused(content: bytes, head: bytes) -> None:
    """Nothing but a `ReadingError` comes out of a bad file."""
    document = read_if_readable(head + content, "fil")
    assert document is None or document.text.strip()


@patient
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_word_file_with_any_byte_changed_is_read_or_refused(place: int, byte: int) -> None:
    """Damage anywhere in the archive ends in a document or a `ReadingError`."""
    content = bytearray(docx(p("Möte"), p("Anna", look=numbered(1)), numbering=LISTS))
    content[place % len(content)] = byte
    document = read_if_readable(bytes(content), "fil.docx")
    assert document is None or document.text.strip()


@patient
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    """Nothing is left over from one file to the next."""
    assert read_if_readable(text.encode(), "a.md") == read_if_readable(text.encode(), "a.md")


def test_the_parsers_are_imported_when_a_file_is_read() -> None:
    """The command answers at once: opening the room costs no parser."""
    parsers = "{'lxml', 'markdown_it', 'personnummer', 'pypdfium2_raw', 'zipfile'}"
    code = f"import sys, samsyn.reading; print({parsers} & set(sys.modules))"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    answer = subprocess.run(  # noqa: S603 - the command is this very test's
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True
    )
    assert answer.stdout.strip() == "set()"


@pytest.mark.skipif("SAMSYN_NOTES" not in os.environ, reason="SAMSYN_NOTES names no folder of notes")
def test_the_notes_of_the_folder_are_consistent() -> None:
    """Notes as people write them keep the promises too."""
    folder = Path(os.environ["SAMSYN_NOTES"])
    documents = [read_document(path) for path in sorted(folder.iterdir()) if is_readable_name(path.name)]
    assert [cut_out(document) for document in documents] == [written(document) for document in documents]
