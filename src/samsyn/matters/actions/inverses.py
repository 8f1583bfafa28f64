"""The changes of matters that can be taken back: whoever adds such a change adds a row to the table."""

from __future__ import annotations

from samsyn.matters.models import FollowUp
from samsyn.register.service import Inverse, set_back

FOLLOWED = Inverse(FollowUp, set_back, permission="matters.follow_up")

INVERSES: dict[str, Inverse] = {
    "followup.owner_changed": FOLLOWED,
    "followup.due_changed": FOLLOWED,
    "followup.ended": FOLLOWED,
    "followup.reopened": FOLLOWED,
    "followup.carried": FOLLOWED,
}
