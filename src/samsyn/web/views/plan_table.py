"""The map as a list that can be filtered, printed and taken into a spreadsheet."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from samsyn.plan.queries.map import see_map
from samsyn.plan.queries.plans import all_plans, chosen_plan
from samsyn.plan.queries.table import Sort, lines_of
from samsyn.web.pages import asked_day, show
from samsyn.web.sheets import write_csv
from samsyn.web.views.plan import no_plan, read_number
from samsyn.web.words import PLAN_SORTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.http import HttpRequest

    from samsyn.plan.models import Plan
    from samsyn.plan.queries.map import Map
    from samsyn.plan.queries.table import Line


class Chosen(NamedTuple):
    """What is chosen, as it stands in the address."""

    plan: Plan
    on: date
    area: int | None
    sort: str

    def query(self, **changes: object) -> dict[str, object]:
        """What stands after the question mark, with some choices changed."""
        day = "" if self.on == timezone.localdate() else f"{self.on:%Y-%m-%d}"
        return {"plan": self.plan.pk, "dag": day, "omrade": self.area, "visa": self.sort} | changes


def plan_table(request: HttpRequest) -> HttpResponse:
    """A row for each actor and area."""
    plans = all_plans()
    chosen = _chosen(request, plans)
    if chosen is None:
        return no_plan(request)
    seen, lines = _lines(chosen)
    return show(
        request,
        "web/plan/table.html",
        current="plan",
        plan=chosen.plan,
        plans=plans,
        chosen=chosen,
        map=seen,
        lines=[line for line in lines if not chosen.sort or chosen.sort in line.sorts],
        counts=Counter(sort.value for line in lines for sort in line.sorts),
        n_all=len(lines),
        sorts=[sort.value for sort in Sort],
        today=timezone.localdate(),
    )


def plan_csv(request: HttpRequest) -> HttpResponse:
    """The same rows as a file."""
    chosen = _chosen(request, all_plans())
    if chosen is None:
        raise Http404
    rows = [line for line in _lines(chosen)[1] if not chosen.sort or chosen.sort in line.sorts]
    head = [_("Organisation"), _("Aktör"), _("Område"), _("Steg"), _("Stegets namn"), _("Sedan"), _("Sagt"),
            _("Underlag"), _("Underlagets dag"), _("Behöver"), _("Läge")]  # fmt: skip
    response = HttpResponse(
        write_csv(head, (_csv_row(line) for line in rows)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="plan.csv"'
    return response


def _chosen(request: HttpRequest, plans: list[Plan]) -> Chosen | None:
    given = request.GET
    plan = chosen_plan(read_number(given.get("plan", "")), plans)
    if plan is None:
        return None
    today = timezone.localdate()
    on = min(asked_day(given.get("dag", "")) or today, today)
    sort = given.get("visa", "")
    known = {one.value for one in Sort}
    return Chosen(plan, on, read_number(given.get("omrade", "")), sort if sort in known else "")


def _lines(chosen: Chosen) -> tuple[Map, list[Line]]:
    seen = see_map(chosen.plan, on=chosen.on)
    lines = [line for line in lines_of(seen) if chosen.area in {None, line.cell.area.pk}]
    return seen, lines


def _csv_row(line: Line) -> Sequence[str]:
    claim, shown = line.cell.standing.claim, line.evidence
    above = line.row.above
    return [
        above.name if above else line.row.actor.organisation.name,
        line.row.actor.organisation.name,
        line.cell.area.name,
        str(claim.step) if claim else "",
        line.step.name if line.step else "",
        f"{claim.since:%Y-%m-%d}" if claim and claim.since else "",
        f"{claim.on:%Y-%m-%d}" if claim else "",
        (shown.text or shown.file_name or shown.address) if shown else "",
        f"{shown.dated_on:%Y-%m-%d}" if shown else "",
        claim.needs if claim else "",
        ", ".join(_(PLAN_SORTS[sort]) for sort in Sort if sort in line.sorts),
    ]
