"""A plan and its parts: target picture, areas, steps and milestones."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from samsyn.plan.models.states import Meaning, PartKind, PlanState, meanings, part_kinds, plan_states
from samsyn.register.models import Statement


class Plan(models.Model):
    """What a county wants to reach together, and by which steps (implementeringsplan).

    Attributes:
        evidence_months: Evidence older than so many months is shown as old.
    """

    name = models.CharField(max_length=200)
    state = models.CharField(max_length=20, choices=plan_states, default=PlanState.ACTIVE)
    evidence_months = models.PositiveSmallIntegerField(default=6)
    began_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """Its name."""
        return self.name


class Part(models.Model):
    """A target picture, an area, a step of an area, or a milestone of a step or of the target picture.

    What it says stands in its wordings; the name is what it is called in lists.

    Attributes:
        number: Its place among parts of its kind below the same parent, from 1.
        meaning: Of a step: whether it is the test, or everyday work; empty where neither.
        source: The words in notes that it was read from; None where a person wrote it.
        withdrawn_on: No longer a part of the plan from this day; kept for its history.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=20, choices=part_kinds)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=200)
    meaning = models.CharField(max_length=20, choices=meanings, blank=True, default="")
    source = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_parts"
    )
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        """In the plan's order."""

        ordering = ("plan_id", "kind", "parent_id", "number", "id")
        constraints = (
            models.CheckConstraint(
                name="part_parent",
                condition=Q(kind__in=[PartKind.TARGET, PartKind.AREA], parent=None)
                | Q(kind__in=[PartKind.STEP, PartKind.MILESTONE], parent__isnull=False),
            ),
            models.CheckConstraint(name="part_meaning", condition=Q(meaning="") | Q(kind=PartKind.STEP)),
            models.UniqueConstraint(
                fields=["parent", "kind", "number"],
                condition=Q(withdrawn_on=None, parent__isnull=False),
                name="part_number",
            ),
            models.UniqueConstraint(
                fields=["plan", "kind", "number"],
                condition=Q(withdrawn_on=None, parent=None),
                name="part_number_of_plan",
            ),
        )
        default_permissions = ()

    @property
    def is_test(self) -> bool:
        """Whether the step is the test: what follows it is everyday work."""
        return self.meaning == Meaning.TEST

    def __str__(self) -> str:
        """What it is called."""
        return self.name
