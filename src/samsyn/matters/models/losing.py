"""What becomes of a row that points to an agenda item which a later version of the notes no longer has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db import models
    from django.db.models.deletion import Collector


def lose(
    collector: Collector, field: models.Field[Any, Any], rows: Sequence[models.Model], _using: str
) -> None:
    """Let rows point to nothing, and say that they have lost it: else they would mean the whole meeting.

    An `on_delete`, as Django calls it; the mark is written first, since the two are written one by one.
    """
    lost: Any = field.model._meta.get_field("lost")
    collector.add_field_update(lost, True, rows)
    collector.add_field_update(field, None, rows)
