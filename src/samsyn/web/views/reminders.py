"""What links in reminders lead to, and how often one is reminded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.mail.service import is_server_set
from samsyn.matters import service
from samsyn.matters.queries.actions import Action
from samsyn.matters.queries.own import people_at
from samsyn.register.models import ActionReport
from samsyn.register.service import RegisterError, name_of
from samsyn.web.pages import show, show_plain, signed_in
from samsyn.web.words import PACES, REPORTS

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.mail.service import Link
    from samsyn.register.models import Statement

GONE, UNUSABLE = 410, 422


def answer_action(request: HttpRequest, link: Link) -> HttpResponse:
    """The action, and three answers; opening the link answers nothing."""
    try:
        said = service.action_of(link)
    except service.FollowUpUnusable as error:
        return show_plain(
            request, "web/links/unusable.html", title=_("Åtgärden finns inte längre"), lead=error.message,
            status=GONE,
        )  # fmt: skip
    if request.method != "POST":
        return _ask(request, link, said)
    state, text = request.POST.get("hur", ""), request.POST.get("rad", "")
    try:
        report = service.answer_action(link, state=state, text=text, on=timezone.localdate())
    except RegisterError as error:
        return _ask(request, link, said, refused=error.message, text=text, status=UNUSABLE)
    return show_plain(
        request, "web/reminders/answered.html", title=_("Tack, svaret är sparat"), said=said, report=report
    )


def tell_answer(request: HttpRequest, link: Link, told: str) -> HttpResponse:
    """The link was used: when, and what was answered."""
    reports = ActionReport.objects.filter(statement=link.subject_id, address=link.address)
    report = reports.select_related("statement__meeting", "by", "person").order_by("at", "id").last()
    return show_plain(
        request,
        "web/reminders/answered.html",
        title=_("Du har redan svarat"),
        lead=told,
        said=report.statement if report else None,
        report=report,
        status=GONE,
    )


def steer_reminders(request: HttpRequest, link: Link) -> HttpResponse:
    """How often letters come to the address of the letter."""
    refused = ""
    if request.method == "POST":
        try:
            service.choose_pace_by_link(link, request.POST.get("takt", ""), on=timezone.localdate())
        except RegisterError as error:
            refused = error.message
        else:
            return show_plain(request, "web/links/done.html", title=_("Sparat"), lead=_told(link.address))
    return show_plain(
        request,
        "web/reminders/pace_by_link.html",
        title=_("Hur ofta vill du bli påmind?"),
        link=link,
        chosen=service.pace_of(link.address),
        refused=refused,
        status=UNUSABLE if refused else 200,
    )


def my_reminders(request: HttpRequest) -> HttpResponse:
    """One's own choice, and what letters are about."""
    user = signed_in(request)
    if request.method == "POST":
        try:
            service.choose_pace(request.POST.get("takt", ""), by=user)
        except RegisterError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _told(user.email))
        return redirect("my_reminders")
    return show(
        request,
        "web/reminders/mine.html",
        current="account",
        chosen=service.pace_of(user.email),
        is_known=bool(people_at(user.email)),
        has_server=is_server_set(),
    )


def _told(address: str) -> str:
    pace = PACES[service.pace_of(address)]
    return _("Påminnelser till %(to)s: %(pace)s.") % {"to": address, "pace": _(pace).lower()}


def _ask(
    request: HttpRequest, link: Link, said: Statement, *, refused: str = "", text: str = "", status: int = 200
) -> HttpResponse:
    action = Action(said)
    return show_plain(
        request,
        "web/reminders/answer.html",
        title=_("Hur går det?"),
        link=link,
        said=said,
        action=action,
        meeting=name_of(said.meeting),
        answers=REPORTS,
        refused=refused,
        text=text,
        status=status,
    )
