"""Ask actors where they stand, and what the link in the letter leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.mail.service import MailError, is_server_set
from samsyn.plan import service
from samsyn.plan.models import Actor, Assessment
from samsyn.plan.queries.actor import see_actor
from samsyn.plan.queries.asking import actors_to_ask
from samsyn.plan.queries.plans import all_plans, chosen_plan
from samsyn.register.protection import hidden_from
from samsyn.register.service import RegisterError
from samsyn.web.forms.plan_assess import claims_of, forms_of, unchanged
from samsyn.web.pages import read_numbers, show, show_plain, signed_in
from samsyn.web.swedish import in_words
from samsyn.web.views.plan import no_plan, read_number

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.mail.service import Link
    from samsyn.plan.models import Plan

GONE, UNUSABLE = 410, 422


def ask_actors(request: HttpRequest) -> HttpResponse:
    """The actors of a plan, those without an answer first, each with the addresses that are known."""
    plans = all_plans()
    plan = chosen_plan(read_number(request.GET.get("plan", "")), plans)
    if plan is None:
        return no_plan(request)
    refused = ""
    if request.method == "POST":
        try:
            return _ask(request, plan)
        except (RegisterError, MailError) as error:
            refused = error.message
    rows = actors_to_ask(plan, on=timezone.localdate(), hidden=hidden_from(request.user).people)
    wanted = read_numbers([request.GET.get("aktor", "")])
    chosen = read_numbers(request.POST.getlist("aktor")) if refused else wanted
    return show(
        request,
        "web/plan/ask.html",
        current="plan",
        plan=plan,
        plans=plans,
        rows=rows,
        chosen=chosen,
        sent=request.POST if refused else {},
        is_single=bool(wanted),
        has_server=is_server_set(),
        refused=refused,
        status=UNUSABLE if refused else 200,
        today=timezone.localdate(),
    )


def assess_by_link(request: HttpRequest, link: Link) -> HttpResponse:
    """The same form as for those who sign in; opening the link says nothing."""
    today, refused = timezone.localdate(), ""
    try:
        actor = service.actor_of(link, on=today)
    except service.PlanUnusable as error:
        return show_plain(
            request, "web/links/unusable.html", title=_("Frågan gäller inte längre"), lead=error.message,
            status=GONE,
        )  # fmt: skip
    seen = see_actor(actor, on=today)
    if request.method == "POST":
        is_same = request.POST.get("gor") == "oforandrat"
        try:
            said = unchanged(seen) if is_same else claims_of(forms_of(seen, request.POST), request.FILES)
            service.assess_by_link(link, said, on=today)
            return _thank(request, link, title=_("Tack, bedömningen är sparad"))
        except RegisterError as error:
            refused = error.message
    return show_plain(
        request,
        "web/plan/assess_by_link.html",
        title=_("Var står %(name)s?") % {"name": actor.organisation.name},
        link=link,
        seen=seen,
        forms=forms_of(seen, request.POST if refused else None),
        refused=refused,
        lost_files=request.FILES,
        status=UNUSABLE if refused else 200,
    )


def tell_assessed(request: HttpRequest, link: Link, told: str) -> HttpResponse:
    """The link was used: when, and what was said."""
    return _thank(request, link, title=_("Ni har redan svarat"), lead=told, status=GONE)


def _thank(
    request: HttpRequest, link: Link, *, title: str, lead: str = "", status: int = 200
) -> HttpResponse:
    """What the actor says when it has answered; what it says later is not for an old link."""
    until = timezone.localdate(link.used_at) if link.used_at else timezone.localdate()
    rows = Assessment.objects.filter(actor=link.subject_id, area__withdrawn_on=None, on__lte=until)
    said = {one.area_id: one for one in rows.select_related("area", "step").order_by("on", "pk")}
    return show_plain(
        request,
        "web/plan/assessed.html",
        title=title,
        lead=lead,
        said=sorted(said.values(), key=lambda one: one.area.number),
        status=status,
    )


@transaction.atomic
def _ask(request: HttpRequest, plan: Plan) -> HttpResponse:
    """Ask those who are ticked, all or none.

    Raises:
        RegisterError: One cannot be asked.
        MailError: An address is none.
    """
    ids = read_numbers(request.POST.getlist("aktor"))
    actors = list(Actor.objects.filter(plan=plan, pk__in=ids).select_related("plan", "organisation"))
    if len(actors) != len(set(ids)):
        raise Http404
    if not actors:
        raise service.PlanUnusable(_("Välj minst en aktör."))
    for actor in actors:
        addresses = request.POST.get(f"till-{actor.pk}", "").replace("\x00", "").replace(",", " ").split()
        for address in addresses or [""]:
            service.ask_for_assessment(actor, address, on=timezone.localdate(), by=signed_in(request))
    n = len(actors)
    messages.success(
        request,
        ngettext("%(n)s aktör har fått frågan.", "%(n)s aktörer har fått frågan.", n)
        % {"n": in_words(n).capitalize()},
    )
    return redirect("plan")
