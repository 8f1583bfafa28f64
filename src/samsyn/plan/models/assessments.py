"""Which step an actor says that it stands on, what shows it, and what others say of that."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.mail.service import OutgoingMail
from samsyn.plan.models.actors import Actor
from samsyn.plan.models.plans import Part
from samsyn.plan.models.states import EvidenceKind, ProposalState, evidence_kinds, proposal_states
from samsyn.plan.models.wordings import Wording
from samsyn.register.models import Source, Statement
from samsyn.register.models.states import precisions


class AssessmentRequest(models.Model):
    """An actor was asked where it stands.

    Attributes:
        address: Whom the letter with the signed link went to; empty where the question stands here only.
    """

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="requests")
    address = models.EmailField(blank=True, default="")
    mail = models.ForeignKey(
        OutgoingMail, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_requests"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """As time goes."""

        ordering = ("id",)
        default_permissions = ()

    def __str__(self) -> str:
        """Who was asked."""
        return f"{self.actor} {self.at:%Y-%m-%d}"


class Assessment(models.Model):
    """What an actor says of itself in one area; the latest holds, all are kept. A claim, not evidence.

    Attributes:
        step: The step it stands on; None for not begun.
        since_words: Since when, as written; `since_on` its first day.
        needs: What it needs for the next step, in its own words.
        note: What else it wants to say.
        wording: The step's wording that it was said against; None where the step had none.
        said_by: Who said it, where that was by a signed link or told to a process leader.
    """

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="assessments")
    area = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="assessments")
    step = models.ForeignKey(Part, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    since_on = models.DateField(null=True, blank=True)
    since_precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")
    since_words = models.CharField(max_length=100, blank=True, default="")
    needs = models.CharField(max_length=500, blank=True, default="")
    note = models.TextField(blank=True, default="")
    wording = models.ForeignKey(
        Wording, null=True, blank=True, on_delete=models.SET_NULL, related_name="assessments"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    said_by = models.CharField(max_length=200, blank=True, default="")
    on = models.DateField(default=timezone.localdate)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order in which they hold."""

        ordering = ("on", "id")
        indexes = (models.Index(fields=["actor", "area", "on"], name="assessment_cell"),)
        default_permissions = ()

    def __str__(self) -> str:
        """Who, where."""
        return f"{self.actor} {self.area}: {self.step or '–'}"


class Evidence(models.Model):
    """What shows that an actor has come as far as a step; it has a day of its own and grows old.

    Attributes:
        step: The step that it shows.
        dated_on: The day of which it tells, not the day on which it was added.
        text: What it shows; for `TOLD` the whole of it.
        source: The file, where it is one.
        statement: The words in notes.
        state: Proposed where it was read in notes and nobody has taken it.
        reasons: Why it was read as evidence, as those of a comment.
    """

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="evidence")
    area = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="evidence")
    step = models.ForeignKey(Part, null=True, blank=True, on_delete=models.PROTECT, related_name="shown_by")
    kind = models.CharField(max_length=20, choices=evidence_kinds, default=EvidenceKind.TOLD)
    dated_on = models.DateField()
    text = models.TextField(blank=True, default="")
    address = models.URLField(max_length=1000, blank=True, default="")
    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_evidence"
    )
    file_name = models.CharField(max_length=255, blank=True, default="")
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_evidence"
    )
    state = models.CharField(max_length=20, choices=proposal_states, default=ProposalState.TAKEN)
    reasons = models.JSONField(default=list, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """The oldest first."""

        ordering = ("dated_on", "id")
        indexes = (models.Index(fields=["actor", "area", "state"], name="evidence_cell"),)
        default_permissions = ()

    def __str__(self) -> str:
        """What it shows."""
        return self.text[:80] or self.file_name or self.address


class Review(models.Model):
    """What a reviewer says of an assessment, and what the actor says to that (right of reply).

    Attributes:
        step: The step on which the reviewer sees the actor; None where they say none.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="reviews")
    step = models.ForeignKey(Part, null=True, blank=True, on_delete=models.PROTECT, related_name="seen_by")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    reply = models.TextField(blank=True, default="")
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    replied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order in which they came."""

        ordering = ("id",)
        default_permissions = ()

    def __str__(self) -> str:
        """The beginning."""
        return self.text[:80]
