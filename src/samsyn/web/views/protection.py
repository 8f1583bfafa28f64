"""Protect a person, or let it end: always with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register import service
from samsyn.register.models import Person
from samsyn.web.pages import show, signed_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def protect(request: HttpRequest, person_id: int) -> HttpResponse:
    """What the protection means, whether it holds, and the form that changes it."""
    person = get_object_or_404(Person, pk=person_id)
    require(request.user, "register.protect_person", person)
    refused, reason = "", request.POST.get("orsak", "")
    if request.method == "POST":
        try:
            told = _change(request, person, reason)
        except service.RegisterError as error:
            refused = error.message
        else:
            messages.success(request, told)
            return redirect("protect", person_id)
    events = Event.objects.about(person).filter(what__in=("person.protected", "person.unprotected"))
    return show(
        request,
        "web/protection/person.html",
        current="bodies",
        person=person,
        events=events.select_related("by"),
        reason=reason,
        refused=refused,
        today=timezone.localdate(),
    )


def _change(request: HttpRequest, person: Person, reason: str) -> str:
    """Do what the button says; gives what is told of it."""
    by = signed_in(request)
    if request.POST.get("svar") == "upphor":
        service.unprotect_person(person, why=reason, by=by)
        return _("Uppgifterna är inte skyddade längre.")
    service.protect_person(person, why=reason, by=by)
    return _("Uppgifterna är skyddade. Det gäller redan.")
