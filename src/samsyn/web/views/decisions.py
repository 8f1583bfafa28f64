"""A person's word on what was read: confirm, reject, settle a doubt, undo."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from samsyn.accounts.permissions import may
from samsyn.history.models import Event
from samsyn.register import service
from samsyn.register.models import Doubt, Meeting, Value
from samsyn.register.protection import hidden_from
from samsyn.register.sight import sight_of
from samsyn.web.pages import htmx_of, next_address, read_numbers, show, signed_in
from samsyn.web.rows import row_key
from samsyn.web.views.meeting import read_meeting

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.http import HttpRequest, HttpResponse

CONFIRM, REJECT = "bekrafta", "avvisa"
ROWS, VALUES = "rad", "varde"


@require_POST
def decide(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Confirm or reject values. The button says which: "bekrafta rad statement-1:3f", "avvisa varde 7:9c".

    What follows the colon says how the values stood when the button was shown.
    """
    verb, what, *named = [*request.POST.get("svar", "").split(), "", ""]
    if verb not in {CONFIRM, REJECT} or what not in {ROWS, VALUES}:
        raise Http404
    stamps = {key: stamp for key, _colon, stamp in (one.partition(":") for one in named) if key}
    meeting = get_object_or_404(Meeting, pk=meeting_id)
    values: list[Value] = []
    try:
        with transaction.atomic():
            service.lock_reading(meeting)
            values = _asked_for(meeting_id, what, stamps)
            _require_as_shown(meeting_id, what, stamps)
            events = _decide_all(request, verb, what, values)
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        _tell(request, verb, events)
    keys = list(stamps) if what == ROWS else [row_key(value) for value in values]
    return _answer(request, meeting_id, list(dict.fromkeys(keys)))


@require_POST
def settle(request: HttpRequest, meeting_id: int, doubt_id: int) -> HttpResponse:
    """Answer a doubt: the reading is right, or what else the pressed button says."""
    doubt = get_object_or_404(Doubt.objects.select_related("value"), pk=doubt_id, meeting=meeting_id)
    keys = [row_key(doubt.value)] if doubt.value else []
    try:
        event = service.answer_doubt(
            doubt, request.POST.get("svar") or service.AS_READ, by=signed_in(request)
        )
    except service.RegisterError as error:
        messages.error(request, error.message)
        return _answer(request, meeting_id, keys)
    messages.success(request, _("Tveksamheten är avgjord."), extra_tags=str(event.pk))
    # What is corrected may now belong elsewhere on the page.
    moved = event.what == "value.corrected" and htmx_of(request)
    return HttpResponseClientRefresh() if moved else _answer(request, meeting_id, keys)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back what was said last, all of it or nothing, and go back to where it was said."""
    events = Event.objects.filter(pk__in=read_numbers(request.POST.getlist("handelse"))).order_by("-id")
    try:
        with transaction.atomic():
            for event in events:
                service.undo_event(event, by=signed_in(request))
    except service.RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Ångrat."))
    return redirect(next_address(request, reverse("overview")))


def _decide_all(request: HttpRequest, verb: str, what: str, values: Sequence[Value]) -> list[Event]:
    """All of them or none; called in a transaction."""
    by = signed_in(request)
    if verb == CONFIRM and what == ROWS:
        return service.confirm_row(values, by=by)
    if verb == CONFIRM:
        return [service.confirm_value(value, by=by) for value in values]
    return [service.reject_value(value, by=by) for value in values]


def _tell(request: HttpRequest, verb: str, events: Sequence[Event]) -> None:
    """Say what was done; the message carries the events, so that it can be undone from there."""
    n = sum(event.subject_type == "value" for event in events)
    if verb == CONFIRM:
        text = ngettext("%(num)d uppgift bekräftad.", "%(num)d uppgifter bekräftade.", n)
    else:
        text = ngettext("%(num)d uppgift avvisad.", "%(num)d uppgifter avvisade.", n)
    messages.success(request, text % {"num": n}, extra_tags=" ".join(str(event.pk) for event in events))


def _asked_for(meeting_id: int, what: str, stamps: Mapping[str, str]) -> list[Value]:
    """The values that a button names; of a row only those that nobody has decided on."""
    of_meeting = Value.objects.filter(meeting=meeting_id).order_by("id")
    if what == VALUES:
        return list(of_meeting.filter(pk__in=read_numbers(stamps)))
    return [value for value in of_meeting.filter(state="proposed") if row_key(value) in stamps]


def _require_as_shown(meeting_id: int, what: str, stamps: Mapping[str, str]) -> None:
    """Every row or value stands as it did when its button was shown; a key without stamp is not compared.

    Raises:
        ChangedMeanwhile: One does not.
    """
    if not any(stamps.values()):
        return
    held: dict[str, list[Value]] = defaultdict(list)
    for value in Value.objects.filter(meeting=meeting_id).select_related("decided_by"):
        key = str(value.pk) if what == VALUES else row_key(value)
        if stamps.get(key):
            held[key].append(value)
    for key, stamp in stamps.items():
        if stamp:
            service.require_as_shown(held[key], stamp)


def _answer(request: HttpRequest, meeting_id: int, keys: list[str]) -> HttpResponse:
    """With script the changed rows, to be put in place; without, the page again at the first of them."""
    if not htmx_of(request):
        first = keys[0] if keys else ""
        here = reverse("meeting", args=[meeting_id], query={"rad": first} if first else None)
        return redirect(next_address(request, f"{here}#{first}" if first else here))
    record = read_meeting(meeting_id, sees=sight_of(request.user), hidden=hidden_from(request.user))
    rows = [record.rows[key] for key in keys if key in record.rows]
    response = show(
        request,
        "web/parts/changed_rows.html",
        record=record,
        meeting=record.meeting,
        rows=rows,
        gone=[key for key in keys if key not in record.rows],
        chosen=keys[0] if keys else "",
        may_decide=may(request.user, "register.confirm_value", record.meeting),
        conflict=None,
        refused=None,
    )
    states = {line.value.pk: line.state for row in rows for line in row.lines}
    told = {"states": states, "rows": keys, "gone": [key for key in keys if key not in record.rows]}
    response["HX-Trigger-After-Settle"] = json.dumps({"samsyn:decided": told})
    return response
