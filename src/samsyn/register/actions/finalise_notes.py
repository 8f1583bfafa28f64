"""Finalise notes: the act by which they become a public record. It is not undone; mistakes are corrected."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.mail.service import withdraw_links
from samsyn.register.actions.sending import send_notes
from samsyn.register.errors import ChangedMeanwhile, NotesNotReady
from samsyn.register.listening import changed
from samsyn.register.models import Finalisation, Meeting, NotesState, SourceVersion

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.accounts.models import User

COMMENTING = "comment_notes"
OPEN = (NotesState.DRAFT, NotesState.IN_REVIEW)


@transaction.atomic
def finalise_notes(
    meeting: Meeting,
    *,
    seen: int,
    addresses: Sequence[str],
    by: User,
    on: date,
    seen_comments: int | None = None,
) -> Finalisation:
    """Lock the notes' text and send them to those who should have them.

    Args:
        meeting: Whose notes.
        seen: Number of the version that the person has looked at.
        addresses: E-mail addresses.
        by: Who finalises.
        on: Today.
        seen_comments: How many comments there were when they looked; None where nobody was asked.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Somebody else has taken in another version, or a comment has come.
        NotesNotReady: They are not new notes.
        MailRefused: An address is none.
    """
    require(by, "register.finalise_notes", meeting)
    version = lock_version(meeting, seen=seen)
    kept = Meeting.objects.get(pk=meeting.pk)
    if kept.notes_state not in OPEN:
        raise NotesNotReady("Anteckningarna är redan färdigställda: ladda om sidan.")
    if seen_comments is not None and kept.comments.count() != seen_comments:
        raise ChangedMeanwhile(
            "En synpunkt kom medan du hade sidan öppen. Inget är färdigställt: läs den och försök igen."
        )
    Meeting.objects.filter(pk=meeting.pk).update(notes_state=NotesState.FINALISED)
    changed(meeting.pk)
    act = Finalisation.objects.create(
        meeting=meeting,
        version=version,
        sha256=hashlib.sha256(bytes(version.source.content)).hexdigest(),
        by=by,
        addresses=list(dict.fromkeys(addresses)),
    )
    withdraw_links(COMMENTING, subject=meeting)
    record_act("notes.finalised", act, before={"notes_state": kept.notes_state})
    send_notes(act, on=on)
    return act


def lock_version(meeting: Meeting, *, seen: int) -> SourceVersion:
    """Hold the meeting until this transaction ends, and give its version if it is the one that was seen.

    Raises:
        ChangedMeanwhile: Another version holds.
    """
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    version = SourceVersion.objects.select_related("source").get(meeting=meeting, is_current=True)
    if version.number != seen:
        raise ChangedMeanwhile(
            f"Version {version.number} av anteckningarna kom medan du hade sidan öppen. Inget är ändrat: "
            "läs den och försök igen."
        )
    return version


def record_act(what: str, act: Finalisation, *, before: dict[str, str]) -> None:
    """Record it with the meeting: which version, its hash, and to how many it went."""
    after = {
        "notes_state": str(NotesState.FINALISED),
        "version": act.version.number,
        "sha256": act.sha256,
        "n_addresses": len(act.addresses),
    }
    Event.objects.create(
        by=act.by, what=what, subject_type="meeting", subject_id=act.meeting_id, before=before, after=after,
        why=act.reason,
    )  # fmt: skip
