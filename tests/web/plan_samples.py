"""What the addresses of the plan are tried with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.plan import plans
from tests.plan.reading_measures import NOTES
from tests.web.plan_actor_samples import PLAN_ACTORS
from tests.web.sampling import at

from samsyn.plan.models import PlanComment
from samsyn.plan.notes.proposing import proposed_plans, stamp_of
from samsyn.register.service import import_notes
from samsyn.register.sight import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.samples import Things
    from tests.web.sampling import Sample

    from samsyn.register.models import Meeting


def states() -> dict[str, int]:
    """A plan with an actor in each state; ids by their words."""
    return plans.fill_states(on=date(2026, 11, 22))


def with_plan() -> Sample:
    """Nothing in the address, in a register with a plan."""
    states()
    return at()


def commented() -> PlanComment:
    """A comment on a plan."""
    made = plans.plan()
    return PlanComment.objects.create(plan=made, part=plans.area_of(made), text="För tidigt.")


def proposed() -> str:
    """The stamp of a plan that notes speak of."""
    list(import_notes([NOTES / "numrerade-rubriker.md"]))
    return stamp_of(proposed_plans(EVERYTHING)[0])


def taking(_first: Meeting) -> Sample:
    """A proposal out of notes that come after the meeting that every register here has."""
    return at(gor="plan", sedd=proposed(), namn="Plan", omrade=["0", "1"])


PLANS: dict[str, Callable[[Things], Sample]] = {
    "take_plan_proposal": lambda it: taking(it.meeting),
    **PLAN_ACTORS,
    "plan_comment": lambda _it: at(commented().pk),
    "change_plan_comment": lambda _it: at(commented().pk, gor="svara", svar="Texten ses över."),
    "new_plan_comment": lambda _it: at(plan=str(commented().plan_id), text="För tidigt."),
    "change_contested_word": lambda _it: at(gor="lagg-till", ord="handlingsplan", hellre="planering"),
    "plan_area": lambda _it: at(states()["area"]),
    "plan_csv": lambda _it: with_plan(),
}
