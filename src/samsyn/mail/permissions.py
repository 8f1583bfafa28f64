"""Who may see and steer what goes out by mail."""

import rules

from samsyn.accounts.permissions import is_administrator

rules.add_perm("mail.see_outbox", is_administrator)
rules.add_perm("mail.send_trial", is_administrator)
rules.add_perm("mail.hand_over_mail", is_administrator)
rules.add_perm("mail.send_again", is_administrator)
