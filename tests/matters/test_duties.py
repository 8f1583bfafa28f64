"""Recurring duties: due at each meeting until ended, and what is known of them there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import make
from tests.matters.following import TODAY, action, anna, now

from samsyn.history.models import Event
from samsyn.matters.models import Knot, Matter, MatterLink
from samsyn.matters.queries.carried import followed_at
from samsyn.matters.queries.duties import duties_at, reports_by_meeting, turns_of
from samsyn.matters.service import (
    FollowUpUnusable,
    carry_actions,
    change_due,
    end_action,
    put_on_agenda,
    tell_turn,
)
from samsyn.register.models import ActionReport, AgendaItem, Body, Meeting, NotesDraft, Statement
from samsyn.register.service import begin_draft_of, undo_event
from samsyn.register.sight import FINISHED

if TYPE_CHECKING:
    from pytest_django.fixtures import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def duty(text: str = "Greta berättar löpande hur det går.") -> Statement:
    """Something that comes back at each meeting, said on 5 March."""
    said = action(text, due=None, headings=("Läget",))
    Statement.objects.filter(pk=said.pk).update(
        due_words="löpande", due_precision="recurring", item=AgendaItem.objects.get()
    )
    return Statement.objects.get(pk=said.pk)


def later(day: int, month: int = 4, *, body: Body | None = None, notes: bool = True) -> Meeting:
    """Another meeting of the same body, with notes."""
    on = date(2026, month, day)
    if notes:
        return make.meeting(on=on, name=f"{on}.txt", headings=("Läget igen",), also=(str(on),))
    found = Meeting.objects.create(state="referenced", start_on=on, end_on=on + timedelta(1))
    found.bodies.set([body or Body.objects.get()])
    return found


def heard(said: Statement, on: date = TODAY) -> list[str]:
    """What is known at each meeting, the latest first."""
    return [str(turn.heard) for turn in turns_of(now(said, on=on), on=on, sees=FINISHED)]


def test_it_comes_back_at_each_meeting() -> None:
    """Not heard of where the notes tell nothing, unknown without notes, and to come."""
    said = duty()
    later(2)
    later(9, notes=False)
    later(7, 5, notes=False)
    assert heard(said) == ["coming", "unknown", "missed"]


def test_meetings_of_other_bodies_wait_for_nothing() -> None:
    """Unless its words name the body."""
    said = duty()
    other = Body.objects.create(name="Styrgruppen", key="styrgruppen")
    later(9, body=other, notes=False)
    assert heard(said) == []


def test_it_is_reported_to_the_body_that_its_words_name() -> None:
    """And not at the meetings where it was said."""
    said = duty("Löpande återrapportering till styrgruppen.")
    later(2)
    other = Body.objects.create(name="Styrgruppen", key="styrgruppen")
    later(9, body=other, notes=False)
    assert [turn.meeting.start_on for turn in turns_of(now(said), on=TODAY, sees=FINISHED)] == [
        date(2026, 4, 9)
    ]


def test_an_item_of_the_same_matter_is_a_report() -> None:
    """Where a person has said that it belongs there."""
    said, meeting, matter = duty(), later(2), Matter.objects.create(name="Läget")
    item = meeting.items.get()
    for where, one in ((said.meeting, said.item), (meeting, item)):
        Knot.objects.create(matter=matter, meeting=where, item=one, state="taken")
    (turn,) = turns_of(now(said), on=TODAY, sees=FINISHED)
    assert (turn.heard, turn.item) == ("reported", item)


def test_a_proposed_item_is_a_question() -> None:
    """Nothing is taken for granted that nobody has taken."""
    said, meeting = duty(), later(2)
    MatterLink.objects.create(
        left_meeting=said.meeting, left_item=said.item, right_meeting=meeting,
        right_item=meeting.items.get(), strength="strong", score=0.9,
    )  # fmt: skip
    assert heard(said) == ["proposed"]


def test_a_persons_word_holds() -> None:
    """It can be taken back, and undone."""
    said, meeting, by = duty(), later(2), anna()
    tell_turn(said, meeting, state="reported", by=by)
    told = heard(said)
    undo_event(Event.objects.get(what="dutyturn.told"), by=by)
    assert (told, heard(said)) == (["reported"], ["missed"])


@pytest.mark.parametrize("state", ["coming", ""], ids=["no-answer", "the-same"])
def test_what_says_nothing_is_refused(state: str) -> None:
    """Only that it was reported, or was not."""
    with pytest.raises(FollowUpUnusable):
        tell_turn(duty(), later(2), state=state, by=anna())


def test_ended_it_comes_back_no_more() -> None:
    """From the day on which a person ended it, with why."""
    said = duty()
    later(2)
    end_action(said, why="Mätningen är klar.", on=date(2026, 4, 3), by=anna())
    later(9)
    assert heard(said) == ["missed"]


def test_what_is_put_in_as_recurring_recurs() -> None:
    """A time that somebody gives it since counts as the notes' own."""
    said = action()
    later(2)
    change_due(said, "varje möte", on=TODAY, by=anna())
    assert (now(said).is_recurring, heard(said)) == (True, ["missed"])


def test_a_meeting_shows_what_it_waits_for() -> None:
    """What was carried there, done or not, and the duties that are open; each once."""
    said, by = duty(), anna()
    other = action("Hans ringer.", on=date(2026, 3, 6), name="b.txt")
    coming = later(7, 5, notes=False)
    carry_actions([said, other], to=coming, by=by)
    followed = followed_at(coming, on=TODAY, sees=FINISHED)
    assert (len(followed.carried), len(followed.duties), len(followed.actions)) == (2, 1, 2)


def test_a_meeting_waits_for_nothing_said_after_it() -> None:
    """Nor for what is said there."""
    said = duty()
    assert duties_at(said.meeting, on=TODAY, sees=FINISHED) == []


def test_what_is_followed_up_becomes_items_of_the_agenda() -> None:
    """A heading each, put there once; the notes of old stand as they stood."""
    said, by = duty(), anna()
    coming = later(7, 5, notes=False)
    draft = begin_draft_of(coming, agenda=["Öppnande"], by=by)
    actions = followed_at(coming, on=TODAY, sees=FINISHED).actions
    n = put_on_agenda(draft, actions, by=by)
    again = put_on_agenda(NotesDraft.objects.get(), actions, by=by)
    headings = [item["heading"] for item in NotesDraft.objects.get().content["items"]]
    assert (n, again, headings) == (1, 0, ["Öppnande", f"Uppföljning: {said.text[:-1]}"])


def test_a_heading_of_follow_up_is_no_new_action() -> None:
    """Read back, the notes hold no statement of it."""
    said = duty()
    meeting = make.meeting(on=date(2026, 5, 7), name="ny.txt", headings=(f"Uppföljning: {said.text}",))
    assert not meeting.statements.exists()


def test_the_questions_do_not_grow_with_the_meetings(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    """Ten meetings cost what one does."""
    said = duty()
    for day in range(1, 8):
        later(day)
    found = now(said)
    with django_assert_max_num_queries(9):
        assert len(turns_of(found, on=TODAY, sees=FINISHED)) == 7


DAYS = st.lists(st.integers(0, 60), max_size=6, unique=True).map(sorted)


@given(DAYS, DAYS)
def test_each_report_counts_for_one_meeting(told: list[int], held: list[int]) -> None:
    """The first on its day or after it; a later report for the same meeting holds instead of an earlier."""
    start = date(2026, 3, 5)
    meetings = [Meeting(pk=day, start_on=start + timedelta(day)) for day in held]
    reports = [
        ActionReport(pk=day, at=datetime.combine(start + timedelta(day), datetime.min.time(), UTC))
        for day in told
    ]
    expected: dict[int, int] = {}
    for day in told:
        following = [at for at in held if at >= day]
        expected |= {following[0]: day} if following else {}
    found = reports_by_meeting(reports, meetings)
    assert {meeting: report.pk for meeting, report in found.items()} == expected
