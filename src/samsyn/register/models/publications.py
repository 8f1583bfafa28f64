"""Notes that all may read."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.register.models.meetings import Meeting

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another when read aloud or from paper
CODE_LENGTH = 14


def new_code() -> str:
    """A code for an address that nobody can guess, and that tells nothing of how many there are."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


class Publication(models.Model):
    """A meeting's notes on an open page; taken back and published again they keep their address.

    Attributes:
        code: What the page's address ends with.
        at: When they were published last.
        withdrawn_at: When they were taken back; None while the page is open.
        reason: Why they were taken back.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="publication")
    code = models.CharField(max_length=20, unique=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(blank=True, default="")

    class Meta:
        """Asked for by meeting, and by code."""

        default_permissions = ()

    def __str__(self) -> str:
        """Which meeting and when."""
        return f"{self.meeting} {self.at:%Y-%m-%d}"
