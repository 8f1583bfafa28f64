"""Was it carried out: decisions followed up, and what each party does."""

from samsyn.web.routes.routing import page
from samsyn.web.views import carried_out, parties

PAGES = [
    page("beslut/uppfoljning/", carried_out.carried_out, "carried_out", "register.read"),
    page(
        "beslut/<int:statement_id>/verkstallt/",
        carried_out.tell_execution,
        "tell_execution",
        "matters.tell_execution",
    ),
    page("beslut/<int:statement_id>/parter/", parties.parties, "parties", "matters.tell_party"),
    page("arenden/<int:matter_id>/parter/", parties.matter_parties, "matter_parties", "matters.tell_party"),
]
