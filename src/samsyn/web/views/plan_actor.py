"""An actor's page: where it stands, what shows it, and what can be said of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may
from samsyn.plan import service
from samsyn.plan.models import Assessment, Evidence, Part, PartKind, Review
from samsyn.plan.queries.actor import see_actor
from samsyn.plan.queries.support import see_lessons, see_support
from samsyn.plan.queries.sustainment import all_dues
from samsyn.register.protection import hidden_from
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.large_requests import takes_files
from samsyn.web.pages import show, signed_in
from samsyn.web.picking import pointed_statements
from samsyn.web.plan_actor_words import tell_actor
from samsyn.web.plan_posts import posted_line, posted_number, read_day, read_upload
from samsyn.web.views.originals import download
from samsyn.web.views.plan import BEFORE
from samsyn.web.views.plan_assess import get_actor, tell_events

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event
    from samsyn.plan.models import Actor

    Act = Callable[[HttpRequest, Actor], Event | list[Event]]


def plan_actor(request: HttpRequest, actor_id: int) -> HttpResponse:
    """The page."""
    actor, today = get_actor(actor_id), timezone.localdate()
    seen = see_actor(actor, on=today, since=today - BEFORE, sees=sight_of(request.user))
    return show(
        request,
        "web/plan/actor.html",
        current="plan",
        seen=seen,
        told=tell_actor(seen),
        support=see_support(actor.plan, only=actor, sees=sight_of(request.user)),
        lessons=see_lessons(actor.plan, only=actor, sees=sight_of(request.user)),
        dues=all_dues(actor.plan, on=today, only=actor),
        may_assess=may(request.user, "plan.assess", actor),
        may_review=may(request.user, "plan.review_assessment"),
        may_reply=may(request.user, "plan.reply_to_review", actor),
        since=today - BEFORE,
        today=today,
    )


@takes_files
@require_POST
def change_actor(request: HttpRequest, actor_id: int) -> HttpResponse:
    """What shows where an actor stands, and what is said of its word."""
    actor, act = get_actor(actor_id), request.POST.get("gor", "")
    if act not in ACTS:
        raise Http404
    do, told = ACTS[act]
    try:
        done = do(request, actor)
        tell_events(request, done if isinstance(done, list) else [done], _(told))
    except RegisterError as error:
        messages.error(request, error.message)
    return redirect("plan_actor", actor.pk)


def evidence_file(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """A file that shows something, always as a download."""
    found = get_object_or_404(Evidence.objects.select_related("source"), pk=evidence_id)
    if found.source is None:
        raise Http404
    return download(found.source, found.file_name, hidden=hidden_from(request.user))


def _add(request: HttpRequest, actor: Actor) -> list[Event]:
    area: Part = get_object_or_404(actor.plan.parts, pk=posted_number(request, "omrade"), kind=PartKind.AREA)
    wanted = service.EvidenceWanted(
        posted_line(request, "underlag"),
        posted_line(request, "lank"),
        read_day(request.POST.get("dag", "")),
        *read_upload(request.FILES.get("fil")),
    )
    return service.add_all_evidence(
        actor,
        area,
        _step(request, area),
        service.with_words(wanted, pointed_statements(request, request.POST)),
        on=timezone.localdate(),
        by=signed_in(request),
    )


def _withdraw(request: HttpRequest, actor: Actor) -> Event:
    return service.withdraw_evidence(
        _evidence(request, actor),
        why=posted_line(request, "varfor"),
        on=timezone.localdate(),
        by=signed_in(request),
    )


def _take(request: HttpRequest, actor: Actor) -> Event:
    found = _evidence(request, actor)
    step = _step(request, found.area)
    return service.take_evidence(found, step, on=timezone.localdate(), by=signed_in(request))


def _refuse(request: HttpRequest, actor: Actor) -> Event:
    return service.refuse_evidence(_evidence(request, actor), by=signed_in(request))


def _review(request: HttpRequest, actor: Actor) -> Event:
    found: Assessment = get_object_or_404(actor.assessments, pk=posted_number(request, "bedomning"))
    return service.review_assessment(
        found, posted_line(request, "kommentar"), step=_step(request, found.area), by=signed_in(request)
    )


def _reply(request: HttpRequest, actor: Actor) -> Event:
    rows = Review.objects.filter(assessment__actor=actor)
    found: Review = get_object_or_404(rows, pk=posted_number(request, "kommentar"))
    return service.reply_to_review(found, posted_line(request, "svar"), by=signed_in(request))


def _evidence(request: HttpRequest, actor: Actor) -> Evidence:
    """Evidence of the actor, as far as its words may be seen."""
    seen = {one.pk for area in see_actor(
        actor, on=timezone.localdate(), sees=sight_of(request.user)
    ).areas for one in (*area.evidence, *area.proposed)}  # fmt: skip
    asked = posted_number(request, "underlag")
    if asked not in seen:
        raise Http404
    found: Evidence = actor.evidence.select_related("area").get(pk=asked)
    return found


def _step(request: HttpRequest, area: Part) -> Part | None:
    return area.parts.filter(pk=posted_number(request, "steg"), kind=PartKind.STEP).first()


# What a button says: what it does, and what is told then.
ACTS: dict[str, tuple[Act, str]] = {
    "lagg-till": (_add, "Underlaget är sparat."),
    "ta-tillbaka": (_withdraw, "Underlaget räknas inte längre. Det finns kvar i historiken."),
    "bekrafta": (_take, "Underlaget är bekräftat."),
    "avvisa": (_refuse, "Förslaget är avvisat."),
    "granska": (_review, "Kommentaren är sparad. Aktören kan svara på den."),
    "svara": (_reply, "Svaret är sparat. Det står bredvid kommentaren."),
}
