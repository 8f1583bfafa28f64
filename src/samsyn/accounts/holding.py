"""Hold two accounts while one of them does something to the other."""

from __future__ import annotations

from samsyn.accounts.models import User
from samsyn.accounts.permissions import require


def require_still(by: User, permission: str, user: User) -> None:
    """Go on only if somebody may do something to an account, asked anew while both are held.

    Of two administrators who shut each other out at the same moment the second is refused, so that there is
    always somebody left.

    Raises:
        PermissionDenied: They may not, or no longer.
    """
    held = User.objects.select_for_update().filter(pk__in=[user.pk, by.pk]).order_by("pk")
    now = {one.pk: one for one in held}
    require(now[by.pk], permission, user)
