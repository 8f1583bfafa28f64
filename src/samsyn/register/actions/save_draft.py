"""Keep what somebody has written, unless somebody else has written there meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.reading import find_identity_numbers
from samsyn.register.errors import DraftChanged, DraftUnusable
from samsyn.register.models import NotesDraft
from samsyn.register.writing.content import content_from_json, content_to_json, words_of
from samsyn.register.writing.merging import merge

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.writing.content import Content


@transaction.atomic
def save_draft(draft: NotesDraft, content: Content, *, seen: int, by: User) -> NotesDraft:
    """Write all that stands on the page; what is the same as before changes nothing.

    Saving as somebody types is no event of its own in the history: what the notes came to be is kept as
    their version when they are handed in.

    Args:
        draft: Where.
        content: All of it.
        seen: The number of the version that was written on.
        by: Who writes.

    Raises:
        PermissionDenied: They may not write for the body.
        DraftChanged: Another version is kept by now.
        DraftUnusable: An identity number stands in it.
    """
    kept = lock_draft(draft, by=by)
    require_no_identity_numbers(content)
    written = content_to_json(content)
    if kept.content == content_to_json(content_from_json(written)):
        return kept
    if kept.version != seen:
        raise DraftChanged(f"{kept.saved_by} har skrivit i samma anteckningar. Inget är överskrivet.")
    return _write(kept, content, by=by)


@transaction.atomic
def merge_draft(draft: NotesDraft, content: Content, *, by: User) -> NotesDraft:
    """Put what somebody has written together with what somebody else wrote meanwhile; both stand.

    Raises:
        PermissionDenied: They may not write for the body.
        DraftUnusable: An identity number stands in it, or together it is more than notes can have.
    """
    kept = lock_draft(draft, by=by)
    require_no_identity_numbers(content)
    merged = merge(content_from_json(kept.content), content)
    before = kept.version
    written = _write(kept, content_from_json(content_to_json(merged)), by=by)
    Event.objects.create(
        by=by, what="draft.merged", subject_type="notesdraft", subject_id=kept.pk,
        before={"version": before}, after={"version": written.version},
    )  # fmt: skip
    return written


def lock_draft(draft: NotesDraft, *, by: User, seen: int | None = None) -> NotesDraft:
    """Hold a draft until this transaction ends, for somebody who may write it.

    Args:
        draft: Which.
        by: Who is about to change it.
        seen: The number of the version that they have looked at, where it must be the one that is kept.

    Raises:
        PermissionDenied: They may not.
        DraftChanged: Another version is kept by now.
    """
    found = NotesDraft.objects.select_for_update(of=("self",)).select_related("body", "saved_by")
    kept = found.get(pk=draft.pk)
    require(by, "register.write_draft", kept.written_for)
    if seen is not None and kept.version != seen:
        raise DraftChanged(
            f"{kept.saved_by} har skrivit i anteckningarna sedan du öppnade dem. Ladda om sidan och läs dem."
        )
    return kept


def require_no_identity_numbers(content: Content) -> None:
    """Say at which words an identity number stands.

    Raises:
        DraftUnusable: One does.
    """
    for field, words in words_of(content).items():
        if find_identity_numbers(words):
            raise DraftUnusable(
                "Här står något som ser ut som ett personnummer. Det sparas inte: ta bort det.", field=field
            )


def _write(kept: NotesDraft, content: Content, *, by: User) -> NotesDraft:
    kept.content = content_to_json(content)
    kept.version += 1
    kept.saved_by, kept.saved_at = by, timezone.now()
    kept.save(update_fields=["content", "version", "saved_by", "saved_at"])
    return kept
