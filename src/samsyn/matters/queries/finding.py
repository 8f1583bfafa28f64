"""Matters found by their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Case, Value, When

from samsyn.matters.models import MatterState
from samsyn.matters.queries.sight import visible_matters

if TYPE_CHECKING:
    from samsyn.matters.models import Matter
    from samsyn.register.sight import Sight

MOST = 10


def find_matters(words: str, *, sees: Sight, but: int | None = None, most: int = MOST) -> list[Matter]:
    """Matters whose name holds all of some words, open ones first; none where nothing is asked.

    Args:
        words: What somebody wrote; a part of a word is enough.
        sees: Which unfinished notes somebody sees.
        but: Id of one that is left out.
        most: So many are given.
    """
    asked = words.casefold().split()
    if not asked:
        return []
    rows = visible_matters(sees).exclude(state=MatterState.MERGED).exclude(pk=but or 0)
    for word in asked:
        rows = rows.filter(search_text__contains=word)
    open_first = Case(When(state=MatterState.OPEN, then=Value(0)), default=Value(1))
    return list(rows.order_by(open_first, "-pk")[:most])
