"""Changed files of finished notes that wait until somebody decides whether they are corrections."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.register.models.meetings import Meeting
from samsyn.register.models.sources import Source
from samsyn.register.models.states import CorrectionState, correction_states


class WaitingCorrection(models.Model):
    """A file that came in for a meeting whose notes are locked.

    Attributes:
        text: Its words, to be compared with the notes that hold.
        by: Who took it in; None for an import by command.
        reason: Why it was not taken; a correction that was taken has its reason with its version.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="waiting_corrections")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="waiting_corrections")
    file_name = models.CharField(max_length=255)
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=20, choices=correction_states, default=CorrectionState.UNDECIDED)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, default="")

    class Meta:
        """In order of time."""

        ordering = ("meeting", "at", "id")
        constraints = (models.UniqueConstraint(fields=["meeting", "source"], name="waiting_correction_file"),)
        default_permissions = ()

    def __str__(self) -> str:
        """File name and meeting."""
        return f"{self.file_name} ({self.meeting})"
