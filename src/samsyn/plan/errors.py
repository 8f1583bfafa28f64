"""What can be wrong with a change of a plan, in words for whoever makes it."""

from samsyn.register.service import RegisterError


class PlanUnusable(RegisterError):
    """What somebody wants to write into the plan cannot be kept."""
