"""Was it carried out: the list of decisions with how far they have come, and saying it of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.matters import service
from samsyn.matters.models import ExecutionState
from samsyn.matters.queries.executions import (
    LONG_UNTOLD,
    PARTIES,
    UNTOLD,
    execution_counts,
    list_followed,
)
from samsyn.register.models import Statement
from samsyn.register.protection import hidden_from
from samsyn.register.service import RegisterError
from samsyn.register.sight import sight_of
from samsyn.web.filters import Chosen, read_chosen, select_options, wanted
from samsyn.web.pages import next_address, show, signed_in
from samsyn.web.parties import sentence_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from samsyn.matters.models import PartyLine

ON_A_PAGE = 50
STATES = {
    "ingen": UNTOLD,
    "lange": LONG_UNTOLD,
    "atgor": ExecutionState.TO_DO.value,
    "pagar": ExecutionState.UNDER_WAY.value,
    "klart": ExecutionState.CARRIED_OUT.value,
    "inaktuellt": ExecutionState.NOT_RELEVANT.value,
    "var-for-sig": PARTIES,
}
KEPT = ("ord", "organ", "organisation", "period")


@dataclass(frozen=True, slots=True)
class Followed:
    """A decision with what its parties have done, in a sentence."""

    statement: Statement
    sentence: str


def carried_out(request: HttpRequest) -> HttpResponse:
    """The list, latest meeting first."""
    given = read_chosen(request.GET)
    state = request.GET.get("uppfoljning", "")
    chosen = Chosen(
        {name: given[name] for name in KEPT if given[name]}
        | ({"uppfoljning": state} if state in STATES else {})
    )
    today, sees = timezone.localdate(), sight_of(request.user)
    asked = wanted(Chosen({k: v for k, v in chosen.values.items() if k in KEPT}), today, sees=sees,
                   hidden=hidden_from(request.user))  # fmt: skip
    counts = execution_counts(asked, on=today)
    code = STATES.get(chosen["uppfoljning"], "")
    n = getattr(counts, code or "all")
    page = Paginator(list_followed(asked, n, code, on=today), ON_A_PAGE).get_page(request.GET.get("sida"))
    return show(
        request,
        "web/carried_out/list.html",
        current="statements",
        page=page,
        rows=[Followed(said, sentence_of(_hold(said))) for said in page],
        chosen=chosen,
        counts=counts,
        options=select_options(),
        today=today,
    )


@require_POST
def tell_execution(request: HttpRequest, statement_id: int) -> HttpResponse:
    """Keep what is said of a decision, and go back to it."""
    seen = Statement.objects.filter(sight_of(request.user).seen(), removed=False)
    statement = get_object_or_404(seen.select_related("meeting"), pk=statement_id)
    sent = {name: request.POST.get(name, "") for name in ("lage", "nar", "rad")}
    said = service.ExecutionSaid(sent["lage"], sent["nar"], sent["rad"])
    try:
        event = service.tell_execution(statement, said, by=signed_in(request))
    except RegisterError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Nu syns om det är verkställt."), extra_tags=str(event.pk))
    return redirect(next_address(request, f"/beslut/{statement_id}/#verkstalldes"))


def _hold(said: Statement) -> list[PartyLine]:
    """What holds of each party: the latest line, as lines come in the order in which they hold."""
    lines = {line.organisation_id: line for line in said.party_lines.all() if not line.refused}
    return list(lines.values())
