"""Throw away what was being written, where nothing came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.save_draft import lock_draft

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import NotesDraft


@transaction.atomic
def discard_draft(draft: NotesDraft, *, seen: int, by: User) -> None:
    """Remove a draft; notes that it has become stay.

    Args:
        draft: Which.
        seen: The number of the version that the person has looked at.
        by: Who throws it away.

    Raises:
        PermissionDenied: They may not write for the body.
        DraftChanged: Somebody else has written in it meanwhile.
    """
    require(by, "register.write_draft", draft.written_for)
    kept = lock_draft(draft, by=by, seen=seen)
    Event.objects.create(
        by=by, what="draft.discarded", subject_type="notesdraft", subject_id=kept.pk,
        before={"body": kept.body_id, "meeting": kept.meeting_id, "content": kept.content},
    )  # fmt: skip
    kept.delete()
