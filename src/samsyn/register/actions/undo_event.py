"""Undo: take back the latest decision on a value, the answer to a doubt, or that two are not the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.decisions import CONFIRMED, CORRECTED, REJECTED, restore
from samsyn.register.errors import CannotUndo
from samsyn.register.models import Doubt, Suggestion, Value

if TYPE_CHECKING:
    from django.db.models import Model

    from samsyn.accounts.models import User

DECISIONS = (CONFIRMED, REJECTED, CORRECTED)
UNDOABLE: dict[str, type[Model]] = {
    **dict.fromkeys(DECISIONS, Value),
    "doubt.settled": Doubt,
    "suggestion.refused": Suggestion,
}
"""What can be taken back, and what it is about. Two that were made one stay one."""


@transaction.atomic
def undo_event(event: Event, *, by: User, why: str = "") -> Event:
    """Take back a decision or an answer; that it was given, and taken back, stays in the history.

    Raises:
        PermissionDenied: They may not.
        CannotUndo: Something has happened to the subject since, or the event is of another kind.
    """
    require(by, "register.undo_event", event)
    model = UNDOABLE.get(event.what)
    subject: Any = model._default_manager.filter(pk=event.subject_id).first() if model else None
    if subject is None:
        raise CannotUndo("Den här ändringen kan inte ångras.")
    if Event.objects.about(subject).latest("id").pk != event.pk:
        raise CannotUndo("Uppgiften har ändrats efter detta: ladda om sidan.")
    _take_back(subject, event.before)
    return Event.objects.create(
        by=by,
        what=f"{event.subject_type}.undone",
        subject_type=event.subject_type,
        subject_id=subject.pk,
        before=event.after,
        after=event.before,
        why=why,
    )


def last_decision(value: Value) -> Event | None:
    """The event that can be undone for a value, if any."""
    latest = Event.objects.about(value).last()
    return latest if latest is not None and latest.what in DECISIONS else None


def _take_back(subject: Value | Doubt | Suggestion, kept: dict[str, Any]) -> None:
    """Set a subject as an event says that it was."""
    if isinstance(subject, Value):
        restore(subject, kept)
    else:
        subject.state = kept["state"]
        subject.save(update_fields=["state"])
