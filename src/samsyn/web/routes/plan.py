"""The plan: the map of actors and areas, and what is seen of it from above."""

from samsyn.web.routes.routing import page
from samsyn.web.views import plan, plan_areas, plan_table

PAGES = [
    page("plan/", plan.plan_map, "plan", "plan.read"),
    page("plan/tabell/", plan_table.plan_table, "plan_table", "plan.read"),
    page("plan.csv", plan_table.plan_csv, "plan_csv", "plan.read"),
    page("plan/mellan-test-och-vardag/", plan_areas.plan_between, "plan_between", "plan.read"),
    page("plan/omraden/<int:part_id>/", plan_areas.plan_area, "plan_area", "plan.read"),
]
