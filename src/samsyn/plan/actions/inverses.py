"""The changes of a plan that can be taken back: whoever adds such a change adds a row to the table."""

from __future__ import annotations

from samsyn.plan.actions import change_part, make_plan, tell_period, write_wording
from samsyn.plan.actions.recording import take_back_said
from samsyn.plan.models import Checking, Part, Period, Plan, Wording
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
    "part.withdrawn": Inverse(Part, change_part.take_back_withdrawn, permission=CHANGE),
    "part.restored": Inverse(Part, set_back, permission=CHANGE),
    "part.period_removed": Inverse(Part, tell_period.take_back_removed, permission=CHANGE),
    "wording.written": Inverse(Wording, write_wording.take_back_written, permission=CHANGE),
    "checking.told": Inverse(Checking, take_back_said, permission=CHANGE),
    "period.told": Inverse(Period, take_back_said, permission=CHANGE),
    **dict.fromkeys(("period.reached", "period.unreached"), Inverse(Period, set_back, permission=CHANGE)),
}

INVERSES: dict[str, Inverse] = {**OF_STRUCTURE}
