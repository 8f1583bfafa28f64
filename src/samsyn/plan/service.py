"""The door to the changes of plans; their questions are in `samsyn.plan.queries`."""

from samsyn.plan.actions.answer_comment import (
    answer_comment,
    decide_comment,
    refuse_comment,
    reword_for_comment,
    take_comment,
)
from samsyn.plan.actions.answer_remark import RemarkSaid, dismiss_remark, take_remark
from samsyn.plan.actions.ask_for_assessment import ASSESSING, actor_of, ask_for_assessment, assess_by_link
from samsyn.plan.actions.assess import assess
from samsyn.plan.actions.change_actors import add_actor, move_actor, remove_actor
from samsyn.plan.actions.change_part import add_part, change_part, move_part, restore_part, withdraw_part
from samsyn.plan.actions.change_plan import change_plan, end_plan, reopen_plan
from samsyn.plan.actions.claiming import Claimed
from samsyn.plan.actions.keep_band import BandWanted, add_band, change_band, remove_band
from samsyn.plan.actions.keep_rule import add_rule, change_rule, switch_rule
from samsyn.plan.actions.make_plan import make_plan
from samsyn.plan.actions.mark_word import decide_word, mark_word
from samsyn.plan.actions.resolve_group import reopen_group, resolve_group
from samsyn.plan.actions.review import reply_to_review, review_assessment
from samsyn.plan.actions.say_outside import OutsideSaid, end_outside, say_outside
from samsyn.plan.actions.show_evidence import (
    add_all_evidence,
    add_evidence,
    refuse_evidence,
    take_evidence,
    withdraw_evidence,
)
from samsyn.plan.actions.showing import EvidenceWanted, require_small, with_words
from samsyn.plan.actions.support import (
    SupportGiven,
    SupportWanted,
    ask_for_support,
    decline_support,
    give_support,
)
from samsyn.plan.actions.take_outline import refuse_outline, take_outline
from samsyn.plan.actions.take_sheet import take_sheet
from samsyn.plan.actions.tell_checking import CHECKED, CheckingSaid, tell_checking
from samsyn.plan.actions.tell_lesson import LessonWanted, tell_lesson
from samsyn.plan.actions.tell_period import reach_period, remove_period, tell_period, unreach_period
from samsyn.plan.actions.tell_sustainment import Lasting, tell_sustainment
from samsyn.plan.actions.write_comment import CommentWanted, write_comment
from samsyn.plan.actions.write_wording import WordingWanted, write_wording
from samsyn.plan.checks import stamp_of_row
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.notes.keeping import catch_up_plans
from samsyn.plan.notes.wanting import OutlineChosen
from samsyn.plan.wanted import PartWanted, PlanWanted

__all__ = [
    "ASSESSING",
    "CHECKED",
    "BandWanted",
    "CheckingSaid",
    "Claimed",
    "CommentWanted",
    "EvidenceWanted",
    "Lasting",
    "LessonWanted",
    "OutlineChosen",
    "OutsideSaid",
    "PartWanted",
    "PlanUnusable",
    "PlanWanted",
    "RemarkSaid",
    "SupportGiven",
    "SupportWanted",
    "WordingWanted",
    "actor_of",
    "add_actor",
    "add_all_evidence",
    "add_band",
    "add_evidence",
    "add_part",
    "add_rule",
    "answer_comment",
    "ask_for_assessment",
    "ask_for_support",
    "assess",
    "assess_by_link",
    "catch_up_plans",
    "change_band",
    "change_part",
    "change_plan",
    "change_rule",
    "decide_comment",
    "decide_word",
    "decline_support",
    "dismiss_remark",
    "end_outside",
    "end_plan",
    "give_support",
    "make_plan",
    "mark_word",
    "move_actor",
    "move_part",
    "reach_period",
    "refuse_comment",
    "refuse_evidence",
    "refuse_outline",
    "remove_actor",
    "remove_band",
    "remove_period",
    "reopen_group",
    "reopen_plan",
    "reply_to_review",
    "require_small",
    "resolve_group",
    "restore_part",
    "review_assessment",
    "reword_for_comment",
    "say_outside",
    "stamp_of_row",
    "switch_rule",
    "take_comment",
    "take_evidence",
    "take_outline",
    "take_remark",
    "take_sheet",
    "tell_checking",
    "tell_lesson",
    "tell_period",
    "tell_sustainment",
    "unreach_period",
    "with_words",
    "withdraw_evidence",
    "withdraw_part",
    "write_comment",
    "write_wording",
]
