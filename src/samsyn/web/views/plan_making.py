"""Make a plan: by hand, or from an outline that is shown as it was understood first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.plan import service
from samsyn.plan.outlining.reading import read_outline
from samsyn.register.queries.organisations import organisation_tree
from samsyn.register.service import RegisterError
from samsyn.web.forms.plan import OutlineForm, PlanForm, chosen_organisations
from samsyn.web.pages import posted, read_numbers, show, signed_in
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.plan.outlining.reading import Outline

OUTLINE = "disposition"


def new_plan(request: HttpRequest) -> HttpResponse:
    """A plan by hand; with `?satt=disposition` from a pasted outline."""
    as_outline = (request.POST or request.GET).get("satt", "") == OUTLINE
    sent = posted(request)
    form = OutlineForm(sent) if as_outline else PlanForm(sent, initial={"began_on": timezone.localdate()})
    read = None
    if sent is not None and form.is_valid():
        if isinstance(form, OutlineForm):
            read = read_outline(form.cleaned_data["outline"], on=timezone.localdate())
        if read is None or "gor" in sent:
            made = _make(request, form, read)
            if made is not None:
                return made
    return show(
        request,
        "web/plan/new.html",
        current="plan",
        form=form,
        as_outline=as_outline,
        read=read,
        tree=organisation_tree(),
        chosen=_chosen(request),
    )


def _make(request: HttpRequest, form: OutlineForm | PlanForm, read: Outline | None) -> HttpResponse | None:
    """The plan's page once it is made; None where it cannot be, and the form is shown again."""
    wanted = service.PlanWanted(
        form.cleaned_data["name"],
        form.parts() if isinstance(form, PlanForm) else read.parts if read else (),
        chosen_organisations(_chosen(request)),
        form.cleaned_data.get("began_on"),
    )
    try:
        event = service.make_plan(wanted, on=timezone.localdate(), by=signed_in(request))
    except RegisterError as error:
        messages.error(request, error.message)
        return None
    service.catch_up_plans()
    tell_done(request, event, _("Planen är gjord. Skriv nu stegens lydelser."))
    return redirect("change_plan", event.subject_id)


def _chosen(request: HttpRequest) -> list[int]:
    return read_numbers(request.POST.getlist("aktor"))
