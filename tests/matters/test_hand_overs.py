"""Hand-overs in the register: read, followed to where they are taken up or lost, and what people say."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.matters.models import FollowUp, HandOver, Knot, Matter
from samsyn.matters.queries.hand_overs import HandOverFilter, hand_overs, lost_hand_overs, to_take_up
from samsyn.matters.queries.recurring import turns_by_hand_over
from samsyn.matters.service import (
    HandOverUnusable,
    HandOverWanted,
    Place,
    answer_hand_over,
    catch_up,
    confirm_hand_over,
    follow_hand_over,
    follow_hand_overs,
    open_matter,
    read_and_follow,
    readdress_hand_over,
    refuse_hand_over,
    send_hand_over,
    take_up_hand_over,
    tell_turn,
    withdraw_hand_over,
)
from samsyn.minutes.records import Kind
from samsyn.register.models import Body, Meeting, NotesState
from samsyn.register.service import undo_event
from samsyn.register.sight import FINISHED

pytestmark = pytest.mark.django_db

SENDERS, RECEIVERS = "Arbetsgrupp Norr", "Styrgruppen"
PASSED = make.Said(text="Frågan lyfts till styrgruppen.", kind=Kind.NEXT_STEP, item=0)


def met(
    body: str, on: date, *said: make.Said, headings: tuple[str, ...] = ("Kontakt med familjen",)
) -> Meeting:
    """A meeting whose notes are in."""
    name = f"{body} {on}.txt"
    make.imported(make.reading(bodies=(body,), on=on, said=said, headings=headings, name=name))
    return Meeting.objects.get(start_on=on)


def follow() -> HandOver:
    """The one hand-over, after all notes have been read."""
    catch_up()
    read_and_follow(list(Meeting.objects.values_list("pk", flat=True)))
    return HandOver.objects.get()


@pytest.fixture
def sent(db: None) -> HandOver:
    """A question that the working group has sent to the steering group."""
    met(RECEIVERS, date(2026, 1, 8))
    met(SENDERS, date(2026, 3, 5), PASSED)
    return follow()


def tied(*meetings: Meeting) -> Matter:
    """A matter of the first item of each meeting."""
    matter = Matter.objects.create(name="Kontakten")
    for meeting in meetings:
        Knot.objects.create(matter=matter, meeting=meeting, item=meeting.items.all()[0], state="taken")
    return matter


def test_a_question_is_on_its_way(sent: HandOver) -> None:
    """Read out of the notes, it waits for the next meeting of whom it goes to."""
    assert (sent.state, [body.name for body in sent.bodies.all()]) == ("sent", [RECEIVERS])


def test_it_is_missed_where_nothing_takes_it_up(sent: HandOver) -> None:
    """The receivers' next meeting says nothing of it."""
    there = met(RECEIVERS, date(2026, 4, 9), headings=("Budget",))
    assert (follow().state, follow().missed_in) == ("missed", there)


def test_it_is_taken_up_by_an_item_of_the_same_matter(sent: HandOver) -> None:
    """The item belongs to the matter that the question belongs to."""
    there = met(RECEIVERS, date(2026, 4, 9), make.Said(text="Frågan är svår.", kind=Kind.COMMENT, item=0))
    tied(sent.meeting, there)
    found = follow()
    assert (found.state, found.taken_up_item) == ("taken_up", there.items.all()[0])


def test_it_is_answered_by_what_that_item_decides(sent: HandOver) -> None:
    """A decision there is the answer."""
    there = met(RECEIVERS, date(2026, 4, 9), make.Said(text="Skolan är kontakten.", item=0))
    tied(sent.meeting, there)
    found = follow()
    assert (found.state, found.answered_by) == ("answered", there.statements.get())


def test_it_can_be_taken_up_late(sent: HandOver) -> None:
    """The meeting after the one that missed it takes it up: both are told."""
    missed = met(RECEIVERS, date(2026, 4, 9), headings=("Budget",))
    late = met(RECEIVERS, date(2026, 5, 7))
    tied(sent.meeting, late)
    found = follow()
    assert (found.taken_up_in, found.missed_in, found.is_late) == (late, missed, True)


def test_words_that_point_back_take_it_up(sent: HandOver) -> None:
    """An item that says from whom its question comes needs no other link."""
    there = met(
        RECEIVERS,
        date(2026, 4, 9),
        make.Said(text="Frågan kommer från Arbetsgrupp Norr.", kind=Kind.INFORMATION, item=0),
    )
    found = follow()
    assert (found.taken_up_in, found.reasons[-1]["code"]) == (there, "says_from")


def test_notes_that_are_not_finished_decide_nothing(sent: HandOver) -> None:
    """A draft without a word of it does not mean that it was missed."""
    there = met(RECEIVERS, date(2026, 4, 9), headings=("Budget",))
    Meeting.objects.filter(pk=there.pk).update(notes_state=NotesState.DRAFT)
    assert follow().state == "sent"


def test_a_meeting_without_notes_leaves_it_open(sent: HandOver) -> None:
    """Nobody can tell what a meeting did whose notes are not here; a later silent one is not to blame."""
    known = Meeting.objects.create(start_on=date(2026, 4, 9), state="referenced")
    known.set_bodies(list(Body.objects.filter(name=RECEIVERS)))
    met(RECEIVERS, date(2026, 5, 7), headings=("Budget",))
    assert follow().state == "sent"


def test_more_time_waits_for_the_same_bodies(db: None) -> None:
    """What needs more time goes to the next meeting of those who said so."""
    words = "Frågan behöver mer tid och tas upp igen vid ett kommande möte."
    said = make.Said(text=words, kind=Kind.NEXT_STEP, item=0)
    met(SENDERS, date(2026, 3, 5), said)
    found = follow()
    assert (found.kind, [body.name for body in found.bodies.all()]) == ("more_time", [SENDERS])


def test_what_a_person_said_outlives_new_readings(sent: HandOver) -> None:
    """A refused one is not proposed again."""
    refuse_hand_over(sent, by=make.administrator())
    assert follow().standing == "refused"


def test_what_a_person_settled_stands(sent: HandOver) -> None:
    """An answer in words is not taken away by silent notes."""
    answer_hand_over(sent, "Skolsköterskan ringer.", by=make.administrator())
    met(RECEIVERS, date(2026, 4, 9), headings=("Budget",))
    assert (follow().state, follow().answer) == ("answered", "Skolsköterskan ringer.")


def test_the_notes_can_decide_again(sent: HandOver) -> None:
    """Whoever has withdrawn one may let the notes tell what became of it."""
    by = make.administrator()
    withdraw_hand_over(sent, by=by)
    met(RECEIVERS, date(2026, 4, 9), headings=("Budget",))
    catch_up()
    follow_hand_over(HandOver.objects.get(), by=by)
    assert HandOver.objects.get().state == "missed"


def test_links_that_come_later_are_followed(sent: HandOver) -> None:
    """When a matter is tied afterwards, the hand-over is looked at again."""
    there = met(RECEIVERS, date(2026, 4, 9))
    follow()
    tied(sent.meeting, there)
    follow_hand_overs([there.pk])
    assert HandOver.objects.get().taken_up_in == there


def test_a_knot_that_is_tied_is_followed(sent: HandOver, django_capture_on_commit_callbacks: object) -> None:
    """Whoever ties the two items to a matter sees at once that it was taken up."""
    there, by = met(RECEIVERS, date(2026, 4, 9)), make.administrator()
    places = [Place(meeting, meeting.items.all()[0]) for meeting in (sent.meeting, there)]
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        open_matter("Kontakten", places, by=by)
    assert HandOver.objects.get().taken_up_in == there


def test_a_person_says_where_it_was_taken_up(sent: HandOver) -> None:
    """Any later meeting's item will do."""
    there = met(RECEIVERS, date(2026, 4, 9))
    item = there.items.all()[0]
    take_up_hand_over(sent, there, item, by=make.administrator())
    assert (sent.state, sent.taken_up_item) == ("taken_up", item)


def test_it_is_not_taken_up_before_it_was_sent(sent: HandOver) -> None:
    """An earlier meeting cannot have taken it up."""
    before = Meeting.objects.get(start_on=date(2026, 1, 8))
    with pytest.raises(HandOverUnusable):
        take_up_hand_over(sent, before, None, by=make.administrator())


@pytest.mark.parametrize("body", [SENDERS, RECEIVERS])
def test_both_sides_may_say_what_became_of_it(sent: HandOver, body: str) -> None:
    """Whoever writes for the senders or for the receivers may."""
    event = confirm_hand_over(sent, by=make.secretary(Body.objects.get(name=body)))
    assert event.what == "handover.confirmed"


def test_others_may_not(sent: HandOver) -> None:
    """A secretary of another body says nothing of it."""
    other = Body.objects.create(name="Ett annat", key="ett annat")
    with pytest.raises(PermissionDenied):
        confirm_hand_over(sent, by=make.secretary(other))


@pytest.mark.parametrize(
    ("act", "column", "was"),
    [
        (lambda row, by: confirm_hand_over(row, by=by), "standing", "proposed"),
        (lambda row, by: refuse_hand_over(row, by=by), "standing", "proposed"),
        (lambda row, by: answer_hand_over(row, "Ja.", by=by), "state", "sent"),
        (lambda row, by: withdraw_hand_over(row, by=by), "state", "sent"),
    ],
    ids=["confirmed", "refused", "answered", "withdrawn"],
)
def test_what_was_said_can_be_taken_back(sent: HandOver, act: object, column: str, was: str) -> None:
    """The hand-over is as it was before."""
    by = make.administrator()
    event = act(sent, by)  # type: ignore[operator]
    undo_event(event, by=by)
    assert getattr(HandOver.objects.get(), column) == was


def test_one_can_be_written_by_hand(db: None) -> None:
    """It is followed like those that were read."""
    meeting = met(SENDERS, date(2026, 3, 5))
    there = met(RECEIVERS, date(2026, 4, 9), headings=("Budget",))
    catch_up()
    wanted = HandOverWanted(meeting=meeting, bodies=list(there.bodies.all()), asked="Vem ringer?")
    send_hand_over(wanted, by=make.administrator())
    assert (HandOver.objects.get().state, HandOver.objects.get().missed_in) == ("missed", there)


def test_one_written_by_hand_goes_to_somebody(db: None) -> None:
    """Without a receiver there is nothing to follow."""
    meeting = met(SENDERS, date(2026, 3, 5))
    with pytest.raises(HandOverUnusable):
        send_hand_over(HandOverWanted(meeting=meeting, asked="Vem ringer?"), by=make.administrator())


def test_a_receiver_can_be_chosen(sent: HandOver) -> None:
    """Whoever is meant is then the one that it waits for; that can be taken back."""
    by, other = make.administrator(), Body.objects.create(name="Ett annat", key="ett annat")
    event = readdress_hand_over(sent, [other], by=by)
    chosen = list(sent.recipients.values_list("body", flat=True))
    undo_event(event, by=by)
    assert (chosen, [row.body.name for row in sent.recipients.all()]) == ([other.pk], [RECEIVERS])


def test_a_line_that_is_gone_takes_its_hand_over_with_it(sent: HandOver) -> None:
    """What the notes no longer say is gone, where nobody has said anything of it."""
    sent.meeting.statements.update(removed=True)
    read_and_follow([sent.meeting_id])
    assert not HandOver.objects.exists()


def test_a_confirmed_one_is_kept_when_its_line_is_gone(sent: HandOver) -> None:
    """What somebody has confirmed is marked as no longer in the notes."""
    confirm_hand_over(sent, by=make.administrator())
    sent.meeting.statements.update(removed=True)
    read_and_follow([sent.meeting_id])
    assert HandOver.objects.get().lost


def test_notes_that_come_in_are_read(django_capture_on_commit_callbacks: object) -> None:
    """Whoever takes in notes need not ask for it."""
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        met(RECEIVERS, date(2026, 1, 8))
        met(SENDERS, date(2026, 3, 5), PASSED)
    assert HandOver.objects.get().state == "sent"


AGAIN = make.Said(
    text="Löpande återrapportering till Styrgruppen vid varje möte.", kind=Kind.NEXT_STEP, item=0
)


@pytest.fixture
def recurring(db: None) -> HandOver:
    """A report that the steering group is to get at each meeting; of two, one has got it."""
    met(RECEIVERS, date(2026, 1, 8))
    sender = met(SENDERS, date(2026, 3, 5), AGAIN)
    told = met(RECEIVERS, date(2026, 4, 9))
    met(RECEIVERS, date(2026, 5, 7), headings=("Budget",))
    tied(sender, told)
    return follow()


def heard(row: HandOver) -> list[str]:
    """What was heard at each meeting, the latest first."""
    rows = hand_overs(HandOverFilter()).filter(pk=row.pk)
    turns = turns_by_hand_over(rows, on=date(2026, 6, 1), sees=FINISHED)
    return [turn.heard for turn in turns[row.pk]]


def test_a_report_recurs_meeting_by_meeting(recurring: HandOver) -> None:
    """Each meeting of the receiver has a line of its own."""
    assert (recurring.is_recurring, heard(recurring)) == (True, ["missed", "reported"])


def test_the_last_meeting_tells_how_a_report_stands(recurring: HandOver) -> None:
    """An earlier report does not make up for one that did not come."""
    assert (recurring.state, recurring.missed_in) == ("missed", Meeting.objects.get(start_on="2026-05-07"))


def test_a_person_says_that_it_was_reported(
    recurring: HandOver, django_capture_on_commit_callbacks: object
) -> None:
    """Their word holds, and the hand-over follows it."""
    statement, there = recurring.statement, Meeting.objects.get(start_on="2026-05-07")
    assert statement is not None
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        tell_turn(statement, there, state="reported", by=make.administrator())
    assert (heard(recurring)[0], HandOver.objects.get().state) == ("reported", "taken_up")


def test_the_next_meeting_takes_up_what_recurs(recurring: HandOver) -> None:
    """Also where the last one got its report."""
    met(RECEIVERS, date(2026, 5, 28))
    tied(recurring.meeting, Meeting.objects.get(start_on="2026-05-28"))
    coming = Meeting.objects.create(start_on=date(2026, 6, 11), state="planned")
    coming.set_bodies(list(Body.objects.filter(name=RECEIVERS)))
    assert (follow().state, list(to_take_up(coming))) == ("taken_up", [recurring])


def test_nobody_asks_for_what_was_ended(recurring: HandOver) -> None:
    """A duty that is ended is on no coming meeting's list."""
    assert recurring.statement is not None
    FollowUp.objects.create(statement=recurring.statement, ended_on=date(2026, 5, 20))
    coming = Meeting.objects.create(start_on=date(2026, 6, 11), state="planned")
    coming.set_bodies(list(Body.objects.filter(name=RECEIVERS)))
    assert (list(to_take_up(coming)), list(lost_hand_overs())) == ([], [])
