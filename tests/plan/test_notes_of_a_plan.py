"""With a plan that is followed, notes propose what they say of it; what people said of that stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.plan import plans
from tests.plan.reading_measures import NOTES

from samsyn.plan.models import ContestedWord, Evidence, Plan, PlanComment, ReadMeeting
from samsyn.plan.service import catch_up_plans
from samsyn.register.models import Meeting, Statement
from samsyn.register.search.keeping import mark_meeting
from samsyn.register.service import import_notes

if TYPE_CHECKING:
    from pytest_django import DjangoCaptureOnCommitCallbacks

pytestmark = pytest.mark.django_db
AREAS = ("Tidig upptäckt", "Delaktiga familjer", "Gemensam uppföljning")


@pytest.fixture
def plan() -> Plan:
    """The plan that the notes are about, with three actors."""
    made = plans.plan(areas=AREAS, n_steps=5, name="Genomförandeplan")
    for number, name in enumerate(("Bergköping", "Granhult", "Mora by"), 1):
        plans.actor(made, name, number=number)
    return made


def take_in(name: str) -> Meeting:
    """Import notes of the labelled ones."""
    list(import_notes([NOTES / name]))
    catch_up_plans()
    return Meeting.objects.get(state="held")


def test_new_notes_propose_comments(plan: Plan) -> None:
    """On the areas and steps that they are about."""
    take_in("numrerade-rubriker.md")
    row = PlanComment.objects.get(statement__text__startswith="Ordet")
    assert (row.state, row.kind, str(row.part and row.part.parent), str(row.part), row.plan) == (
        "proposed",
        "change_request",
        "Delaktiga familjer",
        "Steg 1",
        plan,
    )


@pytest.mark.usefixtures("plan")
def test_a_wish_is_of_the_words_in_force() -> None:
    """The version is kept with it."""
    take_in("numrerade-rubriker.md")
    row = PlanComment.objects.get(statement__text__startswith="Ordet")
    assert row.wording is not None
    assert row.wording.part == row.part


@pytest.mark.usefixtures("plan")
def test_new_notes_propose_contested_words() -> None:
    """With the better ones."""
    take_in("numrerade-rubriker.md")
    word = ContestedWord.objects.get()
    assert (word.word, word.instead, word.state) == ("brukare", ["familj", "förälder"], "proposed")


@pytest.mark.usefixtures("plan")
def test_what_says_how_far_an_actor_has_come_is_proposed_as_evidence() -> None:
    """Of the meeting's day; what is planned or denied is none."""
    take_in("lage.md")
    rows = Evidence.objects.order_by("pk").values_list(
        "actor__organisation__name", "area__name", "step__number", "dated_on", "state"
    )
    assert list(rows) == [
        ("Bergköpings kommun", "Tidig upptäckt", 2, date(2026, 11, 3), "proposed"),
        ("Granhult", "Delaktiga familjer", 3, date(2026, 11, 3), "proposed"),
        ("Mora by", "Gemensam uppföljning", 3, date(2026, 11, 3), "proposed"),
    ]


@pytest.mark.usefixtures("plan")
def test_reading_again_adds_nothing() -> None:
    """However often."""
    meeting = take_in("numrerade-rubriker.md")
    before = list(PlanComment.objects.values_list("pk", "state", "part"))
    mark_meeting(meeting.pk)
    catch_up_plans()
    assert list(PlanComment.objects.values_list("pk", "state", "part")) == before


@pytest.mark.usefixtures("plan")
def test_what_a_person_said_outlives_a_new_reading() -> None:
    """Even where the notes no longer say it; what nobody answered goes."""
    meeting = take_in("numrerade-rubriker.md")
    taken = PlanComment.objects.get(statement__text__startswith="Ordet")
    PlanComment.objects.filter(pk=taken.pk).update(state="open")
    Statement.objects.filter(meeting=meeting).update(text="Inga synpunkter.")
    mark_meeting(meeting.pk)
    catch_up_plans()
    assert list(PlanComment.objects.values_list("pk", "state")) == [(taken.pk, "open")]


def test_a_plan_made_later_is_read_for_when_caught_up() -> None:
    """Notes that came before it."""
    take_in("numrerade-rubriker.md")
    plans.plan(areas=AREAS, n_steps=5, name="Genomförandeplan")
    left = catch_up_plans()
    assert (left, PlanComment.objects.count()) == (0, 8)


@pytest.mark.usefixtures("plan")
def test_what_a_dead_process_left_is_read_later() -> None:
    """The mark goes with the change."""
    meeting = take_in("numrerade-rubriker.md")
    PlanComment.objects.all().delete()
    ReadMeeting.objects.filter(meeting=meeting).update(stamp="")
    catch_up_plans()
    assert PlanComment.objects.count() == 8


@pytest.mark.usefixtures("plan")
def test_notes_are_read_as_soon_as_they_are_in(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """Nobody has to ask."""
    with django_capture_on_commit_callbacks(execute=True):
        list(import_notes([NOTES / "numrerade-rubriker.md"]))
    assert PlanComment.objects.count() == 8


@pytest.mark.usefixtures("plan")
def test_an_ended_plan_is_not_read_for() -> None:
    """Nobody follows it."""
    Plan.objects.update(state="ended")
    take_in("numrerade-rubriker.md")
    assert PlanComment.objects.count() == 0
