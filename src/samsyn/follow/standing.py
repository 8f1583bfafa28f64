"""How an organisation stands: what it has promised, is asked for, has decided, was not there for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from samsyn.history.keeping import kept
from samsyn.matters.committees import Named
from samsyn.matters.models import HandOver, HandOverState, PartyLine, Reply
from samsyn.matters.queries.actions import Action, ActionFilter, ActionState, actions, count_actions
from samsyn.matters.queries.hand_overs import OPEN as OPEN_HAND_OVERS
from samsyn.matters.queries.hand_overs import HandOverFilter, hand_overs
from samsyn.matters.queries.own import people_at
from samsyn.minutes.records import Kind
from samsyn.register.models import Attendance, Meeting, Organisation, Seat, Statement
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.queries import first_without
from samsyn.register.queries.organisations import below
from samsyn.register.queries.statements import LATEST_FIRST
from samsyn.register.reporting import organisations_told_for
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.accounts.models import User
    from samsyn.matters.queries.actions import ActionCounts
    from samsyn.register.queries import DecidedWithout

LOOKED_BACK = timedelta(days=550)
SHOWN, SHOWN_DONE, SHOWN_WITHOUT = 12, 3, 8
DECIDED_KINDS = (Kind.DECISION, Kind.AGREED_OUTCOME)
ASKING_KINDS = (Kind.ASSIGNMENT, Kind.NEXT_STEP, Kind.QUESTION, Kind.NEED, Kind.PROPOSAL)
OPEN = (ActionState.OPEN, ActionState.UNDER_WAY, ActionState.NEEDS_HELP)
CANDIDATES = 200  # statements that hold the letters of the name; few of them are about another thing


@dataclass(frozen=True, slots=True)
class Standing:
    """What an organisation sees of itself.

    Attributes:
        promised: Open actions of its own, the first due first.
        done: Those told to be done last.
        counts: How many of its own there are, by how they stand.
        handed: What was handed over to it and has not been answered, the latest meeting first.
        asked: What others ask it for, by name, the latest meeting first.
        decided: What was decided or agreed with somebody from it in the room, the latest first.
        n_decided: How many such there are, of which the latest are shown.
        without: What was decided when nobody from it was there, the latest first.
        n_without: How many such meetings there are, of which the latest are shown.
        lines: Where it stands in what each party decides for itself, the latest told first.
    """

    promised: list[Action]
    done: list[Action]
    counts: ActionCounts
    handed: list[HandOver]
    asked: list[Statement]
    decided: list[Statement]
    n_decided: int
    without: list[DecidedWithout]
    n_without: int
    lines: list[PartyLine]


def own_organisations(user: User, *, on: date) -> list[Organisation]:
    """The organisations that a user tells for, then those for which they sit somewhere on a day."""
    told_for = organisations_told_for(user)
    people = people_at(user.email)
    held = (Q(start_on=None) | Q(start_on__lte=on)) & (Q(end_on=None) | Q(end_on__gt=on))
    seats = Seat.objects.filter(held, person__in=people).exclude(organisation=None)
    sits_for = Organisation.objects.filter(pk__in=seats.values("organisation")) if people else []
    return [*told_for, *(one for one in sits_for if one not in told_for)]


def see_standing(
    organisation: Organisation, *, on: date, sees: Sight = FINISHED, hidden: Hidden = NOBODY
) -> Standing:
    """What an organisation sees of itself, with all below it; kept until something changes.

    Args:
        organisation: Which.
        on: Today; what was said more than a year and a half before is left out, but for what is promised.
        sees: Which unfinished notes count.
        hidden: People of whom nothing is told.
    """
    key = ("standing", organisation.pk, on, sees.key(), hidden.people)
    return kept(key, lambda: _see(organisation, on=on, sees=sees, hidden=hidden))


def _see(organisation: Organisation, *, on: date, sees: Sight, hidden: Hidden) -> Standing:
    own = below(organisation)
    mine = ActionFilter(organisations=tuple(sorted(own)), sees=sees, hidden=hidden)
    since = on - LOOKED_BACK
    decided = _decided(own, since=since, on=on, sees=sees, hidden=hidden)
    n_without, without = _without(organisation, on=on, sees=sees)
    return Standing(
        promised=_actions(mine, OPEN, "due", SHOWN, on),
        done=_actions(mine, (ActionState.DONE,), "latest", SHOWN_DONE, on),
        counts=count_actions(mine, on=on),
        handed=_handed(own, sees=sees),
        asked=_asked(organisation, own, since=since, on=on, sees=sees),
        decided=list(_shown(decided, organisation)[:SHOWN]),
        n_decided=decided.count(),
        without=without,
        n_without=n_without,
        lines=_lines(organisation, sees=sees),
    )


def _actions(wanted: ActionFilter, state: tuple[str, ...], order: str, n: int, on: date) -> list[Action]:
    asked = ActionFilter(
        organisations=wanted.organisations, state=state, order=order, sees=wanted.sees, hidden=wanted.hidden
    )
    return [Action(said) for said in actions(asked, on=on)[:n]]


def _decided(
    own: Collection[int], *, since: date, on: date, sees: Sight, hidden: Hidden
) -> QuerySet[Statement]:
    """What was decided at meetings to which somebody came from it."""
    came = Attendance.objects.filter(organisation__in=own, present=True, removed=False)
    there = came.exclude(person__in=hidden.people).order_by().values("meeting")
    rows = Statement.objects.filter(sees.seen(), removed=False, kind__in=DECIDED_KINDS, meeting__in=there)
    return rows.filter(meeting__start_on__gt=since, meeting__start_on__lte=on)


def _handed(own: Collection[int], *, sees: Sight) -> list[HandOver]:
    """What was handed over to it and waits."""
    waits = hand_overs(HandOverFilter(states=(*OPEN_HAND_OVERS, HandOverState.TAKEN_UP), sees=sees))
    return list(waits.filter(organisation__in=own)[:SHOWN])


def _asked(
    organisation: Organisation, own: Collection[int], *, since: date, on: date, sees: Sight
) -> list[Statement]:
    """What others say that names it and asks for something; its own actions stand among what it promised."""
    name = organisation.key
    rows = Statement.objects.filter(
        sees.seen(), Q(kind__in=ASKING_KINDS) | Q(is_action=True), removed=False, search_text__contains=name
    ).exclude(owner_organisation__in=own)
    rows = rows.filter(meeting__start_on__gt=since, meeting__start_on__lte=on)
    named = Named(organisation.pk, (name,))
    found = _shown(rows, organisation)[:CANDIDATES]
    return [said for said in found if named.found_in(said.text)][:SHOWN]


def _shown(rows: QuerySet[Statement], organisation: Organisation) -> QuerySet[Statement]:
    replies = Reply.objects.filter(organisation=organisation).select_related("by")
    with_all = rows.select_related("meeting", "item").prefetch_related(
        "meeting__bodies", Prefetch("replies", replies)
    )
    return with_all.order_by(*LATEST_FIRST)


def _without(organisation: Organisation, *, on: date, sees: Sight) -> tuple[int, list[DecidedWithout]]:
    """Meetings of bodies to which it comes, or is named, that decided something when it was not there."""
    named = Attendance.objects.filter(organisation=organisation, removed=False).order_by().values("meeting")
    bodies = Meeting.bodies.through.objects.filter(meeting__in=named).values("body")
    own = Q(pk__in=Meeting.objects.filter(bodies__in=bodies).order_by().values("pk"))
    return first_without(SHOWN_WITHOUT, on=on, sees=sees, among=own, organisation=organisation)


def _lines(organisation: Organisation, *, sees: Sight) -> list[PartyLine]:
    """What holds of it in each thing that every party decides for itself."""
    rows = PartyLine.objects.filter(organisation=organisation, refused=False)
    rows = rows.filter(Q(statement=None) | sees.seen("statement__meeting") & Q(statement__removed=False))
    rows = rows.select_related("statement__meeting", "statement__item", "matter", "by")
    latest = {
        (line.statement_id, line.matter_id): line
        for line in rows.prefetch_related("statement__meeting__bodies").order_by("told_on", "id")
    }
    return sorted(latest.values(), key=lambda line: (line.told_on, line.pk), reverse=True)
