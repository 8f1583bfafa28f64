"""Two items of different meetings that may be of one matter."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from samsyn.matters.models.states import LinkState, link_states, strengths
from samsyn.register.models import AgendaItem, Meeting


class MatterLink(models.Model):
    """A proposal, with its reasons, and what a person said of it. The left one's meeting came first.

    An item is None where its meeting's notes have no items: then the whole meeting is meant.

    Attributes:
        related: They are proposed as neighbours, not as one matter.
        score: Probability from 0 to 1 that they are of one matter.
        reasons: Rows of {"code": ..., "words": [...]}, the weightiest first.
        left_heading: As it was, so that what a person said holds for an item that a later version lost and
            a still later one has again.
    """

    left_meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="links_forward")
    left_item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="links_forward"
    )
    right_meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="links_back")
    right_item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="links_back"
    )
    left_heading = models.TextField(blank=True, default="")
    right_heading = models.TextField(blank=True, default="")
    related = models.BooleanField(default=False)
    strength = models.CharField(max_length=20, choices=strengths)
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=20, choices=link_states, default=LinkState.OPEN)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Asked for by state."""

        indexes = (models.Index(fields=["state", "strength"], name="link_state_strength"),)
        default_permissions = ()

    def __str__(self) -> str:
        """The two headings."""
        return f"{self.left_heading} – {self.right_heading}"
