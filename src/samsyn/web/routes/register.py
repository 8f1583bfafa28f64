"""What is held to be true: overview, meetings, statements, what is asked about them, how they were read."""

from samsyn.web.routes.routing import page
from samsyn.web.views import (
    decisions,
    meeting,
    meetings,
    originals,
    overview,
    rules,
    saved_views,
    statements,
    suggestions,
)

PAGES = [
    page("", overview.overview, "overview", "register.read"),
    page("moten/", meetings.meetings, "meetings", "register.read"),
    page("moten/<int:meeting_id>/", meeting.meeting, "meeting", "register.read"),
    page("moten/<int:meeting_id>/original/<int:number>/", originals.original, "original", "register.read"),
    page(
        "moten/<int:meeting_id>/bilaga/<int:attachment_id>/",
        originals.attachment,
        "attachment",
        "register.read",
    ),
    page("moten/<int:meeting_id>/avgor/", decisions.decide, "decide", "register.confirm_value"),
    page(
        "moten/<int:meeting_id>/tveksamt/<int:doubt_id>/", decisions.settle, "settle", "register.settle_doubt"
    ),
    page("angra/", decisions.undo, "undo", "register.take_back"),
    page("beslut/", statements.statements, "statements", "register.read"),
    page("beslut/<int:statement_id>/", statements.statement, "statement", "register.read"),
    page("beslut/vyer/", saved_views.save_view, "save_view", "signed_in"),
    page("beslut/vyer/<int:view_id>/ta-bort/", saved_views.remove_view, "remove_view", "signed_in"),
    page("beslut.csv", statements.statements_csv, "statements_csv", "register.read"),
    page("forslag/", suggestions.suggestions, "suggestions", "register.read"),
    page(
        "forslag/<int:suggestion_id>/", suggestions.answer, "answer_suggestion", "register.settle_suggestion"
    ),
    page("regler/", rules.rules, "rules", "register.read"),
]
