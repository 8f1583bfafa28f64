"""End an action that nothing more is to be done of, and open it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.matters.actions.following import (
    FOLLOWED,
    follow,
    held_follow_up,
    read_line,
    require_unchanged,
)
from samsyn.matters.errors import FollowUpUnusable
from samsyn.register.models import ReportState

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.register.models import Statement


@transaction.atomic
def end_action(statement: Statement, *, why: str, on: date, seen: str = "", by: User) -> Event:
    """Say that nothing more is to be done of an action, done or not; it can be opened again.

    Args:
        statement: The action.
        why: In a person's words.
        on: Today.
        seen: `stamp_of` the action as it was shown; empty to ask nothing.
        by: Who says so.

    Raises:
        PermissionDenied: They do not write the notes of that meeting.
        FollowUpUnusable: It has ended already, or the reason is lacking or holds an identity number.
        ChangedMeanwhile: Somebody else has changed it since it was shown.
    """
    require(by, FOLLOWED, statement)
    found = held_follow_up(statement, by=by)
    require_unchanged(found, seen=seen)
    if found.ended_on is not None:
        raise FollowUpUnusable("Åtgärden är redan avslutad.")
    reason = read_line(why, ask="Skriv varför åtgärden avslutas.")
    columns: dict[str, Any] = {"ended_on": on.isoformat(), "ended_because": reason}
    return follow(found, columns, what="followup.ended", by=by, why=reason)


@transaction.atomic
def reopen_action(statement: Statement, *, why: str, by: User) -> Event:
    """Follow an action again that was ended, or that was told to be done.

    Raises:
        PermissionDenied: They do not write the notes of that meeting.
        FollowUpUnusable: It is open already, or the reason is lacking or holds an identity number.
    """
    require(by, FOLLOWED, statement)
    found = held_follow_up(statement, by=by)
    last = statement.reports.last()
    was_done = last is not None and last.state == ReportState.DONE
    if was_done and found.reopened_at is not None and last is not None:
        was_done = last.at > found.reopened_at
    if found.ended_on is None and not was_done:
        raise FollowUpUnusable("Åtgärden är redan öppen.")
    reason = read_line(why, ask="Skriv varför åtgärden öppnas igen.")
    columns: dict[str, Any] = {"ended_on": None, "ended_because": ""}
    if was_done:
        columns["reopened_at"] = timezone.now().isoformat()
    return follow(found, columns, what="followup.reopened", by=by, why=reason)
