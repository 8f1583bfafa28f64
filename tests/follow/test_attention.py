"""What needs attention on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests import make
from tests.plan import plans

from samsyn.follow import Concern, see_overview
from samsyn.follow.attention import passed_actions
from samsyn.matters.models import Execution, ExecutionState
from samsyn.minutes.records import Kind
from samsyn.plan.models import PlanComment
from samsyn.register.models import Meeting, Statement

pytestmark = pytest.mark.django_db

DAY = make.DAY
LATER = DAY + timedelta(days=30)


def counts(on: date) -> dict[Concern, int]:
    """How many each concern is about."""
    return {found.concern: found.count for found in see_overview(on=on).attention}


def task(**fields: object) -> make.Said:
    """Something that somebody is to do."""
    return make.Said(text="Bo skriver ett förslag.", kind=Kind.ASSIGNMENT, action=True, **fields)  # type: ignore[arg-type]


def test_nothing_in_the_register_needs_nothing() -> None:
    """An empty register has no concerns and knows that it is empty."""
    assert see_overview(on=DAY).is_empty


def test_an_action_without_owner_is_asked_about() -> None:
    """Also where it has a date."""
    make.meeting(said=(task(due=LATER),))
    assert counts(DAY)[Concern.INCOMPLETE] == 1


def test_an_action_with_both_is_not() -> None:
    """Owner and date are all that is asked for."""
    make.meeting(said=(task(owner="Bo", due=LATER),))
    assert Concern.INCOMPLETE not in counts(DAY)


@pytest.mark.parametrize(
    ("waited", "n"), [(timedelta(days=90), 0), (timedelta(days=91), 1)], ids=["yet", "long"]
)
def test_a_decision_that_nobody_has_told_of_is_asked_about(waited: timedelta, n: int) -> None:
    """When three months have gone."""
    make.meeting(said=(make.Said(text="Rutinen gäller.", kind=Kind.DECISION),))
    assert counts(DAY + waited).get(Concern.UNTOLD, 0) == n


def test_a_decision_that_somebody_has_told_of_is_not() -> None:
    """Whatever they said of it."""
    meeting = make.meeting(said=(make.Said(text="Rutinen gäller.", kind=Kind.DECISION),))
    told = meeting.statements.get()
    Execution.objects.create(statement=told, state=ExecutionState.UNDER_WAY, by=make.user())
    assert Concern.UNTOLD not in counts(DAY + timedelta(days=200))


@pytest.mark.parametrize(
    ("on", "passed"),
    [pytest.param(LATER, 0, id="on-the-day"), pytest.param(LATER + timedelta(days=1), 1, id="the-day-after")],
)
def test_a_date_has_passed_the_day_after(on: date, passed: int) -> None:
    """On its last day there is still time."""
    make.meeting(said=(task(owner="Bo", due=LATER),))
    assert passed_actions(on=on).count() == passed


def test_the_longest_passed_comes_first() -> None:
    """What has waited longest is looked at first."""
    make.meeting(said=(task(owner="Bo", due=LATER), task(owner="Bo", due=DAY)))
    assert [said.due_start for said in passed_actions(on=LATER + timedelta(days=2))] == [DAY, LATER]


def test_a_decision_made_without_somebody() -> None:
    """An organisation that was expected and had nobody there."""
    came = (
        make.Came(name="Bo Ek", affiliation="Flens kommun"),
        make.Came(name="Ada Al", affiliation="Trosa kommun", present=False),
    )
    make.meeting(came=came, said=(make.Said(text="Planen godkänns."),))
    found = next(one for one in see_overview(on=DAY).attention if one.concern == Concern.DECIDED_WITHOUT)
    assert [[o.name for o in one.organisations] for one in found.examples] == [["Trosa kommun"]]  # type: ignore[union-attr]


def test_notes_are_missing_when_the_day_has_passed() -> None:
    """A meeting that notes announce is coming first, and without notes afterwards."""
    make.meeting(next_on=LATER)
    assert [len(see_overview(on=day).coming) for day in (DAY, LATER + timedelta(days=1))] == [1, 0]
    assert (
        counts(DAY).get(Concern.WITHOUT_NOTES),
        counts(LATER + timedelta(days=1))[Concern.WITHOUT_NOTES],
    ) == (None, 1)


def test_a_meeting_without_day_is_asked_about() -> None:
    """Undated notes are kept and asked about."""
    make.meeting(on=None)
    assert counts(DAY)[Concern.UNDATED] == 1


def test_doubts_say_from_how_many_meetings() -> None:
    """Two doubts in one meeting and one in another."""
    make.imported(
        make.reading(doubts=("held", "place")),
        make.reading(bodies=("Annat nätverk",), doubts=("held",), name="b.txt"),
    )
    found = next(one for one in see_overview(on=DAY).attention if one.concern == Concern.DOUBTS)
    assert (found.count, found.meetings) == (3, 2)


def test_what_is_confirmed_needs_no_look() -> None:
    """A confirmed decision is no proposal."""
    make.meeting(said=(make.Said(text="Planen godkänns."),))
    Statement.objects.get().values.update(state="confirmed")
    assert Concern.PROPOSED not in counts(DAY)


def test_the_latest_meetings_are_held_ones() -> None:
    """Latest first, and none that lies ahead."""
    make.imported(
        make.reading(),
        make.reading(on=DAY + timedelta(days=9), name="b.txt"),
        make.reading(on=LATER, name="c.txt"),
    )
    shown = [meeting.start_on for meeting in see_overview(on=DAY + timedelta(days=10)).latest]
    assert shown == [DAY + timedelta(days=9), DAY]
    assert Meeting.objects.count() == 3


def test_concerns_come_in_their_order() -> None:
    """The order of the page is that of the table of concerns."""
    make.meeting(on=None, doubts=("held",), said=(task(),))
    order = list(Concern)
    shown = [found.concern for found in see_overview(on=DAY).attention]
    assert shown == sorted(shown, key=order.index)


@pytest.mark.parametrize(
    ("columns", "concern"),
    [
        ({"state": "open"}, Concern.PLAN_UNANSWERED),
        ({"state": "proposed"}, Concern.PLAN_PROPOSED),
        ({"state": "decided", "kind": "change_request"}, Concern.PLAN_UNDONE),
    ],
    ids=["unanswered", "proposed", "undone"],
)
def test_what_is_said_of_the_plan_waits(columns: dict[str, str], concern: Concern) -> None:
    """For an answer, for somebody to take it, or for its new words."""
    PlanComment.objects.create(plan=plans.plan(), text="Otydligt.", **columns)
    assert counts(DAY)[concern] == 1
