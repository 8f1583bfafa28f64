"""The changes of a plan that can be taken back: whoever adds such a change adds a row to the table."""

from __future__ import annotations

from samsyn.plan.actions import (
    answer_remark,
    arrange_parts,
    change_part,
    keep_rule,
    make_plan,
    tell_period,
    write_wording,
)
from samsyn.plan.actions.actor_inverses import OF_ACTORS
from samsyn.plan.actions.member_inverses import OF_MEMBERS
from samsyn.plan.actions.note_inverses import OF_NOTES
from samsyn.plan.actions.recording import take_back_said
from samsyn.plan.models import Checking, Part, Period, Plan, RemarkAnswer, Wording, WordingRule
from samsyn.register.service import Inverse, set_back

CHANGE = "plan.change_plan"

# Plans, their parts, words and times.
OF_STRUCTURE: dict[str, Inverse] = {
    "plan.made": Inverse(Plan, make_plan.take_back_made, permission=CHANGE),
    **{
        f"plan.{what}": Inverse(Plan, set_back, permission=CHANGE)
        for what in ("changed", "ended", "reopened")
    },
    "part.added": Inverse(Part, change_part.take_back_added, permission=CHANGE),
    "part.changed": Inverse(Part, set_back, permission=CHANGE),
    "part.moved": Inverse(Part, change_part.take_back_moved, permission=CHANGE),
    "part.ordered": Inverse(Part, arrange_parts.take_back_ordered, permission=CHANGE),
    "part.rehomed": Inverse(Part, arrange_parts.take_back_rehomed, permission=CHANGE),
    "part.withdrawn": Inverse(Part, change_part.take_back_withdrawn, permission=CHANGE),
    "part.restored": Inverse(Part, set_back, permission=CHANGE),
    "part.period_removed": Inverse(Part, tell_period.take_back_removed, permission=CHANGE),
    "wording.written": Inverse(Wording, write_wording.take_back_written, permission=CHANGE),
    "checking.told": Inverse(Checking, take_back_said, permission=CHANGE),
    "period.told": Inverse(Period, take_back_said, permission=CHANGE),
    **dict.fromkeys(("period.reached", "period.unreached"), Inverse(Period, set_back, permission=CHANGE)),
}

# Rules of wording, and what was said to their remarks.
OF_LANGUAGE: dict[str, Inverse] = {
    **dict.fromkeys(
        ("remarkanswer.taken", "remarkanswer.dismissed"),
        Inverse(RemarkAnswer, answer_remark.take_back_answer, permission="plan.answer_remark"),
    ),
    "wordingrule.added": Inverse(WordingRule, keep_rule.take_back_added, permission=keep_rule.CHANGE),
    **dict.fromkeys(
        ("wordingrule.changed", "wordingrule.switched_on", "wordingrule.switched_off"),
        Inverse(WordingRule, set_back, permission=keep_rule.CHANGE),
    ),
}

INVERSES: dict[str, Inverse] = {**OF_STRUCTURE, **OF_LANGUAGE, **OF_NOTES, **OF_ACTORS, **OF_MEMBERS}
