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
def answer_comment(comment: NotesComment, *, answer: str, by: User) -> Event:
    """Answer; without words the comment is taken care of.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: Somebody else has answered it.
        NotesNotReady: An identity number stands in the answer.
    """
    require(by, "register.answer_comment", comment)
    if find_identity_numbers(answer):
        raise NotesNotReady("Svaret innehåller något som ser ut som ett personnummer: ta bort det.")
    open_ones = NotesComment.objects.filter(pk=comment.pk, answered_at=None)
    if not open_ones.update(answer=answer.strip(), answered_by=by, answered_at=timezone.now()):
        first = NotesComment.objects.select_related("answered_by").get(pk=comment.pk)
        said = f" ”{first.answer}”" if first.answer else ""
        raise AlreadyDecided(
            f"{first.answered_by} har redan svarat på synpunkten{said}. Ditt svar är inte sparat."
        )
    return Event.objects.create(
        by=by, what="comment.answered", subject_type="meeting", subject_id=comment.meeting_id,
        after={"comment": comment.pk, "answer": answer.strip()},
    )  # fmt: skip
