"""Merge a statement with the next: two rows that say one thing become one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.register.actions.deciding import columns_of
from samsyn.register.actions.pointers import pointers_to
from samsyn.register.actions.reshaping import decided_by_hand, held_statement, record_reshaping
from samsyn.register.corrections.fields import COLUMNS
from samsyn.register.corrections.understanding import MAY_GIVE_ACTION
from samsyn.register.errors import CorrectionUnusable
from samsyn.register.models import Statement, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.history.models import Event

READ_INTO = "register"  # what is read lies there and stays as it was read
SAID_SINCE = ("actionreport",)


@transaction.atomic
def merge_statements(said: Statement, *, seen: str, by: User) -> Event:
    """Join the next statement of the same item to one; what the first lacks of owner and due it takes over.

    What people have said of the second since (how it goes, who has it now) is said of the one from then on.

    Args:
        said: The first.
        seen: Its text as it was shown, as `seen_of` gave it.
        by: Who merges.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Its words are others by now.
        CorrectionUnusable: None follows below the same heading.
    """
    require(by, "register.correct_value", said)
    first = held_statement(said, seen=seen)
    second = next_statement(first)
    if second is None:
        raise CorrectionUnusable("Ingen rad följer under samma rubrik: det finns inget att slå ihop med.")
    columns: dict[str, Any] = {"text": f"{first.text} {second.text}"}
    if second.is_action and first.kind in MAY_GIVE_ACTION:
        columns["is_action"] = True
    rows: list[tuple[Model, dict[str, Any]]] = [
        (first, columns),
        (first.values.get(field="text"), decided_by_hand(by)),
        (second, {"removed": True, "merged_into": first.pk}),
    ]
    for field, name in (("owner", "owner_name"), ("due", "due_words")):
        if not getattr(first, name) and getattr(second, name):
            columns.update(columns_of(second, list(COLUMNS["statement", field])))
            own = Value.objects.filter(statement__in=(first, second), field=field)
            rows += [(value, {"statement": _other(value, first, second)}) for value in own]
    rows += _said_since(first, second)
    return record_reshaping("statement.merged", first, rows, made=[], by=by)


def next_statement(said: Statement) -> Statement | None:
    """The one that follows below the same heading, in the notes' order."""
    rows = Statement.objects.filter(meeting=said.meeting_id, item=said.item_id, removed=False)
    rows = rows.order_by("position", "id")
    after = [row for row in rows if (row.position, row.pk) > (said.position, said.pk)]
    return after[0] if after else None


def _said_since(first: Statement, second: Statement) -> Iterator[tuple[Model, dict[str, Any]]]:
    """What people have said of the second, but where the first has room for one and has its own."""
    for name, column, found in pointers_to(second):
        if found.model._meta.app_label == READ_INTO and name not in SAID_SINCE:
            continue
        for row in found.order_by("pk"):
            if not _collides(row, column, first):
                yield row, {column: first.pk}


def _collides(row: Model, column: str, first: Statement) -> bool:
    was = getattr(row, f"{column}_id")
    setattr(row, f"{column}_id", first.pk)
    try:
        row.validate_unique()
        row.validate_constraints()
    except ValidationError:
        return True
    finally:
        setattr(row, f"{column}_id", was)
    return False


def _other(value: Value, first: Statement, second: Statement) -> int:
    """The two change values: what was said of the missing one goes with the row that is put away."""
    return second.pk if value.statement_id == first.pk else first.pk
