"""Why a change of matters and of what is followed up is refused.

RegisterError
└── FollowUpUnusable   what somebody says of an action cannot be kept so
"""

from __future__ import annotations

from samsyn.register.service import RegisterError


class FollowUpUnusable(RegisterError):
    """What somebody says of an action cannot be kept so."""
