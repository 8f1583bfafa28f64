"""What a part of a plan says, in versions, and how it is followed up."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.plan.models.plans import Part
from samsyn.register.models import Body, Organisation, Person, Statement
from samsyn.register.models.states import precisions


class Wording(models.Model):
    """One version of a part's words; the highest number holds.

    Attributes:
        why: Why it was changed, in a person's words; empty for the first one.
        asked_in: The words in notes that asked for it or decided it.
        holds_from: The day from which it holds; None where nobody said.
    """

    part = models.ForeignKey(Part, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveSmallIntegerField(default=1)
    text = models.TextField()
    why = models.CharField(max_length=500, blank=True, default="")
    asked_in = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="wordings_asked_for"
    )
    holds_from = models.DateField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """The oldest first."""

        ordering = ("part_id", "number")
        constraints = (models.UniqueConstraint(fields=["part", "number"], name="wording_number"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The beginning of the words."""
        return self.text[:80]


class Checking(models.Model):
    """How a milestone is followed up, by whom and when ("Hur kan det följas upp?").

    Attributes:
        how: What is looked at; empty means that the question has no answer yet.
        who: Who looks, as written; an organisation, a body or a person beside it where it is one.
        when_words: When, as written.
        end_on: First day after (half-open).
    """

    part = models.OneToOneField(Part, on_delete=models.CASCADE, related_name="checking")
    how = models.TextField(blank=True, default="")
    who = models.CharField(max_length=300, blank=True, default="")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_checks"
    )
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="plan_checks"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="plan_checks"
    )
    when_words = models.CharField(max_length=300, blank=True, default="")
    start_on = models.DateField(null=True, blank=True)
    end_on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    @property
    def whose(self) -> str:
        """Who looks, as lists to choose from write it ("body-7"); empty where only words say it."""
        ids = {"body": self.body_id, "organisation": self.organisation_id, "person": self.person_id}
        return next((f"{kind}-{pk}" for kind, pk in ids.items() if pk), "")

    @property
    def is_answered(self) -> bool:
        """Whether it says how, by whom and when."""
        return bool(self.how and self.who and self.when_words)

    def __str__(self) -> str:
        """How."""
        return self.how[:80]
