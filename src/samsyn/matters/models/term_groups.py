"""The county's list of words that mean the same matter."""

from __future__ import annotations

from django.db import models


class TermGroup(models.Model):
    """Words and abbreviations that stand for one thing here ("NPF", "neuropsykiatri", "BUP").

    Attributes:
        words: As people write them; at least two.
        why: A line about it, may be empty.
        code: Of a group that Samsyn came with; empty for one that the county has made.
        removed: Not used any more.
    """

    words = models.JSONField(default=list)
    why = models.CharField(max_length=300, blank=True, default="")
    code = models.CharField(max_length=40, blank=True, default="")
    removed = models.BooleanField(default=False)

    class Meta:
        """In the order in which they came."""

        ordering = ("id",)
        default_permissions = ()

    def __str__(self) -> str:
        """The words."""
        return " ↔ ".join(self.words)
