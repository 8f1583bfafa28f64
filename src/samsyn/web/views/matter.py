"""One matter: where it stands, its way as a picture or a table, and all that was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from samsyn.accounts.permissions import may
from samsyn.matters.models import MatterState
from samsyn.matters.queries.page import find_matter, read_matter, where_it_went
from samsyn.matters.service import stamp_of_matter
from samsyn.register.sight import sight_of
from samsyn.web.differing import tell_stands
from samsyn.web.pages import show
from samsyn.web.parties import see_matter_parties
from samsyn.web.reasons import tell_reasons
from samsyn.web.standing import tell_gaps, tell_standing
from samsyn.web.thread.drawing import draw
from samsyn.web.ways import tell_entries, tell_way

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.matters.models import Matter


def matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    """The page; `?visa=tabell` shows the picture as a table, a matter that is part of another leads there."""
    found = get_matter(request, matter_id)
    now = where_it_went(found)
    if now.pk != found.pk:
        return redirect("matter", now.pk)
    today, sees = timezone.localdate(), sight_of(request.user)
    page = read_matter(found, on=today, sees=sees)
    way = tell_way(page, on=today)
    return show(
        request,
        "web/matters/matter.html",
        current="matters",
        matter=found,
        page=page,
        gaps=tell_gaps(page),
        way=way,
        entries=tell_entries(page),
        picture=draw(way.way),
        standing=tell_standing(page, on=today),
        stands=tell_stands(page, on=today),
        reasons=tell_reasons,
        stamp=stamp_of_matter(found),
        parties=see_matter_parties(request.user, found),
        as_table=request.GET.get("visa") == "tabell",
        is_open=found.state == MatterState.OPEN,
        may_tie=may(request.user, "matters.tie_knot"),
        may_merge=may(request.user, "matters.merge_matters"),
        today=today,
    )


def get_matter(request: HttpRequest, matter_id: int) -> Matter:
    """A matter that the one who asks sees.

    Raises:
        Http404: There is none.
    """
    found = find_matter(matter_id, sees=sight_of(request.user))
    if found is None:
        raise Http404
    return found
