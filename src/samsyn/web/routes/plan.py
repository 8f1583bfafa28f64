"""The plan: the map of actors and areas, and what is seen of it from above."""

from samsyn.web.routes.routing import page
from samsyn.web.views import plan

PAGES = [
    page("plan/", plan.plan_map, "plan", "plan.read"),
]
