"""Why a change to an account is refused.

AccountError
├── AddressTaken       somebody has an account with that address
├── AccountNeeded      nobody would be left who can look after the register
└── ViewUnusable       a choice of a filter cannot be kept under that name
"""

from __future__ import annotations


class AccountError(Exception):
    """Base of all refusals.

    Attributes:
        message: One sentence in Swedish that says what to do.
    """

    def __init__(self, message: str) -> None:
        """Keep the sentence."""
        self.message = message
        super().__init__(message)


class AddressTaken(AccountError):
    """The address has an account."""


class AccountNeeded(AccountError):
    """The account cannot be done without."""


class ViewUnusable(AccountError):
    """The name is missing or too long, or there is no room."""
