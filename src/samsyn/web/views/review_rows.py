"""A row of the reading corrected in place: its fields, what can be chosen in them, and what is put in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.minutes.records import OwnerKind
from samsyn.register import service
from samsyn.register.models import Meeting, Value
from samsyn.register.protection import NOBODY, hidden_from
from samsyn.register.queries.naming import KINDS
from samsyn.register.sight import sight_of
from samsyn.web import swedish, words
from samsyn.web.editors import Conflict, Refusal, shown_of, shown_written
from samsyn.web.pages import htmx_of, show, signed_in
from samsyn.web.views.meeting import read_meeting

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.web.records import Record
    from samsyn.web.rows import Row

CHANGED, UNUSABLE = 409, 422
ADDED = (OwnerKind.PERSON, OwnerKind.ROLE, OwnerKind.ORGANISATION, OwnerKind.BODY)


def edit_row(request: HttpRequest, meeting_id: int, key: str) -> HttpResponse:
    """A row's fields; posted, one of them is put in."""
    if request.method == "POST":
        return _correct(request, meeting_id, key)
    record, row = _row(request, meeting_id, key)
    part = "part" if htmx_of(request) else "row"
    return show(
        request, f"web/review/{part}.html", current="meetings", row=row, meeting=record.meeting,
        conflict=None, refused=None,
    )  # fmt: skip


@require_safe
def edit_choices(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Whom the letters written so far can mean, and what they could be added as."""
    meeting = _own_meeting(request, meeting_id)
    kind, asked = request.GET.get("sort", "owner"), " ".join(request.GET.get("ord", "").split())
    if kind not in KINDS:
        raise Http404
    hidden, sight = hidden_from(request.user), sight_of(request.user)
    choices = [one for one in KINDS[kind](meeting, asked, sight) if not hidden.mask.is_in(one.name)]
    known = any(choice.name.casefold() == asked.casefold() for choice in choices)
    addable = ADDED if kind == "owner" else (OwnerKind(kind),)
    new_kinds = [str(one) for one in addable] if asked and not known else []
    return show(request, "web/review/choices.html", choices=choices, asked=asked, new_kinds=new_kinds)


@require_safe
def edit_time(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """What the words written so far are taken for."""
    meeting = _own_meeting(request, meeting_id)
    asked = request.GET.get("varde", "").strip()
    return show(request, "web/review/time.html", told=_told(asked, meeting) if asked else "")


def _told(asked: str, meeting: Meeting) -> str:
    found = service.read_due(asked, meeting)
    if found.start is None and found.precision == "recurring":
        return _("Gång på gång, utan sista dag.")
    if found.start is None:
        return _("Ingen dag: orden sparas som de står.")
    day = swedish.period(
        found.start, found.end, str(found.precision), swedish.interval(found.start, found.end)
    )
    return _("Tas för %(day)s.") % {"day": day}


def _correct(request: HttpRequest, meeting_id: int, key: str) -> HttpResponse:
    """Put a field in; where somebody was there before, both are shown and nothing is overwritten."""
    record, row = _row(request, meeting_id, key)
    subject = row.subject or record.meeting
    sent = request.POST
    wanted = service.ValueCorrection(
        sent.get("falt", ""), sent.get("varde", ""), sent.get("sett", ""), sent.get("vald", "")
    )
    if wanted.field not in _fields_of(row):
        raise Http404
    try:
        event = service.correct_value(subject, wanted, by=signed_in(request))
    except service.ChangedMeanwhile:
        return _answer(request, record, row, CHANGED, conflict=_conflict(subject, wanted))
    except service.CorrectionUnusable as error:
        refused = Refusal(wanted.field, wanted.words, error.message)
        return _answer(request, record, row, UNUSABLE, refused=refused)
    except service.AlreadyDecided:
        return _answer(request, record, row)
    word = words.field_word(wanted.field) if wanted.field != "present" else _("Närvaro")
    messages.success(request, _("%(field)s ändrad.") % {"field": word}, extra_tags=str(event.pk))
    return _answer(
        request, read_meeting(meeting_id, sees=sight_of(request.user), hidden=hidden_from(request.user)), row
    )


def _conflict(subject: Any, wanted: service.ValueCorrection) -> Conflict:
    """What stands there now, and who put it there."""
    subject.refresh_from_db()
    field = wanted.field
    shown = shown_written(field, wanted.words)
    return Conflict(
        field, wanted.words, wanted.chosen, shown, shown_of(subject, field), _changed_by(subject, field)
    )


def _changed_by(subject: Any, field: str) -> str:
    name = "item" if subject._meta.model_name == "agendaitem" else subject._meta.model_name
    owner = {} if name == "meeting" else {name: subject}
    meeting = subject if name == "meeting" else subject.meeting
    value = Value.objects.filter(
        meeting=meeting, field="name" if field == "present" else field, **owner
    ).first()
    event = Event.objects.about(value).select_related("by").last() if value else None
    if event is None or event.by is None:
        return ""
    return f"{event.by} ({swedish.moment(event.at, timezone.localdate())})"


def _fields_of(row: Row) -> set[str]:
    """The fields that belong to a row; a row of the meeting's own is one field."""
    kind, _dash, name = row.key.partition("-")
    return {
        field
        for owner, field in service.CORRECTABLE
        if owner == kind and (kind != "meeting" or field == name)
    }


def _row(request: HttpRequest, meeting_id: int, key: str) -> tuple[Record, Row]:
    record = read_meeting(meeting_id, sees=sight_of(request.user), hidden=NOBODY)
    require(request.user, "register.correct_value", record.meeting)
    if key not in record.rows or not record.rows[key].is_corrected_by_hand:
        raise Http404
    return record, record.rows[key]


def _own_meeting(request: HttpRequest, meeting_id: int) -> Meeting:
    meeting = get_object_or_404(Meeting.objects.prefetch_related("bodies"), pk=meeting_id)
    require(request.user, "register.correct_value", meeting)
    return meeting


def _answer(
    request: HttpRequest,
    record: Record,
    row: Row,
    status: int = 200,
    *,
    conflict: Conflict | None = None,
    refused: Refusal | None = None,
) -> HttpResponse:
    """With script the row put in anew; without, the page again, or the row's own where something is asked."""
    meeting, key = record.meeting, row.key
    if not htmx_of(request) and status == 200:
        return redirect(reverse("meeting", args=[meeting.pk], query={"rad": key}) + f"#{key}")
    shown = (
        record.rows[key]
        if status == 200
        else read_meeting(meeting.pk, sees=sight_of(request.user), hidden=hidden_from(request.user)).rows[key]
    )
    if not htmx_of(request):
        return show(
            request, "web/review/row.html", current="meetings", status=status, row=shown, meeting=meeting,
            conflict=conflict, refused=refused,
        )  # fmt: skip
    response = show(
        request, "web/parts/changed_rows.html", status=status, record=record, rows=[shown], gone=[],
        chosen=key, may_decide=True, meeting=meeting, conflict=conflict, refused=refused,
    )  # fmt: skip
    told = {"states": {line.value.pk: line.state for line in shown.lines}, "rows": [key], "gone": [],
            "stays": True, "focus": refused.field if refused else ""}  # fmt: skip
    response["HX-Trigger-After-Settle"] = json.dumps({"samsyn:decided": told})
    return response
