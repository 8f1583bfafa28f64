"""Statements: the list of decisions and actions with its filters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q

from samsyn.history.keeping import kept
from samsyn.minutes.records import Kind
from samsyn.register.models import Attendance, Meeting, Statement, Value, ValueState
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.queries.current import current
from samsyn.register.queries.listing import Listing, MeetingListing, Sums
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from datetime import date

    from django.db.models import QuerySet

BINDING_KINDS = (Kind.DECISION, Kind.AGREED_OUTCOME, Kind.POSTPONEMENT, Kind.ASSIGNMENT)
IS_BINDING = Q(kind__in=BINDING_KINDS)
IS_OWNED = ~Q(owner_name="")
IS_DUE = ~Q(due_words="")
LOOKED_AT = (ValueState.CONFIRMED, ValueState.CORRECTED)

LATEST_FIRST = (F("meeting__start_on").desc(nulls_last=True), "-meeting_id", "position", "id")
OLDEST_FIRST = (F("meeting__start_on").asc(nulls_last=True), "meeting_id", "position", "id")


T = TypeVar("T")
# Orders in which a meeting's statements follow each other: those of the meetings.
BY_MEETING = {
    "latest": (F("meeting__start_on").desc(nulls_last=True), "-meeting_id"),
    "oldest": (F("meeting__start_on").asc(nulls_last=True), "meeting_id"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """What the list shows; a field left out does not narrow it.

    Attributes:
        bodies: Ids; meetings of any of them.
        start: First day of the meeting that counts.
        end: First day that no longer counts.
        kinds: Codes of `Kind`.
        actions: True for what somebody is to do.
        organisation: Id; owned by it, or by a person who came to the meeting from it.
        has_owner: False for what nobody has been named to do.
        has_due: False for what has no date.
        confirmed: Whether a person has confirmed the kind.
        passed_on: What is still to be done, and has its last day before this one.
        words: All of these words stand in the text or the owner's name.
        order: `latest`, `oldest`, or `due`, `due_last`, `owner`, `owner_last` as they are now; what lacks the
            thing ordered by comes last.
        sees: Of unfinished notes, only those that somebody sees.
        hidden: Whom the answer is not to tell of.
    """

    bodies: tuple[int, ...] = ()
    start: date | None = None
    end: date | None = None
    kinds: tuple[str, ...] = ()
    actions: bool | None = None
    organisation: int | None = None
    has_owner: bool | None = None
    has_due: bool | None = None
    confirmed: bool | None = None
    passed_on: date | None = None
    words: str = ""
    order: str = "latest"
    sees: Sight = FINISHED
    hidden: Hidden = NOBODY


@dataclass(frozen=True, slots=True)
class QuickCounts:
    """How many statements each quick filter would show."""

    all: int
    decisions: int
    agreed: int
    actions: int
    without_owner: int
    without_due: int
    passed: int
    proposed: int


def statements(wanted: StatementFilter | None = None) -> QuerySet[Statement]:
    """Statements in the current versions, each with `is_confirmed`.

    Without `kinds` and `actions`, those that bind somebody: decisions, agreed outcomes,
    postponements, assignments, and whatever gives an action.
    """
    wanted = wanted or StatementFilter()
    kind_values = Value.objects.filter(statement=OuterRef("pk"), field="kind", state__in=LOOKED_AT)
    rows = Statement.objects.filter(_condition(wanted), removed=False)
    rows = rows.annotate(is_confirmed=Exists(kind_values))
    if wanted.confirmed is not None:
        rows = rows.filter(is_confirmed=wanted.confirmed)
    return (
        rows.select_related(
            "meeting", "item", "owner_person", "owner_organisation", "owner_body", *current().fetched
        )
        .prefetch_related("meeting__bodies", Prefetch("values", Value.objects.order_by("id")))
        .order_by(*_order(wanted.order))
    )


def _order(name: str) -> tuple[Any, ...]:
    now = current()
    orders = {
        "oldest": OLDEST_FIRST,
        "due": (now.due_end.asc(nulls_last=True), *LATEST_FIRST),
        "due_last": (now.due_end.desc(nulls_last=True), *LATEST_FIRST),
        "owner": (now.unowned_last, now.owner_name.asc(), *LATEST_FIRST),
        "owner_last": (now.unowned_last, now.owner_name.desc(), *LATEST_FIRST),
    }
    return orders.get(name, LATEST_FIRST)


def quick_counts(on: date, wanted: StatementFilter | None = None) -> QuickCounts:
    """Count what each quick filter would show, within the other filters; kept until something changes.

    Args:
        on: Today; dates before it have passed.
        wanted: The other filters.
    """
    wanted = wanted or StatementFilter()
    plain = replace(wanted, order="latest")
    return _kept(("quick counts", on), plain, lambda: _quick_counts(on, plain))


def list_statements(wanted: StatementFilter, n: int) -> Listing[Statement]:
    """Statements a page at a time, with the doubts about them.

    Args:
        wanted: Which, and in what order.
        n: How many they are.
    """
    rows = statements(wanted).prefetch_related("values__doubts", "reports__by", "reports__person")
    if wanted.order not in BY_MEETING:
        return Listing(rows, n)
    return MeetingListing(rows, n, _kept("statements by meeting", wanted, lambda: _by_meeting(wanted)))


def _kept(name: Hashable, wanted: StatementFilter, make: Callable[[], T]) -> T:
    """What a filter gives, kept until something changes, for all who see the same."""
    if wanted.words and wanted.hidden:
        return make()  # hangs on how names are written, for each as much as they know
    plain = replace(wanted, sees=FINISHED, hidden=NOBODY)
    return kept((name, plain, wanted.sees.key(), wanted.hidden.people), make)


def _by_meeting(wanted: StatementFilter) -> Sums:
    rows = statements(wanted).select_related(None).prefetch_related(None)
    in_order = rows.order_by(*BY_MEETING[wanted.order])
    return Sums.of(in_order.values_list("meeting_id").annotate(n=Count("pk")))


def _quick_counts(on: date, wanted: StatementFilter) -> QuickCounts:
    rows = statements(wanted).select_related(None).prefetch_related(None).order_by()
    open_ended = IS_BINDING | Q(is_action=True)
    counts = rows.aggregate(
        all=Count("id"),
        decisions=Count("id", filter=Q(kind=Kind.DECISION)),
        agreed=Count("id", filter=Q(kind=Kind.AGREED_OUTCOME)),
        actions=Count("id", filter=Q(is_action=True)),
        without_owner=Count("id", filter=open_ended & ~current().owned()),
        without_due=Count("id", filter=open_ended & ~current().due()),
        proposed=Count("id", filter=Q(is_confirmed=False)),
    )
    # Asked by itself: what has a day before this one is few of many rows.
    return QuickCounts(**counts, passed=rows.filter(current().passed(on)).count())


def _condition(wanted: StatementFilter) -> Q:
    """The filter as a condition on statements."""
    condition = _kind_condition(wanted) & wanted.sees.seen()
    if wanted.bodies:
        condition &= Q(meeting__in=_meetings_of(wanted.bodies))
    if wanted.start:
        condition &= Q(meeting__start_on__gte=wanted.start)
    if wanted.end:
        condition &= Q(meeting__start_on__lt=wanted.end)
    if wanted.organisation:
        condition &= _owned_from(wanted.organisation, wanted.hidden)
    if wanted.has_owner is not None:
        condition &= current().owned() if wanted.has_owner else ~current().owned()
    if wanted.has_due is not None:
        condition &= current().due() if wanted.has_due else ~current().due()
    if wanted.passed_on:
        condition &= current().passed(wanted.passed_on)
    for word in wanted.words.casefold().split():
        condition &= Q(search_text__contains=word)
    return condition & ~Q(pk__in=found_by_hidden_names(wanted.words, wanted.hidden))


def found_by_hidden_names(sought: str, hidden: Hidden) -> list[int]:
    """Ids of statements that hold words only in what is hidden: to show them would tell who is meant."""
    words, mask = sought.casefold().split(), hidden.mask
    if not any(mask.touches(word) for word in words):
        return []
    rows = Statement.objects.filter(*(Q(search_text__contains=word) for word in words)).order_by()
    shown = {
        pk: mask.blot(f"{text} {owner}").casefold()
        for pk, text, owner in rows.values_list("pk", "text", "owner_name")
    }
    return [pk for pk, text in shown.items() if not all(word in text for word in words)]


def _kind_condition(wanted: StatementFilter) -> Q:
    """Which kinds, or actions, or what binds somebody where neither is asked for."""
    condition = Q()
    if wanted.kinds:
        condition &= Q(kind__in=wanted.kinds)
    if wanted.actions is not None:
        condition &= Q(is_action=wanted.actions)
    return condition or IS_BINDING | Q(is_action=True)


def _meetings_of(bodies: tuple[int, ...]) -> QuerySet[Meeting]:
    """The meetings of some bodies; a question within the question, so that no row comes twice."""
    return Meeting.objects.filter(bodies__in=bodies).order_by()


def _owned_from(organisation: int, hidden: Hidden) -> Q:
    """Owned by an organisation, or by somebody who came from it to that very meeting."""
    came_from = Attendance.objects.filter(
        organisation=organisation, person=OuterRef("owner_person"), meeting=OuterRef("meeting")
    ).exclude(person__in=hidden.people)
    return Q(owner_organisation=organisation) | Q(Exists(came_from))
