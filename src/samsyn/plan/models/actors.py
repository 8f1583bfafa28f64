"""Who a plan is for: actors, what they are outside of, and the groups that its words name."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from samsyn.plan.models.plans import Part, Plan
from samsyn.register.models import Organisation, Statement


class Actor(models.Model):
    """An organisation that a plan is for.

    Attributes:
        number: Its place in lists, within the organisation above it.
        left_on: No longer an actor from this day; what it said is kept.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="actors")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="plan_actors")
    number = models.PositiveSmallIntegerField(default=1)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        """In the order of lists."""

        ordering = ("plan_id", "number", "id")
        constraints = (models.UniqueConstraint(fields=["plan", "organisation"], name="actor_once"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The organisation."""
        return str(self.organisation)


class Outside(models.Model):
    """An actor is not part of something (ingår inte): of the whole plan, or of one of its parts.

    Attributes:
        part: None for the whole plan.
        source: The words in notes that say so.
        until: First day on which it is part of it again; None for until further notice.
    """

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="outside")
    part = models.ForeignKey(Part, null=True, blank=True, on_delete=models.CASCADE, related_name="outside")
    why = models.CharField(max_length=500, blank=True, default="")
    source = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_outside"
    )
    from_on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        """Said once of each."""

        constraints = (
            models.UniqueConstraint(fields=["actor", "part"], name="outside_part"),
            models.UniqueConstraint(fields=["actor"], condition=Q(part=None), name="outside_plan"),
        )
        default_permissions = ()

    def __str__(self) -> str:
        """Who, and of what."""
        return f"{self.actor} – {self.part or self.actor.plan}"


class NamedGroup(models.Model):
    """A word for a group in the plan's wordings ("alla aktörer"), and who it means.

    Attributes:
        words: In small letters.
        is_resolved: Somebody said who is meant: `members` is the list. Else nobody knows yet.
        source: The words in notes that ask for the list, or decide it.
        decided_on: The day on which the list was decided.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="groups")
    words = models.CharField(max_length=100)
    is_resolved = models.BooleanField(default=False)
    members = models.ManyToManyField(Actor, blank=True, related_name="groups")
    source = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_groups"
    )
    decided_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """A word means one thing in a plan."""

        ordering = ("words",)
        constraints = (models.UniqueConstraint(fields=["plan", "words"], name="group_words"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The words."""
        return self.words
