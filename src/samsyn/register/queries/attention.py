"""What somebody should look at: what is missing, uncertain or coming."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Prefetch, Q

from samsyn.register.alphabet import alphabetical_key
from samsyn.register.models import (
    Attendance,
    Body,
    Doubt,
    DoubtState,
    Meeting,
    MeetingState,
    Organisation,
    Person,
    Statement,
    Suggestion,
    SuggestionKind,
    SuggestionState,
)
from samsyn.register.queries.coverage import principals_named, usual_organisations
from samsyn.register.queries.officers import unlisted_officers
from samsyn.register.queries.statements import BINDING_KINDS, IS_DUE, IS_OWNED, StatementFilter, statements
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from django.db.models import QuerySet

LOOKED_BACK = timedelta(days=730)  # who was missing longer ago has heard of it, or asks no more


@dataclass(frozen=True, slots=True)
class DecidedWithout:
    """A meeting that bound people, and the organisations that had nobody in the room."""

    meeting: Meeting
    statements: tuple[Statement, ...]
    organisations: tuple[Organisation, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two objects that may be the same; of people, where each was from."""

    suggestion: Suggestion
    left: Person | Organisation | Body | Meeting
    right: Person | Organisation | Body | Meeting
    left_from: str = ""
    right_from: str = ""


def incomplete_statements(*, on: date, sees: Sight = FINISHED) -> QuerySet[Statement]:
    """What binds somebody, said up to a day, and lacks an owner or a date; latest meeting first."""
    lacking = ~IS_OWNED | ~IS_DUE
    undated_or_past = Q(meeting__start_on__isnull=True) | Q(meeting__start_on__lte=on)
    return statements(StatementFilter(sees=sees)).filter(lacking, undated_or_past)


def open_doubts(*, on: date, sees: Sight = FINISHED) -> QuerySet[Doubt]:
    """Open doubts, latest meeting first, each with its meeting and value. `on` leaves out later meetings."""
    rows = Doubt.objects.filter(sees.seen(), state=DoubtState.OPEN)
    rows = rows.filter(Q(meeting__start_on__isnull=True) | Q(meeting__start_on__lte=on))
    rows = rows.select_related("meeting", "value", "value__statement", "value__attendance", "value__item")
    return rows.prefetch_related("meeting__bodies").order_by(
        "-meeting__start_on", "meeting_id", "start", "id"
    )


def decided_without(*, on: date, sees: Sight = FINISHED, among: Q | None = None) -> list[DecidedWithout]:
    """Meetings of the last two years that decided or agreed something without some municipality or region.

    That one is missing is known when the notes name people from it, none of them present, or when it
    usually comes to the same bodies and the notes do not name it. Latest first.

    Args:
        on: The last day that counts; what lies more than `LOOKED_BACK` before it is left out.
        sees: Which unfinished notes count.
        among: Meetings that count, as a condition; all where it is left out.
    """
    return first_without(None, on=on, sees=sees, among=among)[1]


def first_without(
    n: int | None,
    *,
    on: date,
    sees: Sight = FINISHED,
    among: Q | None = None,
    organisation: Organisation | None = None,
) -> tuple[int, list[DecidedWithout]]:
    """How many meetings `decided_without` finds, and the first of them: only what those said is read.

    Args:
        n: How many of them; all where it is None.
        on: The last day that counts.
        sees: Which unfinished notes count.
        among: Meetings that count, as a condition.
        organisation: Only those without this one.
    """
    bound = Statement.objects.filter(removed=False, kind__in=BINDING_KINDS).order_by("position")
    held = Meeting.objects.filter(state=MeetingState.HELD, start_on__lte=on, start_on__gt=on - LOOKED_BACK)
    held = held.filter(among or Q(), sees.seen("pk"), Exists(bound.filter(meeting=OuterRef("pk"))))
    missing = _missing(dict(held.order_by("-start_on", "-id").values_list("pk", "start_on")))
    if organisation is not None:
        missing = {pk: others for pk, others in missing.items() if organisation in others}
    first = list(missing)[:n]
    found = Meeting.objects.prefetch_related("bodies", Prefetch("statements", bound)).in_bulk(first)
    shown = [(found[pk], missing[pk]) for pk in first if pk in found]
    return len(missing), [DecidedWithout(one, tuple(one.statements.all()), others) for one, others in shown]


def coming_meetings(*, on: date) -> QuerySet[Meeting]:
    """Meetings from a day on that are planned or spoken of, next one first."""
    rows = Meeting.objects.filter(
        state__in=(MeetingState.PLANNED, MeetingState.REFERENCED), start_on__isnull=False
    )
    rows = rows.filter(Q(start_on__gte=on) | Q(end_on__gt=on))
    return rows.prefetch_related("bodies", "announced_by", "referred_by__meeting").order_by("start_on", "id")


def open_suggestions(*, hidden: Collection[int] = (), sees: Sight = FINISHED) -> list[Pair]:
    """Questions of whether two objects are the same, with both objects; six questions at most.

    Args:
        hidden: Ids of people who are asked nothing about.
        sees: Whom only unfinished notes name is asked about by those who see them.
    """
    rows = list(Suggestion.objects.filter(state=SuggestionState.OPEN).order_by("kind", "id"))
    ids: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        ids[row.kind] |= {row.left_id, row.right_id}
    people = Person.objects.exclude(pk__in=sees.strangers().values("pk"))
    known: dict[str, dict[int, Person | Organisation | Body | Meeting]] = {
        SuggestionKind.PERSON: {**people.in_bulk(ids["person"])},
        SuggestionKind.ORGANISATION: {**Organisation.objects.in_bulk(ids["organisation"])},
        SuggestionKind.BODY: {**Body.objects.in_bulk(ids["body"])},
        SuggestionKind.MEETING: {**Meeting.objects.prefetch_related("bodies").in_bulk(ids["meeting"])},
    }
    origins = _origins(ids["person"]) if ids["person"] else {}
    return [
        Pair(row, known[row.kind][row.left_id], known[row.kind][row.right_id],
             *(origins.get((row.kind, id_), "") for id_ in (row.left_id, row.right_id)))
        for row in rows
        if row.left_id in known[row.kind] and row.right_id in known[row.kind]
        if row.kind != SuggestionKind.PERSON or not {row.left_id, row.right_id} & set(hidden)
    ]  # fmt: skip


def _origins(people: set[int]) -> dict[tuple[str, int], str]:
    """The organisations that people came from, by kind and id."""
    came = Attendance.objects.filter(person__in=people, organisation__isnull=False, removed=False)
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for person_id, name in came.order_by("meeting__start_on").values_list("person_id", "organisation__name"):
        found[person_id or 0][name or ""] = None
    return {(SuggestionKind.PERSON, id_): ", ".join(names) for id_, names in found.items()}


def _missing(days: Mapping[int, date | None]) -> dict[int, tuple[Organisation, ...]]:
    """Municipalities and regions with nobody in the room, by the meeting's id, where there are any.

    Notes without a list of those present say nothing of who was missing.

    Args:
        days: Of each meeting, by its id; the answer is in the same order.
    """
    ids = list(days)
    present, absent = principals_named(ids, present=True), principals_named(ids, present=False)
    usual, officers = usual_organisations(days), unlisted_officers(ids)
    for id_, found in officers.items():
        present[id_] |= {officer.organisation for officer in found if present[id_]}
    missing = {id_: (absent[id_] | usual[id_]) - present[id_] for id_ in ids if present[id_]}
    return {id_: tuple(sorted(found, key=_name)) for id_, found in missing.items() if found}


def _name(one: Organisation) -> str:
    return alphabetical_key(one.name)
