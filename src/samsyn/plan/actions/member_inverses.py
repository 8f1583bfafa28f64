"""What is said of actors, of whom words mean and of the time around a plan, and how it is taken back."""

from __future__ import annotations

from samsyn.plan.actions import change_actors, resolve_group
from samsyn.plan.actions.recording import take_back_said
from samsyn.plan.models import Actor, Band, NamedGroup, Outside
from samsyn.register.service import Inverse, set_back

CHANGE = "plan.change_plan"

OF_MEMBERS: dict[str, Inverse] = {
    "actor.added": Inverse(Actor, change_actors.take_back_added, permission=CHANGE),
    **dict.fromkeys(("actor.left", "actor.returned"), Inverse(Actor, set_back, permission=CHANGE)),
    "actor.moved": Inverse(Actor, change_actors.take_back_moved, permission=CHANGE),
    "outside.said": Inverse(Outside, take_back_said, permission=CHANGE),
    "outside.ended": Inverse(Outside, set_back, permission=CHANGE),
    **dict.fromkeys(
        ("namedgroup.resolved", "namedgroup.reopened"),
        Inverse(NamedGroup, resolve_group.take_back_kept, permission=CHANGE),
    ),
    "band.added": Inverse(Band, lambda band, _: band.delete(), permission=CHANGE),
    **dict.fromkeys(("band.changed", "band.removed"), Inverse(Band, set_back, permission=CHANGE)),
}
