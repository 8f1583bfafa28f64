"""Which statement of an item answers what was handed over to it: proposed, with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samsyn.matters.handing.words import found, pattern
from samsyn.matters.models import HandOver, HandOverBody, HandOverKind, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.matters.handing.county import County
    from samsyn.register.models import Meeting, Statement

BINDING = ("decision", "agreed_outcome")
OPEN = ("question", "postponement", "assignment", "next_step", "proposal", "reference")  # they answer nothing
TOLD = (HandOverKind.REPORT_BACK, HandOverKind.INVITATION)  # what was asked for is that it is told, or comes

SentOn = dict[int | None, str]  # the kind of hand-over that a statement is, by its id
BACK = (HandOverKind.PASSED_ON, HandOverKind.MESSAGE)
PROMISES = (HandOverKind.REPORT_BACK, HandOverKind.MORE_TIME)  # to report later is no answer


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that answers, and why it is held to: a row of {"code": ..., "words": [...]}."""

    statement: int
    reason: dict[str, Any]


def find_answer(
    hand_over: HandOver, said: Sequence[Statement], meeting: Meeting, county: County
) -> Answer | None:
    """What answers a hand-over, of what was said in the item that takes it up.

    A decision or something agreed does, a matter that goes back to those who asked, and words that tell of an
    answer or of a deed that is done. What is put off again is no answer, nor what somebody is to do.

    Args:
        hand_over: With its `meeting`.
        said: The statements of the item, in order.
        meeting: Theirs.
        county: Who there is.
    """
    on = HandOver.objects.filter(meeting=meeting, statement__in=said).exclude(standing=Standing.REFUSED)
    sent_on: SentOn = dict(on.values_list("statement", "kind"))
    if hand_over.kind in TOLD:
        return _by_coming(said)
    is_put_off = HandOverKind.MORE_TIME in sent_on.values()
    by_decision = _by_binding(said, sent_on, ("decision",) if is_put_off else BINDING)
    if by_decision is not None or is_put_off:  # a part may be decided, and the rest put off
        return by_decision
    return (
        _by_returning(hand_over, on)
        or _by_words(hand_over, [row for row in said if row.pk not in sent_on], county)
        or (_by_coming(said) if hand_over.kind == HandOverKind.MORE_TIME else None)
    )


def tells_of_nothing(said: Sequence[Statement]) -> str:
    """The words that tell that nothing has come; empty where none do."""
    expression = pattern("answers", "nothing")
    return next((match.group() for row in said if (match := expression.search(row.text.lower()))), "")


def _by_binding(said: Sequence[Statement], sent_on: SentOn, kinds: Sequence[str]) -> Answer | None:
    """What was decided or agreed, unless it goes on elsewhere or is a step on the way."""
    binding = (row for row in said if row.kind in kinds and row.pk not in sent_on)
    one = next((row for row in binding if row.kind == "decision" or not row.is_action), None)
    return Answer(one.pk, {"code": "decides", "words": [one.text[:80]]}) if one else None


def _by_returning(hand_over: HandOver, on: Any) -> Answer | None:
    """What goes back to those who asked, and to them alone."""
    senders = [body.pk for body in hand_over.meeting.bodies.all()]
    back = on.filter(recipients__body__in=senders).exclude(statement=None)
    back = back.exclude(recipients__in=HandOverBody.objects.exclude(body__in=senders))
    rows = back.exclude(kind__in=PROMISES).order_by("statement__position", "pk")
    one = next((row for row in rows if row.kind in BACK or found("answers", "back", row.asked.lower())), None)
    return Answer(one.statement_id, {"code": "goes_back", "words": [one.to_words]}) if one else None


def _by_words(hand_over: HandOver, said: Sequence[Statement], county: County) -> Answer | None:
    """What tells of an answer or of a deed that is done; what those who asked have done is none."""
    directory = county.directory(())
    senders = {body.pk for body in hand_over.meeting.bodies.all()}
    for row in said:
        if row.kind in OPEN or row.is_action:
            continue
        words = "" if directory.leading(row.text)[0] in senders else answering_words(row.text)
        if words:
            return Answer(row.pk, {"code": "answers", "words": [words]})
    return None


def answering_words(text: str) -> str:
    """The words of a sentence that tell of an answer or a deed; empty where none do, or they are denied."""
    match = pattern("answers", form=r"\b(?:{rows})(?!\w)").search(text.lower())
    if match is None or pattern("answers", "denied", form=r"\b(?:{rows})\b").search(text.lower()):
        return ""
    return match.group()


def _by_coming(said: Sequence[Statement]) -> Answer | None:
    """What is told where a report, a guest or another meeting was what was asked for."""
    one = next((row for row in said if row.kind not in OPEN and not row.is_action), None)
    return Answer(one.pk, {"code": "told_there", "words": [one.text[:80]]}) if one else None
