"""Decide on a changed file of finished notes: it is a correction, or it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.reading import find_identity_numbers
from samsyn.register.actions.correct_notes import Correction, correct_notes
from samsyn.register.errors import AlreadyDecided, NotesNotReady
from samsyn.register.models import CorrectionState, WaitingCorrection

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.register.models import Finalisation

DECIDED = "Någon har redan avgjort vad filen är: ladda om sidan."


@transaction.atomic
def take_correction(
    waiting: WaitingCorrection, *, reason: str, seen: int, by: User, on: date
) -> Finalisation:
    """Let the file be the version that holds, and send it to those who got the earlier one.

    Args:
        waiting: The file.
        reason: Why the notes are corrected.
        seen: Number of the version that the person has compared it with.
        by: Who decides.
        on: Today.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: Somebody else has decided.
        ChangedMeanwhile: Somebody else has corrected the notes since.
        NotesNotReady: There is no reason, or the file cannot be read any more.
        MailRefused: An identity number stands in the reason.
    """
    require(by, "register.correct_notes", waiting)
    kept = _undecided(waiting)
    correction = Correction(bytes(kept.source.content), kept.file_name, reason)
    return correct_notes(kept.meeting, correction, seen=seen, by=by, on=on)


@transaction.atomic
def leave_correction(waiting: WaitingCorrection, *, reason: str, by: User) -> None:
    """Let the notes stand; the file is kept, and does not come back when the same folder is read again.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: Somebody else has decided.
        NotesNotReady: There is no reason, or an identity number stands in it.
    """
    require(by, "register.leave_correction", waiting)
    why = reason.strip()
    if not why:
        raise NotesNotReady("Skriv varför anteckningarna ska stå kvar.")
    if find_identity_numbers(why):
        raise NotesNotReady("Orsaken innehåller något som ser ut som ett personnummer: ta bort det.")
    kept = _undecided(waiting)
    kept.state, kept.reason, kept.decided_by, kept.decided_at = CorrectionState.LEFT, why, by, timezone.now()
    kept.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    Event.objects.create(
        by=by, what="correction.left", subject_type="meeting", subject_id=kept.meeting_id,
        before={"correction": kept.pk, "state": str(CorrectionState.UNDECIDED)},
        after={"correction": kept.pk, "state": str(CorrectionState.LEFT), "file_name": kept.file_name},
        why=why,
    )  # fmt: skip


def _undecided(waiting: WaitingCorrection) -> WaitingCorrection:
    """The file as it stands now, held until the transaction ends.

    Raises:
        AlreadyDecided: It waits no more.
    """
    rows = WaitingCorrection.objects.select_for_update(of=("self",)).select_related("source", "meeting")
    kept = rows.get(pk=waiting.pk)
    if kept.state != CorrectionState.UNDECIDED:
        raise AlreadyDecided(DECIDED)
    return kept
