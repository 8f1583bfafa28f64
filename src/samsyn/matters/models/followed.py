"""Which meetings' notes have been read for hand-overs, and whether what they concern has been followed."""

from __future__ import annotations

from django.db import models

from samsyn.register.models import Meeting


class FollowedMeeting(models.Model):
    """A meeting whose notes have been read for hand-overs.

    It is written with whatever changes what they say, so that nothing is lost where a process dies before
    it has read them again.

    Attributes:
        stamp: Of the notes as they were read last; empty where they have changed since then.
        n_changes: How often something has changed that hand-overs hang on.
        n_followed: That number when they were last followed: another one means that they wait for it.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="followed")
    stamp = models.CharField(max_length=80, blank=True, default="")
    n_changes = models.PositiveIntegerField(default=0)
    n_followed = models.PositiveIntegerField(default=0)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """Which, and how it stands."""
        return f"{self.meeting_id}: {self.stamp} ({self.n_followed} of {self.n_changes})"
