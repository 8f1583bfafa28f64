"""Recurring duties meeting by meeting: was it heard of there, not heard of, or is it still to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q

from samsyn.matters.models import DutyTurn, Knot, KnotState, LinkState, MatterLink, TurnState
from samsyn.matters.queries.actions import (
    Action,
    ActionFilter,
    actions,
    plain_actions,
)
from samsyn.matters.queries.conditions import (
    is_recurring,
)
from samsyn.register.models import Body, Meeting, MeetingState, SourceVersion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.register.models import ActionReport, AgendaItem, Statement
    from samsyn.register.sight import Sight

SHORTEST_NAME = 5  # a body's name that is found in running words


class Heard(StrEnum):
    """What is known of a duty at a meeting."""

    REPORTED = "reported"
    PROPOSED = "proposed"
    MISSED = "missed"
    UNKNOWN = "unknown"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Turn:
    """A meeting where a duty is waited for.

    Attributes:
        item: Where it was up, or may have been.
        report: What was told of it since the meeting before.
        is_said: Whether a person has said so.
    """

    meeting: Meeting
    heard: Heard
    item: AgendaItem | None = None
    report: ActionReport | None = None
    is_said: bool = False


def bodies_that_hear(statement: Statement, bodies: Iterable[Body]) -> list[Body]:
    """To whom a duty is reported: the bodies that its words name; else those of its own meeting.

    Args:
        statement: With its meeting's bodies.
        bodies: All that there are.
    """
    words = statement.text.casefold()
    named = [body for body in bodies if len(body.name) >= SHORTEST_NAME and body.name.casefold() in words]
    return named or list(statement.meeting.bodies.all())


def turns_of(action: Action, *, on: date, sees: Sight) -> list[Turn]:
    """The meetings where a duty is waited for since it was said, the latest first; seven questions.

    Args:
        action: Recurring, as `actions` gives it.
        on: Today.
        sees: Which unfinished notes somebody sees; of the others nothing is known.
    """
    said, over = action.statement, action.follow_up
    end = over.ended_on if over is not None else None
    meetings = list(_meetings_after(said, bodies_that_hear(said, Body.objects.all()), end=end, sees=sees))
    told = {row.meeting_id: row.state for row in DutyTurn.objects.filter(statement=said)}
    taken, proposed = _items_heard(said, meetings)
    reports = reports_by_meeting(said.reports.all(), meetings)
    turns = [
        _turn(meeting, on, told.get(meeting.pk, ""), taken, proposed, reports.get(meeting.pk))
        for meeting in meetings
    ]
    return turns[::-1]


def duties_at(meeting: Meeting, *, on: date, sees: Sight) -> list[Action]:
    """Recurring duties that are open and waited for at a meeting."""
    own = list(meeting.bodies.all())
    if meeting.start_on is None or not own:
        return []
    named = Q(pk__in=())
    for body in own:
        if len(body.name) >= SHORTEST_NAME:
            named |= Q(search_text__contains=body.name.casefold())
    of_bodies = Meeting.objects.filter(bodies__in=own).order_by().values("pk")
    asked = is_recurring(), named | Q(meeting__in=of_bodies), Q(meeting__start_on__lt=meeting.start_on)
    ids = list(plain_actions(ActionFilter(sees=sees), on).filter(*asked).values_list("pk", flat=True))
    if not ids:
        return []
    # What is closed is left out here: they are few, while all that is done may be much to go through.
    rows = actions(ActionFilter(sees=sees, order="latest"), on=on).filter(pk__in=ids)
    bodies = list(Body.objects.all())
    still = [action for action in map(Action, rows) if not action.is_closed]
    heard = {body.pk for body in own}
    return [one for one in still if heard & {body.pk for body in bodies_that_hear(one.statement, bodies)}]


def reports_by_meeting(
    reports: Iterable[ActionReport], meetings: Sequence[Meeting]
) -> Mapping[int, ActionReport]:
    """The last report for each meeting: what is told counts for the first meeting on that day or after it.

    Args:
        reports: Oldest first.
        meetings: By day, each with one.
    """
    found: dict[int, ActionReport] = {}
    for report in reports:
        on = report.at.date()
        meeting = next((one for one in meetings if one.start_on and one.start_on >= on), None)
        if meeting is not None:
            found[meeting.pk] = report
    return found


def with_notes(rows: QuerySet[Meeting], *, sees: Sight) -> QuerySet[Meeting]:
    """Meetings that know as `has_notes` whether there are notes of them that somebody sees."""
    notes = SourceVersion.objects.filter(meeting=OuterRef("pk"), is_current=True)
    hidden = sees.hidden().filter(pk=OuterRef("pk"))
    return rows.annotate(has_notes=Exists(notes) & ~Exists(hidden))


def _meetings_after(
    said: Statement, bodies: Sequence[Body], *, end: date | None, sees: Sight
) -> QuerySet[Meeting]:
    rows = Meeting.objects.filter(bodies__in=bodies, start_on__isnull=False).exclude(pk=said.meeting_id)
    if said.meeting.start_on is not None:
        rows = rows.filter(start_on__gt=said.meeting.start_on)
    if end is not None:
        rows = rows.filter(start_on__lte=end)
    return with_notes(rows, sees=sees).distinct().prefetch_related("bodies").order_by("start_on", "pk")


def _items_heard(
    said: Statement, meetings: Sequence[Meeting]
) -> tuple[dict[int, AgendaItem | None], dict[int, AgendaItem | None]]:
    """By meeting, the items that belong to the same matter or are taken for it, and those proposed."""
    ids = [meeting.pk for meeting in meetings]
    own = Q(statement=said) | Q(item=said.item_id, statement=None) if said.item_id else Q(statement=said)
    mine = Knot.objects.filter(own, state=KnotState.TAKEN, lost=False)
    knots = Knot.objects.filter(
        matter__in=mine.values("matter"), state=KnotState.TAKEN, lost=False, meeting__in=ids
    )
    taken: dict[int, AgendaItem | None] = {
        knot.meeting_id: knot.item for knot in knots.select_related("item").order_by("-pk")
    }
    proposed: dict[int, AgendaItem | None] = {}
    for link in _links(said) if said.item_id else ():
        meeting, item = _other_end(link, said)
        kept = taken if link.state == LinkState.TAKEN else proposed
        kept.setdefault(meeting, item)
    return taken, proposed


def _links(said: Statement) -> QuerySet[MatterLink]:
    rows = MatterLink.objects.filter(Q(left_item=said.item_id) | Q(right_item=said.item_id), related=False)
    rows = rows.filter(state__in=(LinkState.OPEN, LinkState.TAKEN))
    return rows.select_related("left_item", "right_item").order_by("-score", "pk")


def _other_end(link: MatterLink, said: Statement) -> tuple[int, AgendaItem | None]:
    if link.left_item_id == said.item_id:
        return link.right_meeting_id, link.right_item
    return link.left_meeting_id, link.left_item


def _turn(
    meeting: Any,
    on: date,
    told: str,
    taken: Mapping[int, AgendaItem | None],
    proposed: Mapping[int, AgendaItem | None],
    report: ActionReport | None,
) -> Turn:
    item = taken.get(meeting.pk) or proposed.get(meeting.pk)
    if told:
        heard = Heard.REPORTED if told == TurnState.REPORTED else Heard.MISSED
        return Turn(meeting, heard, item, report, is_said=True)
    if meeting.pk in taken or report is not None:
        return Turn(meeting, Heard.REPORTED, item, report)
    if meeting.start_on >= on or meeting.state == MeetingState.PLANNED:
        return Turn(meeting, Heard.COMING)
    if not meeting.has_notes:
        return Turn(meeting, Heard.UNKNOWN)
    return Turn(meeting, Heard.PROPOSED if meeting.pk in proposed else Heard.MISSED, item)
