"""Whether somebody must choose a second step of sign-in before going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from samsyn.accounts.permissions import may
from samsyn.accounts.second_step import has_second_step

if TYPE_CHECKING:
    from django.http import HttpRequest


def lacks_second_step(request: HttpRequest) -> bool:
    """Whether the reader of a page may change the register, and signs in with nothing but a password."""
    user = request.user
    return (
        settings.SAMSYN_SECOND_FACTOR == "obligatorisk"
        and user.is_authenticated
        and may(user, "register.change")
        and not has_second_step(user)
    )
