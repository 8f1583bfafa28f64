"""Blotting out what should never have come in."""

from samsyn.web.routes.routing import page
from samsyn.web.views import blotting

PAGES = [
    page("utplana/", blotting.blot, "blot", "register.blot_out"),
    page("moten/<int:meeting_id>/utplana/", blotting.blot, "blot_meeting", "register.blot_out"),
]
