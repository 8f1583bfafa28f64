"""The life of notes: finalised and sent, corrected."""

from samsyn.web.routes.routing import page
from samsyn.web.views import life

PAGES = [
    page("moten/<int:meeting_id>/fardigstall/", life.finalise, "finalise", "register.finalise_notes"),
    page("moten/<int:meeting_id>/ratta/", life.correct, "correct", "register.correct_notes"),
]
