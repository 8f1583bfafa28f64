"""In how many of the register's meetings a word stands, out of the index of search."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyroaring import BitMap

from samsyn.register.models import IndexedMeeting, Posting, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AT_ONCE = 900  # roots asked for in one question
Numbers = dict[str, BitMap]


@dataclass(frozen=True, slots=True)
class Counted:
    """What the index knows of some roots.

    Attributes:
        numbers: Of the texts that a form of each root stands in.
        notes: Numbers that are of a meeting's notes.
    """

    numbers: Numbers
    notes: BitMap

    def counts(self) -> dict[str, int]:
        """In how many meetings' notes each root stands."""
        return {root: held.intersection_cardinality(self.notes) for root, held in self.numbers.items()}


def count(roots: Iterable[str]) -> Counted:
    """Look roots up in the index; meetings that have not been taken in are not counted."""
    return Counted(_numbers(sorted(set(roots))), BitMap(first for first, _ in read_spans()))


def read_spans() -> list[tuple[int, int]]:
    """The number of each meeting's notes with the meeting, in order."""
    rows = IndexedMeeting.objects.exclude(first=None).order_by("first").values_list("first", "meeting_id")
    return [(first, meeting) for first, meeting in rows if first is not None]


def _numbers(roots: list[str]) -> Numbers:
    found: Numbers = defaultdict(BitMap)
    for part in _parts(roots):
        rows = Posting.objects.filter(word__in=Word.objects.filter(root__in=part)).order_by()
        for root, numbers in rows.values_list("word__root", "numbers"):
            found[root] |= BitMap.deserialize(bytes(numbers))
    return found


def _parts(roots: list[str]) -> Iterator[list[str]]:
    for at in range(0, len(roots), AT_ONCE):
        yield roots[at : at + AT_ONCE]
