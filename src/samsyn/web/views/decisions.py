"""A person's word on what was read: confirm, reject, settle a doubt, undo."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.register import service
from samsyn.register.models import Doubt, Value
from samsyn.web.pages import next_address, show
from samsyn.web.rows import row_key
from samsyn.web.views.meeting import read_meeting

if TYPE_CHECKING:
    from uuid import UUID

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

CONFIRM, REJECT = "bekrafta", "avvisa"


@require_POST
def decide(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Confirm or reject values: those of the rows `rad`, or single ones, `varde`."""
    verb = request.POST.get("svar")
    values = _asked_for(request, meeting_id)
    if verb == CONFIRM:
        batch = service.confirm_values(values, by=request.user)
        text = ngettext("%(num)d värde bekräftat.", "%(num)d värden bekräftade.", len(values))
    elif verb == REJECT:
        batch = service.reject_values(values, by=request.user, why=request.POST.get("varfor", ""))
        text = ngettext("%(num)d värde avvisat.", "%(num)d värden avvisade.", len(values))
    else:
        raise Http404
    messages.success(request, text % {"num": len(values)}, extra_tags=str(batch))
    return _answer(request, meeting_id, [row_key(value) for value in values])


@require_POST
def settle(request: HttpRequest, meeting_id: int, doubt_id: int) -> HttpResponse:
    """Say that a doubt has been looked at and the reading may stand."""
    doubt = get_object_or_404(Doubt.objects.select_related("value"), pk=doubt_id, meeting=meeting_id)
    batch = service.settle_doubt(doubt, by=request.user)
    messages.success(request, _("Tveksamheten är avgjord."), extra_tags=str(batch))
    return _answer(request, meeting_id, [row_key(doubt.value)] if doubt.value else [])


@require_POST
def undo(request: HttpRequest, batch: UUID) -> HttpResponse:
    """Take back the last thing said, and go back to where it was said."""
    service.undo(batch, by=request.user)
    messages.success(request, _("Ångrat."))
    return redirect(next_address(request, reverse("overview")))


def _asked_for(request: HttpRequest, meeting_id: int) -> QuerySet[Value]:
    """The values that the form names; of a row only those that nobody has decided on."""
    of_meeting = Value.objects.filter(meeting=meeting_id)
    numbers = [int(number) for number in request.POST.getlist("varde") if number.isdecimal()]
    if numbers:
        return of_meeting.filter(pk__in=numbers)
    rows = set(request.POST.getlist("rad"))
    keys = {value.pk: row_key(value) for value in of_meeting.filter(state="proposed")}
    return of_meeting.filter(pk__in=[pk for pk, key in keys.items() if key in rows])


def _answer(request: HttpRequest, meeting_id: int, keys: list[str]) -> HttpResponse:
    """With script the changed rows, to be put in place; without, the page again at the first of them."""
    if not request.htmx:  # type: ignore[attr-defined]
        first = keys[0] if keys else ""
        here = reverse("meeting", args=[meeting_id], query={"rad": first} if first else None)
        return redirect(next_address(request, f"{here}#{first}" if first else here))
    record = read_meeting(meeting_id)
    rows = [record.rows[key] for key in dict.fromkeys(keys) if key in record.rows]
    response = show(
        request,
        "web/parts/changed_rows.html",
        record=record,
        meeting=record.meeting,
        rows=rows,
        chosen=keys[0] if keys else "",
        may_decide=may(request.user, "register.confirm_value"),
    )
    states = {line.value.pk: line.state for row in rows for line in row.lines}
    response["HX-Trigger-After-Swap"] = json.dumps(
        {"samsyn:decided": {"states": states, "row": keys[0] if keys else ""}}
    )
    return response
