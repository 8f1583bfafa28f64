"""The user guide."""

from samsyn.web.routes.routing import page
from samsyn.web.views import guide

PAGES = [
    page("hjalp/", guide.contents, "help", "signed_in"),
    page("hjalp/<str:name>/", guide.page, "help_page", "signed_in"),
]
