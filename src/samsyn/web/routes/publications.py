"""Finished notes on an open page: published, read by all, taken back."""

from samsyn.web.routes.routing import page
from samsyn.web.views import publications

PAGES = [
    page("moten/<int:meeting_id>/publicera/", publications.publish, "publish", "register.publish_notes"),
    page("moten/<int:meeting_id>/ta-tillbaka/", publications.withdraw, "withdraw", "register.withdraw_notes"),
    page("publicerat/", publications.publications, "publications", "register.read"),
    page("publicerat/<str:code>/", publications.published, "published", "open"),
]
