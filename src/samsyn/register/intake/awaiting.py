"""A changed file of finished notes: kept until somebody decides whether it is a correction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.history.models import Event
from samsyn.register.intake.storing import store_source
from samsyn.register.models import WaitingCorrection

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.intake.files import Reading
    from samsyn.register.models import Meeting


def keep_waiting(reading: Reading, meeting: Meeting, *, by: User | None) -> None:
    """Keep a file that is not known yet beside the meeting that it is about; the notes stand as they are."""
    kept = WaitingCorrection.objects.create(
        meeting=meeting,
        source_id=store_source(reading),
        file_name=reading.name[:255],
        text=reading.text,
        by=by,
    )
    Event.objects.create(
        by=by, what="correction.came", subject_type="meeting", subject_id=meeting.pk,
        after={"correction": kept.pk, "file_name": kept.file_name},
    )  # fmt: skip


def told_of(meeting: Meeting) -> str:
    """One sentence for whoever takes the file in."""
    return (
        f"mötets anteckningar är färdigställda ({meeting}). Filen väntar på mötets sida, tills någon avgör "
        "om den är en rättelse."
    )
