"""Look for words in notes, for a form of the plan: beside it with script, else on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.web.pages import htmx_of, read_numbers, show
from samsyn.web.picking import pick_words

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

OWN = {"csrfmiddlewaretoken", "sok", "orden", "gor"}  # fields that the page writes itself


@dataclass(frozen=True, slots=True)
class Use:
    """A form that points words out.

    Attributes:
        page: Where it is sent.
        act: What its button says; empty where the address does one thing only.
        button: What stands on it.
        of_one: Whether its address tells of which row it is.
        many: Whether several statements may be pointed out.
    """

    page: str
    act: str
    button: str
    of_one: bool = True
    many: bool = False


USES = {
    "underlag": Use("change_plan_actor", "lagg-till", "Spara underlaget", many=True),
    "stod": Use("change_plan_support", "be-om", "Spara önskemålet", of_one=False),
    "givet": Use("change_plan_support", "ge", "Spara som givet", of_one=False),
    "lardom": Use("tell_plan_lesson", "", "Spara lärdomen", of_one=False),
    "ingar-inte": Use("change_actors", "ingar-inte", "Spara ingår inte"),
    "tid": Use("change_plan_part", "tid", "Spara tiden"),
    "lydelse": Use("new_wording", "spara", "Spara lydelsen"),
}


def point_out_words(request: HttpRequest) -> HttpResponse:
    """The field with what was found; without script a page on which the rest of the form follows along."""
    sent = request.POST if request.method == "POST" else request.GET
    code = sent.get("for", "lardom")
    number = next(iter(read_numbers([sent.get("om", "")])), None)
    if code not in USES or (USES[code].of_one and number is None):
        raise Http404
    use = USES[code]
    follows = sent.lists() if request.method == "POST" else ()
    is_part = bool(htmx_of(request))
    return show(
        request,
        "web/plan/found_words.html" if is_part else "web/plan/point_out.html",
        current="plan",
        code=code,
        number=number or "",
        key=sent.get("falt", "")[:40],
        use=use,
        picking=pick_words(request, sent),
        action=reverse(use.page, args=[number] if use.of_one else []),
        button=_(use.button),
        follows=[(name, value) for name, values in follows if name not in OWN for value in values],
    )
