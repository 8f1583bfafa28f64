"""Make a plan: by hand, or from an outline or a workbook that is shown as it was understood first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.plan import service
from samsyn.plan.outlining.reading import read_outline
from samsyn.plan.sheets.proposing import wanted_parts
from samsyn.register.queries.organisations import organisation_tree
from samsyn.register.service import RegisterError
from samsyn.web.forms.plan import NamedForm, OutlineForm, PlanForm, chosen_organisations
from samsyn.web.large_requests import takes_files
from samsyn.web.pages import posted, read_numbers, show, signed_in
from samsyn.web.plan_sheets import drop_sheet, keep_sheet, kept_sheet
from samsyn.web.views.matters import tell_done

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from samsyn.plan.service import PartWanted
    from samsyn.plan.sheets.understanding import Wrong

OUTLINE, EXCEL = "disposition", "excel"


class Read(NamedTuple):
    """What was understood of a text or a workbook.

    Attributes:
        wrong: What must be put right first.
    """

    parts: tuple[PartWanted, ...]
    wrong: Sequence[Wrong] = ()


@takes_files
def new_plan(request: HttpRequest) -> HttpResponse:
    """A plan by hand; with `?satt=disposition` from a pasted outline, with `excel` from a workbook."""
    way = (request.POST or request.GET).get("satt", "")
    sent = posted(request)
    form = FORMS.get(way, PlanForm)(sent, initial={"began_on": timezone.localdate()})
    read = None
    if sent is not None and form.is_valid():
        read = _read(request, form, way)
        if "gor" in sent and not (read and read.wrong):
            made = _make(request, form, read)
            if made is not None:
                return made
    return show(
        request,
        "web/plan/new.html",
        current="plan",
        form=form,
        way=way if way in FORMS else "",
        read=read if read and not read.wrong else None,
        wrong=read.wrong if read else (),
        tree=organisation_tree(),
        chosen=_chosen(request),
    )


def _read(request: HttpRequest, form: NewForm, way: str) -> Read | None:
    """What was understood; None where a plan is filled in by hand, or a workbook cannot be read."""
    if isinstance(form, OutlineForm):
        return Read(read_outline(form.cleaned_data["outline"], on=timezone.localdate()).parts)
    if way != EXCEL:
        return None
    try:
        if request.FILES or kept_sheet(request, of=0) is None:
            keep_sheet(request, of=0)
    except RegisterError as error:
        form.add_error(None, error.message)
        return None
    kept = kept_sheet(request, of=0)
    return Read(wanted_parts(kept.said), kept.said.wrong) if kept else None


def _make(request: HttpRequest, form: NewForm, read: Read | None) -> HttpResponse | None:
    """The plan's page once it is made; None where it cannot be, and the form is shown again."""
    if read is None and not isinstance(form, PlanForm):
        return None
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
    drop_sheet(request)
    tell_done(request, event, _("Planen är gjord. Skriv nu stegens lydelser."))
    return redirect("change_plan", event.subject_id)


def _chosen(request: HttpRequest) -> list[int]:
    return read_numbers(request.POST.getlist("aktor"))


NewForm = PlanForm | OutlineForm | NamedForm
FORMS: dict[str, type[OutlineForm | NamedForm]] = {OUTLINE: OutlineForm, EXCEL: NamedForm}
