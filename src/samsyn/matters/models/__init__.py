"""The tables of the red thread, one noun a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.matters.models.duties import DutyTurn
from samsyn.matters.models.executions import Execution
from samsyn.matters.models.followed import FollowedMeeting
from samsyn.matters.models.followups import FollowUp
from samsyn.matters.models.hand_overs import HandOver, HandOverBody
from samsyn.matters.models.links import MatterLink
from samsyn.matters.models.matters import Knot, Matter, MatterRelation
from samsyn.matters.models.party_lines import PartyLine
from samsyn.matters.models.proposed import ProposedMeeting
from samsyn.matters.models.reminders import Reminder, ReminderChoice
from samsyn.matters.models.replies import Reply
from samsyn.matters.models.states import (
    ExecutionState,
    HandOverKind,
    HandOverState,
    KnotState,
    LinkState,
    MatterState,
    PartyState,
    RelationState,
    ReminderPace,
    Standing,
    Strength,
    TurnState,
)
from samsyn.matters.models.term_groups import TermGroup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model

# What an export holds, in an order in which rows come after those that they point to.
EXPORTED: dict[str, type[Model]] = {
    "term_group": TermGroup,
    "matter": Matter,
    "knot": Knot,
    "matter_relation": MatterRelation,
    "matter_link": MatterLink,
    "follow_up": FollowUp,
    "execution": Execution,
    "party_line": PartyLine,
    "duty_turn": DutyTurn,
    "reminder_choice": ReminderChoice,
    "reminder": Reminder,
    "reminder_statement": Reminder.statements.through,
    "reply": Reply,
    "hand_over": HandOver,
    "hand_over_body": HandOverBody,
}

# What belongs to a thing when its history is asked for, with the lookup that leads from each to the thing.
PARTS: dict[str, tuple[type[Model], Mapping[type[Model], str]]] = {
    "matter": (Matter, {Knot: "matter", MatterRelation: "one"}),
    "handover": (HandOver, {}),
}

__all__ = [
    "EXPORTED",
    "PARTS",
    "DutyTurn",
    "Execution",
    "ExecutionState",
    "FollowUp",
    "FollowedMeeting",
    "HandOver",
    "HandOverBody",
    "HandOverKind",
    "HandOverState",
    "Knot",
    "KnotState",
    "LinkState",
    "Matter",
    "MatterLink",
    "MatterRelation",
    "MatterState",
    "PartyLine",
    "PartyState",
    "ProposedMeeting",
    "RelationState",
    "Reminder",
    "ReminderChoice",
    "ReminderPace",
    "Reply",
    "Standing",
    "Strength",
    "TermGroup",
    "TurnState",
]
