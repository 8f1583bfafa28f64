"""One event for each change; events are added, never changed but when words are blotted out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Never
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Iterable


class HistoryIsFixed(Exception):
    """Somebody tried to change or remove an event."""


class EventQuerySet(models.QuerySet["Event"]):
    """Events can be asked for and added, nothing else."""

    def update(self, **_: Any) -> Never:
        """Refuse: an event is never changed."""
        raise HistoryIsFixed("events are never changed")

    def delete(self) -> Never:
        """Refuse: an event is never removed."""
        raise HistoryIsFixed("events are never removed")

    def about(self, subject: models.Model) -> EventQuerySet:
        """Events about one object, oldest first."""
        return self.filter(subject_type=subject._meta.model_name, subject_id=subject.pk).order_by("id")


class Event(models.Model):
    """A change: who, when, what, before, after and why.

    Attributes:
        by: None where the machine did it by itself, as in an import from the command line.
        what: Noun and verb ("value.confirmed").
        subject_type: Model name in lower case ("value").
        before: The fields that changed, as they were.
        after: The same fields, as they became.
        batch: One act may give several events; they share this.
    """

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    what = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    why = models.TextField(default="", blank=True)
    batch = models.UUIDField(default=uuid4, db_index=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        """Asked for by subject; and newest first, of all, of one person and of one kind."""

        indexes = (
            models.Index(fields=["subject_type", "subject_id"], name="event_subject"),
            models.Index(fields=["at", "id"], name="event_at"),
            models.Index(fields=["by", "at", "id"], name="event_by"),
            models.Index(fields=["what", "at", "id"], name="event_what"),
        )
        default_permissions = ()

    def __str__(self) -> str:
        """What happened to what."""
        return f"{self.what} {self.subject_type} {self.subject_id}"

    def save(
        self,
        *,
        force_insert: bool | tuple[models.base.ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Add the event; one that is kept already is refused."""
        if not self._state.adding or force_update:
            raise HistoryIsFixed("events are never changed")
        super().save(force_insert=force_insert, using=using, update_fields=update_fields)

    def delete(self, using: str | None = None, keep_parents: bool = False) -> Never:  # noqa: ARG002
        """Refuse: an event is never removed."""
        raise HistoryIsFixed("events are never removed")
