"""Who may do what in the register."""

import rules

from samsyn.accounts.permissions import is_administrator, is_signed_in

rules.add_perm("register.read", is_signed_in)
rules.add_perm("register.import_notes", is_administrator)
rules.add_perm("register.export", is_administrator)
rules.add_perm("register.confirm_value", is_administrator)
rules.add_perm("register.reject_value", is_administrator)
rules.add_perm("register.correct_value", is_administrator)
rules.add_perm("register.undo_event", is_administrator)
rules.add_perm("register.settle_doubt", is_administrator)
rules.add_perm("register.settle_suggestion", is_administrator)
