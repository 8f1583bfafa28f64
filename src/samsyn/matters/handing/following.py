"""What became of hand-overs: taken up, answered, missed, still on its way. What a person said stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from samsyn.history.models import Event
from samsyn.matters.handing.answering import Answer, find_answer, tells_of_nothing
from samsyn.matters.handing.coming_back import find_return
from samsyn.matters.handing.county import County
from samsyn.matters.handing.reach import within_reach
from samsyn.matters.handing.taking_up import SURE, Taking, find_taking_up, may_take_up, statements_of
from samsyn.matters.models import (
    DutyTurn,
    HandOver,
    HandOverKind,
    HandOverState,
    MatterLink,
    ProposedMeeting,
    Standing,
    TurnState,
)
from samsyn.register.models import Attendance, Meeting, MeetingState, SourceVersion
from samsyn.register.sight import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

LATER = 12  # meetings after it that are looked through: what is not taken up by then is lost
FEW = 12  # meetings; of more, all that waits for their bodies is looked at
SURE_ENOUGH = 0.9  # for a meeting after the first that could have taken it up
PLACES = ("taken_up_in_id", "taken_up_item_id", "missed_in_id", "answered_by_id")
COLUMNS = ("state", *PLACES, "reasons", "score")
WAITING = (HandOverState.SENT, HandOverState.MISSED)
VAGUE = ("turn_of_year", "recurring", "uncertain")  # times before which a meeting may well take it up


@dataclass(slots=True)
class Became:
    """What became of a hand-over, as far as the notes tell."""

    taking: Taking | None = None
    taken_up_in: Meeting | None = None
    missed_in: Meeting | None = None
    answer: Answer | None = None


def follow(hand_overs: Iterable[HandOver], county: County | None = None) -> int:
    """Work out what became of some hand-overs and write it; gives how many changed."""
    county = county or County.load()
    return sum(_follow(row, county) for row in hand_overs if row.settled_by_id is None)


def concerned(meetings: Sequence[int], county: County) -> QuerySet[HandOver]:
    """The hand-overs whose fate the notes of some meetings may decide."""
    bodies = Meeting.bodies.through.objects.filter(meeting__in=meetings).values("body")
    present = Attendance.objects.filter(meeting__in=meetings, organisation=OuterRef("organisation"))
    meant = Q(recipients__body__in=bodies) | Q(Exists(present), organisation__isnull=False)
    waits = Q(meant, state__in=WAITING)
    if len(meetings) <= FEW:
        waiting = HandOver.objects.filter(recipients__body__in=bodies, state__in=WAITING)
        recurs = Q(due_precision="recurring")
        near = within_reach(waiting.exclude(recurs), meetings, county, LATER)
        waits &= Q(pk__in=near) | recurs | Q(organisation__isnull=False)
    own = Q(meeting__in=meetings)
    there = Q(taken_up_in__in=meetings) | Q(missed_in__in=meetings) | Q(target_meeting__in=meetings)
    linked = MatterLink.objects.filter(left_meeting=OuterRef("meeting"), right_meeting__in=meetings)
    returns = Q(Exists(linked), state__in=WAITING)
    rows = HandOver.objects.filter(waits | returns | own | there, settled_by=None, lost=False)
    return _with_all(rows.exclude(standing=Standing.REFUSED).distinct())


def all_open() -> QuerySet[HandOver]:
    """All hand-overs that the machine follows."""
    return _with_all(HandOver.objects.filter(settled_by=None, lost=False).exclude(standing=Standing.REFUSED))


def _with_all(rows: QuerySet[HandOver]) -> QuerySet[HandOver]:
    rows = rows.select_related("meeting", "item", "item__parent", "target_meeting", "organisation")
    return rows.prefetch_related("recipients", "meeting__bodies").order_by("meeting__start_on", "pk")


def receiving(hand_over: HandOver, county: County) -> QuerySet[Meeting]:
    """The meetings after it at which a hand-over may be taken up, in order of time.

    Those without finished notes are among them: whether they took it up nobody can tell (`has_notes`).
    """
    rows = Meeting.objects.filter(start_on__isnull=False).exclude(state=MeetingState.PLANNED)
    kept = SourceVersion.objects.filter(meeting=OuterRef("pk"), is_current=True)
    compared = ProposedMeeting.objects.filter(meeting=OuterRef("pk"))
    rows = rows.exclude(pk=hand_over.meeting_id).annotate(
        has_notes=Exists(kept), is_compared=Exists(compared)
    )
    if hand_over.meeting.start_on:
        rows = rows.filter(start_on__gt=hand_over.meeting.start_on)
    if hand_over.organisation_id:
        came = Attendance.objects.filter(meeting=OuterRef("pk"), present=True, removed=False)
        rows = rows.filter(Exists(came.filter(organisation=hand_over.organisation_id)))
    else:
        bodies = [row.body_id for row in hand_over.recipients.all()]
        if not bodies:
            return rows.none()
        for body in bodies:
            rows = rows.filter(bodies__in=county.same(body))
    return rows.distinct().prefetch_related("bodies", "items").order_by("start_on", "pk")


def _is_finished(meeting: Any) -> bool:
    """Whether a meeting out of `receiving` has notes that are finished."""
    return bool(meeting.has_notes) and meeting.notes_state not in UNFINISHED


def _is_compared(meeting: Any) -> bool:
    """Whether links have been proposed for one out of `receiving`."""
    return bool(meeting.is_compared)


def find_fate(hand_over: HandOver, county: County) -> Became:
    """Where a hand-over was taken up, and where it should have been and was not."""
    became, is_known, has_gap = Became(), True, False
    for meeting in county.known.receiving(hand_over, receiving(hand_over, county), LATER):
        if not _is_finished(meeting):
            is_known, has_gap = False, True
            continue
        if became.missed_in is not None and _sent_again(hand_over, became.missed_in, meeting):
            break
        # Silence is told only once the meeting's items have been compared with all others.
        is_known = is_known and _is_compared(meeting)
        is_unlikely = has_gap or became.missed_in is not None or _is_early(hand_over, meeting)
        taking = find_taking_up(hand_over, meeting, county)
        became.taking = taking if taking and taking.score >= (SURE_ENOUGH if is_unlikely else 0) else None
        if became.taking is not None and _tells_of_nothing(hand_over, became.taking, meeting):
            became.taking, became.missed_in = None, became.missed_in or meeting
        if became.taking is not None:
            became.taken_up_in = meeting
            break
        if became.missed_in is None and is_known and _should(hand_over, meeting, county):
            if may_take_up(hand_over, meeting, county):
                is_known = False  # something there may belong to it
                continue
            became.missed_in = meeting
    return became if became.taking is not None else _with_return(became, hand_over, county)


def _with_return(became: Became, hand_over: HandOver, county: County) -> Became:
    """What a later meeting of those who asked tells of it, where none of the receiver's does."""
    back = find_return(hand_over, county, LATER)
    if back is not None and (became.missed_in is None or back.taking.score >= SURE_ENOUGH):
        became.taking, became.taken_up_in, became.answer = back.taking, back.meeting, back.answer
    return became


def find_last_turn(hand_over: HandOver, county: County) -> Became:
    """How it was with what recurs at the last meeting of which anything is known.

    What a person has said of a meeting holds.
    """
    turns = DutyTurn.objects.filter(statement=hand_over.statement_id).exclude(state="")
    told = dict(turns.values_list("meeting", "state")) if hand_over.statement_id else {}
    for meeting in receiving(hand_over, county).reverse()[:LATER]:
        if meeting.pk in told:
            if told[meeting.pk] == TurnState.MISSED:
                return Became(missed_in=meeting)
            taking = find_taking_up(hand_over, meeting, county) or Taking(None, SURE)
            return Became(taking, taken_up_in=meeting)
        if not _is_finished(meeting):
            continue
        found = find_taking_up(hand_over, meeting, county)
        if found is not None:
            return Became(found, taken_up_in=meeting)
        if _is_compared(meeting) and _should(hand_over, meeting, county):
            return Became(missed_in=meeting)
    return Became()


def _tells_of_nothing(hand_over: HandOver, taking: Taking, meeting: Meeting) -> bool:
    """Whether an item only tells that what should have come has not."""
    is_report = hand_over.kind == HandOverKind.REPORT_BACK
    return is_report and bool(tells_of_nothing(statements_of(taking.item, meeting)))


def _is_early(hand_over: HandOver, meeting: Meeting) -> bool:
    """Whether a meeting lies before the time at which it is to be taken up."""
    due = hand_over.due_start if hand_over.due_precision not in VAGUE else None
    return due is not None and meeting.start_on is not None and meeting.start_on < due


def _should(hand_over: HandOver, meeting: Meeting, county: County) -> bool:
    """Whether a meeting should have taken it up: the one meant, or else any of those very bodies."""
    if hand_over.organisation_id or meeting.start_on is None:
        return False
    if hand_over.target_meeting_id is not None:
        return hand_over.target_meeting_id == meeting.pk
    if _is_early(hand_over, meeting):
        return False
    meant = [county.same(row.body_id) for row in hand_over.recipients.all()]
    there = [body.pk for body in meeting.bodies.all()]
    return len(there) == len(meant) and all(any(body in same for same in meant) for body in there)


def _sent_again(hand_over: HandOver, missed: Meeting, meeting: Meeting) -> bool:
    """Whether it was sent again by the same bodies to the same, after it was missed and before a meeting."""
    senders = [body.pk for body in hand_over.meeting.bodies.all()]
    receivers = [row.body_id for row in hand_over.recipients.all()]
    again = HandOver.objects.filter(
        meeting__start_on__gte=missed.start_on, meeting__start_on__lt=meeting.start_on, lost=False
    ).exclude(pk=hand_over.pk)
    again = again.exclude(standing=Standing.REFUSED)
    return again.filter(meeting__bodies__in=senders, recipients__body__in=receivers).exists()


@transaction.atomic
def _follow(hand_over: HandOver, county: County) -> bool:
    """Write what became of one, with an event where it changed."""
    find = find_last_turn if hand_over.is_recurring else find_fate
    became = find(hand_over, county)
    before = {name: getattr(hand_over, name) for name in COLUMNS}
    hand_over.missed_in = became.missed_in
    hand_over.taken_up_in, hand_over.taken_up_item = became.taken_up_in, None
    hand_over.answered_by, hand_over.reasons, hand_over.score = None, [], 0.0
    hand_over.state = HandOverState.MISSED if became.missed_in else HandOverState.SENT
    if became.taking is not None and became.taken_up_in is not None:
        hand_over.taken_up_item = became.taking.item
        hand_over.reasons, hand_over.score = became.taking.reasons, round(became.taking.score, 3)
        if not hand_over.is_recurring:  # no report is the last one
            _write_answer(hand_over, became, county)
        hand_over.state = HandOverState.ANSWERED if hand_over.answered_by_id else HandOverState.TAKEN_UP
    after = {name: getattr(hand_over, name) for name in COLUMNS}
    if before == after:
        return False
    hand_over.save(update_fields=[*(name.removesuffix("_id") for name in COLUMNS)])
    tell_fate(hand_over, str(before["state"]), str(after["state"]))
    return True


def tell_fate(hand_over: HandOver, before: str, after: str) -> None:
    """Keep that the machine has looked again at what became of a hand-over.

    It is told of the meeting that sent it: a hand-over's own history is what people say of it.
    """
    Event.objects.create(
        what="meeting.hand_over_followed",
        subject_type="meeting",
        subject_id=hand_over.meeting_id,
        before={"hand_over_state": before, "asked": hand_over.asked[:200]},
        after={"hand_over_state": after, "asked": hand_over.asked[:200]},
    )


def _write_answer(hand_over: HandOver, became: Became, county: County) -> None:
    """Put down the statement that answers, and why it is held to."""
    taking, meeting, answer = became.taking, became.taken_up_in, became.answer
    is_return = taking is not None and any(reason["code"] == "came_back" for reason in taking.reasons)
    if taking is not None and meeting is not None and not is_return:
        answer = find_answer(hand_over, statements_of(taking.item, meeting), meeting, county)
    if answer is not None:
        hand_over.answered_by_id = answer.statement
        hand_over.reasons = [*hand_over.reasons, answer.reason]
