"""What is held to be true: overview, meetings, statements, what is asked about them, how they were read."""

from samsyn.web.routes.routing import page
from samsyn.web.views import decisions, meeting, meetings, originals, overview, rules, statements, suggestions

PAGES = [
    page("", overview.overview, "overview", "signed_in"),
    page("moten/", meetings.meetings, "meetings", "signed_in"),
    page("moten/<int:meeting_id>/", meeting.meeting, "meeting", "signed_in"),
    page("moten/<int:meeting_id>/original/<int:number>/", originals.original, "original", "signed_in"),
    page(
        "moten/<int:meeting_id>/bilaga/<int:attachment_id>/", originals.attachment, "attachment", "signed_in"
    ),
    page("moten/<int:meeting_id>/avgor/", decisions.decide, "decide", "administrator"),
    page("moten/<int:meeting_id>/tveksamt/<int:doubt_id>/", decisions.settle, "settle", "administrator"),
    page("angra/", decisions.undo, "undo", "administrator"),
    page("beslut/", statements.statements, "statements", "signed_in"),
    page("beslut/<int:statement_id>/", statements.statement, "statement", "signed_in"),
    page("beslut.csv", statements.statements_csv, "statements_csv", "signed_in"),
    page("forslag/", suggestions.suggestions, "suggestions", "signed_in"),
    page("forslag/<int:suggestion_id>/", suggestions.answer, "answer_suggestion", "administrator"),
    page("regler/", rules.rules, "rules", "signed_in"),
]
