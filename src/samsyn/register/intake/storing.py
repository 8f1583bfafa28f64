"""Keep originals, and the version of a meeting's notes that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes import READER_VERSION
from samsyn.register.intake.inserting import append_drafts, insert_drafts
from samsyn.register.models import Source, SourceVersion

if TYPE_CHECKING:
    from samsyn.register.intake.files import Reading
    from samsyn.register.models import Meeting


def store_source(reading: Reading) -> int:
    """Keep the original, byte for byte; whoever asks has seen that it is not kept yet. Gives its id."""
    draft = {"sha256": reading.sha256, "content": reading.content, "size": len(reading.content)}
    return insert_drafts(Source, [draft])[0]


def store_version(reading: Reading, meeting: Meeting, *, number: int, reason: str) -> None:
    """Keep the original and its text as the version that holds; a correction may go back to a kept file."""
    kept = None
    if number > 1:
        meeting.versions.filter(is_current=True).update(is_current=False)
        kept = Source.objects.filter(sha256=reading.sha256).values_list("pk", flat=True).first()
    draft = {
        "meeting_id": meeting.pk,
        "source_id": kept or store_source(reading),
        "number": number,
        "file_name": reading.name[:255],
        "path": reading.shown,
        "format": reading.format,
        "document": reading.document,
        "text": reading.text,
        "reader_version": READER_VERSION,
        "reason": reason,
    }
    append_drafts(SourceVersion, [draft])
