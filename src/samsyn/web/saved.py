"""The filters that somebody has saved for a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.web.pages import signed_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.http import HttpRequest

    from samsyn.web.filters import Chosen


class View(NamedTuple):
    """A filter that somebody has saved.

    Attributes:
        query: As it stands in the address.
    """

    pk: int
    name: str
    query: str


def views_of(request: HttpRequest, page: str) -> tuple[View, ...]:
    """What the reader has saved.

    Args:
        request: Whose.
        page: The name of the list's address.
    """
    found = signed_in(request).saved_views.filter(page=page)
    return tuple(View(*row) for row in found.values_list("pk", "name", "query"))


def view_at(views: Iterable[View], chosen: Chosen) -> View | None:
    """The one that the list shows now."""
    return next((view for view in views if view.query == chosen.address()), None)
