"""Meetings: the list with its counts, and one meeting with all that its page shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce, ExtractYear

from samsyn.history.keeping import kept
from samsyn.minutes.records import Kind
from samsyn.register.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Doubt,
    DoubtState,
    Meeting,
    MeetingState,
    Presenter,
    Reference,
    SourceVersion,
    Statement,
)
from samsyn.register.queries.sharing import share_out
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

UNDATED = 0  # in place of a year
NEAR = 20  # so many later meetings of one of the bodies are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFilter:
    """What the list shows; a field left out does not narrow it.

    Attributes:
        end: The first day not counted.
        year: Of the first day; `UNDATED` for meetings without day.
        coming_on: Only those still to come on this day.
        past_on: Only the others on this day.
        sees: Of unfinished notes, only those that somebody sees are counted.
    """

    bodies: tuple[int, ...] = ()
    states: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    year: int | None = None
    coming_on: date | None = None
    past_on: date | None = None
    sees: Sight = FINISHED


@dataclass(frozen=True, slots=True)
class MeetingCounts:
    """How much there is of what the list shows.

    Attributes:
        years: Meetings by the year of their first day, latest first and `UNDATED` last.
        held: Meetings that there are notes from.
        without_notes: Meetings only spoken of.
        doubts: Open ones, in all of them.
    """

    years: dict[int, int]
    held: int
    without_notes: int
    doubts: int


def meeting_counts(wanted: MeetingFilter) -> MeetingCounts:
    """Count the meetings of a filter; kept until something changes."""
    key = ("meeting counts", replace(wanted, sees=FINISHED), wanted.sees.key())
    return kept(key, lambda: _meeting_counts(wanted))


def _meeting_counts(wanted: MeetingFilter) -> MeetingCounts:
    rows = Meeting.objects.filter(_condition(wanted))
    by_year = rows.order_by().values(year=Coalesce(ExtractYear("start_on"), UNDATED))
    held, spoken_of = Q(state=MeetingState.HELD), Q(state=MeetingState.REFERENCED)
    counted = by_year.annotate(
        n=Count("pk"), n_held=Count("pk", filter=held), n_spoken_of=Count("pk", filter=spoken_of)
    )
    years = sorted(counted, key=lambda row: -row["year"])
    return MeetingCounts(
        {row["year"]: row["n"] for row in years},
        sum(row["n_held"] for row in years),
        sum(row["n_spoken_of"] for row in years),
        Doubt.objects.filter(wanted.sees.seen(), state=DoubtState.OPEN, meeting__in=rows.order_by()).count(),
    )


def meetings(wanted: MeetingFilter | None = None) -> QuerySet[Meeting]:
    """Meetings, latest first and undated last, with their counts.

    Each has `n_present`, `n_absent`, `n_statements`, `n_decisions`, `n_agreed`, `n_actions` and
    `n_doubts` (open ones), and `is_hidden`: its notes are not seen yet, and nothing of them is counted.
    """
    wanted = wanted or MeetingFilter()
    rows = Meeting.objects.filter(_condition(wanted)).prefetch_related("bodies")
    seen = wanted.sees.seen()
    said = Statement.objects.filter(seen, removed=False)
    there = Attendance.objects.filter(seen, removed=False)
    return rows.annotate(
        is_hidden=Exists(wanted.sees.hidden().filter(pk=OuterRef("pk"))),
        n_present=_count(there.filter(present=True)),
        n_absent=_count(there.filter(present=False)),
        n_statements=_count(said),
        n_decisions=_count(said.filter(kind=Kind.DECISION)),
        n_agreed=_count(said.filter(kind=Kind.AGREED_OUTCOME)),
        n_actions=_count(said.filter(is_action=True)),
        n_doubts=_count(Doubt.objects.filter(seen, state=DoubtState.OPEN)),
    ).order_by(F("start_on").desc(nulls_last=True), F("starts_at").desc(nulls_last=True), "-id")


def meeting_page(meeting_id: int, *, sees: Sight = FINISHED) -> Meeting:
    """One meeting with all that its page shows, in a number of questions that does not grow with the notes.

    Prefetched: `bodies`, `attendances` (with person, organisation, on_behalf_of, values), `items` (with
    presenters, values), `statements` (with owners, values, references), `doubts`, `references`,
    `attachments`, `referred_by`, `announced_by`; as lists `own_values` (the meeting's own) and
    `current_versions` (one or none, with document and text).

    Args:
        meeting_id: Which.
        sees: Of unfinished notes that point to it, only those that somebody sees are fetched.

    Raises:
        Meeting.DoesNotExist: There is none with that id.
    """
    there = Attendance.objects.filter(removed=False).select_related("person", "organisation", "on_behalf_of")
    said = Statement.objects.filter(removed=False).select_related(
        "owner_person", "owner_organisation", "owner_body", "answer_to"
    )
    current = SourceVersion.objects.filter(is_current=True).select_related("source").defer("source__content")
    asked = Doubt.objects.select_related("value__statement", "value__attendance", "value__item")
    presenters = Presenter.objects.filter(removed=False).select_related("person").order_by("id")
    pointers = Reference.objects.filter(removed=False).select_related("target_meeting").order_by("id")
    pointed_at = (
        Reference.objects.filter(sees.seen(), removed=False)
        .select_related("meeting", "statement")
        .order_by("id")
    )
    found = (
        Meeting.objects.select_related("chair", "secretary", "next_meeting")
        .prefetch_related(
            "bodies",
            Prefetch("announced_by", Meeting.objects.filter(sees.seen("pk"))),
            Prefetch("attachments", Attachment.objects.order_by("label", "id")),
            Prefetch("attendances", there.order_by("position", "id")),
            Prefetch("items", AgendaItem.objects.order_by("position", "id")),
            Prefetch("items__presenters", presenters),
            Prefetch("statements", said.order_by("position", "id")),
            Prefetch("references", pointers),
            Prefetch("referred_by", pointed_at),
            Prefetch("doubts", asked.order_by("start", "id")),
            Prefetch("versions", current, to_attr="current_versions"),
        )
        .get(pk=meeting_id)
    )
    share_out(found)
    return found


def next_of_same_bodies(meeting: Meeting) -> Meeting | None:
    """The nearest known meeting after one, of the very same bodies: as announced, else the next by day."""
    announced = meeting.next_meeting
    if announced is not None and announced.start_on is not None:
        return announced
    bodies = {body.pk for body in meeting.bodies.all()}
    if meeting.start_on is None or not bodies:
        return None
    later = Meeting.objects.filter(start_on__gt=meeting.start_on, bodies__in=bodies).distinct()
    rows = later.order_by("start_on", "id").prefetch_related("bodies")[:NEAR]
    return next((row for row in rows if {body.pk for body in row.bodies.all()} == bodies), None)


def _condition(wanted: MeetingFilter) -> Q:
    """The filter as a condition on meetings."""
    condition = Q()
    if wanted.bodies:
        condition &= Q(pk__in=Meeting.objects.filter(bodies__in=wanted.bodies).order_by())
    if wanted.states:
        condition &= Q(state__in=wanted.states)
    if wanted.start:
        condition &= Q(start_on__gte=wanted.start)
    if wanted.end:
        condition &= Q(start_on__lt=wanted.end)
    if wanted.year is not None:
        condition &= _in_year(wanted.year)
    if wanted.coming_on:
        condition &= _is_coming(wanted.coming_on)
    if wanted.past_on:
        condition &= ~_is_coming(wanted.past_on)
    return condition


def _in_year(year: int) -> Q:
    """Begins in a year, or has no day."""
    return Q(start_on__isnull=True) if year == UNDATED else Q(start_on__year=year)


def _is_coming(on: date) -> Q:
    """Not held, and not over on a day; the list and its counts mean the same by it."""
    dated = Q(start_on__isnull=False) & ~Q(state=MeetingState.HELD)
    return dated & (Q(start_on__gte=on) | Q(end_on__isnull=False, end_on__gt=on))


def _count(rows: QuerySet[Any]) -> Coalesce:
    """How many of `rows` belong to the meeting; counted apart, since joins would multiply each other."""
    own = rows.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    counted = own.annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
