"""The door to the changes of plans; their questions are in `samsyn.plan.queries`."""

from samsyn.plan.errors import PlanUnusable

__all__ = ["PlanUnusable"]
