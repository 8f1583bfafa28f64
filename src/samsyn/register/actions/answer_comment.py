"""Answer a member's comment, or say that it is taken care of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.reading import find_identity_numbers
from samsyn.register.errors import AlreadyDecided, NotesNotReady
from samsyn.register.models import NotesComment

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def answer_comment(comment: NotesComment, *, answer: str, by: User, seen: str | None = None) -> Event:
    """Answer; without words the comment is taken care of.

    Args:
        comment: Which.
        answer: In their words.
        by: Who answers.
        seen: The answer of somebody else that they have seen, and that theirs is to replace.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: Somebody else has answered it, otherwise than they have seen.
        NotesNotReady: An identity number stands in the answer.
    """
    require(by, "register.answer_comment", comment)
    if find_identity_numbers(answer):
        raise NotesNotReady("Svaret innehåller något som ser ut som ett personnummer: ta bort det.")
    kept = NotesComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if kept.answered_at is not None and kept.answer != seen:
        said = f" ”{kept.answer}”" if kept.answer else ""
        raise AlreadyDecided(
            f"{kept.answered_by} har redan svarat på synpunkten{said}. Ditt svar är inte sparat."
        )
    before = {"comment": kept.pk, "answer": kept.answer} if kept.answered_at is not None else {}
    kept.answer, kept.answered_by, kept.answered_at = answer.strip(), by, timezone.now()
    kept.save(update_fields=["answer", "answered_by", "answered_at"])
    return Event.objects.create(
        by=by, what="comment.answered", subject_type="meeting", subject_id=kept.meeting_id,
        before=before, after={"comment": kept.pk, "answer": kept.answer},
    )  # fmt: skip
