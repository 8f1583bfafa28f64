"""The tables of the red thread, one noun a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.matters.models.executions import Execution
from samsyn.matters.models.followups import FollowUp
from samsyn.matters.models.links import MatterLink
from samsyn.matters.models.matters import Knot, Matter, MatterRelation
from samsyn.matters.models.party_lines import PartyLine
from samsyn.matters.models.states import (
    ExecutionState,
    KnotState,
    LinkState,
    MatterState,
    PartyState,
    RelationState,
    Strength,
)
from samsyn.matters.models.term_groups import TermGroup

if TYPE_CHECKING:
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
}

__all__ = [
    "EXPORTED",
    "Execution",
    "ExecutionState",
    "FollowUp",
    "Knot",
    "KnotState",
    "LinkState",
    "Matter",
    "MatterLink",
    "MatterRelation",
    "MatterState",
    "PartyLine",
    "PartyState",
    "RelationState",
    "Strength",
    "TermGroup",
]
