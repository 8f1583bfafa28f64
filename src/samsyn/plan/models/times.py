"""When a part of a plan is to be reached, and what time looks like around it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from samsyn.plan.models.actors import Actor
from samsyn.plan.models.plans import Part
from samsyn.plan.models.states import band_kinds
from samsyn.register.models import Organisation, Statement
from samsyn.register.models.states import precisions


class Period(models.Model):
    """When a part is to be reached: by all, or by one actor where that was agreed.

    Attributes:
        actor: None for what holds for all.
        words: As written ("till årsskiftet", "tidigast 2027").
        end_on: First day after (half-open); None where the end is open.
        reached_on: The day on which it was reached in the county, or by the actor, as a person said.
        reached_because: What shows it, in a person's words.
    """

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="periods")
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.CASCADE, related_name="periods")
    words = models.CharField(max_length=300)
    start_on = models.DateField(null=True, blank=True)
    end_on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")
    source = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_periods"
    )
    reached_on = models.DateField(null=True, blank=True)
    reached_because = models.CharField(max_length=500, blank=True, default="")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """One for all, and one for each actor."""

        constraints = (
            models.UniqueConstraint(fields=["part", "actor"], name="period_actor"),
            models.UniqueConstraint(fields=["part"], condition=Q(actor=None), name="period_all"),
        )
        default_permissions = ()

    def __str__(self) -> str:
        """The words."""
        return self.words


class Band(models.Model):
    """A stretch of time with a name: a school term, a holiday, a reform that takes everybody's time.

    Attributes:
        end_on: First day after (half-open).
        organisation: Whose; None for the whole county.
        removed: Taken away; kept so that it can be taken back.
    """

    kind = models.CharField(max_length=20, choices=band_kinds)
    name = models.CharField(max_length=200)
    start_on = models.DateField()
    end_on = models.DateField()
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="bands"
    )
    removed = models.BooleanField(default=False)

    class Meta:
        """As time goes."""

        ordering = ("start_on", "id")
        constraints = (
            models.CheckConstraint(name="band_forwards", condition=Q(start_on__lt=models.F("end_on"))),
        )
        default_permissions = ()

    def __str__(self) -> str:
        """Its name."""
        return self.name
