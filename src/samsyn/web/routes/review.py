"""Looking through what was read: rows corrected in place."""

from samsyn.web.routes.routing import page
from samsyn.web.views import reshaping, review, review_rows

PAGES = [
    page("granska/", review.review, "review", "register.correct_value"),
    page("moten/<int:meeting_id>/rad/<str:key>/", review_rows.edit_row, "edit_row", "register.correct_value"),
    page("moten/<int:meeting_id>/val/", review_rows.edit_choices, "edit_choices", "register.correct_value"),
    page(
        "moten/<int:meeting_id>/rad/<int:statement_id>/dela/",
        reshaping.split,
        "split_row",
        "register.correct_value",
    ),
    page(
        "moten/<int:meeting_id>/rad/<int:statement_id>/sla-ihop/",
        reshaping.merge,
        "merge_rows",
        "register.correct_value",
    ),
    page("moten/<int:meeting_id>/lagg-till/", reshaping.add, "add_row", "register.correct_value"),
    page("moten/<int:meeting_id>/tid/", review_rows.edit_time, "edit_time", "register.correct_value"),
]
