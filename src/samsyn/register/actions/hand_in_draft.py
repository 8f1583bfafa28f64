"""What was written becomes the meeting's notes: a Word file, read as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.minutes import speaking
from samsyn.register.actions.import_notes import limits, own_words
from samsyn.register.actions.save_draft import lock_draft, require_no_identity_numbers
from samsyn.register.errors import DraftUnusable, NotesLocked
from samsyn.register.intake.actors import Actors
from samsyn.register.intake.files import Reading, plain_name, read_content
from samsyn.register.intake.meetings import ask_if_same, find_own_meeting
from samsyn.register.intake.recording import record_meeting
from samsyn.register.intake.revising import record_new_version
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Meeting, NotesDraft, NotesState, SourceVersion
from samsyn.register.models.states import LOCKED
from samsyn.register.writing.content import content_from_json

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Body

TOO_LITTLE = (
    "Det är för lite skrivet för att läsas som anteckningar: kryssa i vilka som var på plats, "
    "eller skriv minst två punkter."
)


@transaction.atomic
def hand_in_draft(draft: NotesDraft, file: bytes, *, name: str, seen: int, by: User) -> Meeting:
    """Take the file made of a draft into the register; again, as a new version, while notes are open.

    Args:
        draft: What was written.
        file: The same as a file, kept byte for byte.
        name: What the file is called.
        seen: The number of the version that the file was made of.
        by: Who hands in.

    Raises:
        PermissionDenied: They may not write for the body.
        DraftChanged: Somebody else has written in it meanwhile.
        DraftUnusable: The meeting has no day, or the file cannot be read as notes.
        NotesLocked: The meeting's notes are finalised.
    """
    require(by, "register.write_draft", draft.written_for)
    wait_for_turn()
    kept = lock_draft(draft, by=by, seen=seen)
    content = content_from_json(kept.content)
    require_no_identity_numbers(content)
    if not content.day:
        raise DraftUnusable("Mötets dag saknas: fyll i den.", field="day")
    meeting = _record(kept, _read(file, name), by=by)
    kept.meeting, kept.handed_in_at = meeting, timezone.now()
    kept.save(update_fields=["meeting", "handed_in_at"])
    Event.objects.create(
        by=by, what="draft.handed_in", subject_type="notesdraft", subject_id=kept.pk,
        after={"meeting": meeting.pk, "version": kept.version, "file_name": name},
    )  # fmt: skip
    return meeting


def _read(file: bytes, name: str) -> Reading:
    shown = plain_name(name)
    with speaking(own_words()):
        readings = read_content(file, name=shown, shown=shown, limits=limits())
    first = readings[0]
    if isinstance(first, Reading):
        return first
    raise DraftUnusable(TOO_LITTLE if first.is_sound else first.message)


def _record(draft: NotesDraft, reading: Reading, *, by: User) -> Meeting:
    """Write the reading as the notes of the meeting that the draft is about, made if it was not known."""
    actors = Actors.load()
    known = SourceVersion.objects.filter(source__sha256=reading.sha256).select_related("meeting").first()
    if known is not None:
        return known.meeting
    bodies, asked = bodies_of_draft(draft), list[int]()
    meeting = draft.meeting
    if meeting is None:
        meeting, asked = find_own_meeting(reading, bodies, actors.calendar)
        _require_free(meeting)
    if meeting is not None and meeting.notes_state in LOCKED:
        raise NotesLocked("Mötets anteckningar är färdigställda: rätta dem på mötets sida, med en orsak.")
    if meeting is not None and meeting.versions.exists():
        record_new_version(reading, meeting, bodies, actors, by=by)
        return meeting
    made = record_meeting(reading, meeting, bodies, actors, by=by, notes_state=NotesState.DRAFT)
    ask_if_same(made, asked, "Samma organ och samma dag, men anteckningarna skiljer sig mycket åt.")
    return made


def _require_free(meeting: Meeting | None) -> None:
    """A meeting's notes are written in one place."""
    if meeting is not None and NotesDraft.objects.filter(meeting=meeting, discarded_at=None).exists():
        raise DraftUnusable("Samma möte skrivs redan på en annan sida: öppna den under Skriv anteckningar.")


def bodies_of_draft(draft: NotesDraft) -> list[Body]:
    """Whose meeting is written of: the meeting's bodies, where the register knows it."""
    return (draft.meeting.named_bodies if draft.meeting else []) or [draft.body]
