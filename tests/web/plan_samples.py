"""What the addresses of the plan are tried with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.plan import plans
from tests.web.sampling import at

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.samples import Things
    from tests.web.sampling import Sample


def states() -> dict[str, int]:
    """A plan with an actor in each state; ids by their words."""
    return plans.fill_states(on=date(2026, 11, 22))


def with_plan() -> Sample:
    """Nothing in the address, in a register with a plan."""
    states()
    return at()


PLANS: dict[str, Callable[[Things], Sample]] = {
    "plan_area": lambda _it: at(states()["area"]),
    "plan_csv": lambda _it: with_plan(),
}
