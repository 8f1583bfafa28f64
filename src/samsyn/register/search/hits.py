"""A page of hits in order, and how many there are of each sort."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from pyroaring import BitMap

from samsyn.register.search.expanding import suggest
from samsyn.register.search.layout import with_hits
from samsyn.register.search.matching import find_matches, locate
from samsyn.register.search.questions import read_question
from samsyn.register.search.texts import NOTES
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.register.search.layout import Span
    from samsyn.register.search.matching import Matches, Place

ON_A_PAGE = 20
Group = TypeVar("Group", str, int)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilter:
    """What is searched; a field left out does not narrow it.

    Attributes:
        words: What somebody wrote.
        kinds: Kinds of statement, or "notes" for what stands anywhere in the notes.
        body: Id; meetings of that body.
        year: Of the meeting's first day; 0 for meetings without a day.
        sees: Of unfinished notes, only those that somebody sees.
    """

    words: str = ""
    kinds: tuple[str, ...] = ()
    body: int | None = None
    year: int | None = None
    sees: Sight = FINISHED


@dataclass(frozen=True, slots=True)
class SearchCounts:
    """How many hits there are, and how many each choice would leave, the other choices being as they are."""

    all: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    bodies: dict[int, int] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits.

    Attributes:
        places: Meetings' notes and statements, latest meeting first.
        words: Every word that counts as found, to be lit.
        meant: The question with words put right that stand nowhere; empty where it is right, or cannot be.
    """

    places: Sequence[Place] = ()
    counts: SearchCounts = field(default_factory=SearchCounts)
    words: frozenset[str] = frozenset()
    meant: str = ""


def search_texts(wanted: SearchFilter, *, page: int = 1) -> Found:
    """Search notes and statements."""
    question = read_question(wanted.words)
    if not question:
        return Found()
    matches = find_matches(question, sees=wanted.sees)
    sorted_ = _Sorted.of(matches, wanted)
    places = locate(sorted_.page(page), matches.statements)
    return Found(places, sorted_.counts, matches.words, _put_right(wanted.words, matches))


def _put_right(words: str, matches: Matches) -> str:
    """The question with the words that stand nowhere put right; empty where one cannot be."""
    right = words.casefold()
    for word in matches.missing:
        near = suggest(word, unindexed=matches.unindexed)
        right = right.replace(word, near) if near else ""
    return right if matches.missing else ""


@dataclass(frozen=True, slots=True)
class _Sorted:
    """The numbers of the hits that all choices leave."""

    hits: BitMap
    spans: Sequence[Span]
    counts: SearchCounts

    @classmethod
    def of(cls, matches: Matches, wanted: SearchFilter) -> _Sorted:
        """Narrow what was found, and count what each choice would leave."""
        layout, chosen = matches.layout, _chosen(matches, wanted.kinds)
        of_body = layout.live if wanted.body is None else layout.bodies.get(wanted.body, BitMap())
        of_year = layout.live if wanted.year is None else layout.years.get(wanted.year, BitMap())
        hits = chosen & of_body & of_year
        counts = SearchCounts(
            len(hits),
            _counts(matches.numbers & of_body & of_year, layout.kinds),
            _counts(chosen & of_year, layout.bodies),
            _counts(chosen & of_body, layout.years),
        )
        return cls(hits, layout.spans, counts)

    def page(self, page: int) -> Iterator[tuple[Span, list[int]]]:
        """The meetings on a page, with the numbers of their hits."""
        passed, room = (page - 1) * ON_A_PAGE, ON_A_PAGE
        for span in self.spans if passed < len(self.hits) else ():
            n = self.hits.range_cardinality(span.first, span.end)
            if passed < n:
                [(_, own)] = with_hits(self.hits, [span])
                yield span, own[passed : passed + room]
                room -= len(own[passed : passed + room])
                if not room:
                    return
            passed = max(passed - n, 0)


def _counts(numbers: BitMap, groups: dict[Group, BitMap]) -> dict[Group, int]:
    """How many of some numbers are in each group, where any are."""
    counted = {group: numbers.intersection_cardinality(of) for group, of in groups.items()}
    return {group: n for group, n in counted.items() if n}


def _chosen(matches: Matches, kinds: tuple[str, ...]) -> BitMap:
    """The numbers of the kinds that are wanted.

    Where none is, a meeting's notes are a hit only if none of its statements is: else most would come twice.
    """
    layout = matches.layout
    if kinds:
        wanted = [layout.kinds[kind] for kind in kinds if kind in layout.kinds]
        return matches.numbers & BitMap.union(*wanted) if wanted else BitMap()
    chosen = matches.numbers.copy()
    notes = chosen & layout.kinds.get(NOTES, BitMap())
    said = chosen - notes
    said.add(layout.end)  # so that something follows each
    return chosen - BitMap([first for first in notes if said.next_set_bit(first) < layout.ends[first]])
