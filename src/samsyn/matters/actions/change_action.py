"""Give an action another owner or another time than the notes say; the notes stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.matters.actions.following import (
    FOLLOWED,
    follow,
    held_follow_up,
    read_line,
    require_unchanged,
)
from samsyn.minutes.by_hand import read_period
from samsyn.register.corrections.naming import owner_named

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.register.models import Statement

NO_OWNER: dict[str, Any] = {
    "owner_changed": True, "owner_name": "", "owner_kind": "",
    "owner_person": None, "owner_organisation": None, "owner_body": None,
    "search_text": "",
}  # fmt: skip
LONGEST_NAME = 300


@transaction.atomic
def change_owner(statement: Statement, name: str, *, chosen: str = "", seen: str = "", by: User) -> Event:
    """Say who is to do an action now.

    Args:
        statement: The action.
        name: As written; empty where nobody is.
        chosen: What was chosen in the list, as corrections of the reading take it; empty where nothing was.
        seen: `stamp_of` the action as it was shown; empty to ask nothing.
        by: Who says so.

    Raises:
        PermissionDenied: They do not write the notes of that meeting.
        CorrectionUnusable: It is not clear what a name is that was only written.
        FollowUpUnusable: It stands so already, or holds an identity number.
        ChangedMeanwhile: Somebody else has changed it since it was shown.
    """
    require(by, FOLLOWED, statement)
    found = held_follow_up(statement, by=by)
    require_unchanged(found, seen=seen)
    words = read_line(name)
    columns = dict(NO_OWNER)
    if words:
        columns |= owner_named(statement.meeting, words, chosen=chosen, by=by)
        columns["search_text"] = columns["owner_name"].casefold()
    return follow(found, columns, what="followup.owner_changed", by=by)


@transaction.atomic
def change_due(statement: Statement, words: str, *, on: date, seen: str = "", by: User) -> Event:
    """Say by when an action is to be done now.

    Args:
        statement: The action.
        words: A time as people write it ("15/4", "till jul", "varje möte"); empty where there is none.
        on: Today: a time without year lies ahead of it.
        seen: `stamp_of` the action as it was shown; empty to ask nothing.
        by: Who says so.

    Raises:
        PermissionDenied: They do not write the notes of that meeting.
        FollowUpUnusable: It stands so already, or holds an identity number.
        ChangedMeanwhile: Somebody else has changed it since it was shown.
    """
    require(by, FOLLOWED, statement)
    found = held_follow_up(statement, by=by)
    require_unchanged(found, seen=seen)
    columns = due_columns(read_line(words), on=on)
    return follow(found, columns, what="followup.due_changed", by=by)


def due_columns(words: str, *, on: date) -> dict[str, Any]:
    """The columns of a time that somebody has written on a day."""
    if not words:
        return {"due_changed": True, "due_start": None, "due_end": None, "due_precision": "", "due_words": ""}
    found = read_period(words, met_on=on)
    return {
        "due_changed": True,
        "due_start": found.start.isoformat() if found.start else None,
        "due_end": found.end.isoformat() if found.end else None,
        "due_precision": str(found.precision),
        "due_words": words[:LONGEST_NAME],
    }
