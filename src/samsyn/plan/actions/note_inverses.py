"""The changes of what notes say of plans that can be taken back."""

from __future__ import annotations

from samsyn.plan.actions import take_outline
from samsyn.plan.models import Plan, RefusedOutline
from samsyn.register.service import Inverse

OF_NOTES: dict[str, Inverse] = {
    "plan.taken": Inverse(Plan, take_outline.take_back_taken, permission="plan.change_plan"),
    "refusedoutline.refused": Inverse(
        RefusedOutline, lambda row, _: row.delete(), permission="plan.change_plan"
    ),
}
