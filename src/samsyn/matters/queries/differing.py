"""Where bodies say different things of a matter: side by side with their words, and never judged.

What is compared is what each holds now: what the same body has said since takes the place of what it said.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samsyn.matters.queries.same_thing import content_of, roots_told, same_thing
from samsyn.matters.queries.standpoints import (
    Standpoint,
    Voice,
    find_standpoints,
    words_of_matter,
)
from samsyn.minutes.by_hand import read_period
from samsyn.minutes.days import find_mentions
from samsyn.minutes.records import Kind, Period, Precision
from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from samsyn.matters.queries.page import MatterPage
    from samsyn.register.models import Statement

SETTLED = (Standpoint.DECIDED, Standpoint.AGREED)
AHEAD = {Kind.DECISION, Kind.AGREED_OUTCOME, Kind.ASSIGNMENT, Kind.NEXT_STEP, Kind.PROPOSAL}
WITHOUT_DAYS = {Precision.RECURRING, Precision.UNCERTAIN, Precision.MEETING}
IN_COMMON = 2  # words, headings and all, with which somebody questions or puts off what was settled
MOST = 6


class About(StrEnum):
    """What is said differently."""

    OUTCOME = "outcome"
    TIME = "time"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A voice, with what it says that another says differently.

    Attributes:
        words: As the source has them: of a time or an owner; empty for an outcome.
        period: The days of a time.
    """

    voice: Voice
    words: str = ""
    period: Period | None = None

    @property
    def statement(self) -> Statement:
        """Where it stands."""
        return self.voice.statement


@dataclass(frozen=True, slots=True)
class Difference:
    """What bodies say differently; for an outcome, what is settled comes first."""

    about: About
    spoken: Sequence[Spoken]


def find_differences(page: MatterPage) -> list[Difference]:
    """What the bodies say differently of a matter, at most six; no question to the database."""
    known = words_of_matter(page)
    return [*_outcomes(find_standpoints(page)), *_times(page, known), *_owners(page, known)][:MOST]


def _outcomes(voices: Sequence[Voice]) -> list[Difference]:
    """For what a body has settled, those whose last word leaves the same open."""
    found = []
    for settled in (voice for voice in voices if voice.standpoint in SETTLED):
        against = [voice for voice in voices if _is_against(voice, settled)]
        if against:
            found.append(Difference(About.OUTCOME, [Spoken(settled), *map(Spoken, against)]))
    return found


def _is_against(voice: Voice, settled: Voice) -> bool:
    """Whether somebody puts off, questions or proposes anew what others have settled.

    To ask or propose comes before what is settled in the order of things: only what comes after stands
    against it. What one body has put off waits there, whenever another settled it.
    """
    if voice.standpoint in SETTLED or voice.bodies & settled.bodies:
        return False
    if voice.standpoint is not Standpoint.POSTPONED and not _is_later(voice, settled):
        return False
    left, right = _with_heading(voice), _with_heading(settled)
    common = left & right
    is_much = len(common) >= IN_COMMON or IN_COMMON * len(common) >= min(len(left), len(right))
    return is_much and bool(left & content_of(settled.statement))


def _with_heading(voice: Voice) -> frozenset[str]:
    return content_of(voice.statement) | roots_told(voice.said.knot.heading)


def _is_later(voice: Voice, other: Voice) -> bool:
    one, two = voice.said.knot.meeting.start_on, other.said.knot.meeting.start_on
    return one is not None and two is not None and one > two


def _times(page: MatterPage, known: frozenset[str]) -> list[Difference]:
    """The same thing with times that have no day in common."""
    days = {day for one in page.said if (day := one.knot.meeting.start_on)}
    if page.coming is not None and page.coming.start_on:
        days.add(page.coming.start_on)
    said = [Voice(one, row) for one in page.said for row in one.statements]
    timed = [found for voice in said if (found := _timed(voice, days))]
    return [Difference(About.TIME, rows) for rows in _apart(timed, _have_no_day_in_common, known)]


def _timed(voice: Voice, meetings: set[date]) -> Spoken | None:
    """Its due, else the one time in its words; what lies behind is a tale, and a meeting's day a place."""
    said, held = voice.statement, voice.said.knot.meeting.start_on
    if Kind(said.kind) not in AHEAD and not said.is_action:
        return None
    if said.due_start and said.due_end:
        found, words = Period(said.due_start, said.due_end, Precision(said.due_precision)), said.due_words
    else:
        mentions = find_mentions(said.text)
        if len(mentions) != 1:
            return None
        words = said.text[mentions[0].start : mentions[0].end]
        found = read_period(words, met_on=held)
    if found.precision in WITHOUT_DAYS or found.start is None or found.end is None or found.day in meetings:
        return None
    return Spoken(voice, words, found) if held is None or found.end > held else None


def _have_no_day_in_common(one: Spoken, other: Spoken) -> bool:
    left, right = one.period, other.period
    if left is None or right is None or not (left.start and left.end and right.start and right.end):
        return False
    return left.end <= right.start or right.end <= left.start


def _owners(page: MatterPage, known: frozenset[str]) -> list[Difference]:
    """The same thing with different owners."""
    said = [Voice(one, row) for one in page.said for row in one.statements if row.owner_name]
    owned = [Spoken(voice, voice.statement.full_owner) for voice in said]
    return [Difference(About.OWNER, rows) for rows in _apart(owned, _are_two, known)]


def _are_two(one: Spoken, other: Spoken) -> bool:
    """Whether two owners are two: a part of a name may be the same one."""
    left, right = one.statement, other.statement
    for column in ("owner_person_id", "owner_organisation_id", "owner_body_id"):
        if getattr(left, column) and getattr(left, column) == getattr(right, column):
            return False
    return not set(words_of(left.owner_name)) & set(words_of(right.owner_name))


def _apart(
    rows: Sequence[Spoken], differ: Callable[[Spoken, Spoken], bool], known: frozenset[str]
) -> Iterator[list[Spoken]]:
    """Those of different bodies that are of the same thing and differ, the earliest first."""
    holding = [row for at, row in enumerate(rows) if not _said_anew(row, rows[at + 1 :], known)]
    told = set[int]()
    for at, row in enumerate(holding):
        others = [
            other
            for other in holding[at + 1 :]
            if not row.voice.bodies & other.voice.bodies
            and differ(row, other)
            and same_thing(row.statement, other.statement, known=known)
        ]
        if others and row.statement.pk not in told:
            told.update(other.statement.pk for other in others)
            yield [row, *others]


def _said_anew(row: Spoken, later: Iterable[Spoken], known: frozenset[str]) -> bool:
    """Whether the same body has said the same thing at a later meeting: that holds in its place."""
    return any(
        row.voice.bodies & other.voice.bodies
        and row.voice.said is not other.voice.said
        and same_thing(row.statement, other.statement, known=known)
        for other in later
    )
