"""Which organisations were in the room."""

from samsyn.web.routes.routing import page
from samsyn.web.views import coverage

PAGES = [
    page("organ/<int:body_id>/narvaro/", coverage.body_rooms, "body_rooms", "register.read"),
    page(
        "organ/<int:body_id>/narvaro/oppet/",
        coverage.publish_coverage,
        "publish_coverage",
        "register.publish_coverage",
    ),
    page(
        "organisationer/<int:organisation_id>/narvaro/",
        coverage.organisation_rooms,
        "organisation_rooms",
        "register.read",
    ),
]
