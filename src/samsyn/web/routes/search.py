"""Search."""

from samsyn.web.routes.routing import page
from samsyn.web.views import search

PAGES = [
    page("sok/", search.search_page, "search", "register.read"),
]
