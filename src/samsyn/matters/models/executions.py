"""Whether what was decided was carried out, as somebody tells it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.matters.models.states import execution_states
from samsyn.register.models import Statement
from samsyn.register.models.states import precisions


class Execution(models.Model):
    """How far a decision has come, in somebody's words; the latest holds, all are kept.

    Attributes:
        start_on: First day of when it was or is to be carried out; None where nobody said.
        end_on: First day after (half-open).
        day_words: When, as written.
        text: How, or why not; may be empty.
        source: A statement that tells it; None where only a person's word does.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="executions")
    state = models.CharField(max_length=20, choices=execution_states)
    start_on = models.DateField(null=True, blank=True)
    end_on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=20, choices=precisions, blank=True, default="")
    day_words = models.CharField(max_length=300, blank=True, default="")
    text = models.CharField(max_length=500, blank=True, default="")
    source = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="executions_told"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order in which they were told."""

        ordering = ("id",)
        default_permissions = ()

    def __str__(self) -> str:
        """The state."""
        return self.state
