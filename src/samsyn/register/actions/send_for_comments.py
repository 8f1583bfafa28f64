"""Ask members what they say of new notes, before they are finalised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.formats import date_format

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.mail.service import LINK, make_link, queue_mail
from samsyn.register.actions.finalise_notes import COMMENTING, OPEN, lock_version
from samsyn.register.actions.sending import name_of
from samsyn.register.errors import NotesNotReady
from samsyn.register.models import Meeting, NotesState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.accounts.models import User


@transaction.atomic
def send_for_comments(
    meeting: Meeting, *, seen: int, addresses: Sequence[str], last_on: date, by: User
) -> int:
    """Send a link to each address, where the notes are read and commented; gives the number of letters.

    Args:
        meeting: Whose notes.
        seen: Number of the version that the person has looked at.
        addresses: E-mail addresses.
        last_on: The last day for comments.
        by: Who asks.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Somebody else has taken in another version.
        NotesNotReady: The notes are finalised, or nobody is asked.
        MailRefused: An address is none.
    """
    require(by, "register.send_for_comments", meeting)
    lock_version(meeting, seen=seen)
    kept = Meeting.objects.get(pk=meeting.pk)
    asked = list(dict.fromkeys(addresses))
    if kept.notes_state not in OPEN:
        raise NotesNotReady("Anteckningarna är redan färdigställda: ladda om sidan.")
    if not asked:
        raise NotesNotReady("Skriv minst en e-postadress.")
    Meeting.objects.filter(pk=meeting.pk).update(notes_state=NotesState.IN_REVIEW)
    for address in asked:
        link = make_link(COMMENTING, address=address, last_on=last_on, subject=meeting, by=by)
        queue_mail(to=address, subject=f"Synpunkter: {name_of(meeting)}", text=_text(meeting, last_on, by),
                   link=link, by=by)  # fmt: skip
    Event.objects.create(
        by=by, what="notes.sent_for_comments", subject_type="meeting", subject_id=meeting.pk,
        before={"notes_state": kept.notes_state},
        after={"notes_state": str(NotesState.IN_REVIEW), "n_addresses": len(asked)},
    )  # fmt: skip
    return len(asked)


def _text(meeting: Meeting, last_on: date, by: User) -> str:
    return (
        f"Hej!\n\n{by} undrar om du har synpunkter på anteckningarna från {name_of(meeting)}, innan de "
        f"färdigställs. Läs dem och skriv senast {date_format(last_on, 'j F Y')}:\n\n{LINK}\n"
    )
