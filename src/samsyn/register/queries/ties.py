"""Who ties bodies together: people and organisations in several of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.register.alphabet import alphabetical, alphabetical_key
from samsyn.register.models import Attendance, Body, Meeting, MeetingState, Organisation, Person, Seat
from samsyn.register.protection import NOBODY, Hidden
from samsyn.register.queries.coverage import USUAL_DAYS
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

FEWEST = 2  # bodies that somebody ties together


@dataclass(frozen=True, slots=True)
class Tie:
    """A person or an organisation in several bodies.

    Attributes:
        bodies: Ids of the bodies in the order of their names, and whether there is a seat; without one
            somebody has come to its meetings.
    """

    subject: Person | Organisation
    bodies: dict[int, bool]


@dataclass(frozen=True, slots=True)
class Ties:
    """Bodies and who ties them together; those in most bodies first."""

    bodies: tuple[Body, ...]
    people: tuple[Tie, ...]
    organisations: tuple[Tie, ...]

    @property
    def untied(self) -> list[Body]:
        """Bodies that share nobody with another."""
        tied = {body for tie in (*self.people, *self.organisations) for body in tie.bodies}
        return [body for body in self.bodies if body.pk not in tied]


def ties(*, on: date, sees: Sight = FINISHED, hidden: Hidden = NOBODY) -> Ties:
    """Who has a seat on a day, or has come within the year and a half before it, in two bodies or more.

    Args:
        on: The day.
        sees: Which unfinished notes count.
        hidden: People who are passed over, with where they come from.
    """
    people: dict[int, dict[int, bool]] = defaultdict(dict)
    organisations: dict[int, dict[int, bool]] = defaultdict(dict)
    for person, organisation, body, has_seat in [*_came(on, sees, hidden), *_seated(on, hidden)]:
        for known, key in ((people, person), (organisations, organisation)):
            if key is not None:
                known[key][body] = has_seat or known[key].get(body, False)
    ids = {body for known in (people, organisations) for several in known.values() for body in several}
    bodies = tuple(alphabetical(Body.objects.filter(pk__in=ids)))
    places = {body.pk: place for place, body in enumerate(bodies)}
    return Ties(
        bodies,
        _several(people, Person.objects.in_bulk(_tying(people)), places),
        _several(organisations, Organisation.objects.in_bulk(_tying(organisations)), places),
    )


Row = tuple[int | None, int | None, int, bool]


def _came(on: date, sees: Sight, hidden: Hidden) -> Iterable[Row]:
    held = Meeting.objects.filter(
        sees.seen("pk"),
        state=MeetingState.HELD,
        start_on__lte=on,
        start_on__gt=on - timedelta(days=USUAL_DAYS),
        bodies__isnull=False,
    )
    rows = Attendance.objects.filter(meeting__in=held.order_by(), present=True, removed=False)
    found = rows.exclude(person__in=hidden.people).order_by()
    several = found.values_list("person", "organisation", "meeting__bodies").distinct()
    return ((person, organisation, body or 0, False) for person, organisation, body in several)


def _seated(on: date, hidden: Hidden) -> Iterable[Row]:
    begun, not_over = Q(start_on=None) | Q(start_on__lte=on), Q(end_on=None) | Q(end_on__gt=on)
    rows = Seat.objects.filter(begun & not_over).exclude(person__in=hidden.people).order_by()
    found = rows.values_list("person", "organisation", "body")
    return ((person, organisation, body, True) for person, organisation, body in found)


def _tying(known: dict[int, dict[int, bool]]) -> list[int]:
    return [key for key, bodies in known.items() if len(bodies) >= FEWEST]


def _several(
    known: dict[int, dict[int, bool]],
    subjects: dict[int, Person] | dict[int, Organisation],
    places: dict[int, int],
) -> tuple[Tie, ...]:
    found = [
        Tie(subject, dict(sorted(known[key].items(), key=lambda of: places[of[0]])))
        for key, subject in subjects.items()
    ]
    return tuple(
        sorted(found, key=lambda tie: (-len(tie.bodies), alphabetical_key(tie.subject.name), tie.subject.pk))
    )
