"""What holds for every reading: each value points at its own words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.minutes.specimens import IDS, NOTES, parts, reading, values

from samsyn.minutes import Minutes, read_minutes
from samsyn.reading import Document, ReadingError, Span, read_bytes, read_document

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.sampled_from(
    [
        *("Rut Vifell", "Tage Wrangmark", "Flens kommun", "Region Sörmland", "Rut", "RV", "styrgruppen"),
        *("Datum:", "Närvarande:", "Ej närvarande:", "Sekreterare:", "**Beslut:**", "Överenskommet:", "att"),
        *("Nästa möte", "2026-03-10", "den 10/4", "9 oktober", "v. 15", "under hösten", "kl 9-12", "senast"),
        *("Minnesanteckningar", "Dagordning", "tar fram", "beslutade att", "bordläggs", "ersätter", "§ 4"),
        *(
            "1.",
            "x",
            ",",
            ".",
            "?",
            "(",
            ")",
            "-",
            "och",
            "~~Rut Vifell~~",
            "**Tage**",
            "Resultat:",
            "→",
            "é",
        ),
    ]
)
LINES = st.lists(WORDS, max_size=8).map(" ".join)
STARTS = st.sampled_from(["", "", "# ", "## ", "- ", "  - ", "1. ", "| ", "• ", "§ ", "2 "])
# Without a head most mixtures would be refused as no notes, and prove nothing.
HEADS = st.sampled_from(
    ["# Minnesanteckningar Styrgruppen\n\nDatum: 2026-03-10\n\n", "Protokoll 2026-03-10\n"]
)
ROWS = st.lists(st.tuples(STARTS, LINES, st.sampled_from(["\n", "\n\n", "  \n"])), max_size=30)
TEXTS = st.builds(lambda head, rows: head + "".join(map("".join, rows)), HEADS, ROWS)
# A reading takes some milliseconds, and the first one compiles its expressions.
patient = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def read_if_possible(text: str, name: str) -> tuple[Document, Minutes]:
    """A text and its reading; empty where it is refused."""
    try:
        document = read_bytes(text.encode(errors="replace"), name=name)
        return document, read_minutes(document, name=name)
    except ReadingError:
        return Document("", (), "plain"), Minutes()


def outside(document: Document, minutes: Minutes) -> list[Span]:
    """Spans that do not lie within the text."""
    spans = [one for one in parts(minutes) if isinstance(one, Span)]
    return [span for span in spans if not 0 <= span.start <= span.end <= len(document.text)]


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_every_value_of_a_note_cuts_out_its_own_words(path: Path) -> None:
    """A value's span cuts exactly its words out of the text."""
    document, minutes = reading(path)
    assert [one for one in values(minutes) if document.cut(one.span) != one.words] == []


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_every_span_of_a_note_lies_in_the_text(path: Path) -> None:
    """Items and doubts point into the text as well."""
    assert outside(*reading(path)) == []


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_reading_a_note_twice_gives_the_same(path: Path) -> None:
    """Nothing is left over from one reading to the next."""
    assert read_minutes(read_document(path), name=path.name) == reading(path)[1]


@pytest.mark.parametrize("path", NOTES, ids=IDS)
def test_statements_follow_on_one_another(path: Path) -> None:
    """No words belong to two statements; what a table tells comes last."""
    spans = [one.text.span for one in reading(path)[1].statements if one.kind.rule != "S35"]
    assert [(a, b) for a, b in pairwise(spans) if b.start < a.end] == []


@patient
@given(TEXTS, st.sampled_from(["a.md", "a.txt"]))
def test_every_value_of_any_text_cuts_out_its_own_words(text: str, name: str) -> None:
    """However the words of notes are mixed, a value's span cuts exactly its words out."""
    document, minutes = read_if_possible(text, name)
    assert [one for one in values(minutes) if document.cut(one.span) != one.words] == []


@patient
@given(TEXTS, st.sampled_from(["a.md", "a.txt"]))
def test_every_span_of_any_text_lies_in_it(text: str, name: str) -> None:
    """Items and doubts of mixed words point into the text."""
    assert outside(*read_if_possible(text, name)) == []


@patient
@given(st.text(max_size=400), st.sampled_from(["a.md", "a.txt", "2026-03-10.txt"]))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    """Nothing but a `ReadingError` comes out of a text that is no note."""
    document, minutes = read_if_possible(text, name)
    assert bool(document.text) >= bool(values(minutes))


@patient
@given(TEXTS)
def test_reading_any_text_twice_gives_the_same(text: str) -> None:
    """What is remembered between readings changes nothing."""
    assert read_if_possible(text, "a.md") == read_if_possible(text, "a.md")
