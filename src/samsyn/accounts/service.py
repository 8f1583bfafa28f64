"""The door to accounts for other rooms."""

from samsyn.accounts.actions.make_first_administrator import make_first_administrator
from samsyn.accounts.actions.reset_password import reset_password
from samsyn.accounts.models import User
from samsyn.accounts.permissions import may, require

__all__ = ["User", "make_first_administrator", "may", "require", "reset_password"]
