"""What can belong to a matter: an agenda item, one statement, or a meeting whose notes have no items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samsyn.register.models import AgendaItem, Meeting, Statement

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Place:
    """An item, a statement or a meeting.

    Attributes:
        item: The item, also that of the statement; None where there is none.
        statement: The one statement that is meant; None for the whole item.
    """

    meeting: Meeting
    item: AgendaItem | None = None
    statement: Statement | None = None

    @property
    def heading(self) -> str:
        """The item's heading, else the beginning of the words, else the meeting's title."""
        if self.item is not None:
            return self.item.heading
        return str(self.statement) if self.statement is not None else self.meeting.title
