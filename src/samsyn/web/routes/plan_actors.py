"""A plan's actors: their own pages, what they say of themselves, and what shows it."""

from samsyn.web.routes.routing import page
from samsyn.web.views import plan_actor, plan_asking, plan_assess, plan_support

PAGES = [
    page("plan/aktorer/<int:actor_id>/", plan_actor.plan_actor, "plan_actor", "plan.read"),
    page(
        "plan/aktorer/<int:actor_id>/andra/",
        plan_actor.change_actor,
        "change_plan_actor",
        "plan.add_evidence",
    ),
    page("plan/be-om-bedomning/", plan_asking.ask_actors, "ask_actors", "plan.ask_for_assessment"),
    page("plan/bedom/<int:actor_id>/", plan_assess.assess_actor, "assess_actor", "plan.assess"),
    page("plan/underlag/<int:evidence_id>/", plan_actor.evidence_file, "evidence_file", "plan.read"),
    page("plan/stod/", plan_support.plan_support, "plan_support", "plan.read"),
    page("plan/stod/andra/", plan_support.change_support, "change_plan_support", "plan.ask_for_support"),
    page("plan/lardomar/", plan_support.plan_lessons, "plan_lessons", "plan.read"),
    page("plan/lardomar/ny/", plan_support.tell_lesson, "tell_plan_lesson", "plan.tell_lesson"),
    page("plan/vidmakthallande/", plan_support.plan_sustainment, "plan_sustainment", "plan.read"),
    page(
        "plan/vidmakthallande/svara/",
        plan_support.tell_sustainment,
        "tell_plan_sustainment",
        "plan.tell_sustainment",
    ),
]
