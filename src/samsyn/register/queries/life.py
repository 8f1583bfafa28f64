"""Questions about the life of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.accounts.models import User
from samsyn.register.models import Attendance, Finalisation, NotesComment, NotesState
from samsyn.register.models.states import LOCKED
from samsyn.register.recognition import person_key

if TYPE_CHECKING:
    from samsyn.register.models import Meeting


def finalisations_of(meeting: Meeting) -> list[Finalisation]:
    """When the notes were finalised and corrected, in order; nothing is asked about notes that are not."""
    if meeting.notes_state not in LOCKED:
        return []
    return list(
        meeting.finalisations.select_related("by", "version").defer("version__document", "version__text")
    )


def comments_of(meeting: Meeting) -> list[NotesComment]:
    """What members said of the notes, oldest first; nothing is asked where nobody was asked."""
    if meeting.notes_state not in (NotesState.IN_REVIEW, *LOCKED):
        return []
    comments = meeting.comments.select_related("user", "item", "answered_by", "version")
    return list(comments.defer("version__document", "version__text"))


def known_addresses(meeting: Meeting) -> list[str]:
    """Addresses that the notes may be meant for: of those present with an account, and of last time."""
    names = Attendance.objects.filter(meeting=meeting, removed=False).values_list("name", flat=True)
    keys = {person_key(name) for name in names}
    users = User.objects.filter(is_active=True).order_by("name")
    own = [user.email for user in users if user.name and person_key(user.name) in keys]
    last = (
        Finalisation.objects.filter(meeting__bodies__in=meeting.bodies.all()).order_by("-at", "-id").first()
    )
    return list(dict.fromkeys([*own, *(last.addresses if last else [])]))
