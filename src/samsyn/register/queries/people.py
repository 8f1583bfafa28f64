"""Questions about people: as what they are written, where they came from, what they were at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery

from samsyn.register.alphabet import alphabetical
from samsyn.register.models import Attendance, Organisation, Person, PersonAlias
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.recognition import person_key
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

SHOWN = 15


@dataclass(frozen=True, slots=True)
class Origin:
    """An organisation that somebody came from, with the first and the last day."""

    organisation: Organisation
    n_meetings: int
    first_on: date | None
    last_on: date | None


@dataclass(frozen=True, slots=True)
class Attended:
    """What somebody was at: the latest rows, and how many there are in all."""

    rows: tuple[Attendance, ...]
    n_present: int
    n_absent: int


def people_named(words: str, *, sight: Sight = FINISHED, hidden: Hidden = NOBODY) -> QuerySet[Person]:
    """People whose names hold all words, each with the id of the latest row of attendance as `latest_id`."""
    wanted = Q()
    for word in person_key(words).split():
        aliases = PersonAlias.objects.filter(key__contains=word).values("person")
        wanted &= Q(key__contains=word) | Q(pk__in=aliases)
    latest = Attendance.objects.filter(sight.seen(), person=OuterRef("pk"), removed=False).order_by(
        F("meeting__start_on").desc(nulls_last=True), "-meeting_id"
    )
    return alphabetical(
        Person.objects.filter(wanted)
        .exclude(pk__in=hidden.people)
        .exclude(pk__in=sight.strangers().values("pk"))
        .annotate(latest_id=Subquery(latest.values("pk")[:1]))
    )


def latest_rows(people: Sequence[Person]) -> dict[int, Attendance]:
    """Rows of attendance by id, with meeting and organisation, for people from `people_named`."""
    ids = [person.latest_id for person in people]  # type: ignore[attr-defined]
    rows = Attendance.objects.select_related("meeting", "organisation").prefetch_related("meeting__bodies")
    return rows.in_bulk([id_ for id_ in ids if id_])


def find_people(name: str) -> list[Person]:
    """The people of whom a name is one of the ways in which they are written."""
    key = person_key(name)
    return (
        list(Person.objects.filter(Q(key=key) | Q(aliases__key=key)).distinct().order_by("pk")) if key else []
    )


def written_as(person: Person, *, sight: Sight = FINISHED) -> list[str]:
    """The other ways in which a name stands in notes, the most frequent first."""
    rows = Attendance.objects.filter(sight.seen(), person=person, removed=False).order_by()
    counted = rows.values_list("name").annotate(n=Count("pk")).order_by("-n", "name")
    return [name for name, _ in counted if name != person.name]


def origins(person: Person, *, sight: Sight = FINISHED) -> list[Origin]:
    """The organisations that somebody came from, the latest first."""
    came = Attendance.objects.filter(sight.seen(), person=person, organisation__isnull=False, removed=False)
    counted = (
        came.order_by()
        .values("organisation")
        .annotate(
            n=Count("meeting", distinct=True), first=Min("meeting__start_on"), last=Max("meeting__start_on")
        )
    )
    listed = list(counted.order_by(F("last").desc(nulls_last=True), "organisation"))
    known = Organisation.objects.in_bulk([row["organisation"] for row in listed])
    return [Origin(known[row["organisation"]], row["n"], row["first"], row["last"]) for row in listed]


def attended(person: Person, *, sight: Sight = FINISHED, all_of_them: bool = False) -> Attended:
    """What somebody was at or was missed at, latest first."""
    rows = Attendance.objects.filter(sight.seen(), person=person, removed=False)
    counts = rows.aggregate(
        n_present=Count("meeting", filter=Q(present=True), distinct=True),
        n_absent=Count("meeting", filter=Q(present=False), distinct=True),
    )
    ordered = (
        rows.select_related("meeting", "organisation")
        .prefetch_related("meeting__bodies", "organisation__earlier_names")
        .order_by(F("meeting__start_on").desc(nulls_last=True), "-meeting_id", "position")
    )
    shown = ordered if all_of_them else ordered[:SHOWN]
    return Attended(tuple(shown), counts["n_present"], counts["n_absent"])
