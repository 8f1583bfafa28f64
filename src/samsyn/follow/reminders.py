"""Whom to remind of which actions on a day: nothing stored, and nothing of what they may not see."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
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
    is_late,
    is_recurring,
    owned_by,
)
from samsyn.matters.queries.own import with_below
from samsyn.register.models import Attendance, Meeting, Person, Role, RoleKind
from samsyn.register.protection import hidden_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

QUIET_AFTER_ANSWER = timedelta(days=6)  # whoever has just answered is not asked again in the next letter
BEFORE_MEETING = timedelta(days=3)


class Duty(NamedTuple):
    """A recurring duty, and the next meeting where it is waited for."""

    action: Action
    meeting: Meeting


@dataclass(slots=True)
class Digest:
    """What one letter is about.

    Attributes:
        address: Where it goes, in small letters.
        late: Past their last day, the latest first.
        soon: Their last day comes.
        duties: Waited for at a meeting that comes.
    """

    address: str
    late: list[Action] = field(default_factory=list)
    soon: list[Action] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)

    @property
    def actions(self) -> list[Action]:
        """All, in the order of the letter."""
        return [*self.late, *self.soon, *(duty.action for duty in self.duties)]


def digests(*, on: date, days: int) -> list[Digest]:
    """The letters that are due on a day, by address.

    Args:
        on: Today.
        days: So long before its last day somebody is reminded of an action.

    Returns:
        A digest for each who is to be reminded today, by the pace that they have chosen. The number of
        questions to the database does not grow with how many they are, but where protected people are.
    """
    owners = Owners.load(on)
    found = _gather(owners, on, days)
    last = {
        row["address"]: row["last"]
        for row in Reminder.objects.order_by().values("address").annotate(last=Max("on"))
    }
    paces = dict(ReminderChoice.objects.values_list("address", "pace"))
    ahead = _meetings_within(on, BEFORE_MEETING)
    return [
        digest
        for address, digest in sorted(found.items())
        if is_due(
            ReminderPace(paces.get(address, ReminderPace.WEEKLY)),
            on=on,
            last=last.get(address),
            meetings=_days_of(digest, ahead),
        )
    ]


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

    def addresses(self, action: Action, came_from: Mapping[tuple[int, int], set[int]]) -> set[str]:
        """Where a letter about an action goes: to its owner, or to those who tell for the organisation."""
        owner = action.owner
        if owner.owner_person_id in self.people:
            return {self.people[owner.owner_person_id]}
        organisations = {owner.owner_organisation_id} - {None}
        if owner.owner_person_id is not None:
            organisations |= came_from.get((action.statement.meeting_id, owner.owner_person_id), set())
        users = {user for one in organisations for user in self.tellers.get(one or 0, ())}
        return {user.email.lower() for user in users if owner.owner_person_id not in hidden_from(user).people}


def _gather(owners: Owners, on: date, days: int) -> dict[str, Digest]:
    """What each has to be reminded of, whether they want a letter today or not."""
    found: dict[str, Digest] = {}
    ahead = _meetings_within(on, timedelta(days=days))
    rows = _asked_for(owners, on, days)
    came_from = _came_from(rows)
    for action in rows:
        coming = next((m for m in ahead if _is_heard_at(action, m)), None) if action.is_recurring else None
        if action.is_recurring and coming is None:
            continue
        for address in owners.addresses(action, came_from):
            digest = found.setdefault(address, Digest(address))
            if coming is not None:
                digest.duties.append(Duty(action, coming))
            else:
                (digest.late if action.n_days_late(on) else digest.soon).append(action)
    return found


def _asked_for(owners: Owners, on: date, days: int) -> list[Action]:
    """Open actions of those who can get a letter, with a last day that has passed or comes, or recurring."""
    theirs = owned_by("owner_person", tuple(owners.people)) | owned_by(
        "owner_organisation", tuple(owners.tellers)
    )
    if owners.tellers:
        came = Attendance.objects.filter(
            organisation__in=list(owners.tellers), removed=False, person__isnull=False
        )
        theirs |= owned_by("owner_person", tuple(set(came.values_list("person", flat=True))))
    asked = ActionFilter(state=OPEN_STATES)
    near = is_late(on + timedelta(days=days + 1)) | is_recurring()
    rows = [Action(said) for said in actions(asked, on=on).filter(near & theirs)]
    fresh = [one for one in rows if one.heard_at and one.heard_at.date() > on - QUIET_AFTER_ANSWER]
    return [one for one in rows if one not in fresh]


def _came_from(rows: list[Action]) -> dict[tuple[int, int], set[int]]:
    """The organisations that owners came from to the meeting, by meeting and person."""
    meetings = {one.statement.meeting_id for one in rows}
    people = {one.owner.owner_person_id for one in rows if one.owner.owner_person_id}
    came = Attendance.objects.filter(
        meeting__in=meetings, person__in=people, organisation__isnull=False, removed=False
    )
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for meeting, person, organisation in came.values_list("meeting", "person", "organisation"):
        found[meeting, person or 0].add(organisation or 0)
    return found


def _meetings_within(on: date, ahead: timedelta) -> list[Meeting]:
    """Meetings that come, next one first."""
    rows = Meeting.objects.filter(start_on__gt=on, start_on__lte=on + ahead)
    return list(rows.prefetch_related("bodies").order_by("start_on", "pk"))


def _days_of(digest: Digest, meetings: Iterable[Meeting]) -> list[date]:
    return [
        meeting.start_on
        for meeting in meetings
        if meeting.start_on and any(_is_heard_at(action, meeting) for action in digest.actions)
    ]


def _is_heard_at(action: Action, meeting: Meeting) -> bool:
    """Whether a meeting is of one of the bodies where an action was said."""
    own = {body.pk for body in action.statement.meeting.bodies.all()}
    return any(body.pk in own for body in meeting.bodies.all())
