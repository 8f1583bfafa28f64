"""The network as a picture, or as the table that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.register.protection import hidden_from
from samsyn.register.queries.ties import ties
from samsyn.register.sight import sight_of
from samsyn.web.network_picture import draw
from samsyn.web.pages import show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from samsyn.register.queries.ties import Tie, Ties
    from samsyn.web.network_picture import Picture

DRAWN = 30  # of each sort: more labels cannot be told apart


def network(request: HttpRequest) -> HttpResponse:
    """Bodies and who ties them together; `?visa=tabell` shows the table alone."""
    today = timezone.localdate()
    found = ties(on=today, sees=sight_of(request.user), hidden=hidden_from(request.user))
    people, organisations = found.people[:DRAWN], found.organisations[:DRAWN]
    return show(
        request,
        "web/network_picture/network.html",
        current="bodies",
        ties=found,
        as_table=request.GET.get("visa") == "tabell",
        picture=_picture(found, people, organisations),
        bodies={body.pk: body for body in found.bodies},
        drawn={
            "organisations": {f"organisation-{tie.subject.pk}": tie for tie in organisations},
            "people": {f"person-{tie.subject.pk}": tie for tie in people},
            "bodies": {f"body-{body.pk}": body for body in found.bodies},
        },
        today=today,
        n_left_out=len(found.people) + len(found.organisations) - len(people) - len(organisations),
    )


def _picture(found: Ties, people: Sequence[Tie], organisations: Sequence[Tie]) -> Picture:
    """The picture of those in most bodies; bodies that share nobody are named below it."""
    known = {
        **{f"organisation-{tie.subject.pk}": tie for tie in organisations},
        **{f"person-{tie.subject.pk}": tie for tie in people},
    }
    edges = {
        (key, f"body-{body}"): sure for key, tie in known.items() for body, sure in sorted(tie.bodies.items())
    }
    tied = {end for _, end in edges}
    return draw(
        {
            "organisations": [key for key in known if key.startswith("organisation")],
            "bodies": [f"body-{body.pk}" for body in found.bodies if f"body-{body.pk}" in tied],
            "people": [key for key in known if key.startswith("person")],
        },
        edges,
    )
