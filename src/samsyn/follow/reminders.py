"""Whom to remind of which actions on a day: nothing stored, and nothing of what they may not see."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Max, Q

from samsyn.accounts.models import User
from samsyn.matters.models import Reminder, ReminderChoice, ReminderPace
from samsyn.matters.queries.actions import (
    OPEN_STATES,
    Action,
    ActionFilter,
    actions,
)
from samsyn.matters.queries.conditions import (
    DUE_NOW,
    ORGANISATION_NOW,
    PERSON_NOW,
    PRECISION_NOW,
    is_late,
    is_recurring,
    owned_by,
)
from samsyn.matters.queries.own import with_below
from samsyn.minutes.records import Precision
from samsyn.register.models import ActionReport, Attendance, Meeting, Person, Role, RoleKind
from samsyn.register.protection import hidden_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

QUIET_AFTER_ANSWER = timedelta(days=6)  # whoever has just answered is not asked again in the next letter
BEFORE_MEETING = timedelta(days=3)
MOST = 15  # actions in a letter; the list has the rest


class Due(NamedTuple):
    """An action as it stands now, by what decides who is reminded of it and when.

    Attributes:
        statement: Id of the statement that gives it, as `meeting` is of where it was said.
        person: Id of the owner, as `organisation` is.
        due_end: First day after its last.
    """

    statement: int
    meeting: int
    person: int | None
    organisation: int | None
    due_end: date | None
    precision: str

    @property
    def is_recurring(self) -> bool:
        """Whether it is due again and again."""
        return self.precision == Precision.RECURRING

    def is_late(self, on: date) -> bool:
        """Whether its last day lies before a day."""
        return self.due_end is not None and self.due_end <= on


class Duty(NamedTuple):
    """A recurring duty, and the next meeting where it is waited for."""

    due: Due
    meeting: Meeting


@dataclass(slots=True)
class Digest:
    """What one letter is about.

    Attributes:
        address: Where it goes, in small letters.
        late: Past their last day, the latest first.
        soon: Their last day comes.
        duties: Waited for at a meeting that comes.
        shown: The first of them in the order of the letter, with all that it tells of each.
    """

    address: str
    late: list[Due] = field(default_factory=list)
    soon: list[Due] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    shown: list[Action] = field(default_factory=list)

    @property
    def actions(self) -> list[Due]:
        """All, in the order of the letter."""
        return [*self.late, *self.soon, *(duty.due for duty in self.duties)]


def digests(*, on: date, days: int) -> list[Digest]:
    """The letters that are due on a day, by address.

    Args:
        on: Today.
        days: So long before its last day somebody is reminded of an action.

    Returns:
        A digest for each who is to be reminded today, by the pace that they have chosen. The number of
        questions to the database does not grow with how many they are, but where protected people are.
    """
    ahead = Ahead.load(on, max(timedelta(days=days), BEFORE_MEETING))
    found = _gather(Owners.load(on), ahead, on, days)
    last = {
        row["address"]: row["last"]
        for row in Reminder.objects.order_by().values("address").annotate(last=Max("on"))
    }
    paces = dict(ReminderChoice.objects.values_list("address", "pace"))
    due = [
        digest
        for address, digest in sorted(found.items())
        if is_due(
            ReminderPace(paces.get(address, ReminderPace.WEEKLY)),
            on=on,
            last=last.get(address),
            meetings=ahead.days_of(digest.actions, until=on + BEFORE_MEETING),
        )
    ]
    return _with_shown(due, on)


def is_due(pace: ReminderPace, *, on: date, last: date | None, meetings: Iterable[date] = ()) -> bool:
    """Whether somebody gets a letter on a day.

    Args:
        pace: How often they want one.
        on: Today.
        last: When they got the last.
        meetings: The days of meetings that come, where their actions were said.

    Returns:
        Never twice on a day. Once a week from Monday, so that a Monday without a run is made up for; before
        meetings once for each.
    """
    if pace == ReminderPace.OFF or (last is not None and last >= on):
        return False
    if pace == ReminderPace.DAILY or (last is None and pace == ReminderPace.WEEKLY):
        return True
    if pace == ReminderPace.WEEKLY:
        return last is None or last < on - timedelta(days=on.weekday())
    near = [day for day in meetings if on < day <= on + BEFORE_MEETING]
    return any(last is None or last < day - BEFORE_MEETING for day in near)


@dataclass(slots=True)
class Owners:
    """To whom letters can go.

    Attributes:
        people: E-mail addresses by the person's id.
        tellers: Those who tell for an organisation, by its id and those of all below it.
        closed: Addresses of accounts that are closed.
    """

    people: dict[int, str]
    tellers: dict[int, list[User]]
    closed: frozenset[str]

    @classmethod
    def load(cls, on: date) -> Owners:
        """All of them on a day."""
        people = Person.objects.exclude(email="").values_list("pk", "email")
        closed = frozenset(User.objects.filter(is_active=False).values_list("email", flat=True))
        roles = Role.objects.filter(kind=RoleKind.CONTRIBUTOR, user__is_active=True, start_on__lte=on)
        held = roles.filter(Q(end_on=None) | Q(end_on__gt=on)).select_related("user")
        tellers: dict[int, list[User]] = defaultdict(list)
        for role in held:
            for one in with_below([role.organisation_id] if role.organisation_id else []):
                tellers[one].append(role.user)
        own = {pk: email.lower() for pk, email in people if email.lower() not in closed}
        return cls(own, dict(tellers), closed)

    def addresses(self, due: Due, came_from: frozenset[int]) -> set[str]:
        """Where a letter about an action goes: to its owner, or to those who tell for the organisation.

        Args:
            due: The action.
            came_from: The organisations that the owner came from to the meeting where it was said.
        """
        if due.person in self.people:
            return {self.people[due.person]}
        organisations = {due.organisation or 0, *came_from}
        users = {user for one in organisations for user in self.tellers.get(one, ())}
        return {user.email.lower() for user in users if due.person not in hidden_from(user).people}


@dataclass(slots=True)
class Ahead:
    """The meetings that come, and what of the register was said in the same bodies.

    Attributes:
        meetings: The next one first.
        heard_at: Ids of those where what was said at a meeting is waited for, by its id.
    """

    meetings: list[Meeting]
    heard_at: dict[int, set[int]]

    @classmethod
    def load(cls, on: date, ahead: timedelta) -> Ahead:
        """Those within some days after a day."""
        rows = Meeting.objects.filter(start_on__gt=on, start_on__lte=on + ahead)
        meetings = list(rows.prefetch_related("bodies").order_by("start_on", "pk"))
        of_body: dict[int, set[int]] = defaultdict(set)
        for meeting in meetings:
            for body in meeting.bodies.all():
                of_body[body.pk].add(meeting.pk)
        heard_at: dict[int, set[int]] = defaultdict(set)
        through = Meeting.bodies.through.objects.filter(body__in=list(of_body))
        for said_at, body_id in through.values_list("meeting", "body") if of_body else ():
            heard_at[said_at] |= of_body[body_id]
        return cls(meetings, heard_at)

    def next_for(self, due: Due, *, until: date) -> Meeting | None:
        """The next meeting up to a day where an action is waited for."""
        ids = self.heard_at.get(due.meeting, ())
        return next((one for one in self._until(until) if one.pk in ids), None)

    def days_of(self, rows: Iterable[Due], *, until: date) -> list[date]:
        """The days up to one of the meetings where any of some actions is waited for."""
        ids = set().union(*(self.heard_at.get(meeting, ()) for meeting in {row.meeting for row in rows}))
        return [one.start_on for one in self._until(until) if one.pk in ids and one.start_on]

    def _until(self, day: date) -> Iterator[Meeting]:
        return (one for one in self.meetings if one.start_on and one.start_on <= day)


def _gather(owners: Owners, ahead: Ahead, on: date, days: int) -> dict[str, Digest]:
    """What each has to be reminded of, whether they want a letter today or not."""
    found: dict[str, Digest] = {}
    rows = _asked_for(owners, on, days)
    came_from = _came_from(rows, owners)
    told: dict[tuple[object, ...], set[str]] = {}  # those of one owner are told to the same
    for due in rows:
        coming = ahead.next_for(due, until=on + timedelta(days=days)) if due.is_recurring else None
        if due.is_recurring and coming is None:
            continue
        came = frozenset(came_from.get((due.meeting, due.person or 0), ()))
        owner = due.person, due.organisation, came
        if owner not in told:
            told[owner] = owners.addresses(due, came)
        for address in told[owner]:
            digest = found.setdefault(address, Digest(address))
            if coming is not None:
                digest.duties.append(Duty(due, coming))
            else:
                (digest.late if due.is_late(on) else digest.soon).append(due)
    return found


def _asked_for(owners: Owners, on: date, days: int) -> list[Due]:
    """Open actions of those who can get a letter, with a last day that has passed or comes, or recurring."""
    theirs = owned_by("owner_person", tuple(owners.people)) | owned_by(
        "owner_organisation", tuple(owners.tellers)
    )
    if owners.tellers:
        came = Attendance.objects.filter(
            organisation__in=list(owners.tellers), removed=False, person__isnull=False
        )
        theirs |= owned_by("owner_person", tuple(set(came.values_list("person", flat=True))))
    near = is_late(on + timedelta(days=days + 1)) | is_recurring()
    answered = datetime.combine(on - QUIET_AFTER_ANSWER + timedelta(days=1), time(), UTC)
    fresh = ActionReport.objects.filter(at__gte=answered).order_by()
    rows = actions(ActionFilter(state=OPEN_STATES), on=on).select_related(None).prefetch_related(None)
    asked = rows.filter(near & theirs, ~Q(pk__in=fresh.values("statement")))
    columns = asked.values_list("pk", "meeting", PERSON_NOW, ORGANISATION_NOW, DUE_NOW, PRECISION_NOW)
    return [Due(*row) for row in columns]


def _came_from(rows: Iterable[Due], owners: Owners) -> dict[tuple[int, int], set[int]]:
    """The organisations that owners without an address came from, by meeting and person."""
    asked = {(row.meeting, row.person) for row in rows if row.person and row.person not in owners.people}
    people = {person for _, person in asked}
    came = Attendance.objects.filter(
        person__in=people, organisation__in=list(owners.tellers), removed=False
    ).order_by()
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for meeting, person, organisation in came.values_list("meeting", "person", "organisation"):
        if (meeting, person) in asked:
            found[meeting, person or 0].add(organisation or 0)
    return found


def _with_shown(due: list[Digest], on: date) -> list[Digest]:
    """The same digests, with all that their letters tell of the first actions of each; asked for together."""
    ids = {row.statement for digest in due for row in digest.actions[:MOST]}
    rows = actions(ActionFilter(), on=on).in_bulk(ids) if ids else {}
    for digest in due:
        shown = (rows.get(one.statement) for one in digest.actions[:MOST])
        digest.shown = [Action(said) for said in shown if said is not None]
    return due
