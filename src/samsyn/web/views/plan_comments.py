"""What is said of a plan: the list, one comment with its answer, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts.permissions import may, require
from samsyn.plan import service
from samsyn.plan.models import Part, PartKind, Plan, PlanComment, Wording
from samsyn.plan.queries import comments as found
from samsyn.plan.queries.plans import all_plans, chosen_plan
from samsyn.register.models import Statement
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.forms.plan_comments import CommentForm
from samsyn.web.pages import next_address, posted, read_numbers, show, signed_in
from samsyn.web.views.matters import tell_done
from samsyn.web.views.plan import no_plan, read_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, QueryDict

    from samsyn.history.models import Event

    Act = Callable[[HttpRequest, PlanComment], Event]

ON_A_PAGE = 50
NAMES = ("plan", "omrade", "lage", "organ")
STATES = {
    "vantar": ("waiting", "Väntar på svar"),
    "beslutade": ("undone", "Beslutade, inte gjorda"),
    "forslag": ("proposed", "Läst, inte bekräftat"),
    "besvarade": ("answered", "Besvarade"),
    "inga": ("refused", "Ingen synpunkt"),
}


class Chip(NamedTuple):
    """A quick filter.

    Attributes:
        address: What the list's address is with it, or without it where it is chosen.
    """

    word: str
    n: int
    address: str
    is_on: bool


def plan_comments(request: HttpRequest) -> HttpResponse:
    """The list; `?omrade=`, `?organ=`, `?lage=` narrow it. What has waited longest stands first."""
    plans = all_plans()
    plan = chosen_plan(read_number(request.GET.get("plan", "")), plans)
    if plan is None:
        return no_plan(request)
    asked = _wanted(request, plan)
    counts = found.comment_counts(asked)
    return show(
        request,
        "web/plan/comments.html",
        current="plan",
        plan=plan,
        plans=plans,
        page=Paginator(found.comments(asked), ON_A_PAGE).get_page(request.GET.get("sida")),
        counts=counts,
        chips=_chips(request.GET, counts),
        areas=plan.parts.filter(kind=PartKind.AREA, withdrawn_on=None).order_by("number"),
        bodies=found.bodies_that_commented(plan, sees=asked.sees),
        chosen={name: request.GET.get(name, "") for name in NAMES},
        goes_on=_address(request.GET),
        may_answer=may(request.user, "plan.answer_comment"),
        may_comment=may(request.user, "plan.comment"),
        today=timezone.localdate(),
    )


def plan_comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """One comment: what was said, why it is held to be one, and its answer."""
    row = get_comment(request, comment_id)
    may_answer = may(request.user, "plan.answer_comment")
    wordings = Wording.objects.filter(part=row.part).order_by("-number") if row.part_id else []
    return show(
        request,
        "web/plan/comment.html",
        current="plan",
        row=row,
        stamp=service.stamp_of_row(row),
        may_answer=may_answer,
        decisions=found.decisions_to_choose(row.plan, sees=sight_of(request.user)) if may_answer else [],
        wordings=list(wordings) if may_answer else [],
        today=timezone.localdate(),
    )


def new_comment(request: HttpRequest) -> HttpResponse:
    """Write a comment by hand; `?del=` and `?plan=` say on what."""
    require(request.user, "plan.comment")
    plans = all_plans()
    sent = posted(request)
    part = Part.objects.filter(pk__in=read_numbers([request.GET.get("del", "")])).first()
    plan = part.plan if part else chosen_plan(read_number(request.GET.get("plan", "")), plans)
    if plan is None:
        return no_plan(request)
    form = CommentForm(sent, plan=plan, initial={"part": part.pk if part else ""})
    if sent is not None and form.is_valid():
        try:
            event = service.write_comment(form.wanted(), by=signed_in(request))
        except RegisterError as error:
            form.add_error(None, error.message)
        else:
            tell_done(request, event, _("Synpunkten är sparad."))
            return redirect("plan_comment", event.subject_id)
    return show(request, "web/plan/new_comment.html", current="plan", plan=plan, plans=plans, form=form)


@require_POST
def change_comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Take or refuse one that was read; answer in words, by a decision or by new words."""
    row, act = get_comment(request, comment_id), request.POST.get("gor", "")
    if act not in ACTS:
        raise Http404
    do, told = ACTS[act]
    try:
        tell_done(request, do(request, row), _(told))
    except RegisterError as error:
        messages.error(request, error.message)
    return redirect(next_address(request, f"/plan/synpunkter/{row.pk}/"))


def get_comment(request: HttpRequest, comment_id: int) -> PlanComment:
    """A comment that somebody sees.

    Raises:
        Http404: There is none with that id among them.
    """
    seen = found.seen_comments(sight_of(request.user)).filter(pk=comment_id)
    row = found.with_all(seen).first()
    if row is None:
        raise Http404
    return row


def _wanted(request: HttpRequest, plan: Plan) -> found.CommentFilter:
    state, _word = STATES.get(request.GET.get("lage", ""), ("", ""))
    area, body = (next(iter(read_numbers([request.GET.get(name, "")])), None) for name in ("omrade", "organ"))
    return found.CommentFilter(plan.pk, state, area=area, body=body, sees=sight_of(request.user))


def _chips(query: QueryDict, counts: dict[str, int]) -> list[Chip]:
    """A quick filter for each state that there is something in."""
    chosen = query.get("lage", "")
    return [
        Chip(_(word), counts[state], _address(query, lage="" if code == chosen else code), code == chosen)
        for code, (state, word) in STATES.items()
        if counts[state] or code == chosen
    ]


def _address(query: QueryDict, **changes: str) -> str:
    """The list's address with some choices changed."""
    kept = {name: query.get(name, "") for name in NAMES} | changes
    return urlencode({name: value for name, value in kept.items() if value})


def _take(request: HttpRequest, row: PlanComment) -> Event:
    return service.take_comment(row, by=signed_in(request), seen=request.POST.get("sedd", ""))


def _refuse(request: HttpRequest, row: PlanComment) -> Event:
    return service.refuse_comment(row, by=signed_in(request), seen=request.POST.get("sedd", ""))


def _answer(request: HttpRequest, row: PlanComment) -> Event:
    text = request.POST.get("svar", "").replace("\x00", "")
    return service.answer_comment(row, text, by=signed_in(request), seen=request.POST.get("sedd", ""))


def _decide(request: HttpRequest, row: PlanComment) -> Event:
    asked = read_numbers([request.POST.get("beslut", "")])
    statement = Statement.objects.filter(pk__in=asked).select_related("meeting").first()
    if statement is None:
        raise service.PlanUnusable(_("Välj ett beslut."))
    return service.decide_comment(row, statement, by=signed_in(request), seen=request.POST.get("sedd", ""))


def _reword(request: HttpRequest, row: PlanComment) -> Event:
    asked = next(iter(read_numbers([request.POST.get("lydelse", "")])), 0)
    wording = get_object_or_404(Wording.objects.select_related("part"), pk=asked)
    return service.reword_for_comment(row, wording, by=signed_in(request), seen=request.POST.get("sedd", ""))


ACTS: dict[str, tuple[Act, str]] = {
    "ja": (_take, "Synpunkten är bekräftad."),
    "nej": (_refuse, "Det är ingen synpunkt, och föreslås inte igen."),
    "svara": (_answer, "Svaret är sparat."),
    "beslut": (_decide, "Beslutet är kopplat till synpunkten."),
    "lydelse": (_reword, "Den nya lydelsen är kopplad till synpunkten."),
}
