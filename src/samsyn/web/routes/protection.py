"""Who is protected."""

from samsyn.web.routes.routing import page
from samsyn.web.views import protection

PAGES = [
    page("personer/<int:person_id>/skydd/", protection.protect, "protect", "register.protect_person"),
]
