"""Why a letter is not taken, or a link not followed.

MailError
├── MailRefused      a letter cannot be sent as it is
├── AlreadyLeft      the letter has left the outbox
└── LinkUnusable
    ├── LinkUnknown      no link has that token: cut off, or replaced by a newer one
    ├── LinkTooLate      its last day has passed
    ├── LinkUsed         it could be used once, and was
    ├── LinkWithdrawn    whoever sent it took it back
    └── LinkForAnother   somebody else is signed in than whom it is for
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samsyn.mail.models import Link


class MailError(Exception):
    """Base of all refusals.

    Attributes:
        message: One sentence in Swedish that says what to do.
    """

    def __init__(self, message: str) -> None:
        """Keep the sentence."""
        self.message = message
        super().__init__(message)


class MailRefused(MailError):
    """The letter cannot be sent as it is."""


class AlreadyLeft(MailError):
    """The letter has left the outbox already."""


class LinkUnusable(MailError):
    """The link cannot be followed.

    Attributes:
        link: Which it is, where it is known.
    """

    def __init__(self, message: str, link: Link | None = None) -> None:
        """Keep the sentence and the link."""
        super().__init__(message)
        self.link = link


class LinkUnknown(LinkUnusable):
    """No link has that token."""


class LinkTooLate(LinkUnusable):
    """Its last day has passed."""


class LinkUsed(LinkUnusable):
    """It could be used once, and was."""


class LinkWithdrawn(LinkUnusable):
    """Whoever sent it took it back."""


class LinkForAnother(LinkUnusable):
    """Somebody else is signed in than whom it is for."""
