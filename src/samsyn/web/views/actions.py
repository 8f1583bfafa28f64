"""Actions as one list over everything, and one's own: row by row in place, and as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import may
from samsyn.history.models import Event
from samsyn.matters.queries.action_lists import list_actions
from samsyn.matters.queries.actions import (
    Action,
    ActionFilter,
    count_actions,
)
from samsyn.matters.queries.actions import actions as find_actions
from samsyn.matters.queries.duties import turns_of
from samsyn.matters.queries.of_statements import matters_of
from samsyn.matters.queries.own import own_of
from samsyn.matters.service import stamp_of
from samsyn.register.protection import hidden_from
from samsyn.register.queries.attention import coming_meetings
from samsyn.register.roles import bodies_written
from samsyn.register.sight import sight_of
from samsyn.web import swedish
from samsyn.web.action_filters import n_shown, quick_filters, read_chosen, select_options, tabs, wanted
from samsyn.web.pages import htmx_of, show, signed_in
from samsyn.web.saved import view_at, views_of
from samsyn.web.sheets import write_csv
from samsyn.web.telling import tell
from samsyn.web.words import ACTION_STATES, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from django.http import HttpRequest

    from samsyn.matters.models import Matter
    from samsyn.matters.queries.duties import Turn
    from samsyn.register.models import Meeting

ON_A_PAGE = 50
MOST_MEETINGS = 40
MOST_TURNS = 12
AT_A_TIME = 500  # rows of a sheet


def actions(request: HttpRequest) -> HttpResponse:
    """The list; `?oppen=` is the row that stands open."""
    chosen, today = read_chosen(request.GET), timezone.localdate()
    own = own_of(signed_in(request), on=today)
    asked = wanted(chosen, own, sees=sight_of(request.user), hidden=hidden_from(request.user))
    counts = count_actions(asked, on=today)
    known = n_shown(chosen, counts)
    n = find_actions(asked, on=today).count() if known is None else known
    page = Paginator(list_actions(asked, n, on=today), ON_A_PAGE).get_page(request.GET.get("sida"))
    entries = [Action(said) for said in page]
    views = views_of(request, "actions")
    opened = next((one for one in entries if str(one.statement.pk) == request.GET.get("oppen")), None)
    return show(
        request,
        "web/actions/list.html",
        current="actions",
        page=page,
        entries=entries,
        matters=matters_of([one.statement for one in entries], sees=asked.sees),
        chosen=chosen,
        counts=counts,
        quick=quick_filters(counts),
        tabs=tabs(own),
        views=views,
        at=view_at(views, chosen),
        options=select_options(),
        opened=opened,
        **(detail_of(request, opened) if opened else {}),
        may_follow=may(request.user, "matters.follow_up"),
        meetings=meetings_ahead(request, today),
        today=today,
    )


def action(request: HttpRequest, statement_id: int) -> HttpResponse:
    """One row, open or closed, to be put in place; without script, the list with the row open."""
    if not htmx_of(request):
        return redirect(f"{reverse('actions')}?lage=alla&oppen={statement_id}#statement-{statement_id}")
    return show_row(request, statement_id, is_open=request.GET.get("oppen") == "1")


def show_row(
    request: HttpRequest, statement_id: int, *, is_open: bool, status: int = 200, **refused: Any
) -> HttpResponse:
    """A row as it stands now."""
    today = timezone.localdate()
    seen = find_actions(ActionFilter(sees=sight_of(request.user)), on=today)
    entry = Action(get_object_or_404(seen, pk=statement_id))
    return show(
        request,
        "web/actions/row.html",
        status=status,
        entry=entry,
        matters=matters_of([entry.statement], sees=sight_of(request.user)),
        chosen=read_chosen(request.GET),
        opened=entry if is_open else None,
        **(detail_of(request, entry) if is_open else {}),
        **refused,
        may_follow=may(request.user, "matters.follow_up"),
        today=today,
    )


def actions_csv(request: HttpRequest) -> HttpResponse:
    """The same rows with the same filter, all pages."""
    today = timezone.localdate()
    own = own_of(signed_in(request), on=today)
    sees, hidden = sight_of(request.user), hidden_from(request.user)
    asked = wanted(read_chosen(request.GET), own, sees=sees, hidden=hidden)
    sheet = write_csv(_csv_head(), _sheet(asked, today))
    response = HttpResponse(sheet, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="atgarder.csv"'
    return response


def _sheet(asked: ActionFilter, today: date) -> Iterator[Sequence[str]]:
    """Some hundred rows at a time: all at once are more numbers than a question may hold."""
    found = find_actions(asked, on=today)
    ids = list(found.select_related(None).prefetch_related(None).values_list("pk", flat=True))
    for start in range(0, len(ids), AT_A_TIME):
        part = ids[start : start + AT_A_TIME]
        rows = found.in_bulk(part)
        matters = matters_of(list(rows.values()), sees=asked.sees)
        yield from (_csv_row(Action(rows[pk]), matters.get(pk, ()), today) for pk in part if pk in rows)


def detail_of(request: HttpRequest, entry: Action) -> dict[str, Any]:
    """What an open row shows besides."""
    over, said = entry.follow_up, entry.statement
    events = Event.objects.about(over).select_related("by") if over is not None else ()
    return {
        "told": tell(list(events)),
        "may_change": may(request.user, "matters.follow_up", said),
        "may_report": may(request.user, "register.report_action", said),
        "seen": stamp_of(said, over),
        "turns": _turns(request, entry),
    }


def _turns(request: HttpRequest, entry: Action) -> Sequence[Turn]:
    if not entry.is_recurring:
        return ()
    return turns_of(entry, on=timezone.localdate(), sees=sight_of(request.user))[:MOST_TURNS]


def meetings_ahead(request: HttpRequest, today: date) -> list[Meeting]:
    """The next meetings to which somebody may carry something."""
    written = bodies_written(request.user)
    rows = coming_meetings(on=today)
    if written is not None:
        if not written:
            return []
        rows = rows.filter(bodies__in=written).distinct()
    return list(rows.prefetch_related(None).prefetch_related("bodies")[:MOST_MEETINGS])


def _csv_head() -> Sequence[str]:
    return (
        _("Källans ord"), _("Sort"), _("Ägare"), _("Klart senast"), _("Sista dag"), _("Dagar sen"), _("Läge"),
        _("Senast hört"), _("Vad som sades"), _("Organ"), _("Möte"), _("Förd till"),
        _("Ärende"),
    )  # fmt: skip


def _csv_row(entry: Action, matters: Sequence[Matter], today: date) -> Sequence[str]:
    said, due, report = entry.statement, entry.due, entry.report
    late = entry.n_days_late(today)
    carried = entry.follow_up.carried_to if entry.follow_up else None
    return (
        said.text,
        _(KINDS[said.kind]),
        entry.owner.full_owner,
        swedish.period(due.due_start, due.due_end, due.due_precision, due.due_words),
        due.due_end.isoformat() if due.due_end else "",
        str(late) if late else "",
        _(ACTION_STATES[entry.state]),
        timezone.localtime(report.at).date().isoformat() if report else "",
        report.text if report else "",
        swedish.joined([body.name for body in said.meeting.named_bodies]),
        said.meeting.start_on.isoformat() if said.meeting.start_on else "",
        carried.start_on.isoformat() if carried and carried.start_on else "",
        swedish.joined([matter.name for matter in matters]),
    )
