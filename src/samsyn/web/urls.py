"""Every address, and what answers when a page cannot be shown.

`PERMISSIONS` says by name who may open each: "open", "signed_in", or a permission. A page without a rule
cannot be made: `page` takes it. What an action itself allows is asked once more by the action.
"""

from samsyn.web.routes import (
    accounts,
    actions,
    blotting,
    carried_out,
    coverage,
    going_through,
    guide,
    hand_overs,
    history,
    language,
    life,
    mail,
    matters,
    network,
    network_picture,
    plan,
    plan_actors,
    plan_notes,
    plan_parts,
    protection,
    publications,
    register,
    reminders,
    reports,
    review,
    search,
    standing,
    uploads,
    users,
    writing,
)
from samsyn.web.routes.routing import PERMISSIONS
from samsyn.web.views import errors

__all__ = ["PERMISSIONS", "urlpatterns"]

urlpatterns = [
    *register.PAGES,
    *actions.PAGES,
    *search.PAGES,
    *reports.PAGES,
    *reminders.PAGES,
    *hand_overs.PAGES,
    *guide.PAGES,
    *language.PAGES,
    *accounts.PAGES,
    *users.PAGES,
    *mail.PAGES,
    *uploads.PAGES,
    *life.PAGES,
    *network.PAGES,
    *network_picture.PAGES,
    *review.PAGES,
    *publications.PAGES,
    *history.PAGES,
    *protection.PAGES,
    *writing.PAGES,
    *blotting.PAGES,
    *coverage.PAGES,
    *plan.PAGES,
    *plan_notes.PAGES,
    *plan_actors.PAGES,
    *plan_parts.PAGES,
    *carried_out.PAGES,
    *matters.PAGES,
    *standing.PAGES,
    *going_through.PAGES,
]

handler400 = errors.bad_request
handler403 = errors.not_allowed
handler404 = errors.not_found
handler429 = errors.too_many
handler500 = errors.broken
