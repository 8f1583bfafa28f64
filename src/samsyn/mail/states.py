"""The states of a letter, as whole words that are never used for anything else."""

from __future__ import annotations

from django.db import models


class MailState(models.TextChoices):
    """Where a letter is on its way out."""

    WAITING = "waiting", "Väntar"
    SENT = "sent", "Skickat"
    UNDELIVERED = "undelivered", "Kom inte fram"
    HANDED_OVER = "handed_over", "Skickat för hand"


# Given as a function: a new state then needs no migration.
def mail_states() -> list[tuple[str, str]]:
    """All states of a letter."""
    return MailState.choices
