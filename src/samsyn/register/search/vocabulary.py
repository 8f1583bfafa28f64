"""All words of the register, kept in memory between searches.

A database reads its whole table of words to say in which of them some letters stand; in memory that takes a
few milliseconds for hundreds of thousands of words. Words are only ever added, with rising ids, so that
what is kept is brought up to date by reading those that came since. It takes some hundred bytes a word.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection

from samsyn.register.models import Word
from samsyn.register.search.keeping import KIND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

END = "\n"  # stands in no word


class KnownWord(NamedTuple):
    """A word in the index."""

    id: int
    text: str
    root: str


@dataclass(slots=True)
class Words:
    """The words of the index, in the order of their ids.

    Attributes:
        text: All of them, each between two ends.
        starts: Where each begins in the text.
        ids: Of each.
        root: Of each.
        roots: All that there are.
        first: The lowest id, of a word or a kind; 0 where there is none.
        last: The highest.
        last_text: The word with that id.
    """

    text: str = END
    starts: array[int] = field(default_factory=lambda: array("Q"))
    ids: array[int] = field(default_factory=lambda: array("Q"))
    root: list[str] = field(default_factory=list)
    roots: set[str] = field(default_factory=set)
    first: int = 0
    last: int = 0
    last_text: str = ""

    def holding(self, letters: str) -> Iterator[KnownWord]:
        """The words in which some letters stand.

        There may be ten thousand: ends of words are counted as they are passed, which is faster than to look
        each place up.
        """
        text, ids, root, place, last = self.text, self.ids, self.root, -1, 0
        at = text.find(letters)
        while at >= 0:
            start, end = text.rindex(END, 0, at) + 1, text.index(END, at)
            place, last = place + text.count(END, last, start), start
            yield KnownWord(ids[place], text[start:end], root[place])
            at = text.find(letters, end)

    def find(self, text: str) -> KnownWord | None:
        """The word written so."""
        at = self.text.find(f"{END}{text}{END}")
        return self._at(bisect_right(self.starts, at + 1) - 1) if at >= 0 else None

    def beginning(self, letter: str, *, shortest: int, longest: int) -> list[str]:
        """The words that begin with a letter, of so many letters."""
        rest = f"[^{END}]{{{shortest - 1},{longest - 1}}}"
        return re.findall(f"(?<={END}){re.escape(letter)}{rest}(?={END})", self.text)

    def _at(self, place: int) -> KnownWord:
        start = self.starts[place]
        return KnownWord(self.ids[place], self.text[start : self.text.index(END, start)], self.root[place])

    def with_more(self, rows: Iterable[tuple[int, str, str]]) -> Words:
        """These words and some that came later; nobody who reads these is disturbed."""
        more = Words(self.text, self.starts[:], self.ids[:], [*self.root], {*self.roots})
        more.first, more.last, more.last_text = self.first, self.last, self.last_text
        start, added = len(more.text), list[str]()
        for id_, text, root in rows:
            more.first, more.last, more.last_text = more.first or id_, id_, text
            if text.startswith(KIND):
                continue
            added.append(text)
            more.starts.append(start)
            more.ids.append(id_)
            more.root.append(sys.intern(root))
            more.roots.add(root)
            start += len(text) + 1
        more.text += "".join(text + END for text in added)
        return more


class _Kept:
    """What this process remembers."""

    def __init__(self) -> None:
        self.words = Words()
        self.turn = Lock()


KEPT = _Kept()


def known_words() -> Words:
    """The words that stand in the index now.

    Within a transaction they are read anew and not kept: what was written in it may be taken back.
    """
    if connection.in_atomic_block:
        return Words().with_more(_rows(after=0))
    with KEPT.turn:
        first, last = Word.objects.order_by("id"), Word.objects.order_by("-id")
        ends = [*first.values_list("id", "text")[:1], *last.values_list("id", "text")[:1]]
        KEPT.words = _brought_up(KEPT.words, ends)
        return KEPT.words


def _brought_up(words: Words, ends: list[tuple[int, str]]) -> Words:
    """The words as they are now, whose first and last are known."""
    if not ends:
        return Words()
    (first, _), (last, last_text) = ends
    if (words.first, words.last, words.last_text) == (first, last, last_text):
        return words
    if words.first == first and words.last < last:
        return words.with_more(_rows(after=words.last))
    return Words().with_more(_rows(after=0))


def _rows(*, after: int) -> Iterable[tuple[int, str, str]]:
    return Word.objects.filter(id__gt=after).order_by("id").values_list("id", "text", "root").iterator(10_000)
