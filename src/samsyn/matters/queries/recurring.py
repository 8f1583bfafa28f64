"""What is to be reported again and again, meeting by meeting of whom it is reported to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.matters.models import (
    DutyTurn,
    FollowUp,
    HandOverState,
    Knot,
    KnotState,
    LinkState,
    MatterLink,
    TurnState,
)
from samsyn.matters.queries.duties import Heard, Turn, with_notes
from samsyn.register.models import Meeting, MeetingState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date
    from typing import Any

    from samsyn.matters.models import HandOver
    from samsyn.register.models import AgendaItem
    from samsyn.register.sight import Sight

Items = dict[int, "AgendaItem | None"]  # by meeting


@dataclass(slots=True)
class Known:
    """What the tables say of some hand-overs, by their ids or those of their statements and items."""

    told: dict[tuple[int, int], str] = field(default_factory=dict)
    ended: dict[int, date] = field(default_factory=dict)
    taken: dict[int, Items] = field(default_factory=lambda: defaultdict(dict))
    proposed: dict[int, Items] = field(default_factory=lambda: defaultdict(dict))


def turns_by_hand_over(rows: Iterable[HandOver], *, on: date, sees: Sight) -> dict[int, list[Turn]]:
    """The meetings at which recurring hand-overs are reported, by id, the latest first.

    Args:
        rows: With their receivers; those that do not recur are passed over, without a question.
        on: Today.
        sees: Which unfinished notes somebody sees; of the others nothing is known.

    Returns:
        Its turns, up to the day when nobody waits for it any more. Nine questions, however many rows.
    """
    wanted = [row for row in rows if row.is_recurring and row.meeting.start_on and row.recipients.all()]
    if not wanted:
        return {}
    meetings = _meetings_of(wanted, sees=sees)
    known = _known(wanted, [meeting.pk for meeting in meetings])
    return {row.pk: _turns(row, meetings, known, on) for row in wanted}


def _meetings_of(rows: Sequence[HandOver], *, sees: Sight) -> list[Meeting]:
    bodies = {one.body_id for row in rows for one in row.recipients.all()}
    first = min(row.meeting.start_on for row in rows if row.meeting.start_on)
    found = Meeting.objects.filter(bodies__in=bodies, start_on__gt=first)
    return list(with_notes(found, sees=sees).distinct().prefetch_related("bodies").order_by("start_on", "pk"))


def _turns(row: HandOver, meetings: Iterable[Any], known: Known, on: date) -> list[Turn]:
    receivers = {one.body_id for one in row.recipients.all()}
    end = known.ended.get(row.statement_id or 0)
    if row.state == HandOverState.WITHDRAWN and row.settled_at is not None:
        end = row.settled_at.date()
    turns = [
        turn
        for meeting in meetings
        if meeting.start_on > row.meeting.start_on
        and (end is None or meeting.start_on <= end)
        and (turn := _turn(row, meeting, receivers, known, on)) is not None
    ]
    return turns[::-1]


def _turn(row: HandOver, meeting: Any, receivers: Collection[int], known: Known, on: date) -> Turn | None:
    """How it is at one meeting; None where it is not waited for: others were there, and nothing was heard."""
    there = {body.pk for body in meeting.bodies.all()}
    taken, proposed = known.taken[row.pk], known.proposed[row.pk]
    item = taken.get(meeting.pk) or proposed.get(meeting.pk)
    told = known.told.get((row.statement_id or 0, meeting.pk))
    if told:
        heard = Heard.REPORTED if told == TurnState.REPORTED else Heard.MISSED
        return Turn(meeting, heard, item, is_said=True)
    if meeting.pk in taken:
        return Turn(meeting, Heard.REPORTED, item)
    if meeting.pk in proposed:
        return Turn(meeting, Heard.PROPOSED, item)
    if there != set(receivers):
        return None
    if meeting.start_on >= on or meeting.state == MeetingState.PLANNED:
        return Turn(meeting, Heard.COMING)
    return Turn(meeting, Heard.MISSED if meeting.has_notes else Heard.UNKNOWN)


def _known(rows: Sequence[HandOver], meetings: Sequence[int]) -> Known:
    known = Known()
    said = [row.statement_id for row in rows if row.statement_id is not None]
    told = DutyTurn.objects.filter(statement__in=said).exclude(state="")
    known.told = {(turn.statement_id, turn.meeting_id): turn.state for turn in told}
    over = FollowUp.objects.filter(statement__in=said, ended_on__isnull=False)
    known.ended = {one.statement_id: one.ended_on for one in over if one.ended_on is not None}
    _find_links(rows, meetings, known)
    _find_knots(rows, meetings, known)
    for row in rows:
        if row.taken_up_in_id is not None:
            kept = known.taken if row.settled_by_id else known.proposed
            kept[row.pk].setdefault(row.taken_up_in_id, row.taken_up_item)
    return known


def _find_knots(rows: Sequence[HandOver], meetings: Sequence[int], known: Known) -> None:
    """Items that belong to the same matter as what is handed over."""
    items = {row.item_id for row in rows if row.item_id is not None}
    said = {row.statement_id for row in rows if row.statement_id is not None}
    held = Knot.objects.filter(state=KnotState.TAKEN, lost=False)
    own = held.filter(Q(item__in=items, statement=None) | Q(statement__in=said))
    matters: dict[tuple[str, int], set[int]] = defaultdict(set)
    for item, statement, matter in own.values_list("item", "statement", "matter"):
        matters[("statement", statement) if statement else ("item", item)].add(matter)
    wanted = {matter for some in matters.values() for matter in some}
    theirs = held.filter(matter__in=wanted, meeting__in=meetings).select_related("item").order_by("-pk")
    for knot in theirs if wanted else ():
        for row in rows:
            mine = matters[("statement", row.statement_id or 0)] | matters[("item", row.item_id or 0)]
            if knot.matter_id in mine:
                known.taken[row.pk][knot.meeting_id] = knot.item


def _find_links(rows: Sequence[HandOver], meetings: Collection[int], known: Known) -> None:
    """Items that are proposed, or said, to be of one matter with the item of what is handed over."""
    by_item: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.item_id is not None:
            by_item[row.item_id].append(row.pk)
    links = MatterLink.objects.filter(related=False, state__in=(LinkState.OPEN, LinkState.TAKEN))
    links = links.filter(Q(left_item__in=by_item) | Q(right_item__in=by_item))
    there = set(meetings)
    for link in links.select_related("left_item", "right_item").order_by("-score", "pk"):
        ends = ((link.left_item, link.right_meeting_id, link.right_item),
                (link.right_item, link.left_meeting_id, link.left_item))  # fmt: skip
        kept = known.taken if link.state == LinkState.TAKEN else known.proposed
        for own, meeting, other in ends:
            for pk in by_item.get(own.pk, ()) if own is not None and meeting in there else ():
                kept[pk].setdefault(meeting, other)
