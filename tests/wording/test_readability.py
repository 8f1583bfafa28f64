"""LIX and OVIX: worked examples, bands and what is too short."""

from __future__ import annotations

import pytest

from samsyn.wording import Band, band_of, lix, ovix, readability_of

SENTENCE = "Rektor kallar till ett möte med familjen. "


def test_lix_of_a_worked_example() -> None:
    """580 sentences, 3784 words, 1018 of them long: 6.52 + 26.9."""
    assert lix(580, 3784, 1018) == pytest.approx(33.43, abs=0.005)


@pytest.mark.parametrize(
    ("n_words", "n_different", "expected"),
    [pytest.param(1000, 400, 55.4586, id="a-thousand"), pytest.param(100, 80, 97.3246, id="a-hundred")],
)
def test_ovix_of_worked_examples(n_words: int, n_different: int, expected: float) -> None:
    """The index of word variation, to four decimals."""
    assert ovix(n_words, n_different) == pytest.approx(expected, abs=0.0001)


@pytest.mark.parametrize(
    ("value", "band"),
    [
        pytest.param(29.9, Band.VERY_EASY, id="under-30"),
        pytest.param(30, Band.EASY, id="from-30"),
        pytest.param(45, Band.MEDIUM, id="from-40"),
        pytest.param(54.9, Band.HARD, id="from-50"),
        pytest.param(60, Band.VERY_HARD, id="from-60"),
    ],
)
def test_a_band_begins_at_its_lower_limit(value: float, band: Band) -> None:
    """Under 30, from 30, 40, 50 and 60."""
    assert band_of(value) == band


def test_a_short_text_has_no_figures() -> None:
    """Under a hundred words neither LIX, its band nor OVIX is given."""
    counted = readability_of(SENTENCE * 14)
    assert (counted.n_words, counted.lix, counted.band, counted.ovix) == (98, None, None, None)


def test_a_long_text_is_counted() -> None:
    """Fifteen sentences of seven words, one of them over six letters."""
    counted = readability_of(SENTENCE * 15)
    assert (counted.n_sentences, counted.n_words, counted.n_long) == (15, 105, 15)
    assert counted.lix == pytest.approx(7 + 100 / 7)


@pytest.mark.parametrize(
    ("word", "n_long"),
    [
        pytest.param("rektor", 0, id="six-letters"),
        pytest.param("rektorn", 1, id="seven-letters"),
        pytest.param("2026/27", 0, id="figures-are-no-letters"),
    ],
)
def test_a_long_word_has_more_than_six_letters(word: str, n_long: int) -> None:
    """Letters are counted, not signs."""
    assert readability_of(word).n_long == n_long
