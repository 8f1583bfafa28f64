"""When notes were finalised, and each time they were corrected since."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.register.models.meetings import Meeting
from samsyn.register.models.sources import SourceVersion


class Finalisation(models.Model):
    """The act by which a version of notes became a public record: its hash, when, and by whom.

    Attributes:
        sha256: Of the original, as it was when it was locked.
        reason: Why the notes were corrected; empty the first time.
        addresses: Whom the notes were sent to.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="finalisations")
    version = models.ForeignKey(SourceVersion, on_delete=models.PROTECT, related_name="finalisations")
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True, default="")
    addresses = models.JSONField(default=list, blank=True)

    class Meta:
        """In order of time."""

        ordering = ("meeting", "at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        """Which meeting and when."""
        return f"{self.meeting} {self.at:%Y-%m-%d}"
