"""The user guide: a list of tasks, and a page for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from samsyn.web.guides import NAMES, guides, read_guide
from samsyn.web.pages import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def contents(request: HttpRequest) -> HttpResponse:
    """What one can do, and where it is told how."""
    return show(request, "web/help/contents.html", current="help", guides=guides())


def page(request: HttpRequest, name: str) -> HttpResponse:
    """How one thing is done."""
    if name not in NAMES:
        raise Http404
    at = NAMES.index(name)
    following = read_guide(NAMES[at + 1]) if at + 1 < len(NAMES) else None
    return show(request, "web/help/page.html", current="help", guide=read_guide(name), following=following)
