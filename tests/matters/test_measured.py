"""How well links are proposed on labelled notes, those that nobody tuned to among them."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from tests.matters.labels import HERE, SETS

from samsyn.matters.linking.corpus import Corpus, read_corpus
from samsyn.matters.linking.measuring import rate, ways
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
    found = [held.bond(row, bonds) for row in rows if is_strong(row)]
    return [bond for bond in found if bond is not None]


def test_enough_pairs_are_labelled() -> None:
    """With fewer, a share says little."""
    assert len(rated()) >= 150


def test_strong_links_are_right() -> None:
    """Of all that are shown as strong between the labelled notes, at least 95 of 100."""
    shown = [bond for folder in SETS for bond in strong_links(folder)]
    assert shown.count(Bond.SAME) / len(shown) >= 0.95


def test_what_belongs_together_is_shown() -> None:
    """Of the pairs that are of one matter, at least 85 of 100."""
    assert ways(rated())["shown"].recall >= 0.85


def test_strong_links_beat_the_same_heading() -> None:
    """They are more often right than equal headings, and find more."""
    found = ways(rated())
    assert found["strong"].precision > found["same_heading"].precision
    assert found["strong"].recall > found["same_heading"].recall
