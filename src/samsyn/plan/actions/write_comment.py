"""Write a comment on a plan by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import record
from samsyn.plan.checks import clean_text
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import CommentKind, CommentState, PlanComment
from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Part, Plan


@dataclass(frozen=True, slots=True)
class CommentWanted:
    """What somebody wants to say.

    Attributes:
        part: None for the plan as a whole.
        wish: The words that they would rather see; a comment with them is a wish for another wording.
        of_time: It is about the part's time.
    """

    plan: Plan
    text: str
    part: Part | None = None
    wish: str = ""
    of_time: bool = False


@transaction.atomic
def write_comment(wanted: CommentWanted, *, by: User) -> Event:
    """Comment on a plan, on a part of it, on its words or on its time.

    Returns:
        The event; its subject is the comment.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Nothing is said, it cannot be kept, or the part is of another plan.
    """
    require(by, "plan.comment")
    text, wish, part = clean_text(wanted.text), clean_text(wanted.wish), wanted.part
    if not text:
        raise PlanUnusable("Skriv vad du vill säga.")
    if part is not None and part.plan_id != wanted.plan.pk:
        raise PlanUnusable("Den delen hör inte till planen.")
    row = PlanComment.objects.create(
        plan=wanted.plan,
        part=part,
        kind=CommentKind.CHANGE_REQUEST if wish else CommentKind.COMMENT,
        state=CommentState.OPEN,
        text=text,
        wish=wish,
        wording=part.wordings.order_by("-number").first() if part and wish else None,
        period=part.periods.filter(actor=None).first() if part and wanted.of_time else None,
        by=by,
    )
    return record(row, "plancomment.written", by=by, after={"text": text, "wish": wish})


def take_back_written(comment: PlanComment, _event: Event) -> None:
    """Remove a comment that nobody has answered.

    Raises:
        CannotUndo: Somebody has.
    """
    if comment.state != CommentState.OPEN:
        raise CannotUndo("Någon har svarat på synpunkten: den står kvar.")
    comment.delete()
