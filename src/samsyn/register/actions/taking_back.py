"""Take back what was put in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.register.errors import CannotUndo

if TYPE_CHECKING:
    from samsyn.history.models import Event
    from samsyn.register.actions.naming import Actor


def take_out(actor: Actor, _: Event) -> None:
    """Take out a person, organisation or body that nothing speaks of.

    Raises:
        CannotUndo: Something does.
    """
    for relation in actor._meta.related_objects:
        if relation.related_model._default_manager.filter(**{relation.field.name: actor}).exists():
            raise CannotUndo(f"{actor} används redan: ta först bort det som pekar dit, eller slå ihop.")
    actor.delete()
