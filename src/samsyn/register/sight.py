"""Who sees notes before they are finished: the one place that decides.

Drafts and notes in review are seen by those who write for one of the meeting's bodies, and by those who have
been asked for comments. That the meeting was held is no secret; what its notes say is, and all that was read
in them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from samsyn.accounts.models import User
from samsyn.mail.service import Link
from samsyn.register.models import Attendance, Meeting, NotesState, Person, Seat
from samsyn.register.roles import bodies_written
from samsyn.register.viewers import Viewer

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import QuerySet

UNFINISHED = (NotesState.DRAFT, NotesState.IN_REVIEW)
ASKED = "comment_notes"  # the purpose of the links by which members are asked


@dataclass(frozen=True, slots=True)
class Sight:
    """Which unfinished notes somebody sees; without anything given, none.

    Attributes:
        bodies: Ids of the bodies whose notes they write; None for all.
        address: Their e-mail address, to which links for comments go.
    """

    bodies: frozenset[int] | None = frozenset()
    address: str = ""

    def hidden(self) -> QuerySet[Meeting]:
        """The meetings whose notes they do not see; a question within a question, never asked by itself."""
        rows = Meeting.objects.order_by()
        if self.bodies is None:
            return rows.none()
        rows = rows.filter(notes_state__in=UNFINISHED)
        if self.bodies:
            own = Meeting.bodies.through.objects.filter(body__in=self.bodies)
            rows = rows.exclude(pk__in=own.values("meeting"))
        if self.address:
            rows = rows.exclude(pk__in=_asked(self.address).values("subject_id"))
        return rows

    def hidden_ids(self) -> frozenset[int]:
        """Ids of those meetings."""
        return frozenset(self.hidden().values_list("pk", flat=True))

    def key(self) -> tuple[Sight, frozenset[int]]:
        """The same for people who see the same, whoever they are."""
        return replace(self, bodies=frozenset(), address=""), self.hidden_ids()

    def seen(self, meeting: str = "meeting") -> Q:
        """What belongs to meetings whose notes they see, as a condition.

        Args:
            meeting: Name of the column that holds the meeting; "pk" for meetings themselves.
        """
        # Not an empty condition, which an "or" beside it would leave out.
        everything = ~Q(pk__in=[])
        return everything if self.bodies is None else ~Q(**{f"{meeting}__in": self.hidden().values("pk")})

    def strangers(self) -> QuerySet[Person]:
        """People whom only notes name that they do not see; a question within a question."""
        if self.bodies is None:
            return Person.objects.none()
        hidden = self.hidden().values("pk")
        there = Attendance.objects.filter(removed=False, person=OuterRef("pk"))
        led = Meeting.objects.filter(Q(chair=OuterRef("pk")) | Q(secretary=OuterRef("pk")))
        named = Exists(there.filter(meeting__in=hidden)) | Exists(led.filter(pk__in=hidden))
        elsewhere = Exists(there.exclude(meeting__in=hidden)) | Exists(led.exclude(pk__in=hidden))
        sits = Exists(Seat.objects.filter(person=OuterRef("pk")))
        return Person.objects.filter(named).exclude(elsewhere).exclude(sits).order_by()

    def sees(self, meeting: Meeting) -> bool:
        """Whether they see the notes of a meeting; asks only about unfinished ones."""
        if meeting.notes_state not in UNFINISHED or self.bodies is None:
            return True
        return not self.hidden().filter(pk=meeting.pk).exists()


EVERYTHING = Sight(None)
FINISHED = Sight()


def sight_of(user: User | AnonymousUser) -> Sight:
    """Which unfinished notes a user sees."""
    if isinstance(user, Viewer):
        return Sight(bodies_written(user), user.address)
    return Sight(bodies_written(user), user.email.lower() if isinstance(user, User) else "")


def is_asked(user: User) -> bool:
    """Whether somebody has been asked for comments on any notes."""
    return _asked(user.email.lower()).exists()


def _asked(address: str) -> QuerySet[Link]:
    links = Link.objects.filter(purpose=ASKED, subject_type="meeting", address=address)
    return links.filter(withdrawn_at=None, subject_id__isnull=False)
