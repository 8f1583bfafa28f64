"""Which numbers belong to which meeting, year, body and kind of text."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from django.db.models import Count, Max
from pyroaring import BitMap

from samsyn.history.keeping import kept
from samsyn.register.models import IndexedMeeting, Meeting, Posting
from samsyn.register.search.keeping import KIND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

UNDATED = 0  # in place of a year
Group = TypeVar("Group", str, int)


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers of one meeting's texts; the first is that of its notes."""

    meeting: int
    first: int
    end: int
    start_on: date | None

    @property
    def order(self) -> tuple[int, int]:
        """The place in which its hits are shown: latest meeting first, those without a day last."""
        return -(self.start_on or date.min).toordinal(), -self.meeting

    @property
    def year(self) -> int:
        """Of its first day."""
        return self.start_on.year if self.start_on else UNDATED


@dataclass(slots=True)
class Layout:
    """Where the texts of the register stand in the index.

    Attributes:
        spans: In the order in which hits are shown.
        live: Numbers of texts as they are now; others are of texts as they were.
        ends: Where a meeting's numbers end, by the first.
        years: Numbers by the year of the meeting.
        bodies: Numbers by the ids of its bodies.
        kinds: Numbers by kind of text.
    """

    spans: list[Span] = field(default_factory=list)
    live: BitMap = field(default_factory=BitMap)
    ends: dict[int, int] = field(default_factory=dict)
    years: dict[int, BitMap] = field(default_factory=lambda: defaultdict(BitMap))
    bodies: dict[int, BitMap] = field(default_factory=lambda: defaultdict(BitMap))
    kinds: dict[str, BitMap] = field(default_factory=lambda: defaultdict(BitMap))

    @property
    def end(self) -> int:
        """A number above all others."""
        return self.live.max() + 1 if self.live else 0

    def insert(self, span: Span, bodies: Iterable[int]) -> None:
        """Give a meeting its place among the others."""
        insort(self.spans, span, key=lambda one: one.order)
        self._enter(span, bodies)

    def append(self, span: Span, bodies: Iterable[int]) -> None:
        """Give a meeting its place behind all others."""
        self.spans.append(span)
        self._enter(span, bodies)

    def _enter(self, span: Span, bodies: Iterable[int]) -> None:
        self.ends[span.first] = span.end
        for numbers in (self.live, self.years[span.year], *(self.bodies[body] for body in bodies)):
            numbers.add_range(span.first, span.end)

    def copy(self) -> Layout:
        """The same, to be added to."""
        spans, ends = [*self.spans], {**self.ends}
        years, bodies, kinds = _copied(self.years), _copied(self.bodies), _copied(self.kinds)
        return Layout(spans, self.live.copy(), ends, years, bodies, kinds)


def _copied(groups: dict[Group, BitMap]) -> dict[Group, BitMap]:
    return defaultdict(BitMap, {group: numbers.copy() for group, numbers in groups.items()})


def taken_in() -> tuple[int | None, int]:
    """How far the index has come: the highest number, and how many meetings are in it.

    Numbers are never used again, so that whatever was taken in since has raised the highest.
    """
    rows = IndexedMeeting.objects.exclude(first=None).aggregate(last=Max("first"), n=Count("first"))
    return rows["last"], rows["n"]


def read_layout() -> Layout:
    """Where all texts stand that have been taken in; nobody may change it."""
    return kept(("layout of search", *taken_in()), _layout)


def _layout() -> Layout:
    rows = IndexedMeeting.objects.exclude(first=None).values_list(
        "meeting_id", "first", "n_texts", "meeting__start_on"
    )
    found, bodies = Layout(), bodies_of()
    spans = [
        Span(meeting, first, first + n, start_on) for meeting, first, n, start_on in rows if first is not None
    ]
    for span in sorted(spans, key=lambda one: one.order):
        found.append(span, bodies.get(span.meeting, ()))
    stored = Posting.objects.filter(word__text__startswith=KIND).values_list("word__text", "numbers")
    for kind, numbers in stored:
        found.kinds[kind.removeprefix(KIND)] |= BitMap.deserialize(bytes(numbers))
    return found


def bodies_of(meetings: Sequence[int] | None = None) -> dict[int, list[int]]:
    """Ids of the bodies of some meetings, or of all."""
    rows = Meeting.bodies.through.objects.values_list("meeting_id", "body_id")
    found: dict[int, list[int]] = defaultdict(list)
    for meeting, body in rows if meetings is None else rows.filter(meeting__in=meetings):
        found[meeting].append(body)
    return found


def with_hits(numbers: BitMap, spans: Iterable[Span]) -> Iterator[tuple[Span, list[int]]]:
    """The meetings that some numbers belong to, with their own of these, in the order of the spans."""
    for span in spans:
        if numbers.range_cardinality(span.first, span.end):
            yield span, list(numbers & BitMap(range(span.first, span.end)))
