"""The changes of what actors say of themselves that can be taken back."""

from __future__ import annotations

from samsyn.plan.actions import claiming, review, show_evidence
from samsyn.plan.models import Assessment, Evidence, Review
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
}
