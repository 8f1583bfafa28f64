"""Correct notes that are finalised: a new version, with a reason, and the earlier one beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.minutes import speaking
from samsyn.register.actions.finalise_notes import lock_version, record_act
from samsyn.register.actions.import_notes import limits, own_words
from samsyn.register.actions.sending import send_notes
from samsyn.register.errors import NotesNotReady
from samsyn.register.intake.actors import Actors
from samsyn.register.intake.files import Reading, plain_name, read_content
from samsyn.register.intake.revising import record_new_version
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import CorrectionState, Finalisation, Source, SourceVersion, WaitingCorrection
from samsyn.register.models.states import LOCKED

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.register.models import Meeting


@dataclass(frozen=True, slots=True)
class Correction:
    """A corrected file, byte for byte, what it is called, and why it came."""

    content: bytes
    name: str
    reason: str


def correct_notes(meeting: Meeting, correction: Correction, *, seen: int, by: User, on: date) -> Finalisation:
    """Take in a corrected file as the version that holds, and send it to those who got the earlier one.

    What people have confirmed of the reading stays.

    Args:
        meeting: Whose notes.
        correction: The corrected file, and why.
        seen: Number of the version that the person has looked at.
        by: Who corrects.
        on: Today.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Somebody else has corrected them since.
        NotesNotReady: There is no reason, the notes are not finalised, or the file is no other notes.
        MailRefused: An identity number stands in the reason.
    """
    require(by, "register.correct_notes", meeting)
    reason = correction.reason.strip()
    if not reason:
        raise NotesNotReady("Skriv varför anteckningarna rättas.")
    reading = _read(correction.content, correction.name)
    with transaction.atomic():
        wait_for_turn()
        earlier = lock_version(meeting, seen=seen)
        _require_locked(meeting)
        _require_new(reading, earlier, meeting)
        record_new_version(reading, meeting, list(meeting.bodies.all()), Actors.load(), by=by, reason=reason)
        return _record(meeting, reason, by=by, on=on)


def _read(content: bytes, name: str) -> Reading:
    """The corrected file as one reading.

    Raises:
        NotesNotReady: It cannot be read, or holds several notes.
    """
    shown = plain_name(name)
    with speaking(own_words()):
        readings = read_content(content, name=shown, shown=shown, limits=limits())
    if len(readings) != 1:
        raise NotesNotReady("Filen innehåller flera anteckningar: välj en fil med bara det här mötets.")
    if not isinstance(readings[0], Reading):
        raise NotesNotReady(readings[0].message)
    return readings[0]


def _require_new(reading: Reading, earlier: SourceVersion, meeting: Meeting) -> None:
    """A file that holds already says nothing new, and one of another meeting would be two meetings' notes.

    One that was the meeting's own before, or waits to be, is a correction like any other.
    """
    if reading.sha256 == earlier.source.sha256:
        raise NotesNotReady("Filen är densamma som den som redan gäller: välj den rättade filen.")
    kept = Source.objects.filter(sha256=reading.sha256).first()
    if kept is None or kept.versions.filter(meeting=meeting).exists():
        return
    if not WaitingCorrection.objects.filter(source=kept, meeting=meeting).exists():
        raise NotesNotReady("Filen är redan inläst och hör till ett annat möte: välj en annan fil.")


def _require_locked(meeting: Meeting) -> None:
    meeting.refresh_from_db(fields=["notes_state"])
    if meeting.notes_state not in LOCKED:
        raise NotesNotReady("Anteckningarna är inte färdigställda: läs in den nya filen som vanligt.")


def _record(meeting: Meeting, reason: str, *, by: User, on: date) -> Finalisation:
    """The corrected version is locked in its turn, and goes to the same addresses."""
    version = SourceVersion.objects.select_related("source").get(meeting=meeting, is_current=True)
    before = meeting.finalisations.order_by("at", "id").last()
    act = Finalisation.objects.create(
        meeting=meeting, version=version, sha256=version.source.sha256, by=by, reason=reason,
        addresses=before.addresses if before else [],
    )  # fmt: skip
    WaitingCorrection.objects.filter(meeting=meeting, source=version.source).update(
        state=CorrectionState.CORRECTING, decided_by=by, decided_at=timezone.now()
    )
    record_act("notes.corrected", act, before={"sha256": before.sha256 if before else ""})
    send_notes(act, on=on)
    return act
