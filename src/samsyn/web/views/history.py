"""The history: one log of all changes, that of one object, and one's own, which can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.accounts.models import User
from samsyn.accounts.permissions import may
from samsyn.history.models import Event
from samsyn.history.queries import count_up_to, events_about, find_events, kinds_of, page_of
from samsyn.matters.models import Matter
from samsyn.matters.queries.sight import visible_matters
from samsyn.register import service
from samsyn.register.alphabet import Alphabetical
from samsyn.register.models import Meeting, Person
from samsyn.register.protection import hidden_from
from samsyn.register.queries.changes import changes_of_bodies, find_subject, subjects_of
from samsyn.register.queries.drafts import bodies_to_write_for
from samsyn.register.roles import bodies_written
from samsyn.register.sight import sight_of
from samsyn.web.history_filters import options_of, read_chosen, wanted
from samsyn.web.pages import htmx_of, read_numbers, show, signed_in
from samsyn.web.sheets import write_csv
from samsyn.web.subjects import KINDS
from samsyn.web.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.db.models import Model, QuerySet
    from django.http import HttpRequest

    from samsyn.history.models import EventQuerySet
    from samsyn.web.telling import Told

SHOWN = 50
COUNTED = 10_000  # beyond so many the page says only that they are more
ROWS = 100_000  # so many go into one sheet
OF_ACCOUNTS = ("user", "role", "link", "outgoingmail")


class Own(NamedTuple):
    """A change of one's own, and why it cannot be undone; empty where it can."""

    told: Told
    reason: str


def history(request: HttpRequest) -> HttpResponse:
    """All changes, newest first; those of the bodies that somebody writes for, where that is all they see."""
    chosen = read_chosen(request.GET)
    sees_all = may(request.user, "register.see_all_history")
    rows = _seen_by(request, find_events(wanted(chosen)))
    n_rows = count_up_to(rows, COUNTED)
    counts = kinds_of(rows) if n_rows <= COUNTED else {}
    page = page_of(rows, after=_after(request), size=SHOWN)
    return show(
        request,
        "web/history/log.html",
        current="history",
        told=tell(page.events),
        goes_on_after=page.goes_on_after,
        is_first=_after(request) is None,
        n_rows=n_rows,
        counted=COUNTED,
        chosen=chosen,
        options=options_of(counts, _people(rows, sees_all=sees_all)),
        of_bodies=[] if sees_all else bodies_to_write_for(signed_in(request)),
        today=timezone.localdate(),
    )


def history_csv(request: HttpRequest) -> HttpResponse:
    """The same changes with the same filter as a sheet, newest first."""
    rows = _seen_by(request, find_events(wanted(read_chosen(request.GET))))
    response = HttpResponse(write_csv(_head(), _sheet(rows)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="historik.csv"'
    return response


def history_of(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The changes of one object and its parts; a part of its page where it asks for one."""
    subject = find_subject(kind, pk)
    if subject is None or not _sees(request, subject):
        raise Http404
    hidden, sees = hidden_from(request.user).people, sight_of(request.user)
    rows = events_about(subjects_of(kind, pk, hidden=hidden, sees=sees))
    page = page_of(rows, after=_after(request), size=SHOWN)
    named = KINDS[kind].write(subject)
    return show(
        request,
        "web/history/fragment.html" if htmx_of(request) else "web/history/object.html",
        current="meetings" if named.meeting else "",
        subject=named,
        back=named.address,
        told=tell(page.events),
        goes_on_after=page.goes_on_after,
        here=reverse("history_of", args=[kind, pk]),
        today=timezone.localdate(),
    )


def _sees(request: HttpRequest, subject: Model) -> bool:
    """Whether somebody sees the notes that a thing was read in; of people, any that name them."""
    if isinstance(subject, Person):
        return not sight_of(request.user).strangers().filter(pk=subject.pk).exists()
    if isinstance(subject, Matter):
        return visible_matters(sight_of(request.user)).filter(pk=subject.pk).exists()
    read_in = getattr(subject, "statement", None) or subject
    meeting = subject if isinstance(subject, Meeting) else getattr(read_in, "meeting", None)
    return meeting is None or sight_of(request.user).sees(meeting)


def my_changes(request: HttpRequest) -> HttpResponse:
    """One's own latest changes, each with a way to undo it, or why there is none."""
    by = signed_in(request)
    page = page_of(Event.objects.filter(by=by, what__in=service.INVERSES), after=_after(request), size=SHOWN)
    reasons = service.why_it_stands(page.events)
    return show(
        request,
        "web/history/mine.html",
        current="my_changes",
        own=[Own(told, _reason(by, told, reasons)) for told in tell(page.events)],
        goes_on_after=page.goes_on_after,
        today=timezone.localdate(),
    )


def _reason(by: User, told: Told, reasons: dict[int, str]) -> str:
    """Why somebody cannot undo a change."""
    event = told.event
    if event.pk in reasons:
        return reasons[event.pk]
    # The meeting is fetched with its bodies; the event alone would have to be asked for it.
    subject = told.subject.meeting or event
    permission = service.INVERSES[event.what].permission
    allowed = may(by, permission, subject) or may(by, permission, event)
    return "" if allowed else _("Din roll räcker inte längre till det här.")


def _seen_by(request: HttpRequest, rows: EventQuerySet) -> EventQuerySet:
    """Accounts are for those who look after them, the rest for those who write for the body."""
    own = bodies_written(request.user)
    if not may(request.user, "register.see_all_history"):
        return rows.filter(changes_of_bodies(own or ()))
    return rows if may(request.user, "accounts.see_users") else rows.exclude(subject_type__in=OF_ACCOUNTS)


def _people(rows: EventQuerySet, *, sees_all: bool) -> QuerySet[User]:
    """Who can be chosen among: whoever has an account, or only those who are told of."""
    everybody = User.objects.order_by(Alphabetical("name"), "email")
    return everybody if sees_all else everybody.filter(pk__in=rows.order_by().values("by"))


def _after(request: HttpRequest) -> int | None:
    return next(iter(read_numbers([request.GET.get("efter", "")])), None)


def _head() -> Sequence[str]:
    return (
        _("Tid"), _("Vem"), _("Vad"), _("Om"), _("Möte"), _("Före"), _("Efter"), _("Varför"), _("Adress"),
    )  # fmt: skip


def _sheet(rows: EventQuerySet) -> Iterator[Sequence[str]]:
    """Told some hundred at a time."""
    after: int | None = None
    for _part in range(ROWS // 500):
        page = page_of(rows, after=after, size=500)
        yield from map(_csv_row, tell(page.events))
        after = page.goes_on_after
        if after is None:
            return


def _csv_row(told: Told) -> Sequence[str]:
    event = told.event
    return (
        timezone.localtime(event.at).isoformat(sep=" ", timespec="seconds"),
        str(event.by or ""),
        told.word,
        told.subject.name,
        told.subject.within,
        "; ".join(f"{one.label}: {one.before}" for one in told.changes if one.before),
        "; ".join(f"{one.label}: {one.after}" for one in told.changes if one.after),
        event.why,
        told.subject.address,
    )
