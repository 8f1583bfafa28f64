"""Undo: take back the latest decision on a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.decisions import restore
from samsyn.register.errors import CannotUndo
from samsyn.register.models import Value

if TYPE_CHECKING:
    from samsyn.accounts.models import User

UNDOABLE = ("value.confirmed", "value.rejected")


@transaction.atomic
def undo_event(event: Event, *, by: User, why: str = "") -> Event:
    """Take back a decision; that it was taken, and taken back, stays in the history.

    Raises:
        PermissionDenied: They may not.
        CannotUndo: Something has happened to the value since, or the event is of another kind.
    """
    require(by, "register.undo_event", event)
    value = Value.objects.filter(pk=event.subject_id).first() if event.what in UNDOABLE else None
    if value is None:
        raise CannotUndo("Den här ändringen kan inte ångras.")
    if Event.objects.about(value).latest("id").pk != event.pk:
        raise CannotUndo("Uppgiften har ändrats efter detta: ladda om sidan.")
    restore(value, event.before)
    return Event.objects.create(
        by=by,
        what="value.undone",
        subject_type="value",
        subject_id=value.pk,
        before=event.after,
        after=event.before,
        why=why,
    )


def last_decision(value: Value) -> Event | None:
    """The event that can be undone for a value, if any."""
    latest = Event.objects.about(value).last()
    return latest if latest is not None and latest.what in UNDOABLE else None
