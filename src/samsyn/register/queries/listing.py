"""Rows of a long list, a page at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, overload

from django.db.models import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import QuerySet

Row = TypeVar("Row", bound=Model)


class Listing(Generic[Row]):
    """A question to the database that is only asked for the rows of one page, as a paginator does.

    The page's ids are asked for first: else the database works out what is shown beside each row for all
    rows, before it knows which are wanted.
    """

    def __init__(self, rows: QuerySet[Row], n: int) -> None:
        """Keep what is asked.

        Args:
            rows: In an order that leaves nothing to chance.
            n: How many they are.
        """
        self.rows = rows
        self.n = n

    def __len__(self) -> int:
        """How many rows there are."""
        return self.n

    def __iter__(self) -> Iterator[Row]:
        """All of them, in order."""
        return iter(self.rows)

    @overload
    def __getitem__(self, places: int, /) -> Row: ...

    @overload
    def __getitem__(self, places: slice, /) -> list[Row]: ...

    def __getitem__(self, places: int | slice, /) -> Row | list[Row]:
        """The row in a place, or those from one place to another."""
        if isinstance(places, int):
            return self.between(places, places + 1)[0]
        return self.between(places.start or 0, self.n if places.stop is None else places.stop)

    def between(self, start: int, end: int) -> list[Row]:
        """The rows in some places; two questions to the database and those of what comes with the rows."""
        ids = list(self.rows.values_list("pk", flat=True)[start:end])
        found = {row.pk: row for row in self.rows.filter(pk__in=ids).order_by()}
        return [found[pk] for pk in ids if pk in found]


class Sums(NamedTuple):
    """How many rows of a list there are up to and with each meeting, in the list's order.

    Attributes:
        meetings: Ids.
        ends: Place of the first row that no longer belongs to each.
    """

    meetings: array[int]
    ends: array[int]

    @classmethod
    def of(cls, counted: Iterable[tuple[int, int]]) -> Sums:
        """Add up the rows of each meeting."""
        pairs = list(counted)
        ends = accumulate(n for _, n in pairs)
        return cls(array("Q", (meeting for meeting, _ in pairs)), array("Q", ends))


class MeetingListing(Listing[Row]):
    """A list in the order of its meetings: only the rows of a page's own meetings are looked at."""

    def __init__(self, rows: QuerySet[Row], n: int, sums: Sums) -> None:
        """Keep what is asked, and where each meeting's rows begin."""
        super().__init__(rows, n)
        self.sums = sums

    def between(self, start: int, end: int) -> list[Row]:
        """The rows in some places; one question to the database and those of what comes with the rows."""
        meetings, ends = self.sums
        first, last = bisect_right(ends, start), bisect_left(ends, end)
        before = ends[first - 1] if first else 0
        rows = self.rows.filter(meeting__in=list(meetings[first : last + 1]))
        return list(rows[start - before : end - before])
