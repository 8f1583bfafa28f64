"""Take back what was put in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.register.actions.pointers import pointers_to
from samsyn.register.errors import CannotUndo
from samsyn.register.models import Body

if TYPE_CHECKING:
    from samsyn.history.models import Event
    from samsyn.register.actions.naming import Actor


def take_out(actor: Actor, _: Event) -> None:
    """Take out a person, organisation or body that nothing speaks of.

    Raises:
        CannotUndo: Something does.
    """
    met = isinstance(actor, Body) and actor.meetings.exists()
    if met or any(rows.exists() for _, _, rows in pointers_to(actor)):
        raise CannotUndo(f"{actor} används redan: ta först bort det som pekar dit, eller slå ihop.")
    actor.delete()
