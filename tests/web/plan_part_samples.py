"""What the addresses of a plan's structure are tried with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.plan import plans
from tests.web.sampling import at

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.samples import Things
    from tests.web.sampling import Sample

    from samsyn.plan.models import Part


def step() -> Part:
    """The first step of a new plan."""
    return plans.step_of(plans.area_of(plans.plan()), 1)


PLAN_PARTS: dict[str, Callable[[Things], Sample]] = {
    "new_plan": lambda _it: at(name="Plan", areas="Arbetssätt", steps="Veta", gor="plan"),
    "change_plan": lambda _it: at(step().plan_id, gor="lagg-till", sort="area", namn="Nytt"),
    "plan_part": lambda _it: at(step().pk),
    "compare_wordings": lambda _it: at(step().pk),
    "new_wording": lambda _it: at(step().pk, gor="spara", lydelse="Nya ord.", varfor="Svepande.", sedd=1),
    "change_plan_part": lambda _it: at(step().pk, gor="tid", nar="tidigast 2027"),
}
