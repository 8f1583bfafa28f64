"""The way of a matter: which meetings it has been up at, in which lanes, and how they hang together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from samsyn.matters.models import HandOverKind, HandOverState, MatterState
from samsyn.minutes.records import Kind
from samsyn.web import swedish
from samsyn.web.thread.parts import Mark, Tie, Way
from samsyn.web.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samsyn.matters.models import HandOver
    from samsyn.matters.queries.page import MatterPage, Said
    from samsyn.register.models import Meeting

# What says most of what became of a matter at a meeting.
WEIGHTIEST = (
    Kind.DECISION,
    Kind.AGREED_OUTCOME,
    Kind.POSTPONEMENT,
    Kind.ASSIGNMENT,
    Kind.NEXT_STEP,
    Kind.PROPOSAL,
    Kind.QUESTION,
    Kind.NEED,
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A meeting on the way, with what was up there.

    Attributes:
        said: None where the matter is yet to be up, or should have been.
    """

    mark: Mark
    meeting: Meeting
    said: Sequence[Said] = ()

    @property
    def heading(self) -> str:
        """What was up."""
        return swedish.joined([one.knot.heading for one in self.said if one.knot.heading])


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of what was said: an item with its statements, or a hand-over that was not taken up."""

    meeting: Meeting
    said: Said | None = None
    lost: HandOver | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The way, and all its stops by key in the order of time.

    Attributes:
        n_undated: Meetings without a day, which are not drawn.
    """

    way: Way
    stops: dict[str, Stop]
    n_undated: int


def tell_way(page: MatterPage, *, on: date) -> Told:
    """What is drawn of a matter on a day."""
    by_meeting: dict[int, list[Said]] = defaultdict(list)
    for one in page.said:
        by_meeting[one.knot.meeting_id].append(one)
    held = [_stop(rows, on) for rows in by_meeting.values() if rows[0].knot.meeting.start_on is not None]
    stops = {stop.mark.key: stop for stop in (*held, *_missed(page, on), *_coming(page, held, on))}
    stops |= {stop.mark.key: stop for stop in held}
    handed = _handed(page, stops)
    tied = {(tie.start, tie.end) for tie in handed}
    pairs = [(one.mark.key, other.mark.key) for one, other in pairwise(held)]
    ties = [Tie(*pair, "next") for pair in pairs if pair not in tied] + handed
    ahead = [stop.mark.key for stop in stops.values() if stop.mark.kind == "coming"]
    ties += [Tie(held[-1].mark.key, key, "open") for key in ahead if key not in {end for _, end in tied}]
    in_order = sorted(stops.values(), key=lambda stop: (stop.mark.on, stop.mark.key))
    lanes = {stop.mark.lane: _who(stop.meeting) for stop in in_order}
    is_open = page.matter.state == MatterState.OPEN
    waits = bool(held) and any(_waits(row, held[-1].meeting) for row in page.handed)
    way = Way(lanes, [stop.mark for stop in in_order], ties, on, is_open, waits)
    return Told(way, {stop.mark.key: stop for stop in in_order}, len(by_meeting) - len(held))


def tell_entries(page: MatterPage) -> list[Entry]:
    """What was said, and where it was not taken up, in the order of time."""
    said = [Entry(one.knot.meeting, said=one) for one in page.said]
    lost = [Entry(row.missed_in, lost=row) for row in page.handed if row.missed_in is not None]
    return sorted(said + lost, key=lambda one: one.meeting.start_on or date.max)


def _missed(page: MatterPage, on: date) -> list[Stop]:
    """Meetings that should have taken up what was handed over to them, and did not."""
    meetings = [row.missed_in for row in page.handed if row.missed_in is not None and row.missed_in.start_on]
    return [Stop(_mark(meeting, "missed", _("Togs inte upp"), on), meeting) for meeting in meetings]


def _handed(page: MatterPage, stops: Mapping[str, Stop]) -> list[Tie]:
    """Arrows for what was handed over between meetings that are drawn."""
    found = []
    for row in page.handed:
        for meeting, kind in ((row.missed_in_id, "missed"), (row.taken_up_in_id, "taken")):
            tie = Tie(_key(row.meeting_id), _key(meeting or 0), kind)
            if tie.start in stops and tie.end in stops and tie not in found:
                found.append(tie)
        target = Tie(_key(row.meeting_id), _key(row.target_meeting_id or 0), "open")
        if row.state == HandOverState.SENT and {target.start, target.end} <= stops.keys():
            found.append(target)
    return found


def _waits(row: HandOver, last: Meeting) -> bool:
    """Whether something was put off at a meeting, to another that is not known."""
    is_put_off = row.kind == HandOverKind.MORE_TIME and row.state == HandOverState.SENT
    return is_put_off and row.meeting_id == last.pk and row.target_meeting_id is None


def _key(meeting: int) -> str:
    return f"mote-{meeting}"


def _stop(rows: Sequence[Said], on: date) -> Stop:
    return Stop(_mark(rows[0].knot.meeting, "held", _became(rows), on), rows[0].knot.meeting, rows)


def _coming(page: MatterPage, held: Sequence[Stop], on: date) -> list[Stop]:
    """The next known meeting of those who had it last: there it can be up."""
    coming, known = page.coming, {stop.meeting.pk for stop in held}
    if page.matter.state != MatterState.OPEN or coming is None or coming.pk in known or not held:
        return []
    return [Stop(_mark(coming, "coming", _("Nästa möte"), on), coming)]


def _mark(meeting: Meeting, kind: str, said: str, on: date) -> Mark:
    day = meeting.start_on or on
    lane = " ".join(body.key for body in meeting.named_bodies) or meeting.title
    return Mark(_key(meeting.pk), lane, day, kind, swedish.short_day(day, on), said)


def _became(rows: Sequence[Said]) -> str:
    """What became of the matter there, in a word or two: the weightiest kind, else the heading."""
    kinds = {said.kind for one in rows for said in one.statements}
    kind = next((kind for kind in WEIGHTIEST if kind in kinds), None)
    return _(KINDS[kind]) if kind is not None else rows[0].knot.heading


def _who(meeting: Meeting) -> str:
    return swedish.joined([body.name for body in meeting.named_bodies]) or meeting.title or _("Möte")
