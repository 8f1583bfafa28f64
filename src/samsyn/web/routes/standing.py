"""How an organisation stands, and its replies."""

from samsyn.web.routes.routing import page
from samsyn.web.views import standing

PAGES = [
    page("min-organisation/", standing.my_organisation, "my_organisation", "register.read"),
    page("organisationer/<int:organisation_id>/lage/", standing.standing, "standing", "register.read"),
    page(
        "organisationer/<int:organisation_id>/svar/<int:statement_id>/",
        standing.write_reply,
        "write_reply",
        "matters.reply",
    ),
]
