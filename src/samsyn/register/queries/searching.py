"""Search, with all that a page of hits shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.register.models import Meeting, Statement
from samsyn.register.protection import NOBODY
from samsyn.register.search.actors import Actors, search_actors
from samsyn.register.search.expanding import expand
from samsyn.register.search.hits import ON_A_PAGE, SearchCounts, SearchFilter, search_texts
from samsyn.register.search.layout import taken_in
from samsyn.register.search.lighting import light, lines_with, places_in
from samsyn.register.search.matching import read_notes
from samsyn.register.search.questions import read_question
from samsyn.register.search.texts import NOTES
from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.register.protection import Hidden
    from samsyn.register.search.hits import Found
from samsyn.register.search.lighting import Bit

__all__ = [
    "NOTES",
    "ON_A_PAGE",
    "Hit",
    "Search",
    "SearchCounts",
    "SearchFilter",
    "places_of",
    "search",
    "taken_in",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement, or lines of a meeting's notes, with the found words lit.

    Attributes:
        statement: None where the hit is in the notes.
    """

    meeting: Meeting
    statement: Statement | None
    lines: Sequence[Sequence[Bit]]


@dataclass(frozen=True, slots=True)
class Search:
    """A page of what was found.

    Attributes:
        meant: The question with a misspelt word put right, where nothing was found; else empty.
    """

    hits: Sequence[Hit]
    counts: SearchCounts
    actors: Actors
    meant: str = ""


def search(wanted: SearchFilter, *, page: int = 1, hidden: Hidden = NOBODY) -> Search:
    """Search notes, statements and names; hits with the latest meeting first.

    The number of questions to the database hangs neither on the register nor on how much is found.

    Args:
        wanted: What is asked.
        page: From 1.
        hidden: Whom the answer is not to name.
    """
    found = search_texts(wanted, page=page)
    actors = search_actors(wanted.words, hidden=hidden, sees=wanted.sees)
    meant = "" if hidden.mask.is_in(found.meant.title()) else found.meant
    return Search(_hits(found), found.counts, actors, meant)


def places_of(asked: str, text: str) -> list[tuple[int, int]]:
    """Where the words of a question, in any of their forms, begin and end in a text."""
    question = read_question(asked)
    meant, _ = expand(question, unindexed=set(words_of(text)))
    return places_in(text, set[str]().union(question.exact, *meant.values()))


def _hits(found: Found) -> list[Hit]:
    places = found.places
    rows = Meeting.objects.prefetch_related("bodies")
    meetings = rows.in_bulk({place.meeting for place in places})
    said = Statement.objects.select_related("item").in_bulk(
        {place.statement for place in places if place.statement is not None}
    )
    notes = read_notes([place.meeting for place in places if place.statement is None])
    hits = []
    for place in places:
        if place.statement is None:
            lines = lines_with(notes.get(place.meeting, ""), found.words)
            hits.append(Hit(meetings[place.meeting], None, lines))
        elif place.statement in said:
            statement = said[place.statement]
            hits.append(Hit(meetings[place.meeting], statement, [light(statement.text, found.words)]))
    return hits
