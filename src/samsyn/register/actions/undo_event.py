"""Undo: take back a change, as long as nothing has happened to the same thing since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.inverses import DECISIONS, INVERSES
from samsyn.register.actions.standing import GONE, NO_WAY_BACK, why_it_stands
from samsyn.register.errors import CannotUndo
from samsyn.register.intake.turns import wait_for_turn

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Value


@transaction.atomic
def undo_event(event: Event, *, by: User, why: str = "") -> Event:
    """Take back a change; that it was made, and taken back, stays in the history.

    Args:
        event: Of a kind that `INVERSES` holds.
        by: Who takes it back; need not be who made it.
        why: In their words.

    Raises:
        PermissionDenied: They may not.
        CannotUndo: Something has happened to the same thing since, or the event is of another kind.
    """
    inverse = INVERSES.get(event.what)
    require(by, inverse.permission if inverse else "register.undo_event", event)
    if inverse is None:
        raise CannotUndo(NO_WAY_BACK)
    # Held before it is asked whether anything has happened since: somebody may be about to.
    wait_for_turn()
    subject: Any = (
        inverse.model._default_manager.select_for_update(of=("self",)).filter(pk=event.subject_id).first()
    )
    reason = why_it_stands([event]).get(event.pk)
    if reason or subject is None:
        raise CannotUndo(reason or GONE)
    inverse.take_back(subject, event)
    return Event.objects.create(
        by=by,
        what=inverse.what or f"{event.subject_type}.undone",
        subject_type=event.subject_type,
        subject_id=event.subject_id,
        before=event.after,
        after=event.before,
        why=why,
    )


def last_decision(value: Value) -> Event | None:
    """The event that can be undone for a value, if any."""
    latest = Event.objects.about(value).last()
    return latest if latest is not None and latest.what in DECISIONS else None
