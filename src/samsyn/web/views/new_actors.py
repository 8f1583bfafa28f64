"""What no notes have named, put in by hand: a body, an organisation, a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samsyn.register import service
from samsyn.web.forms.network import NameForm, OrganisationForm, PersonForm
from samsyn.web.pages import posted, show, signed_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms
    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event

    Added = tuple[Any, Event]


def new_body(request: HttpRequest) -> HttpResponse:
    """Put in a body."""
    form = NameForm(posted(request))
    return _new(
        request, form, _("Nytt organ"), "body",
        lambda: service.add_body(form.cleaned_data["name"], by=signed_in(request)),
    )  # fmt: skip


def new_organisation(request: HttpRequest) -> HttpResponse:
    """Put in an organisation, under the one that the address names."""
    form = OrganisationForm(posted(request), initial={"parent": request.GET.get("under", "")})
    return _new(
        request, form, _("Ny organisation"), "organisation",
        lambda: service.add_organisation(by=signed_in(request), **form.cleaned_data),
    )  # fmt: skip


def new_person(request: HttpRequest) -> HttpResponse:
    """Put in a person."""
    form = PersonForm(posted(request))
    return _new(
        request, form, _("Ny person"), "person",
        lambda: service.add_person(by=signed_in(request), **form.cleaned_data),
    )  # fmt: skip


def _new(
    request: HttpRequest, form: forms.Form, title: str, kind: str, add: Callable[[], Added]
) -> HttpResponse:
    """Ask, put in, and show what was put in."""
    if request.method == "POST" and form.is_valid():
        try:
            added, event = add()
        except service.RegisterError as error:
            form.add_error(None, error.message)
        else:
            messages.success(
                request, _("%(name)s finns nu i registret.") % {"name": added.name}, extra_tags=str(event.pk)
            )
            return redirect(kind, added.pk)
    return show(request, "web/network/form.html", current="bodies", title=title, form=form, back=BACK[kind])


BACK = {"body": "bodies", "organisation": "organisations", "person": "people"}
