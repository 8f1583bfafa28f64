"""Answer a doubt: the reading is right, or one of the other answers that the doubt leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.confirm_value import confirm_value
from samsyn.register.actions.decide_difference import decide_difference
from samsyn.register.actions.decisions import CORRECTED, REJECTED, Change, decide
from samsyn.register.actions.settle_doubt import settle_doubt
from samsyn.register.answers import AS_READ, Answers
from samsyn.register.errors import AlreadyDecided, AnswerUnknown
from samsyn.register.models import Doubt, DoubtState, ValueState

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def answer_doubt(doubt: Doubt, code: str = AS_READ, *, by: User, why: str = "") -> Event:
    """Answer a doubt, and say the same of the value that it is about.

    Args:
        doubt: An open one.
        code: As `Answers.to` gives it. That the reading is right confirms the value; any other answer
            changes what it changes, and the value is corrected.
        by: Who answers.
        why: In their words.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: It is answered already.
        AnswerUnknown: The doubt leaves no such answer.
    """
    require(by, "register.settle_doubt", doubt)
    doubt = Doubt.objects.select_for_update(of=("self",)).select_related("meeting", "value").get(pk=doubt.pk)
    if doubt.state != DoubtState.OPEN:
        raise AlreadyDecided(_who_was_first(doubt))
    if doubt.offered is not None:
        return decide_difference(doubt, code, by=by)
    answer = next((one for one in Answers(doubt.meeting).to(doubt) if one.code == code), None)
    if answer is None and code != AS_READ:
        raise AnswerUnknown("Det svaret går inte längre att ge: ladda om sidan.")
    if answer is not None and answer.code != AS_READ and doubt.value is not None:
        require(by, "register.correct_value", doubt.value)
        return decide(doubt.value, Change(CORRECTED, ValueState.CORRECTED, by, why, answer.rows))
    if doubt.value is not None and doubt.value.state == ValueState.PROPOSED:
        return confirm_value(doubt.value, by=by, why=why)
    return settle_doubt(doubt, by=by, why=why)


def _who_was_first(doubt: Doubt) -> str:
    """Who has answered the doubt, and how, for whoever comes second."""
    about = Event.objects.about(doubt)
    if doubt.value is not None:
        about = about | Event.objects.about(doubt.value)
    last = about.select_related("by").order_by("id").last()
    if last is None or last.by is None:
        return "Frågan är redan besvarad. Ditt svar är inte sparat: se hur raden står nu."
    said = {REJECTED: " med att läsningen var fel", CORRECTED: " och rättade läsningen"}.get(last.what, "")
    at = f"{timezone.localtime(last.at):%H.%M}"
    return (
        f"{last.by} svarade på frågan kl. {at}{said}, medan du hade sidan öppen. Ditt svar är inte sparat: "
        "se hur raden står nu."
    )
