"""Keep what a row of the plan was and became, so that it can be read and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samsyn.history.models import Event
from samsyn.plan.errors import PlanUnusable
from samsyn.register.actions.deciding import columns_of, set_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model

    from samsyn.accounts.models import User


def record(
    row: Model,
    what: str,
    *,
    by: User | None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    why: str = "",
) -> Event:
    """Write the event of a change that is done; by nobody where it follows from the undoing of another."""
    return Event.objects.create(
        by=by, what=what, subject_type=str(row._meta.model_name), subject_id=row.pk,
        before=dict(before or {}), after=dict(after or {}), why=why,
    )  # fmt: skip


def change(row: Model, what: str, columns: Mapping[str, Any], *, by: User, why: str = "") -> Event:
    """Set columns of a row, given by name with rows as rows, and record it.

    Raises:
        PlanUnusable: It stands so already.
    """
    names = list(columns)
    before = columns_of(row, names)
    for name, value in columns.items():
        setattr(row, name, value)
    after = columns_of(row, names)
    if before == after:
        raise PlanUnusable("Inget ändrades.")
    row.save(update_fields=names)
    return record(row, what, by=by, before=before, after=after, why=why)


def say(
    model: type[Model],
    which: Mapping[str, Any],
    columns: Mapping[str, Any],
    what: str,
    *,
    by: User,
    made: Mapping[str, Any] | None = None,
) -> Event:
    """Change the one row that says something, or make it; `take_back_said` takes either back.

    Args:
        model: The table.
        which: What the row is found by.
        columns: What it is to say.
        what: The event's name.
        by: Who says so.
        made: Columns that are set only where the row is made.
    """
    row = model._default_manager.filter(**which).first()
    if row is not None:
        return change(row, what, columns, by=by)
    row = model(**which, **columns, **(made or {}))
    row.save()
    return record(row, what, by=by, after=columns_of(row, list(columns)))


def take_back_said(row: Model, event: Event) -> None:
    """Remove a row that was made, or set the columns that were changed."""
    if event.before:
        set_columns(row, event.before)
    else:
        row.delete()
