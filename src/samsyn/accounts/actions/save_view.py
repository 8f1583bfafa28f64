"""Keep a choice in a page's filter, or keep it no longer. It is one's own, so the log does not tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.accounts.errors import ViewUnusable
from samsyn.accounts.models import SavedView, User
from samsyn.accounts.permissions import require

if TYPE_CHECKING:
    from typing import Final

MOST: Final = 30


@transaction.atomic
def save_view(page: str, name: str, query: str, *, by: User) -> SavedView:
    """Keep a choice under a name; one that has the name gives way.

    Args:
        page: The name of the page's address.
        name: What it is to be called.
        query: What stands after the question mark in the page's address.
        by: Whose it is.

    Raises:
        PermissionDenied: They are not signed in.
        ViewUnusable: The name is missing or too long, or there are thirty already.
    """
    require(by, "accounts.change_own", by)
    name = " ".join(name.split())
    if not 0 < len(name) <= 60:
        raise ViewUnusable(_("Skriv ett namn på vyn, högst 60 tecken."))
    # Held until it is done, so that two at once do not become more than there is room for.
    User.objects.select_for_update().get(pk=by.pk)
    others = by.saved_views.filter(page=page).exclude(name=name)
    if others.count() >= MOST:
        raise ViewUnusable(_("Du har trettio vyer här. Ta bort någon först."))
    return SavedView.objects.update_or_create(user=by, page=page, name=name, defaults={"query": query})[0]


def remove_view(view: SavedView, *, by: User) -> None:
    """Keep a choice no longer.

    Raises:
        PermissionDenied: It is somebody else's.
    """
    require(by, "accounts.change_own", view.user)
    view.delete()
