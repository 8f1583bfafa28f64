"""What is told of words is kept, and never told by another county's lexicon."""

import re

import pytest

from samsyn.minutes import read_own_words, speaking
from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.lexicon import lexicon, remembered, words_pattern

OWN = '[organisations]\nwords = ["grindhult"]\n'


def test_each_lexicon_tells_for_itself() -> None:
    """A name that a county holds to be an organisation is no name there, and stays one elsewhere."""
    before = is_name("Grindhult Aspnäs")
    with speaking(read_own_words(OWN, name="egna.toml")):
        there = is_name("Grindhult Aspnäs")
    assert (before, there, is_name("Grindhult Aspnäs")) == (True, False, True)


@pytest.mark.parametrize(
    ("words", "n_told"),
    [pytest.param("Rut", 1, id="short"), pytest.param("Rut " * 100, 2, id="long")],
)
def test_only_short_texts_are_kept(words: str, n_told: int) -> None:
    """What is asked twice of a few words is told once; long texts are not kept in memory."""
    asked: list[str] = []
    tell = remembered(asked.append)
    tell(words)
    tell(words)
    lexicon().derived.pop(asked.append, None)
    assert len(asked) == n_told


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        pytest.param([f"b{n}" for n in range(9)] + ["a", "ab"], "abc", "ab", id="longest-first"),
        pytest.param([f"b{n}" for n in range(9)] + ["*ab", "a"], "abab", "abab", id="any-letters-first"),
        pytest.param([f"b{n}" for n in range(9)] + ["a b", "a"], "a\n b", "a\n b", id="gap"),
    ],
)
def test_many_words_are_found_as_few_are(words: list[str], text: str, found: str) -> None:
    """Sharing the look for a first letter changes nothing of what a pattern of words finds."""
    match = re.match(words_pattern(words), text)
    assert match is not None
    assert match[0] == found
