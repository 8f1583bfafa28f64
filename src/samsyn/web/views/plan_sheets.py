"""A plan as an Excel workbook: fetched, and read in as a proposal that is shown before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samsyn.plan import service
from samsyn.plan.models import Plan
from samsyn.plan.sheets.proposing import propose_changes
from samsyn.plan.sheets.telling import tell_plan
from samsyn.register.protection import hidden_from
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.large_requests import takes_files
from samsyn.web.pages import show, signed_in
from samsyn.web.plan_sheet_words import ask_why, tell_proposal
from samsyn.web.plan_sheets import drop_sheet, keep_sheet, kept_sheet
from samsyn.web.veil import cleared

if TYPE_CHECKING:
    from django.http import HttpRequest

    from samsyn.web.plan_sheets import Kept


def plan_xlsx(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The plan as a workbook, without the names of those whom the reader is not to see."""
    from samsyn.plan.sheets.writing import TYPE, write_book  # noqa: PLC0415 - loaded when it is asked for

    plan, today = get_object_or_404(Plan, pk=plan_id), timezone.localdate()
    tables = tell_plan(plan, on=today, sees=sight_of(request.user))
    hidden = hidden_from(request.user)
    response = HttpResponse(
        write_book(tables, hide=hidden.mask.hide) if hidden else write_book(tables), content_type=TYPE
    )
    name = slugify(plan.name) or "plan"
    response["Content-Disposition"] = f'attachment; filename="{name}-{today:%Y-%m-%d}.xlsx"'
    return cleared(response)


@takes_files
def read_plan_sheet(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Choose a workbook, see what it would change, and take it or let it go."""
    plan = get_object_or_404(Plan, pk=plan_id)
    if request.method == "POST":
        return _answer(request, plan)
    kept = kept_sheet(request, of=plan.pk)
    proposal = propose_changes(plan, kept.said) if kept else None
    return show(
        request,
        "web/plan/sheet.html",
        current="plan",
        plan=plan,
        kept=kept,
        proposal=proposal,
        told=tell_proposal(proposal) if proposal else "",
        ask_why=ask_why(proposal) if proposal else "",
        today=timezone.localdate(),
    )


def _answer(request: HttpRequest, plan: Plan) -> HttpResponse:
    kept = kept_sheet(request, of=plan.pk)
    try:
        if request.FILES or kept is None:
            keep_sheet(request, of=plan.pk)
        elif request.POST.get("gor") == "ta":
            return _take(request, plan, kept)
        else:
            drop_sheet(request)
    except RegisterError as error:
        messages.error(request, error.message)
    return redirect("read_plan_sheet", plan.pk)


def _take(request: HttpRequest, plan: Plan, kept: Kept) -> HttpResponse:
    events = service.take_sheet(
        plan,
        kept.said,
        seen=request.POST.get("sedd", ""),
        why=request.POST.get("varfor", "").replace("\x00", ""),
        on=timezone.localdate(),
        by=signed_in(request),
    )
    drop_sheet(request)
    messages.success(
        request, _("Planen är ändrad efter filen."), extra_tags=" ".join(str(event.pk) for event in events)
    )
    return redirect("change_plan", plan.pk)
