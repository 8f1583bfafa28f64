"""A page of hits in order, and how many there are of each sort."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyroaring import BitMap

from samsyn.register.models import Meeting
from samsyn.register.search.expanding import suggest
from samsyn.register.search.matching import find_matches, locate
from samsyn.register.search.questions import read_question
from samsyn.register.search.texts import NOTES
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.register.search.matching import Matches, Place, Span

ON_A_PAGE = 20
UNDATED = 0


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
    found = _Sorted.of(matches, wanted, _bodies_by_meeting())
    places = locate(found.page(page), matches.spans, matches.statements)
    return Found(places, found.counts, matches.words, _put_right(wanted.words, matches))


def _put_right(words: str, matches: Matches) -> str:
    """The question with the words that stand nowhere put right; empty where one cannot be."""
    right = words.casefold()
    for word in matches.missing:
        near = suggest(word, unindexed=matches.unindexed)
        right = right.replace(word, near) if near else ""
    return right if matches.missing else ""


def _bodies_by_meeting() -> dict[int, list[int]]:
    """The bodies of each meeting."""
    found: dict[int, list[int]] = {}
    for meeting, body in Meeting.bodies.through.objects.values_list("meeting_id", "body_id"):
        found.setdefault(meeting, []).append(body)
    return found


@dataclass(frozen=True, slots=True)
class _Sorted:
    """What a question finds, by meeting.

    Attributes:
        chosen: Numbers of the kinds that are wanted.
        hit: Meetings with hits that the choice of body and year leaves, and how many hits each has.
    """

    chosen: BitMap
    hit: list[tuple[Span, int]]
    counts: SearchCounts

    @classmethod
    def of(cls, matches: Matches, wanted: SearchFilter, bodies: dict[int, list[int]]) -> _Sorted:
        """Go through the meetings once."""
        chosen, allowed = _chosen(matches, wanted.kinds), BitMap()
        years, by_body = Counter[int](), Counter[int]()
        hit: list[tuple[Span, int]] = []
        for span in matches.spans:
            own, year = bodies.get(span.meeting, ()), span.start_on.year if span.start_on else UNDATED
            of_body = wanted.body is None or wanted.body in own
            of_year = wanted.year is None or wanted.year == year
            n = chosen.range_cardinality(span.first, span.end)
            if of_body and of_year:
                allowed.add_range(span.first, span.end)
                hit.append((span, n))
            if n and of_body:
                years[year] += n
            if n and of_year:
                by_body.update(dict.fromkeys(own, n))
        kinds = {kind: len(matches.numbers & texts & allowed) for kind, texts in matches.kinds.items()}
        n_hits = sum(n for _, n in hit)
        return cls(chosen, hit, SearchCounts(n_hits, kinds, dict(by_body), dict(years)))

    def page(self, page: int) -> list[int]:
        """The numbers on a page."""
        passed, room, numbers = (page - 1) * ON_A_PAGE, ON_A_PAGE, list[int]()
        for span, n in self.hit:
            if passed < n and room:
                own = list(self.chosen & BitMap(range(span.first, span.end)))
                numbers += own[passed : passed + room]
                room = ON_A_PAGE - len(numbers)
            passed = max(passed - n, 0)
        return numbers


def _chosen(matches: Matches, kinds: tuple[str, ...]) -> BitMap:
    """The numbers of the kinds that are wanted.

    Where none is, a meeting's notes are a hit only if none of its statements is: else most would come twice.
    """
    if kinds:
        wanted = [matches.kinds[kind] for kind in kinds if kind in matches.kinds]
        return matches.numbers & BitMap.union(*wanted) if wanted else BitMap()
    chosen = matches.numbers.copy()
    notes = chosen & matches.kinds.get(NOTES, BitMap())
    for span in matches.spans:
        if span.first in notes and chosen.range_cardinality(span.first + 1, span.end):
            chosen.discard(span.first)
    return chosen
