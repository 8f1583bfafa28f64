"""The changes of matters that can be taken back: whoever adds such a change adds a row to the table."""

from __future__ import annotations

from samsyn.matters.models import Execution, FollowUp, PartyLine
from samsyn.register.service import Inverse, set_back

FOLLOWED = Inverse(FollowUp, set_back, permission="matters.follow_up")

INVERSES: dict[str, Inverse] = {
    "followup.owner_changed": FOLLOWED,
    "followup.due_changed": FOLLOWED,
    "followup.ended": FOLLOWED,
    "followup.reopened": FOLLOWED,
    "followup.carried": FOLLOWED,
    "execution.told": Inverse(Execution, lambda told, _: told.delete(), permission="matters.tell_execution"),
    **dict.fromkeys(
        ("partyline.told", "partyline.refused"),
        Inverse(PartyLine, lambda line, _: line.delete(), permission="matters.open_parties"),
    ),
}
