"""What the addresses of a plan's structure are tried with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.plan import plans
from tests.web.sampling import at

from samsyn.plan.models import Band

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.samples import Things
    from tests.web.sampling import Sample

    from samsyn.plan.models import Part


def step() -> Part:
    """The first step of a new plan."""
    return plans.step_of(plans.area_of(plans.plan()), 1)


def band() -> int:
    """A holiday."""
    days = (date(2026, 10, 26), date(2026, 11, 2))
    return Band.objects.create(kind="holiday", name="Höstlov", start_on=days[0], end_on=days[1]).pk


PLAN_PARTS: dict[str, Callable[[Things], Sample]] = {
    "new_plan": lambda _it: at(name="Plan", areas="Arbetssätt", steps="Veta", gor="plan"),
    "change_plan": lambda _it: at(step().plan_id, gor="lagg-till", sort="area", namn="Nytt"),
    "plan_actors": lambda _it: at(step().plan_id),
    "change_actors": lambda it: at(step().plan_id, gor="lagg-till", organisation=it.organisation.pk),
    "new_band": lambda _it: at(kind="holiday", name="Lov", start_on="2026-12-21", last_on="2027-01-08"),
    "change_band": lambda _it: at(band(), gor="ta-bort"),
    "plan_xlsx": lambda _it: at(step().plan_id),
    "read_plan_sheet": lambda _it: at(step().plan_id),
    "plan_part": lambda _it: at(step().pk),
    "compare_wordings": lambda _it: at(step().pk),
    "new_wording": lambda _it: at(step().pk, gor="spara", lydelse="Nya ord.", varfor="Svepande.", sedd=1),
    "checking_choices": lambda _it: at(),
    "point_out_words": lambda _it: at(**{"for": "lardom", "sok": "plan"}),
    "change_plan_part": lambda _it: at(step().pk, gor="tid", nar="tidigast 2027"),
}
