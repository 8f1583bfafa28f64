"""Merge a statement with the next: two rows that say one thing become one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.register.actions.deciding import columns_of
from samsyn.register.actions.reshaping import decided_by_hand, held_statement, record_reshaping
from samsyn.register.corrections.fields import COLUMNS
from samsyn.register.errors import CorrectionUnusable
from samsyn.register.models import Statement, Value

if TYPE_CHECKING:
    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.history.models import Event


@transaction.atomic
def merge_statements(said: Statement, *, seen: str, by: User) -> Event:
    """Join the next statement of the same item to one; what the first lacks of owner and due it takes over.

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
    columns = {"text": f"{first.text} {second.text}"}
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
    return record_reshaping("statement.merged", first, rows, made=[], by=by)


def next_statement(said: Statement) -> Statement | None:
    """The one that follows below the same heading, in the notes' order."""
    rows = Statement.objects.filter(meeting=said.meeting_id, item=said.item_id, removed=False)
    rows = rows.order_by("position", "id")
    after = [row for row in rows if (row.position, row.pk) > (said.position, said.pk)]
    return after[0] if after else None


def _other(value: Value, first: Statement, second: Statement) -> int:
    """The two change values: what was said of the missing one goes with the row that is put away."""
    return second.pk if value.statement_id == first.pk else first.pk
