"""The tables of the plan, one noun a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.plan.models.actors import Actor, NamedGroup, Outside
from samsyn.plan.models.assessments import Assessment, AssessmentRequest, Evidence, Review
from samsyn.plan.models.comments import ContestedWord, PlanComment
from samsyn.plan.models.plans import Part, Plan
from samsyn.plan.models.readings import ReadMeeting, RefusedOutline
from samsyn.plan.models.remarks import RemarkAnswer, WordingRule
from samsyn.plan.models.states import (
    BandKind,
    CommentKind,
    CommentState,
    EvidenceKind,
    Known,
    Meaning,
    PartKind,
    PlanState,
    ProposalState,
    SupportState,
)
from samsyn.plan.models.support import Lesson, Support, Sustainment
from samsyn.plan.models.times import Band, Period
from samsyn.plan.models.wordings import Checking, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.db.models import Model

# What an export holds, in an order in which rows come after those that they point to.
EXPORTED: dict[str, type[Model]] = {
    "plan": Plan,
    "plan_part": Part,
    "plan_wording": Wording,
    "plan_checking": Checking,
    "plan_actor": Actor,
    "plan_outside": Outside,
    "plan_group": NamedGroup,
    "plan_group_member": NamedGroup.members.through,
    "plan_period": Period,
    "plan_band": Band,
    "plan_comment": PlanComment,
    "contested_word": ContestedWord,
    "assessment_request": AssessmentRequest,
    "assessment": Assessment,
    "plan_evidence": Evidence,
    "plan_review": Review,
    "plan_support": Support,
    "plan_lesson": Lesson,
    "plan_sustainment": Sustainment,
    "wording_rule": WordingRule,
    "remark_answer": RemarkAnswer,
    "read_for_plans": ReadMeeting,
    "refused_outline": RefusedOutline,
}

# What belongs to a thing when its history is asked for, with the lookup that leads from each to the thing.
PARTS: dict[str, tuple[type[Model], Mapping[type[Model], str]]] = {
    "plan": (Plan, {Part: "plan", Actor: "plan", NamedGroup: "plan", Lesson: "plan"}),
    "part": (Part, {Wording: "part", Checking: "part", Period: "part", PlanComment: "part"}),
    "plancomment": (PlanComment, {}),
    "actor": (Actor, {Assessment: "actor", Evidence: "actor", Support: "actor", Sustainment: "actor"}),
}

__all__ = [
    "EXPORTED",
    "PARTS",
    "Actor",
    "Assessment",
    "AssessmentRequest",
    "Band",
    "BandKind",
    "Checking",
    "CommentKind",
    "CommentState",
    "ContestedWord",
    "Evidence",
    "EvidenceKind",
    "Known",
    "Lesson",
    "Meaning",
    "NamedGroup",
    "Outside",
    "Part",
    "PartKind",
    "Period",
    "Plan",
    "PlanComment",
    "PlanState",
    "ProposalState",
    "ReadMeeting",
    "RefusedOutline",
    "RemarkAnswer",
    "Review",
    "Support",
    "SupportState",
    "Sustainment",
    "Wording",
    "WordingRule",
]
