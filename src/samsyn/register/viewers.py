"""A viewer: all that a page about the register may know of whoever looks, and nothing of who that is.

People who see the same are one viewer. A page made for a viewer can be shown to each of them: there is no
name, no address and no number in it to tell them apart by.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from samsyn.register.models import Role

if TYPE_CHECKING:
    from samsyn.register.protection import Hidden


@dataclass(frozen=True, slots=True)
class Viewer:
    """Stands for a user where rules are asked; what is not here cannot be asked.

    Attributes:
        roles: Kind, id of the body and id of the organisation of each that holds today, in order.
        address: Of those who have been asked for comments, to whom links are addressed; else empty.
        hidden: Whom they are not to see. Its mask equals no other, so that viewers of two masks are two.
        held: The roles as rows, made of `roles`.
    """

    is_authenticated: ClassVar[bool] = True
    is_active: ClassVar[bool] = True

    is_administrator: bool
    roles: tuple[tuple[str, int, int], ...]
    address: str
    hidden: Hidden
    held: list[Role] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make the rows."""
        rows = [
            Role(kind=kind, body_id=body or None, organisation_id=organisation or None)
            for kind, body, organisation in self.roles
        ]
        object.__setattr__(self, "held", rows)
