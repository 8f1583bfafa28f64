"""What the reading of statements knows of the notes, and what it has found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.minutes.records import (
    Doubt,
    Kind,
    Statement,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from samsyn.minutes.casts import Cast
    from samsyn.minutes.records import AgendaItem
    from samsyn.reading import Document, Span


OUTCOMES = frozenset({Kind.DECISION, Kind.AGREED_OUTCOME, Kind.ASSIGNMENT, Kind.NEXT_STEP})


@dataclass(slots=True)
class Scene:
    """What the reading of statements needs to know of the notes, and what it has found so far.

    `known` are the places of what the head tells and of those who are listed: nothing is said there.
    `width` is how many characters the widest line has that may have been wrapped.
    """

    document: Document
    items: Sequence[AgendaItem]
    cast: Cast
    met_on: date | None
    next_on: date | None
    known: Sequence[Span] = ()
    width: int = 0
    legend: Mapping[str, str] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def doubt(self, reason: str, name: str, span: Span, rule: str) -> None:
        """Add a doubt about the statement that comes next."""
        self.doubts.append(Doubt(reason, f"statements[{len(self.statements)}].{name}", span, rule))
