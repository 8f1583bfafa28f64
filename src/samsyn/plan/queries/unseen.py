"""Words of notes that somebody does not see are told nowhere as what stands behind a row of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.db.models import Model

    from samsyn.register.sight import Sight


def hide_words(rows: Collection[Model], *columns: str, sees: Sight) -> None:
    """Take the statements of unseen notes out of rows, which must be saved no more.

    Args:
        rows: With the statements and their meetings fetched.
        columns: Those that hold statements.
        sees: What somebody sees; asked only where there is a statement.
    """
    said = [(row, column) for row in rows for column in columns if getattr(row, column) is not None]
    hidden = sees.hidden_ids() if said else frozenset()
    for row, column in said:
        if getattr(row, column).meeting_id in hidden:
            setattr(row, column, None)
