"""Comment on what an actor has said of itself, and let the actor reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change, record
from samsyn.plan.checks import clean_text, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Review
from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Assessment, Part


@transaction.atomic
def review_assessment(assessment: Assessment, text: str, *, step: Part | None = None, by: User) -> Event:
    """Say something of an assessment; the step that the actor said stands as it said it.

    Args:
        assessment: Which.
        text: What is said of it.
        step: The step on which the reviewer sees the actor; None to say none.
        by: Who reviews.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: There are no words, they cannot be kept, or the step is none of the area's.
    """
    require(by, "plan.review_assessment", assessment)
    lock_plan(assessment.actor.plan)
    words = clean_text(text)
    if not words:
        raise PlanUnusable("Skriv kommentaren.")
    if step is not None and (step.parent_id != assessment.area_id or step.withdrawn_on):
        raise PlanUnusable(f"Steget hör inte till {assessment.area}: välj ett av dem som står där.")
    made = Review.objects.create(assessment=assessment, text=words, step=step, by=by)
    after = {"actor": assessment.actor_id, "step": str(step or ""), "text": words}
    return record(made, "review.written", by=by, after=after)


@transaction.atomic
def reply_to_review(review: Review, reply: str, *, by: User) -> Event:
    """The actor's own word beside a comment.

    Raises:
        PermissionDenied: They do not tell for the actor.
        PlanUnusable: There are no words, or it stands so already.
    """
    require(by, "plan.reply_to_review", review)
    lock_plan(review.assessment.actor.plan)
    words = clean_text(reply)
    if not words:
        raise PlanUnusable("Skriv svaret.")
    now = Review.objects.get(pk=review.pk)
    columns = {"reply": words, "replied_by": by, "replied_at": timezone.now()}
    if now.reply == words:
        raise PlanUnusable("Inget ändrades.")
    return change(now, "review.replied", columns, by=by)


def take_back_written(review: Review, _: Event) -> None:
    """Remove a comment that nobody has replied to.

    Raises:
        CannotUndo: The actor has replied.
    """
    if review.reply:
        raise CannotUndo("Aktören har svarat på kommentaren: skriv en ny i stället.")
    review.delete()
