"""How well links are proposed on labelled notes, those that nobody tuned to among them."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from tests.matters.labels import HERE, SETS

from samsyn.matters.linking.corpus import Corpus, read_corpus
from samsyn.matters.linking.measuring import rate, rate_all, ways
from samsyn.matters.linking.reasons import is_strong
from samsyn.minutes.evaluation import Bond, Bonds

if TYPE_CHECKING:
    from samsyn.matters.linking.measuring import Rated

pytestmark = pytest.mark.slow  # reads a hundred notes


@cache
def corpus(folder: str) -> Corpus:
    """The notes of a folder of labels."""
    return read_corpus([(HERE / folder / beside).resolve() for beside in SETS[folder].notes])


@cache
def rated() -> list[Rated]:
    """Every labelled pair, as the linking rates it."""
    return [row for folder, labels in SETS.items() for row in rate(corpus(folder), labels.pairs)]


def strong_links(folder: str) -> list[Bond]:
    """What the labels say of all links between notes of a folder that are shown as strong."""
    held, bonds = corpus(folder), Bonds(SETS[folder])
    rows = [row for one, other in combinations(sorted(held.profiles), 2) for row in held.between(one, other)]
    found = [held.bond(row.one, row.other, bonds) for row in rows if is_strong(row)]
    return [bond for bond in found if bond is not None]


def test_enough_pairs_are_labelled() -> None:
    """With fewer, a share says little."""
    assert len(rated()) >= 150


def test_strong_pairs_are_right() -> None:
    """Of the labelled pairs that are shown as strong, at least 95 of 100."""
    assert ways(rated())["strong"].precision >= 0.95


def test_strong_links_are_right() -> None:
    """Of all that are shown as strong between the labelled notes, at least 95 of 100."""
    shown = [bond for folder in SETS for bond in strong_links(folder)]
    assert shown.count(Bond.SAME) / len(shown) >= 0.95


def test_what_belongs_together_is_shown() -> None:
    """Of the pairs that are of one matter, at least 95 of 100."""
    assert ways(rated())["shown"].recall >= 0.95


UNSEEN = [folder for folder, labels in SETS.items() if labels.held]


def test_what_is_strong_in_a_county_nobody_looked_at_is_right() -> None:
    """Of labelled pairs and of all between its notes: 25 of 25 and 26 of 26 when it was first measured."""
    shown = [bond for folder in UNSEEN for bond in strong_links(folder)]
    assert shown.count(Bond.SAME) / len(shown) >= 0.95


def test_what_belongs_together_in_a_county_nobody_looked_at_is_shown() -> None:
    """97 of 100 pairs when it was first measured."""
    pairs = [row for folder in UNSEEN for row in rate(corpus(folder), SETS[folder].pairs)]
    assert ways(pairs)["shown"].recall >= 0.92


@pytest.mark.parametrize("folder", SETS)
def test_plain_words_find_as_much_only_with_more_that_is_wrong(folder: str) -> None:
    """In each county, what is shown is right more often than the same recall costs by BM25."""
    found = ways(rate(corpus(folder), SETS[folder].pairs))
    assert found["shown"].precision > found["bm25_alike"].precision + 0.03


@pytest.mark.parametrize("folder", SETS)
def test_of_all_items_plain_words_show_many_more(folder: str) -> None:
    """Not only of the pairs that were chosen to be hard: to find as much costs nearly twice the reading."""
    found = ways(list(rate_all(corpus(folder), Bonds(SETS[folder]))))
    assert found["bm25_alike"].n_shown > 1.7 * found["shown"].n_shown


def test_strong_links_beat_the_same_heading() -> None:
    """They are more often right than equal headings, and find more."""
    found = ways(rated())
    assert found["strong"].precision > found["same_heading"].precision
    assert found["strong"].recall > found["same_heading"].recall
