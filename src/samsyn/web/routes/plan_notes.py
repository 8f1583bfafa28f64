"""What notes and people say of plans."""

from samsyn.web.routes.routing import page
from samsyn.web.views import plan_comments, plan_contested, plan_notes

PAGES = [
    page("plan/forslag/", plan_notes.plan_proposal, "plan_proposal", "plan.read"),
    page("plan/forslag/ta/", plan_notes.take_proposal, "take_plan_proposal", "plan.change_plan"),
    page("plan/synpunkter/", plan_comments.plan_comments, "plan_comments", "plan.read"),
    page("plan/synpunkter/ny/", plan_comments.new_comment, "new_plan_comment", "plan.comment"),
    page("plan/synpunkter/<int:comment_id>/", plan_comments.plan_comment, "plan_comment", "plan.read"),
    page(
        "plan/synpunkter/<int:comment_id>/svar/",
        plan_comments.change_comment,
        "change_plan_comment",
        "plan.answer_comment",
    ),
    page("plan/ord/", plan_contested.contested_words, "contested_words", "plan.read"),
    page(
        "plan/ord/andra/", plan_contested.change_contested_word, "change_contested_word", "plan.change_words"
    ),
]
