"""The changes of what actors say of themselves that can be taken back."""

from __future__ import annotations

from samsyn.plan.actions import claiming, review, show_evidence, support, tell_lesson
from samsyn.plan.actions.recording import take_back_said
from samsyn.plan.models import Assessment, Evidence, Lesson, Review, Support, Sustainment
from samsyn.register.service import Inverse, set_back

# What actors say of themselves, what shows it, and what is said of that.
OF_ACTORS: dict[str, Inverse] = {
    "assessment.told": Inverse(Assessment, claiming.take_back_told, permission="plan.assess"),
    "evidence.added": Inverse(Evidence, show_evidence.take_back_added, permission="plan.add_evidence"),
    **{
        f"evidence.{what}": Inverse(Evidence, set_back, permission="plan.add_evidence")
        for what in ("withdrawn", "taken", "refused")
    },
    "review.written": Inverse(Review, review.take_back_written, permission="plan.review_assessment"),
    "review.replied": Inverse(Review, set_back, permission="plan.reply_to_review"),
    "support.asked": Inverse(Support, support.take_back_asked, permission="plan.ask_for_support"),
    **{
        f"support.{what}": Inverse(Support, set_back, permission="plan.give_support")
        for what in ("given", "declined")
    },
    "lesson.told": Inverse(Lesson, tell_lesson.take_back_told, permission="plan.tell_lesson"),
    "sustainment.told": Inverse(Sustainment, take_back_said, permission="plan.tell_sustainment"),
}
