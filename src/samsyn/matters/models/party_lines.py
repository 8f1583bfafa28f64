"""What each party does with something that every party decides for itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from samsyn.matters.models.matters import Matter
from samsyn.matters.models.states import party_states
from samsyn.register.models import Organisation, Statement
from samsyn.register.models.states import precisions


class PartyLine(models.Model):
    """What is said of one party and one decision, or one matter; the latest told holds, all are kept.

    Attributes:
        statement: The decision that each party takes for itself; None where it is said of a matter.
        start_on: First day of when the party decided or is to decide; None where nobody said.
        end_on: First day after (half-open).
        day_words: When, as written.
        number: The party's own number of the case (dnr).
        source: A statement in notes that tells it; None where only a person's word does.
        told_on: Day of the notes that tell it, or on which a person said it.
        refused: A person said that the notes do not tell this: it is not proposed again.
    """

    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.CASCADE, related_name="party_lines"
    )
    matter = models.ForeignKey(
        Matter, null=True, blank=True, on_delete=models.CASCADE, related_name="party_lines"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="party_lines")
    state = models.CharField(max_length=20, choices=party_states)
    start_on = models.DateField(null=True, blank=True)
    end_on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")
    day_words = models.CharField(max_length=300, blank=True, default="")
    number = models.CharField(max_length=100, blank=True, default="")
    text = models.CharField(max_length=500, blank=True, default="")
    source = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="party_lines_told"
    )
    told_on = models.DateField()
    refused = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order in which they hold."""

        ordering = ("told_on", "id")
        constraints = (
            models.CheckConstraint(
                name="party_line_of_one",
                condition=Q(statement=None, matter__isnull=False) | Q(statement__isnull=False, matter=None),
            ),
        )
        default_permissions = ()

    @property
    def subject(self) -> Statement | Matter | None:
        """What each party decides for itself."""
        return self.statement or self.matter

    def __str__(self) -> str:
        """The party and its state."""
        return f"{self.organisation}: {self.state}"
