"""The changes of what notes and people say of plans that can be taken back."""

from __future__ import annotations

from samsyn.plan.actions import take_outline, write_comment
from samsyn.plan.models import ContestedWord, Plan, PlanComment, RefusedOutline
from samsyn.register.service import Inverse, set_back

OF_NOTES: dict[str, Inverse] = {
    "plan.taken": Inverse(Plan, take_outline.take_back_taken, permission="plan.change_plan"),
    "refusedoutline.refused": Inverse(
        RefusedOutline, lambda row, _: row.delete(), permission="plan.change_plan"
    ),
    "plancomment.written": Inverse(PlanComment, write_comment.take_back_written, permission="plan.comment"),
    **dict.fromkeys(
        [f"plancomment.{what}" for what in ("taken", "refused", "answered", "decided", "reworded")],
        Inverse(PlanComment, set_back, permission="plan.answer_comment"),
    ),
    "contestedword.marked": Inverse(
        ContestedWord, lambda row, _: row.delete(), permission="plan.change_words"
    ),
    **dict.fromkeys(
        [f"contestedword.{what}" for what in ("changed", "taken", "refused")],
        Inverse(ContestedWord, set_back, permission="plan.change_words"),
    ),
}
