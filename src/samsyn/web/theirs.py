"""What is a reader's own, for pages that are kept for all who see the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.matters.queries.own import bodies_sat_in
from samsyn.register.sight import sight_of
from samsyn.web.pages import signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest


def own_bodies(request: HttpRequest) -> tuple[int, ...]:
    """Ids of the bodies in which a reader sits today, and of those whose notes they write, in order.

    Whoever writes for all has none but those in which they sit: of everything, nothing is theirs.
    """
    sat_in = bodies_sat_in(signed_in(request), on=timezone.localdate())
    return tuple(sorted({*sat_in, *(sight_of(request.user).bodies or ())}))
