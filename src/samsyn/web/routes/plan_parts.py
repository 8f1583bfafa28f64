"""A plan's structure: made, changed, and one part of it with its words and times."""

from samsyn.web.routes.routing import page
from samsyn.web.views import (
    plan_actors,
    plan_bands,
    plan_changes,
    plan_making,
    plan_parts,
    plan_pick,
    plan_sheets,
    plan_wordings,
)

PAGES = [
    page("plan/ny/", plan_making.new_plan, "new_plan", "plan.change_plan"),
    page("plan/<int:plan_id>/redigera/", plan_changes.change_plan, "change_plan", "plan.change_plan"),
    page("plan/<int:plan_id>/aktorer/", plan_actors.plan_actors, "plan_actors", "plan.read"),
    page("plan/<int:plan_id>/aktorer/andra/", plan_actors.change_actors, "change_actors", "plan.change_plan"),
    page("plan/<int:plan_id>/plan.xlsx", plan_sheets.plan_xlsx, "plan_xlsx", "plan.read"),
    page("plan/<int:plan_id>/las-in/", plan_sheets.read_plan_sheet, "read_plan_sheet", "plan.change_plan"),
    page("plan/lydelser/", plan_wordings.plan_wordings, "plan_wordings", "plan.read"),
    page(
        "plan/ord-i-anteckningarna/",
        plan_pick.point_out_words,
        "point_out_words",
        "plan.point_out_words",
    ),
    page("plan/tider/", plan_bands.plan_bands, "plan_bands", "plan.read"),
    page("plan/tider/ny/", plan_bands.new_band, "new_band", "plan.change_plan"),
    page("plan/tider/<int:band_id>/", plan_bands.change_band, "change_band", "plan.change_plan"),
    page("plan/av-vem/", plan_parts.checking_choices, "checking_choices", "plan.change_plan"),
    page("plan/delar/<int:part_id>/", plan_parts.plan_part, "plan_part", "plan.read"),
    page("plan/delar/<int:part_id>/lydelser/", plan_parts.compare_wordings, "compare_wordings", "plan.read"),
    page("plan/delar/<int:part_id>/ny-lydelse/", plan_parts.new_wording, "new_wording", "plan.change_plan"),
    page("plan/delar/<int:part_id>/andra/", plan_parts.change_part, "change_plan_part", "plan.change_plan"),
]
