"""The changes of matters that can be taken back: whoever adds such a change adds a row to the table."""

from __future__ import annotations

from samsyn.matters.actions import change_terms
from samsyn.matters.actions.change_matter import put_back
from samsyn.matters.actions.changing_hand_over import put_back as put_back_hand_over
from samsyn.matters.actions.decide_link import take_back_answer
from samsyn.matters.actions.merge_matters import part_matters, why_not_part
from samsyn.matters.actions.open_matter import take_back_opened
from samsyn.matters.actions.relate_matters import take_back_relation
from samsyn.matters.actions.send_hand_over import take_back_address
from samsyn.matters.actions.split_matter import take_back_split
from samsyn.matters.actions.tell_turn import take_back_turn
from samsyn.matters.actions.tie_knot import take_back_tied
from samsyn.matters.models import (
    DutyTurn,
    Execution,
    FollowUp,
    HandOver,
    Knot,
    Matter,
    MatterLink,
    MatterRelation,
    PartyLine,
    Reply,
    TermGroup,
)
from samsyn.register.service import Inverse, set_back

FOLLOWED = Inverse(FollowUp, set_back, permission="matters.follow_up")

INVERSES: dict[str, Inverse] = {
    "followup.owner_changed": FOLLOWED,
    "followup.due_changed": FOLLOWED,
    "followup.ended": FOLLOWED,
    "followup.reopened": FOLLOWED,
    "followup.carried": FOLLOWED,
    "dutyturn.told": Inverse(DutyTurn, take_back_turn, permission="matters.follow_up"),
    "execution.told": Inverse(Execution, lambda told, _: told.delete(), permission="matters.tell_execution"),
    "reply.written": Inverse(Reply, lambda reply, _: reply.delete(), permission="matters.take_back_reply"),
    **dict.fromkeys(
        ("partyline.told", "partyline.refused"),
        Inverse(PartyLine, lambda line, _: line.delete(), permission="matters.tell_party"),
    ),
    "matter.opened": Inverse(Matter, take_back_opened, permission="matters.open_matter"),
    "matter.renamed": Inverse(Matter, put_back, permission="matters.rename_matter"),
    "matter.told": Inverse(Matter, put_back, permission="matters.tell_standing"),
    "matter.closed": Inverse(Matter, put_back, permission="matters.close_matter"),
    "matter.reopened": Inverse(Matter, put_back, permission="matters.reopen_matter"),
    "matter.split": Inverse(Matter, take_back_split, permission="matters.split_matter"),
    "matter.merged": Inverse(
        Matter, part_matters, permission="matters.merge_matters", what="matter.parted", why_not=why_not_part
    ),
    **{
        f"knot.{what}": Inverse(Knot, take_back_tied, permission="matters.tie_knot")
        for what in ("tied", "refused")
    },
    **{
        f"matterlink.{what}": Inverse(MatterLink, take_back_answer, permission="matters.tie_knot")
        for what in ("taken", "refused", "related")
    },
    **{
        f"matterrelation.{what}": Inverse(
            MatterRelation, take_back_relation, permission="matters.relate_matters"
        )
        for what in ("taken", "refused")
    },
    "termgroup.added": Inverse(TermGroup, change_terms.take_back_added, permission="matters.change_terms"),
    **{
        f"termgroup.{what}": Inverse(TermGroup, put_back, permission="matters.change_terms")
        for what in ("changed", "removed", "restored")
    },
    **{
        f"handover.{what}": Inverse(HandOver, put_back_hand_over, permission="matters.decide_hand_over")
        for what in ("confirmed", "refused")
    },
    **{
        f"handover.{what}": Inverse(HandOver, put_back_hand_over, permission="matters.settle_hand_over")
        for what in ("taken_up", "answered", "withdrawn")
    },
    "handover.sent": Inverse(HandOver, lambda row, _: row.delete(), permission="matters.decide_hand_over"),
    "handover.readdressed": Inverse(HandOver, take_back_address, permission="matters.decide_hand_over"),
}
