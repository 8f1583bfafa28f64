"""What is written becomes the meeting's notes: the Word file is made, and read as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.accounts.permissions import require
from samsyn.publish.notes import draft_as_word_file, file_name_of
from samsyn.register.actions.hand_in_draft import hand_in_draft
from samsyn.register.models import NotesDraft

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Meeting


def hand_in(draft: NotesDraft, *, seen: int, by: User) -> Meeting:
    """Make the file, and take it in as the meeting's notes.

    Args:
        draft: What was written.
        seen: The number of the version that the person has looked at.
        by: Who hands in.

    Raises:
        PermissionDenied: They may not write for the body.
        RegisterError: It cannot become notes so; the message says why.
    """
    require(by, "register.write_draft", draft.written_for)
    kept = NotesDraft.objects.select_related("body", "meeting").get(pk=draft.pk)
    file, name = draft_as_word_file(kept), f"{file_name_of(kept)}.docx"
    return hand_in_draft(kept, file, name=name, seen=seen, by=by)
