"""Support that was asked for and given, lessons, and whether what was reached lasts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.plan.models.actors import Actor
from samsyn.plan.models.plans import Part, Plan
from samsyn.plan.models.states import Known, SupportState, known, support_states
from samsyn.register.models import Statement


class Support(models.Model):
    """What an actor asked for, and what came of it (implementeringsstöd).

    Attributes:
        area: None where it is for the whole of the work.
        asked_by: Who asked, as written.
        statement: The words in notes that ask.
        given: What was given, or why nothing is.
        given_by: Who gave it, as written.
        given_in: The words in notes that say so.
    """

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="support")
    area = models.ForeignKey(Part, null=True, blank=True, on_delete=models.CASCADE, related_name="support")
    asked = models.CharField(max_length=500)
    asked_by = models.CharField(max_length=200, blank=True, default="")
    asked_on = models.DateField()
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_support"
    )
    state = models.CharField(max_length=20, choices=support_states, default=SupportState.ASKED)
    given = models.TextField(blank=True, default="")
    given_by = models.CharField(max_length=200, blank=True, default="")
    given_on = models.DateField(null=True, blank=True)
    given_in = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_support_given"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """As it was asked for."""

        ordering = ("asked_on", "id")
        default_permissions = ()

    def __str__(self) -> str:
        """What was asked for."""
        return self.asked[:80]


class Lesson(models.Model):
    """Something learned on the way that others can use.

    Attributes:
        actor: Whose experience; None for the county's.
        statement: The words in notes that it comes from.
        told_by: Where it comes from otherwise, as written.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="lessons")
    part = models.ForeignKey(Part, null=True, blank=True, on_delete=models.SET_NULL, related_name="lessons")
    actor = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.SET_NULL, related_name="lessons")
    text = models.TextField()
    on = models.DateField()
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_lessons"
    )
    told_by = models.CharField(max_length=300, blank=True, default="")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """As time goes."""

        ordering = ("on", "id")
        default_permissions = ()

    def __str__(self) -> str:
        """The beginning."""
        return self.text[:80]


class Sustainment(models.Model):
    """Whether what an actor reached lasts: asked some months after the last step (vidmakthållande).

    Attributes:
        months: After how many months it is asked: 6 or 12 as a rule.
        routine: A routine has been decided.
        annual_cycle: It stands in the annual cycle (årshjul).
        introduction: It is in the introduction of new staff.
        measured: It is measured.
        answered_on: None until somebody has answered.
    """

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="sustainment")
    area = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="sustainment")
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    routine = models.CharField(max_length=20, choices=known, blank=True, default="")
    annual_cycle = models.CharField(max_length=20, choices=known, blank=True, default="")
    introduction = models.CharField(max_length=20, choices=known, blank=True, default="")
    measured = models.CharField(max_length=20, choices=known, blank=True, default="")
    note = models.CharField(max_length=500, blank=True, default="")
    answered_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Asked once after so many months."""

        ordering = ("due_on", "id")
        constraints = (models.UniqueConstraint(fields=["actor", "area", "months"], name="sustainment_once"),)
        default_permissions = ()

    @property
    def lasts(self) -> bool:
        """Whether all four are in place."""
        answers = (self.routine, self.annual_cycle, self.introduction, self.measured)
        return all(answer == Known.YES for answer in answers)

    def __str__(self) -> str:
        """Who, and after how long."""
        return f"{self.actor} {self.area} {self.months}"
