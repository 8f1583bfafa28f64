"""The door to the changes of matters; its questions are in `samsyn.matters.queries`."""

from samsyn.matters.actions.answer_action import ANSWERING, action_of, answer_action
from samsyn.matters.actions.answer_party_proposals import refuse_party_proposals, take_party_proposals
from samsyn.matters.actions.carry_actions import carry_actions
from samsyn.matters.actions.change_action import change_due, change_owner
from samsyn.matters.actions.change_matter import close_matter, rename_matter, reopen_matter, tell_standing
from samsyn.matters.actions.change_terms import add_terms, change_terms, remove_terms, restore_terms
from samsyn.matters.actions.choose_pace import STEERING, choose_pace, choose_pace_by_link, pace_of
from samsyn.matters.actions.decide_hand_over import confirm_hand_over, refuse_hand_over
from samsyn.matters.actions.decide_link import places_of_link, refuse_links, relate_link, take_link
from samsyn.matters.actions.end_action import end_action, reopen_action
from samsyn.matters.actions.following import stamp_of
from samsyn.matters.actions.merge_matters import merge_matters
from samsyn.matters.actions.open_matter import open_matter
from samsyn.matters.actions.open_parties import open_parties
from samsyn.matters.actions.put_on_agenda import heading_of, put_on_agenda
from samsyn.matters.actions.relate_matters import relate_matters, unrelate_matters
from samsyn.matters.actions.remind_owner import ReminderWanted, remind_owner
from samsyn.matters.actions.send_hand_over import HandOverWanted, readdress_hand_over, send_hand_over
from samsyn.matters.actions.send_settled import send_settled
from samsyn.matters.actions.settle_action import Settled, settle_action
from samsyn.matters.actions.settle_hand_over import (
    answer_hand_over,
    follow_hand_over,
    take_up_hand_over,
    withdraw_hand_over,
)
from samsyn.matters.actions.split_matter import split_matter
from samsyn.matters.actions.tell_execution import ExecutionSaid, tell_execution
from samsyn.matters.actions.tell_party import Party, PartySaid, tell_party
from samsyn.matters.actions.tell_turn import tell_turn
from samsyn.matters.actions.tie_knot import refuse_knot, tie_knot
from samsyn.matters.actions.write_reply import write_reply
from samsyn.matters.checks import stamp_of_matter
from samsyn.matters.errors import FollowUpUnusable, MatterUnusable, TermsUnusable, TwoMatters
from samsyn.matters.handing.errors import HandOverUnusable
from samsyn.matters.handing.keeping import catch_up_hand_overs, follow_hand_overs, read_and_follow
from samsyn.matters.handing.taking_up import Taking, find_taking_up
from samsyn.matters.places import Place
from samsyn.matters.proposing.links import FEW, catch_up, propose_links, waiting

__all__ = [
    "ANSWERING",
    "FEW",
    "STEERING",
    "ExecutionSaid",
    "FollowUpUnusable",
    "HandOverUnusable",
    "HandOverWanted",
    "MatterUnusable",
    "Party",
    "PartySaid",
    "Place",
    "ReminderWanted",
    "Settled",
    "Taking",
    "TermsUnusable",
    "TwoMatters",
    "action_of",
    "add_terms",
    "answer_action",
    "answer_hand_over",
    "carry_actions",
    "catch_up",
    "catch_up_hand_overs",
    "change_due",
    "change_owner",
    "change_terms",
    "choose_pace",
    "choose_pace_by_link",
    "close_matter",
    "confirm_hand_over",
    "end_action",
    "find_taking_up",
    "follow_hand_over",
    "follow_hand_overs",
    "heading_of",
    "merge_matters",
    "open_matter",
    "open_parties",
    "pace_of",
    "places_of_link",
    "propose_links",
    "put_on_agenda",
    "read_and_follow",
    "readdress_hand_over",
    "refuse_hand_over",
    "refuse_knot",
    "refuse_links",
    "refuse_party_proposals",
    "relate_link",
    "relate_matters",
    "remind_owner",
    "remove_terms",
    "rename_matter",
    "reopen_action",
    "reopen_matter",
    "restore_terms",
    "send_hand_over",
    "send_settled",
    "settle_action",
    "split_matter",
    "stamp_of",
    "stamp_of_matter",
    "take_link",
    "take_party_proposals",
    "take_up_hand_over",
    "tell_execution",
    "tell_party",
    "tell_standing",
    "tell_turn",
    "tie_knot",
    "unrelate_matters",
    "waiting",
    "withdraw_hand_over",
    "write_reply",
]
