"""What a meeting is to look at of what others left: actions carried there, and duties that are waited for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.matters.queries.actions import Action, ActionFilter, actions
from samsyn.matters.queries.duties import duties_at

if TYPE_CHECKING:
    from datetime import date

    from samsyn.register.models import Meeting
    from samsyn.register.sight import Sight


@dataclass(frozen=True, slots=True)
class FollowedAt:
    """What is followed up at a meeting.

    Attributes:
        carried: Carried there by a person, done or not.
        duties: Recurring duties that are open.
    """

    carried: list[Action]
    duties: list[Action]

    @property
    def actions(self) -> list[Action]:
        """Both, each once."""
        own = {action.statement.pk for action in self.carried}
        return [*self.carried, *(one for one in self.duties if one.statement.pk not in own)]


def followed_at(meeting: Meeting, *, on: date, sees: Sight, has_carried: bool = True) -> FollowedAt:
    """What a meeting is to look at; the number of questions does not hang on how much it is.

    Args:
        meeting: With its bodies.
        on: Today.
        sees: Of unfinished notes, only what somebody sees is spoken of.
        has_carried: False where it is known that nothing has been carried there.
    """
    if not has_carried:
        return FollowedAt([], duties_at(meeting, on=on, sees=sees))
    rows = actions(ActionFilter(sees=sees), on=on).filter(follow_up__carried_to=meeting)
    return FollowedAt([Action(said) for said in rows], duties_at(meeting, on=on, sees=sees))
