"""Builders for tests of what is followed up: an action, and the people who follow it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests import make

from samsyn.matters.queries.actions import Action, ActionFilter, actions
from samsyn.minutes.records import Kind, OwnerKind
from samsyn.register.models import Statement

if TYPE_CHECKING:
    from samsyn.accounts.models import User

TODAY = date(2026, 4, 20)


def action(
    text: str = "Greta Gran tar fram en lista.",
    *,
    owner: str = "Greta Gran",
    due: date | None = date(2026, 4, 15),
    **meeting: Any,
) -> Statement:
    """Something that Greta, who came from Flen, was to do by 15 April."""
    said = make.Said(
        text=text, kind=Kind.ASSIGNMENT, action=True, owner=owner, owner_kind=OwnerKind.PERSON, due=due
    )
    came = make.Came(name="Greta Gran", affiliation="Flens kommun")
    held = make.meeting(said=(said,), came=(came,), **meeting)
    return Statement.objects.get(meeting=held, is_action=True)


def anna() -> User:
    """Somebody who may do everything."""
    return make.administrator()


def now(said: Statement, *, on: date = TODAY) -> Action:
    """An action as it stands now."""
    return Action(actions(on=on).get(pk=said.pk))


def texts(*, on: date = TODAY, **wanted: Any) -> list[str]:
    """The words of the actions of a filter, in its order."""
    return [row.text for row in actions(ActionFilter(**wanted), on=on)]
