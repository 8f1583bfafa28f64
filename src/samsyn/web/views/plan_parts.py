"""One part of a plan: what it says and has said, when it is to be reached, how it is followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samsyn.accounts.permissions import may
from samsyn.plan import service
from samsyn.plan.models import Actor, Part, PartKind, Period
from samsyn.plan.queries.asked import waiting_for
from samsyn.plan.queries.comments import comments_on_part
from samsyn.plan.queries.parts import see_part
from samsyn.plan.queries.wording import look_at
from samsyn.register.protection import hidden_from
from samsyn.register.queries.naming import anybody_like, whoever_named
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.differences import write_differences
from samsyn.web.pages import read_numbers, show, signed_in
from samsyn.web.picking import pick_words, pointed_statement
from samsyn.web.plan_part_words import tell_part
from samsyn.web.plan_posts import posted_line, read_day
from samsyn.web.views.matters import tell_done
from samsyn.wording import Beside, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpRequest, HttpResponse

    from samsyn.history.models import Event
    from samsyn.plan.models import PlanComment, Wording
    from samsyn.plan.queries.parts import PartSeen
    from samsyn.plan.queries.wording import Looked

    Act = Callable[[HttpRequest, Part], Event]


def plan_part(request: HttpRequest, part_id: int) -> HttpResponse:
    """The page of a part."""
    part, today = get_part(part_id), timezone.localdate()
    seen = see_part(part, on=today, sees=sight_of(request.user))
    return show(
        request,
        "web/plan/part.html",
        current="plan",
        seen=seen,
        told=tell_part(seen, on=today),
        actors=_actors(part),
        is_checked=part.kind in service.CHECKED,
        hidden_people=hidden_from(request.user).people,
        looked=_looked(request, seen),
        back=request.path,
        may_change=may(request.user, "plan.change_plan") and part.withdrawn_on is None,
        comments=comments_on_part(part, sees=sight_of(request.user)),
        may_answer=may(request.user, "plan.answer_comment"),
        may_comment=may(request.user, "plan.comment") and part.withdrawn_on is None,
        today=today,
    )


def compare_wordings(request: HttpRequest, part_id: int) -> HttpResponse:
    """Two versions of a part's words beside each other (`?fran=1&till=3`); else the last two."""
    part = get_part(part_id)
    seen = see_part(part, on=timezone.localdate(), sees=sight_of(request.user))
    chosen = _two(seen, read_numbers([request.GET.get("fran", ""), request.GET.get("till", "")]))
    return show(
        request,
        "web/plan/compare.html",
        current="plan",
        seen=seen,
        two=chosen,
        rows=write_differences(_sentences(chosen[0].text), _sentences(chosen[1].text)) if chosen else [],
        today=timezone.localdate(),
    )


def new_wording(request: HttpRequest, part_id: int) -> HttpResponse:
    """Write a new version; `?sok=` looks for the words in notes that asked for it."""
    part, sees = get_part(part_id), sight_of(request.user)
    today = timezone.localdate()
    sent = request.POST if request.method == "POST" else request.GET
    if request.method == "POST" and sent.get("gor") == "spara":
        written = _write(request, part)
        if written is not None:
            return written
    seen = see_part(part, on=today, sees=sees)
    return show(
        request,
        "web/plan/wording.html",
        current="plan",
        seen=seen,
        sent=sent,
        remarks_as=remarks_as(part),
        text=sent.get("lydelse", seen.wordings[0].text if seen.wordings else ""),
        picking=pick_words(request, sent),
        waiting=_waiting(request, part),
        chosen=read_numbers(sent.getlist("svarar")),
        today=today,
    )


@require_safe
def checking_choices(request: HttpRequest) -> HttpResponse:
    """Whom the letters written so far can mean, of those that can follow something up."""
    asked, hidden = " ".join(request.GET.get("ord", "").split())[:200], hidden_from(request.user)
    found = anybody_like(asked.replace("\x00", ""), sight_of(request.user))
    choices = [one for one in found if not hidden.mask.is_in(one.name)]
    return show(request, "web/review/choices.html", choices=choices, asked=asked, new_kinds=[])


@require_POST
def change_part(request: HttpRequest, part_id: int) -> HttpResponse:
    """When a part is to be reached, that it was, and how it is followed up."""
    part, act = get_part(part_id), request.POST.get("gor", "")
    if act not in ACTS:
        raise Http404
    do, told = ACTS[act]
    try:
        tell_done(request, do(request, part), _(told))
    except RegisterError as error:
        messages.error(request, error.message)
    return redirect("plan_part", part.pk)


def get_part(part_id: int) -> Part:
    """A part with what it stands below.

    Raises:
        Http404: There is none.
    """
    rows = Part.objects.select_related("plan", "parent__parent__parent")
    found: Part = get_object_or_404(rows, pk=part_id)
    return found


def remarks_as(part: Part) -> Kind:
    """What the words of a part are to the rules of wording: areas and target pictures are not demands."""
    return Kind.MILESTONE if part.kind in (PartKind.MILESTONE, PartKind.STEP) else Kind.TEXT


def _looked(request: HttpRequest, seen: PartSeen) -> Looked | None:
    """What is said of the words in force, for those who may answer it."""
    if not seen.wording or not may(request.user, "plan.change_plan"):
        return None
    beside = Beside.NOTHING if seen.period is None else Beside.TIME
    return look_at(seen.wording.text, kind=remarks_as(seen.part), beside=beside)


def _actors(part: Part) -> list[Actor]:
    rows = part.plan.actors.filter(left_on=None).select_related("organisation")
    return list(rows.order_by("number", "pk"))


def _two(seen: PartSeen, numbers: Sequence[int]) -> tuple[Wording, Wording] | None:
    """The versions with two numbers, the earlier first; the last two where they are not both there."""
    chosen = [one for one in seen.wordings if one.number in numbers]
    newest = chosen if len(chosen) == 2 else seen.wordings[:2]
    return (newest[1], newest[0]) if len(newest) == 2 else None


def _sentences(text: str) -> str:
    """Each sentence on a line of its own, so that the same sentences stand beside each other."""
    return text.replace(". ", ".\n")


def _write(request: HttpRequest, part: Part) -> HttpResponse | None:
    sent = request.POST
    try:
        wanted = service.WordingWanted(
            posted_line(request, "lydelse"),
            posted_line(request, "varfor"),
            pointed_statement(request),
            read_day(sent.get("galler", "")),
            tuple(waiting_for(part).filter(pk__in=read_numbers(sent.getlist("svarar")))),
        )
        seen = next(iter(read_numbers([sent.get("sedd", "")])), None)
        event = service.write_wording(part, wanted, by=signed_in(request), seen=seen)
    except RegisterError as error:
        messages.error(request, error.message)
        return None
    tell_done(request, event, _("Den nya lydelsen är sparad."))
    return redirect("plan_part", part.pk)


def _waiting(request: HttpRequest, part: Part) -> list[PlanComment]:
    """What is said of a part and has no answer, as far as its notes are seen."""
    hidden = sight_of(request.user).hidden_ids()
    return [one for one in waiting_for(part) if not (one.statement and one.statement.meeting_id in hidden)]


def _tell_period(request: HttpRequest, part: Part) -> Event:
    asked = next(iter(read_numbers([request.POST.get("aktor", "")])), None)
    actor = get_object_or_404(part.plan.actors, pk=asked) if asked else None
    return service.tell_period(
        part,
        posted_line(request, "nar"),
        on=timezone.localdate(),
        actor=actor,
        source=pointed_statement(request),
        by=signed_in(request),
    )


def _remove_period(request: HttpRequest, part: Part) -> Event:
    return service.remove_period(_period(request, part), by=signed_in(request))


def _reach(request: HttpRequest, part: Part) -> Event:
    today = timezone.localdate()
    return service.reach_period(
        _period(request, part),
        on=read_day(request.POST.get("dag", "")) or today,
        today=today,
        because=posted_line(request, "visar"),
        by=signed_in(request),
    )


def _unreach(request: HttpRequest, part: Part) -> Event:
    return service.unreach_period(_period(request, part), by=signed_in(request))


def _check(request: HttpRequest, part: Part) -> Event:
    who, user = posted_line(request, "vem"), signed_in(request)
    whose = whoever_named(who, chosen=posted_line(request, "vald"), by=user)
    said = service.CheckingSaid(posted_line(request, "hur"), who, posted_line(request, "nar"), **whose)
    return service.tell_checking(part, said, on=timezone.localdate(), by=user)


def _period(request: HttpRequest, part: Part) -> Period:
    asked = next(iter(read_numbers([request.POST.get("tid", "")])), 0)
    found: Period = get_object_or_404(part.periods.select_related("part__plan"), pk=asked)
    return found


ACTS: dict[str, tuple[Act, str]] = {
    "tid": (_tell_period, "Tiden är sparad."),
    "ta-bort-tid": (_remove_period, "Tiden är borttagen."),
    "natt": (_reach, "Sparat som nått."),
    "inte-natt": (_unreach, "Inte längre sparat som nått."),
    "uppfoljning": (_check, "Uppföljningen är sparad."),
}
