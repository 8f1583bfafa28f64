"""An organisation's own word beside what notes say."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.register.models import Organisation, Statement


class Reply(models.Model):
    """What an organisation says of a statement; shown beside it, the notes stay as they are."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="replies")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="replies")
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order in which they came."""

        ordering = ("id",)
        default_permissions = ()

    def __str__(self) -> str:
        """The beginning of the words."""
        return self.text[:80]
