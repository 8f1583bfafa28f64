"""Carry out a decision on a value, record it, and take it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from samsyn.history.models import Event
from samsyn.register.actions.deciding import columns_of, set_columns, subject_of, without
from samsyn.register.actions.pointers import model_named
from samsyn.register.corrections.fields import COLUMNS, HAND, plain_of
from samsyn.register.errors import AlreadyDecided
from samsyn.register.models import Doubt, DoubtState, Value, ValueState

if TYPE_CHECKING:
    from django.db.models import Model

    from samsyn.accounts.models import User

CONFIRMED, REJECTED, CORRECTED = "value.confirmed", "value.rejected", "value.corrected"
Rows = Sequence[tuple["Model", dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Change:
    """What is decided.

    Attributes:
        what: The event's name.
        state: The state that it leads to.
        rows: For a correction, the rows that change, each with its columns as they become.
        made: Whether the value was made for this, since nothing was read: taking it back removes it.
    """

    what: str
    state: ValueState
    by: User
    why: str
    rows: Rows = ()
    made: bool = False


def decide(value: Value, change: Change) -> Event:
    """Set a value's state with all that follows for its object and its doubts.

    Raises:
        AlreadyDecided: The value is in that state already.
    """
    value = _locked(value)
    if value.state == change.state and change.state != ValueState.CORRECTED:
        raise AlreadyDecided("Någon har redan avgjort uppgiften på samma sätt: ladda om sidan.")
    before, rows = _state_of(value), change.rows
    if change.state == ValueState.REJECTED:
        rows = without(value)
    elif change.state == ValueState.CONFIRMED and value.state != ValueState.PROPOSED:
        rows = _as_read(value)
    before["rows"] = [_named(row, columns_of(row, list(columns))) for row, columns in rows]
    for row, columns in rows:
        set_columns(row, columns)
    before["doubts"] = _settle_doubts(value)
    value.state, value.decided_by, value.decided_at = change.state, change.by, timezone.now()
    value.save(update_fields=["state", "decided_by", "decided_at"])
    _remember(value)
    after = _state_of(value) | {
        "rows": [_named(row, columns_of(row, list(columns))) for row, columns in rows]
    }
    if change.made:
        after["made"] = [_named(value, {})[:2]]
    return Event.objects.create(
        by=change.by,
        what=change.what,
        subject_type="value",
        subject_id=value.pk,
        before=before,
        after=after,
        why=change.why,
    )


def restore(value: Value, kept: dict[str, Any]) -> None:
    """Set a value, its object and its doubts as an event says that they were."""
    value = _locked(value)
    restore_rows(kept["rows"])
    Doubt.objects.filter(pk__in=kept["doubts"]).update(state=DoubtState.OPEN)
    set_columns(value, {name: kept[name] for name in ("state", "decided_by", "decided_at")})
    _remember(value)


def restore_rows(named: list[list[Any]]) -> None:
    """Set rows as an event says that they were."""
    for row, columns in _rows(named):
        set_columns(row, columns)


def _locked(value: Value) -> Value:
    """The value as it stands now, held until the transaction ends."""
    return Value.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=value.pk)


def _state_of(value: Value) -> dict[str, Any]:
    return columns_of(value, ["state", "decided_by", "decided_at"])


def _settle_doubts(value: Value) -> list[int]:
    """A decision on a value answers the doubts about it."""
    asked = Doubt.objects.filter(value=value, state=DoubtState.OPEN)
    ids = list(asked.values_list("pk", flat=True))
    asked.update(state=DoubtState.SETTLED)
    return ids


def _remember(value: Value) -> None:
    """A value that was read nowhere says what a person put in, so that a later reading can be compared."""
    if value.rule == HAND:
        name, subject = subject_of(value)
        subject.refresh_from_db()
        if (name, value.field) in COLUMNS:
            Value.objects.filter(pk=value.pk).update(value=plain_of(subject, value.field))


def _as_read(value: Value) -> Rows:
    """The rows that the rejection, or the corrections, changed, with their columns before; oldest last."""
    said = Event.objects.about(value).filter(what__in=(REJECTED, CORRECTED, CONFIRMED)).order_by("-id")
    rows: list[tuple[Model, dict[str, Any]]] = []
    for at, event in enumerate(said):
        if event.what == CONFIRMED or (event.what == REJECTED and at):
            break
        rows += _rows(event.before["rows"])
        if event.what == REJECTED:
            break
    return rows


def _named(row: Model, columns: dict[str, Any]) -> list[Any]:
    return [row._meta.model_name, row.pk, columns]


def _rows(named: list[list[Any]]) -> list[tuple[Model, dict[str, Any]]]:
    """Rows named in an event; those that a later version has replaced are passed over."""
    found = []
    for model_name, pk, columns in named:
        row = model_named(model_name)._default_manager.filter(pk=pk).first()
        if row is not None:
            found.append((row, columns))
    return found
