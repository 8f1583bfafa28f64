"""Why a change of matters and of what is followed up is refused; the base of all is `RegisterError`.

RegisterError
├── FollowUpUnusable  what somebody says of an action cannot be kept so
├── MatterUnusable    a matter cannot be named, split, made one with another or closed so
├── TermsUnusable     words cannot stand in the word list so
└── TwoMatters        two items belong to two matters: a person says first whether the two are one
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.register.service import RegisterError

if TYPE_CHECKING:
    from samsyn.matters.models import Matter


class FollowUpUnusable(RegisterError):
    """What somebody says of an action cannot be kept so."""


class MatterUnusable(RegisterError):
    """The matter cannot be so."""


class TermsUnusable(RegisterError):
    """The words cannot stand in the list so."""


class TwoMatters(RegisterError):
    """Two items belong to two matters.

    Attributes:
        one: The matter of the earlier item.
        other: The matter of the later item.
    """

    def __init__(self, one: Matter, other: Matter) -> None:
        """Keep the two."""
        super().__init__("Punkterna hör till var sitt ärende: slå ihop ärendena, eller säg att de är olika.")
        self.one, self.other = one, other
