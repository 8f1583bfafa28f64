"""Actions as they stand now, and what is said of them."""

from samsyn.web.routes.routing import page
from samsyn.web.views import action_changes, actions, saved_views

PAGES = [
    page("atgarder/", actions.actions, "actions", "matters.read"),
    page("atgarder.csv", actions.actions_csv, "actions_csv", "matters.read"),
    page("atgarder/<int:statement_id>/", actions.action, "action", "matters.read"),
    page(
        "atgarder/<int:statement_id>/andra/",
        action_changes.change_action,
        "change_action",
        "matters.follow_up",
    ),
    page("atgarder/tid/", action_changes.action_time, "action_time", "matters.follow_up"),
    page(
        "skriv/<int:draft_id>/uppfoljning/",
        action_changes.put_on_agenda,
        "draft_followed",
        "register.write_draft",
    ),
    page("atgarder/vyer/", saved_views.save_actions_view, "save_actions_view", "signed_in"),
    page("atgarder/for/", action_changes.carry, "carry_actions", "matters.follow_up"),
]
