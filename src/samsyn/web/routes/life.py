"""The life of notes: commented on, finalised and sent, corrected."""

from samsyn.web.routes.routing import page
from samsyn.web.views import comments, corrections, differences, life

PAGES = [
    page(
        "moten/<int:meeting_id>/synpunkter/", comments.ask, "ask_for_comments", "register.send_for_comments"
    ),
    page(
        "moten/<int:meeting_id>/synpunkter/<int:comment_id>/",
        comments.answer,
        "answer_comment",
        "register.answer_comment",
    ),
    page("moten/<int:meeting_id>/fardigstall/", life.finalise, "finalise", "register.finalise_notes"),
    page(
        "moten/<int:meeting_id>/skillnad/<int:number>/",
        differences.differences,
        "differences",
        "register.read",
    ),
    page(
        "moten/<int:meeting_id>/vantar/<int:waiting_id>/",
        corrections.waiting_correction,
        "waiting_correction",
        "register.correct_notes",
    ),
    page("moten/<int:meeting_id>/ratta/", life.correct, "correct", "register.correct_notes"),
]
