"""Sentences and words, and where they stand."""

from __future__ import annotations

import itertools
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.wording import sentences_of, words_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Mötet är klart. Nästa är i maj.", ["Mötet är klart.", "Nästa är i maj."], id="two"),
        pytest.param("Det gäller t.ex. Flen och bl.a. Trosa.", 1, id="abbreviations"),
        pytest.param("Mötet börjar kl. 10 i Flen.", 1, id="a-time"),
        pytest.param("Vi ses 1.5 km bort.", 1, id="a-decimal"),
        pytest.param("- Rektor kallar\n- Kuratorn leder", ["Rektor kallar", "Kuratorn leder"], id="bullets"),
        pytest.param(
            "1. Rektor kallar\n2. Kuratorn leder", ["Rektor kallar", "Kuratorn leder"], id="numbers"
        ),
        pytest.param("Rektor kallar till\nett möte.", 1, id="a-wrapped-line"),
        pytest.param("Vem leder? Rektor!", ["Vem leder?", "Rektor!"], id="other-marks"),
        pytest.param("”Vi börjar.” Sedan åt de.", ["”Vi börjar.”", "Sedan åt de."], id="quotation"),
        pytest.param(" \n- \n", [], id="nothing"),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, sentences: list[str] | int) -> None:
    """A full stop ends a sentence before a capital, unless it belongs to an abbreviation."""
    found = [sentence.text for sentence in sentences_of(text)]
    assert found == (sentences if isinstance(sentences, list) else [text])


@pytest.mark.parametrize("piece", [". ", "!", "t.ex. ", ".  ", ".”", "1. ", "\n"], ids=repr)
def test_marks_in_long_rows_are_cut_at_once(piece: str) -> None:
    """A hundred thousand of them, which would take minutes if each were held against all before it."""
    begun = process_time()
    list(sentences_of(piece * (100_000 // len(piece))))
    list(sentences_of("." + " " * 100_000 + piece * 1_000))
    assert process_time() - begun < 3


@given(st.text(alphabet="aåÖ .!?\n-1,”t"))
def test_sentences_stand_where_they_say(text: str) -> None:
    """Each sentence is cut out of the text by its place, and they follow one another."""
    found = list(sentences_of(text))
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@given(st.text(alphabet="aåÖ .!?\n-1,”t:/"))
def test_no_word_is_lost_between_sentences(text: str) -> None:
    """Every letter of a text stands in one of its sentences."""
    letters = [sign for sign in text if sign.isalpha()]
    assert [sign for one in sentences_of(text) for sign in one.text if sign.isalpha()] == letters


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    """Each word is cut out of the text by its place."""
    found = words_of(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
