"""Who is reminded by mail of what they are to do, how often, and what they were reminded of."""

from __future__ import annotations

from django.db import models

from samsyn.mail.service import OutgoingMail
from samsyn.matters.models.states import ReminderPace, reminder_paces
from samsyn.register.models import Statement


class ReminderChoice(models.Model):
    """How often somebody wants to be reminded; whoever has said nothing is reminded once a week.

    Attributes:
        address: An e-mail address in small letters: people without account choose too.
    """

    address = models.EmailField(unique=True)
    pace = models.CharField(max_length=20, choices=reminder_paces, default=ReminderPace.WEEKLY)

    class Meta:
        """Permissions are rules."""

        default_permissions = ()

    def __str__(self) -> str:
        """Who, and how often."""
        return f"{self.address} {self.pace}"


class Reminder(models.Model):
    """A letter that reminded somebody; one a day at most.

    Attributes:
        address: In small letters.
        on: The day on which it was written.
    """

    address = models.EmailField()
    on = models.DateField()
    mail = models.ForeignKey(
        OutgoingMail, null=True, blank=True, on_delete=models.SET_NULL, related_name="reminders"
    )
    statements = models.ManyToManyField(Statement, related_name="reminders")

    class Meta:
        """Never two a day."""

        constraints = (models.UniqueConstraint(fields=["address", "on"], name="reminder_once_a_day"),)
        default_permissions = ()

    def __str__(self) -> str:
        """Who, and when."""
        return f"{self.address} {self.on}"
