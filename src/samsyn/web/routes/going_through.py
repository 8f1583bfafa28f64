"""Actions without owner or date, gone through with the chair."""

from samsyn.web.routes.routing import page
from samsyn.web.views import going_through

PAGES = [
    page("genomgang/", going_through.going_through, "going_through", "matters.follow_up"),
    page("genomgang/<int:statement_id>/", going_through.settle, "settle_action", "matters.follow_up"),
    page("genomgang/brev/", going_through.send_settled, "send_settled", "matters.follow_up"),
]
