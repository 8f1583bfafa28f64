"""What an organisation says of something that it is to do."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from samsyn.register.models.actors import Person
from samsyn.register.models.statements import Statement
from samsyn.register.models.states import report_states


class ActionReport(models.Model):
    """How far something has come, in the words of those who do it; the latest holds, all are kept.

    Attributes:
        said_for: The organisation's name as it was then; empty where somebody who writes the notes tells it.
        text: A line, may be empty.
        by: Whose account told it; None where somebody without account did, by a link in a letter.
        person: Who told it, where the register knows.
        address: The e-mail address of the letter; empty where it was told on a page.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="reports")
    state = models.CharField(max_length=20, choices=report_states)
    said_for = models.CharField(max_length=300, blank=True, default="")
    text = models.CharField(max_length=500, blank=True, default="")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="reported"
    )
    address = models.EmailField(blank=True, default="")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order in which they were told."""

        ordering = ("at", "id")
        # What was told last of a statement is asked for row by row of long lists.
        indexes = (models.Index(fields=["statement", "at", "id", "state"], name="report_latest"),)
        default_permissions = ()

    @property
    def teller(self) -> str:
        """Who told it, as well as is known."""
        return str(self.by or self.person or self.address)

    def __str__(self) -> str:
        """The state, and for whom."""
        return f"{self.state} {self.said_for}".strip()
