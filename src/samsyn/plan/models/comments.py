"""What bodies and people say of a plan, and the words that they contest."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from samsyn.plan.models.plans import Part, Plan
from samsyn.plan.models.states import (
    CommentKind,
    CommentState,
    ProposalState,
    comment_kinds,
    comment_states,
    proposal_states,
)
from samsyn.plan.models.times import Period
from samsyn.plan.models.wordings import Wording
from samsyn.register.models import Statement


class PlanComment(models.Model):
    """A comment on a plan, a part of it, its wording or its time; or a wish for another wording.

    Attributes:
        part: None for the plan as a whole.
        wording: The version that was in force when it was made, where it is about the words.
        period: Where it is about the time.
        statement: The words in notes; None where a person wrote it here.
        text: A person's own words; empty where `statement` holds them.
        wish: The wording that is asked for, where one was.
        reasons: Why it was read as one, as rows of {"code": ..., "words": [...]}, the weightiest first.
        answer: What was answered, or why it was refused.
        answer_in: The words in notes that answer or decide.
        answer_wording: The version that came of it.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="comments")
    part = models.ForeignKey(Part, null=True, blank=True, on_delete=models.CASCADE, related_name="comments")
    wording = models.ForeignKey(
        Wording, null=True, blank=True, on_delete=models.SET_NULL, related_name="comments"
    )
    period = models.ForeignKey(
        Period, null=True, blank=True, on_delete=models.SET_NULL, related_name="comments"
    )
    kind = models.CharField(max_length=20, choices=comment_kinds, default=CommentKind.COMMENT)
    state = models.CharField(max_length=20, choices=comment_states, default=CommentState.OPEN)
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.CASCADE, related_name="plan_comments"
    )
    text = models.TextField(blank=True, default="")
    wish = models.TextField(blank=True, default="")
    reasons = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(blank=True, default="")
    answer_in = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_answers"
    )
    answer_wording = models.ForeignKey(
        Wording, null=True, blank=True, on_delete=models.SET_NULL, related_name="answers"
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order in which they came; the same words comment the same part once."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["statement", "part"],
                condition=Q(statement__isnull=False, part__isnull=False),
                name="comment_of_part",
            ),
            models.UniqueConstraint(
                fields=["statement", "plan"],
                condition=Q(statement__isnull=False, part=None),
                name="comment_of_plan",
            ),
            models.CheckConstraint(name="comment_says", condition=Q(statement__isnull=False) | ~Q(text="")),
        )
        indexes = (models.Index(fields=["plan", "state"], name="comment_state"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The beginning of what is said."""
        return (self.text or (self.statement.text if self.statement else ""))[:80]


class ContestedWord(models.Model):
    """A word that some read otherwise than it was meant, and what can be said instead; the county's own.

    Attributes:
        word: In small letters, as it is looked up.
        instead: Better words, the best first; may be empty.
        why: How it is misread.
        source: The words in notes that contest it.
    """

    word = models.CharField(max_length=100, unique=True)
    instead = models.JSONField(default=list, blank=True)
    why = models.CharField(max_length=500, blank=True, default="")
    state = models.CharField(max_length=20, choices=proposal_states, default=ProposalState.TAKEN)
    source = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="contested_words"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In no order: lists sort by the alphabet."""

        default_permissions = ()

    def __str__(self) -> str:
        """The word."""
        return self.word
