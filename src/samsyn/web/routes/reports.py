"""What organisations say of their own actions."""

from samsyn.web.routes.routing import page
from samsyn.web.views import reports

PAGES = [
    page("beslut/<int:statement_id>/hur-det-gar/", reports.report, "report_action", "register.report_action"),
]
