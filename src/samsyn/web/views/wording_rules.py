"""The county's own rules of wording: add one, change it, switch it on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from samsyn.plan import service
from samsyn.plan.models import WordingRule
from samsyn.register.service import RegisterError
from samsyn.web.pages import show, signed_in
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event

EXAMPLE = """extends: existence
message: "”%s” säger inte hur mycket."
description: "Skriv ett tal."
level: warning
scope: sentence
ignorecase: true
tokens:
  - 'betydligt'
  - 'väsentligt'
"""


def new_rule(request: HttpRequest) -> HttpResponse:
    """Add a rule; one that cannot be used is shown again with what is wrong."""
    name, text, refused = _line(request, "namn"), _line(request, "regel"), ""
    if request.method == "POST":
        try:
            event = service.add_rule(name, text, by=signed_in(request))
        except RegisterError as error:
            refused = error.message
        else:
            tell_done(request, event, _("Regeln gäller nu."))
            return redirect("language")
    return show(
        request,
        "web/language/rule.html",
        current="language",
        rule=None,
        name=name,
        text=text if request.method == "POST" else EXAMPLE,
        refused=refused,
        stamp="",
    )


def wording_rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    """One of the county's own rules, to change or switch."""
    rule = get_object_or_404(WordingRule, pk=rule_id)
    text, refused = rule.text, ""
    if request.method == "POST":
        try:
            event = _change(request, rule)
        except RegisterError as error:
            text, refused = request.POST.get("regel", rule.text), error.message
        else:
            tell_done(request, event, _("Ändringen är sparad."))
            return redirect("language")
    return show(
        request,
        "web/language/rule.html",
        current="language",
        rule=rule,
        name=rule.name,
        text=text,
        refused=refused,
        stamp=service.stamp_of_row(rule),
    )


def _change(request: HttpRequest, rule: WordingRule) -> Event:
    act = request.POST.get("gor", "")
    if act in ("pa", "av"):
        return service.switch_rule(rule, on=act == "pa", by=signed_in(request))
    seen = request.POST.get("sedd", "")
    return service.change_rule(rule, _line(request, "regel"), by=signed_in(request), seen=seen)


def _line(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\x00", "")
