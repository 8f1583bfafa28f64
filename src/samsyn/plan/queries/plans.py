"""Which plans there are, and which one is meant."""

from __future__ import annotations

from samsyn.plan.models import Plan, PlanState


def all_plans() -> list[Plan]:
    """Those that are followed, the newest first, then those that have ended."""
    return sorted(Plan.objects.all(), key=lambda plan: (plan.state != PlanState.ACTIVE, -plan.pk))


def chosen_plan(which: int | None, among: list[Plan]) -> Plan | None:
    """The plan with an id, or the first that is followed.

    Args:
        which: An id; None for no choice.
        among: As `all_plans` gives them.
    """
    return next((plan for plan in among if which in {None, plan.pk}), None)
