"""Decisions and actions as one list with filters, row by row in place, and as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import may
from samsyn.history.models import Event
from samsyn.history.queries import events_about
from samsyn.matters.queries.actions import Action
from samsyn.matters.queries.executions import FOLLOWED_KINDS
from samsyn.register.models import SourceVersion
from samsyn.register.protection import hidden_from
from samsyn.register.queries import StatementFilter, list_statements, quick_counts
from samsyn.register.queries import statements as find_statements
from samsyn.register.sight import sight_of
from samsyn.web import swedish
from samsyn.web.filters import order_heads, read_chosen, select_options, wanted
from samsyn.web.kept_pages import kept_page
from samsyn.web.pages import htmx_of, show
from samsyn.web.parties import see_parties
from samsyn.web.remarks_of import remarks_of
from samsyn.web.rows import Row, arrange_rows
from samsyn.web.saved import View, view_at, views_of
from samsyn.web.sheets import write_csv
from samsyn.web.words import KINDS, STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.models import QuerySet
    from django.http import HttpRequest

    from samsyn.register.models import ActionReport, Statement
    from samsyn.register.sight import Sight

PAGE = "statements"
ON_A_PAGE = 50
NEIGHBOURS = 1
AT_A_TIME, MOST_ROWS = 500, 10_000  # rows of a sheet


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list."""

    statement: Statement
    row: Row

    @property
    def report(self) -> ActionReport | None:
        """The latest that was said of how it goes."""
        return next(reversed(self.statement.reports.all()), None)

    @property
    def state(self) -> str:
        """A doubt is seen first; else whether a person has confirmed the kind."""
        if self.row.doubts:
            return "doubtful"
        confirmed: bool = self.statement.is_confirmed  # type: ignore[attr-defined]  # said by the question
        return "confirmed" if confirmed else "proposed"

    @property
    def now(self) -> Action:
        """How it stands, with what people have said since laid over the notes."""
        return Action(self.statement)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The source around a statement: the words before, its own, and the words after."""

    version: SourceVersion | None
    before: str = ""
    own: str = ""
    after: str = ""


def _views(request: HttpRequest) -> tuple[View, ...]:
    """What the reader has saved."""
    return views_of(request, PAGE)


@kept_page(beside=_views)
def statements(request: HttpRequest, *, beside: tuple[View, ...]) -> HttpResponse:
    """The list; `?oppen=` is the row that stands open."""
    chosen, today = read_chosen(request.GET), timezone.localdate()
    sees = sight_of(request.user)
    asked = wanted(chosen, today, sees=sees, hidden=hidden_from(request.user))
    counts = quick_counts(today, asked)
    page = Paginator(list_statements(asked, counts.all), ON_A_PAGE).get_page(request.GET.get("sida"))
    entries = [_entry(said) for said in page]
    opened = next((entry for entry in entries if str(entry.statement.pk) == request.GET.get("oppen")), None)
    return show(
        request,
        "web/statements.html",
        current="statements",
        page=page,
        entries=entries,
        chosen=chosen,
        heads=order_heads(chosen),
        counts=counts,
        total=None if chosen.is_empty else quick_counts(today, StatementFilter(sees=sees)),
        views=beside,
        at=view_at(beside, chosen),
        options=select_options(),
        opened=opened,
        **(_detail(request, opened) if opened else {}),
        today=today,
    )


def statement(request: HttpRequest, statement_id: int) -> HttpResponse:
    """One row, open or closed, to be put in place; opened by itself, the page of what was said."""
    found = get_object_or_404(
        find_statements(_any_kind(sight_of(request.user))).prefetch_related(
            "values__doubts", "reports__by", "reports__person", "replies__by", "replies__organisation"
        ),
        pk=statement_id,
    )
    entry = _entry(found)
    if not htmx_of(request):
        return show(request, "web/carried_out/decision.html", current="statements", **_page(request, entry))
    is_open = request.GET.get("oppen") == "1"
    return show(
        request,
        "web/parts/statement_row.html",
        entry=entry,
        chosen=read_chosen(request.GET),
        opened=entry if is_open else None,
        **(_detail(request, entry) if is_open else {}),
        today=timezone.localdate(),
    )


def statements_csv(request: HttpRequest) -> HttpResponse:
    """The same rows with the same filter, all pages; the first of very many, which the last line says."""
    sees, hidden = sight_of(request.user), hidden_from(request.user)
    asked = wanted(read_chosen(request.GET), timezone.localdate(), sees=sees, hidden=hidden)
    response = HttpResponse(write_csv(_csv_head(), _sheet(asked)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="beslut-och-atgarder.csv"'
    return response


def _sheet(asked: StatementFilter) -> Iterator[Sequence[str]]:
    """Some hundred rows at a time: all at once take all memory, and more numbers than a question may hold."""
    found = find_statements(asked).prefetch_related("values__doubts")
    ids = list(found.values_list("pk", flat=True)[: MOST_ROWS + 1])
    for start in range(0, min(len(ids), MOST_ROWS), AT_A_TIME):
        part = ids[start : min(start + AT_A_TIME, MOST_ROWS)]
        rows = found.in_bulk(part)
        yield from (_csv_row(_entry(rows[pk])) for pk in part)
    if len(ids) > MOST_ROWS:
        yield (_("Fler rader finns: välj ett organ eller en tid."),)


def _any_kind(sees: Sight) -> StatementFilter:
    return StatementFilter(kinds=tuple(KINDS), sees=sees)


def _entry(said: Statement) -> Entry:
    values = list(said.values.all())
    doubts = [doubt for value in values for doubt in value.doubts.all() if doubt.state == "open"]
    row = arrange_rows(values, doubts).get(f"statement-{said.pk}") or Row(f"statement-{said.pk}")
    row.subject = said
    return Entry(said, row)


def _detail(request: HttpRequest, entry: Entry) -> dict[str, Any]:
    values = [line.value.pk for line in entry.row.lines]
    events = Event.objects.filter(subject_type="value", subject_id__in=values) | Event.objects.about(
        entry.statement
    )
    return {
        "surroundings": _surroundings(entry.statement, entry.row),
        "events": events.select_related("by").order_by("id"),
        "may_decide": may(request.user, "register.confirm_value", entry.statement),
        "may_report": may(request.user, "register.report_action", entry.statement),
    }


def _page(request: HttpRequest, entry: Entry) -> dict[str, Any]:
    """What the page of a statement shows besides its row: whether it was carried out, its parties."""
    said = entry.statement
    is_followed = said.kind in FOLLOWED_KINDS
    return {
        "entry": entry,
        "said": said,
        "today": timezone.localdate(),
        "is_followed": is_followed,
        "looked": remarks_of(said, user=request.user),
        "executions": list(said.executions.select_related("by")) if is_followed else [],
        "may_tell": is_followed and may(request.user, "matters.tell_execution", said),
        "parties": see_parties(request.user, said),
        **_detail(request, entry),
        "events": _events(said, [line.value.pk for line in entry.row.lines]),
    }


def _events(said: Statement, values: list[int]) -> QuerySet[Event]:
    """What happened to it: to what was read, and what was told of it; of its parties the table tells."""
    about = events_about(
        {
            "statement": [said.pk],
            "value": values,
            "execution": list(said.executions.values_list("pk", flat=True)),
        }
    )
    return about.select_related("by").order_by("id")


def _surroundings(said: Statement, row: Row) -> Surroundings:
    version = SourceVersion.objects.defer("document").filter(meeting=said.meeting_id, is_current=True).first()
    line = row.line("text")
    if version is None or line is None or line.value.start is None or line.value.end is None:
        return Surroundings(version)
    text, start, end = version.text, line.value.start, line.value.end
    before = " ".join(text[:start].split("\n")[-1 - NEIGHBOURS :])
    after = " ".join(text[end:].split("\n")[: 1 + NEIGHBOURS])
    own = text[start:end].replace("\n", " ")
    return Surroundings(version, before[-300:].lstrip(), own, after[:300].rstrip())


def _csv_head() -> Sequence[str]:
    return (
        _("Dag"), _("Sort"), _("Åtgärd"), _("Källans ord"), _("Ägare"), _("Ägare, anteckningarnas ord"),
        _("Klart senast"), _("Klart senast, anteckningarnas ord"), _("Organ"), _("Punkt"), _("Läge"),
        _("Adress"),
    )  # fmt: skip


def _csv_row(entry: Entry) -> Sequence[str]:
    said, due = entry.statement, entry.now.due
    return (
        said.meeting.start_on.isoformat() if said.meeting.start_on else "",
        KINDS[said.kind],
        _("ja") if said.is_action else _("nej"),
        said.text,
        entry.now.owner.owner_name,
        said.owner_name,
        swedish.period(due.due_start, due.due_end, due.due_precision, due.due_words),
        said.due_words,
        swedish.joined([body.name for body in said.meeting.named_bodies]),
        f"{said.item.number} {said.item.heading}".strip() if said.item else "",
        STATES[entry.state],
        f"{reverse('meeting', args=[said.meeting_id])}?rad={entry.row.key}",
    )
