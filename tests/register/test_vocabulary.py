"""The words of the register as they are kept in memory."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.register.models import Word
from samsyn.register.search.vocabulary import Words, known_words

LETTERS = st.text("abå", min_size=1, max_size=4)
WORDS = st.lists(LETTERS, unique=True, max_size=20)


def known(words: list[str]) -> Words:
    """These words, each its own root."""
    return Words().with_more((number, word, word) for number, word in enumerate(words, 1))


@given(WORDS, LETTERS)
def test_words_that_hold_letters_are_found(words: list[str], letters: str) -> None:
    """Each once, in order, with its id and root."""
    wanted = [(number, word, word) for number, word in enumerate(words, 1) if letters in word]
    assert list(known(words).holding(letters)) == wanted


@given(WORDS, LETTERS)
def test_a_word_is_found(words: list[str], word: str) -> None:
    """If it is there, just so."""
    found = known(words).find(word)
    assert (found and found.text) == (word if word in words else None)


@given(WORDS, st.integers(1, 3), st.integers(0, 2))
def test_words_that_begin_alike_are_found(words: list[str], shortest: int, more: int) -> None:
    """Those of so many letters."""
    longest = shortest + more
    wanted = [word for word in words if word[0] == "a" and shortest <= len(word) <= longest]
    assert known(words).beginning("a", shortest=shortest, longest=longest) == wanted


@given(WORDS, WORDS)
def test_words_may_come_later(before: list[str], after: list[str]) -> None:
    """The same as if all had come at once; who reads the earlier ones is not disturbed."""
    after = [word for word in after if word not in before]
    first = known(before)
    text = first.text
    more = first.with_more((len(before) + number, word, word) for number, word in enumerate(after, 1))
    assert (more, first.text) == (known(before + after), text)


def add(*words: str) -> None:
    """Write words."""
    Word.objects.bulk_create(Word(text=word, root=word) for word in words)


@pytest.mark.django_db(transaction=True)
def test_new_words_are_known_at_once() -> None:
    """Whoever wrote them."""
    add("plan")
    before = known_words().text
    add("möte")
    assert (before, known_words().text) == ("\nplan\n", "\nplan\nmöte\n")


@pytest.mark.django_db(transaction=True)
def test_words_that_are_gone_are_forgotten() -> None:
    """As after `samsyn reindex`."""
    add("plan", "möte")
    known_words()
    Word.objects.all().delete()
    add("möte")
    assert known_words().text == "\nmöte\n"


@pytest.mark.django_db(transaction=True)
def test_no_words_are_known_of_an_empty_register() -> None:
    """And none that were there before."""
    add("plan")
    known_words()
    Word.objects.all().delete()
    assert known_words() == Words()
