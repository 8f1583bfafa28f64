"""What members said of notes before they were finalised, when that was, and each correction since."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.register.models.meetings import AgendaItem, Meeting
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


class NotesComment(models.Model):
    """What a member says of notes before they are finalised.

    Attributes:
        version: The version that was read.
        item: What it is about; None for the notes as a whole.
        address: The address that the link was sent to; `user` where that is somebody with an account.
        answer: The secretary's words; may be empty where `answered_at` says that it is taken care of.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="comments")
    version = models.ForeignKey(SourceVersion, on_delete=models.PROTECT, related_name="comments")
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="comments"
    )
    text = models.TextField()
    address = models.EmailField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(blank=True, default="")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In order of time."""

        ordering = ("meeting", "at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        """Who said it."""
        return str(self.user or self.address)
