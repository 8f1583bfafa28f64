"""What was blotted out: that it was, why, and the old hashes; never the words themselves."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.register.models.meetings import Meeting


class Blotting(models.Model):
    """One act of blotting out what should never have come in.

    Attributes:
        meeting: Whose notes it was done in; None where it was done in the whole register.
        n_rows: How many rows of all tables were changed.
    """

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="blottings"
    )
    n_rows = models.PositiveIntegerField(default=0)

    class Meta:
        """In order of time."""

        ordering = ("at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        """When and why."""
        return f"{self.at:%Y-%m-%d} {self.reason}"


class BlottedFile(models.Model):
    """An original that was replaced: the old one, byte for byte, is not taken in again.

    Attributes:
        old_sha256: Of the file as it came.
        new_sha256: Of what stands in its place.
    """

    blotting = models.ForeignKey(Blotting, on_delete=models.CASCADE, related_name="files")
    old_sha256 = models.CharField(max_length=64, db_index=True)
    new_sha256 = models.CharField(max_length=64)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """The beginning of the old hash."""
        return self.old_sha256[:12]
