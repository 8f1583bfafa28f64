"""Notes that are being written here, and the Word templates that they go out in."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from samsyn.register.models.actors import Body
from samsyn.register.models.meetings import Meeting


class NotesDraft(models.Model):
    """What somebody writes during a meeting, before it is notes; seen only by those who write for the body.

    Attributes:
        meeting: The meeting that was planned, or that the notes became; None for one that the register does
            not know yet.
        content: As `samsyn.register.writing.content` has it.
        version: Counted up with each change, so that nobody writes over what they have not seen.
        handed_in_at: When it last became the meeting's notes; None while it is only being written.
        discarded_at: When somebody took it away; it is kept, and can be had back.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="drafts")
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="drafts"
    )
    content = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    discarded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A meeting's notes are written in one place."""

        ordering = ("-saved_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(meeting__isnull=False, discarded_at__isnull=True),
                name="draft_one_a_meeting",
            ),
        )
        default_permissions = ()

    @property
    def written_for(self) -> list[Body | Meeting]:
        """What its secretaries write: the body, and the meeting with all of its bodies."""
        return [self.body, *([self.meeting] if self.meeting else [])]

    @property
    def day(self) -> date | None:
        """The meeting's day; None where it is not set."""
        return date.fromisoformat(self.content["day"]) if self.content["day"] else None

    def __str__(self) -> str:
        """Which body."""
        return f"Anteckningar för {self.body}"


class BodyTemplate(models.Model):
    """A body's own Word template for its notes; the latest holds."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="templates")
    content = models.BinaryField()
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In order of time."""

        ordering = ("body", "at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        """The file's name."""
        return self.file_name
