"""Which meetings' items have been compared with those of others."""

from __future__ import annotations

from django.db import models

from samsyn.register.models import Meeting


class ProposedMeeting(models.Model):
    """A meeting whose links have been proposed, as its notes were then.

    Attributes:
        stamp: Of the version, the reader and the weights; when it is another, links are proposed anew.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="proposed")
    stamp = models.CharField(max_length=80)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """Which, and when."""
        return f"{self.meeting_id}: {self.stamp}"
