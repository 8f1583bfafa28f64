"""The door to the changes of matters; its questions are in `samsyn.matters.queries`."""

from samsyn.matters.actions.answer_party_proposals import refuse_party_proposals, take_party_proposals
from samsyn.matters.actions.carry_actions import carry_actions
from samsyn.matters.actions.change_action import change_due, change_owner
from samsyn.matters.actions.end_action import end_action, reopen_action
from samsyn.matters.actions.following import stamp_of
from samsyn.matters.actions.open_parties import open_parties
from samsyn.matters.actions.tell_execution import ExecutionSaid, tell_execution
from samsyn.matters.actions.tell_party import Party, PartySaid, tell_party
from samsyn.matters.errors import FollowUpUnusable

__all__ = [
    "ExecutionSaid",
    "FollowUpUnusable",
    "Party",
    "PartySaid",
    "carry_actions",
    "change_due",
    "change_owner",
    "end_action",
    "open_parties",
    "refuse_party_proposals",
    "reopen_action",
    "stamp_of",
    "take_party_proposals",
    "tell_execution",
    "tell_party",
]
