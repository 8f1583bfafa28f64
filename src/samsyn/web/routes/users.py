"""Who has an account, and what they may do: for administrators."""

from samsyn.web.routes.routing import page
from samsyn.web.views import invitations, user_changes, users

PAGES = [
    page("anvandare/", users.users, "users", "accounts.see_users"),
    page("anvandare/ny/", invitations.invite, "new_user", "register.invite_user"),
    page("anvandare/<int:user_id>/", users.user, "user", "accounts.see_users"),
    page("anvandare/<int:user_id>/roll/", users.give_role, "give_role", "register.grant_role"),
    page("anvandare/<int:user_id>/losenord/", users.new_password, "new_password", "accounts.reset_password"),
    page("anvandare/<int:user_id>/lank/", invitations.send_link, "send_link", "accounts.reset_password"),
    page(
        "anvandare/<int:user_id>/andra-steget/",
        user_changes.remove_second_step,
        "remove_second_step",
        "accounts.remove_second_step",
    ),
    page("anvandare/<int:user_id>/konto/", user_changes.change_user, "change_user", "accounts.close_user"),
    page(
        "anvandare/<int:user_id>/administrator/",
        user_changes.change_administrator,
        "change_administrator",
        "accounts.appoint_administrator",
    ),
    page("roll/<int:role_id>/avsluta/", user_changes.end_role, "end_role", "register.end_role"),
]
