"""A plan's structure: made, changed, and one part of it with its words and times."""

from samsyn.web.routes.routing import page
from samsyn.web.views import plan_changes, plan_making, plan_parts

PAGES = [
    page("plan/ny/", plan_making.new_plan, "new_plan", "plan.change_plan"),
    page("plan/<int:plan_id>/redigera/", plan_changes.change_plan, "change_plan", "plan.change_plan"),
    page("plan/delar/<int:part_id>/", plan_parts.plan_part, "plan_part", "plan.read"),
    page("plan/delar/<int:part_id>/lydelser/", plan_parts.compare_wordings, "compare_wordings", "plan.read"),
    page("plan/delar/<int:part_id>/ny-lydelse/", plan_parts.new_wording, "new_wording", "plan.change_plan"),
    page("plan/delar/<int:part_id>/andra/", plan_parts.change_part, "change_plan_part", "plan.change_plan"),
]
