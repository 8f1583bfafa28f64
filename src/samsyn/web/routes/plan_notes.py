"""What notes say of plans."""

from samsyn.web.routes.routing import page
from samsyn.web.views import plan_notes

PAGES = [
    page("plan/forslag/", plan_notes.plan_proposal, "plan_proposal", "plan.read"),
    page("plan/forslag/ta/", plan_notes.take_proposal, "take_plan_proposal", "plan.change_plan"),
]
