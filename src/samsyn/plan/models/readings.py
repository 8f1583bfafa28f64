"""What is remembered of the reading of notes for plans: what was read, and outlines that are none."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.register.models import Meeting


class ReadMeeting(models.Model):
    """A meeting whose notes have been read for what they say of the plans.

    Attributes:
        stamp: Of the notes and the plans as they were then; empty where the notes have changed since.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="read_for_plans")
    stamp = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """Which, and how it stands."""
        return f"{self.meeting_id}: {self.stamp}"


class RefusedOutline(models.Model):
    """A person said that what was read as the outline of a plan is none; it is not proposed again.

    Attributes:
        key: The areas' names, however they are spelled.
        name: What it was called.
        areas: The areas' names.
    """

    key = models.CharField(max_length=500, unique=True)
    name = models.CharField(max_length=200, blank=True, default="")
    areas = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """What it was called."""
        return self.name or ", ".join(self.areas)
