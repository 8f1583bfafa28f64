"""What a member says of new notes, through the link that was sent to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.history.models import Event
from samsyn.mail.service import use_link
from samsyn.reading import find_identity_numbers
from samsyn.register.actions.finalise_notes import OPEN
from samsyn.register.errors import NotesNotReady
from samsyn.register.models import AgendaItem, Meeting, NotesComment, SourceVersion

if TYPE_CHECKING:
    from datetime import date

    from samsyn.mail.service import Link


@transaction.atomic
def write_comment(link: Link, *, text: str, item: int | None, on: date) -> NotesComment:
    """Keep a comment. Having the link is the leave: it was sent to one member, for these notes.

    Args:
        link: A link for commenting, as `find_link` gave it.
        text: The member's words.
        item: Id of the agenda item that they are about; None for the notes as a whole.
        on: Today.

    Raises:
        LinkUnusable: It works no more.
        NotesNotReady: Nothing is written, an identity number is, or the notes are finalised by now.
    """
    use_link(link, on=on)
    meeting = Meeting.objects.select_for_update().get(pk=link.subject_id or 0)
    _require_words(text)
    if meeting.notes_state not in OPEN:
        raise NotesNotReady("Anteckningarna är färdigställda: hör av dig till den som skrev dem.")
    comment = NotesComment.objects.create(
        meeting=meeting,
        version=SourceVersion.objects.get(meeting=meeting, is_current=True),
        item=AgendaItem.objects.filter(meeting=meeting, pk=item).first() if item else None,
        text=text.strip(),
        address=link.address,
        user=link.user,
    )
    Event.objects.create(
        by=link.user, what="comment.written", subject_type="meeting", subject_id=meeting.pk,
        after={"comment": comment.pk, "address": link.address},
    )  # fmt: skip
    return comment


def _require_words(text: str) -> None:
    if not text.strip():
        raise NotesNotReady("Skriv din synpunkt.")
    if find_identity_numbers(text):
        raise NotesNotReady("Synpunkten innehåller något som ser ut som ett personnummer: ta bort det.")
