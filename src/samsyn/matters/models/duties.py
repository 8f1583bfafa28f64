"""What comes back at each meeting until it is ended, and whether it was heard of there."""

from __future__ import annotations

from django.db import models

from samsyn.matters.models.states import turn_states
from samsyn.register.models import Meeting, Statement


class DutyTurn(models.Model):
    """A person's word on whether a recurring duty was met at a meeting; where nobody has said it, it is read.

    Attributes:
        state: Empty where somebody has taken their word back.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="turns")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="duty_turns")
    state = models.CharField(max_length=20, choices=turn_states, blank=True, default="")

    class Meta:
        """Said once for a meeting."""

        constraints = (models.UniqueConstraint(fields=["statement", "meeting"], name="duty_turn_once"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The meeting, and what was said."""
        return f"{self.meeting_id} {self.state}".strip()
