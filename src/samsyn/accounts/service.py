"""The door to accounts for other rooms."""

from samsyn.accounts.actions.appoint_administrator import appoint_administrator, dismiss_administrator
from samsyn.accounts.actions.change_password import change_password
from samsyn.accounts.actions.close_user import close_user, reopen_user
from samsyn.accounts.actions.make_first_administrator import make_first_administrator
from samsyn.accounts.actions.remove_second_step import remove_second_step
from samsyn.accounts.actions.reset_password import reset_password
from samsyn.accounts.actions.save_view import remove_view, save_view
from samsyn.accounts.errors import AccountError, AccountNeeded, AddressTaken, ViewUnusable
from samsyn.accounts.models import SavedView, User
from samsyn.accounts.permissions import may, require
from samsyn.accounts.second_step import has_second_step

__all__ = [
    "AccountError",
    "AccountNeeded",
    "AddressTaken",
    "SavedView",
    "User",
    "ViewUnusable",
    "appoint_administrator",
    "change_password",
    "close_user",
    "dismiss_administrator",
    "has_second_step",
    "make_first_administrator",
    "may",
    "remove_second_step",
    "remove_view",
    "reopen_user",
    "require",
    "reset_password",
    "save_view",
]
