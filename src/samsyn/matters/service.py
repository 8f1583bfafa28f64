"""The door to the changes of matters; its questions are in `samsyn.matters.queries`."""

from samsyn.matters.actions.carry_actions import carry_actions
from samsyn.matters.actions.change_action import change_due, change_owner
from samsyn.matters.actions.end_action import end_action, reopen_action
from samsyn.matters.actions.following import stamp_of
from samsyn.matters.errors import FollowUpUnusable

__all__ = [
    "FollowUpUnusable",
    "carry_actions",
    "change_due",
    "change_owner",
    "end_action",
    "reopen_action",
    "stamp_of",
]
