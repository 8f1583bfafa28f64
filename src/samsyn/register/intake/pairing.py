"""What a meeting's objects were and what a new version reads of them, paired object by object."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from samsyn.register.corrections.fields import HAND
from samsyn.register.intake.dependents import Rows
from samsyn.register.intake.plain_values import ReadValue, values_of
from samsyn.register.intake.reconciling import KEPT, Outcome
from samsyn.register.models import Meeting, Statement, Value, ValueState

if TYPE_CHECKING:
    from samsyn.register.intake.files import Reading

NEW = 0  # no row has this id


class Pairing:
    """The values of one meeting's objects, before and now.

    Attributes:
        rows: Ids of the rows that stand from now on.
        outcome: What became of each value.
        notes: What happened to each object that changed: name of the event, row, before and after.
    """

    def __init__(self, reading: Reading, meeting: Meeting) -> None:
        """Look up what the register holds of the meeting."""
        self.minutes, self.meeting = reading.minutes, meeting
        self.rows = Rows(meeting)
        self.outcome = Outcome(meeting, reading.text)
        self.old: dict[tuple[str, int], list[Value]] = defaultdict(list)
        for value in meeting.values.order_by("id"):
            self.old[_owner(value)].append(value)
        self.new: dict[tuple[str, int], list[ReadValue]] = defaultdict(list)
        for read in values_of(self.minutes):
            self.new[read.owner, read.index].append(read)
        self.notes: list[tuple[str, Any, dict[str, Any], dict[str, Any]]] = []

    def reconcile(self, owner: str, index: int, row: Any, *, item: int | None = None) -> frozenset[str]:
        """Pair an object's values; a new object has none yet, and is written before them."""
        within = self.minutes.items[item].span if item is not None else None
        return self.outcome.reconcile(self.old[owner, row.pk or NEW], self.new[owner, index], within=within)

    def is_rejected(self, owner: str, row: Any, *fields: str) -> bool:
        """Whether a person has said that the object is wrong, and the new version says the same again."""
        return any(
            value.field in fields and value.state == ValueState.REJECTED for value in self.old[owner, row.pk]
        )

    def as_read(self, owner: str, row: Any, field: str) -> str:
        """A name or text as the notes had it: a person may have put in another."""
        values = self.old[owner, row.pk]
        read = next((value for value in values if value.field == field and value.rule != HAND), None)
        return str(read.value) if read is not None else str(getattr(row, field))

    def retire(self, owner: str, gone: list[Any], *fields: str) -> None:
        """Objects that the new version no longer has: kept, and shown only if a person confirmed them."""
        for row in gone:
            values = self.old[owner, row.pk]
            confirmed = any(value.state in KEPT and value.field in fields for value in values)
            was, row.removed = row.removed, not confirmed or getattr(row, "merged_into_id", None) is not None
            self.outcome.lose(values)
            if owner == "statement":
                row.lost = any(value.lost for value in values)
                self._place_by_hand(row, values)
            row.save()
            if row.removed and not was:
                self.notes.append((f"{owner}.removed", row, {"removed": False}, {"removed": True}))

    def _place_by_hand(self, row: Statement, values: list[Value]) -> None:
        """A row that a person has put in stands where its words stand, among those that were read."""
        start = next((value.start for value in values if value.field == "text"), None)
        if start is None or row.lost:
            return
        before = [at for at, said in enumerate(self.minutes.statements) if said.text.span.start <= start]
        around = [
            at for at, item in enumerate(self.minutes.items) if item.span.start <= start < item.span.end
        ]
        row.position = before[-1] if before else 0
        row.item_id = self.rows.items[around[-1]] if around else None


def _owner(value: Value) -> tuple[str, int]:
    """Which object a value belongs to."""
    for owner in ("attendance", "item", "statement"):
        id_ = getattr(value, f"{owner}_id")
        if id_ is not None:
            return owner, id_
    return "meeting", value.meeting_id
