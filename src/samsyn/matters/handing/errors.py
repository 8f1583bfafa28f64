"""Why a hand-over cannot be kept so; the base is `RegisterError`."""

from __future__ import annotations

from samsyn.register.errors import RegisterError


class HandOverUnusable(RegisterError):
    """What was written of a hand-over cannot be kept so."""
