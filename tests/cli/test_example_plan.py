"""The example county's plan: made and changed as its story tells, so that every state is to be seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import samsyn
from samsyn.cli.example_plan import lay_plan
from samsyn.cli.example_story import leader_of_example
from samsyn.history.models import Event
from samsyn.plan.models import Part, Period, Plan, Wording
from samsyn.plan.queries.parts import see_outline
from samsyn.plan.queries.times import see_times
from samsyn.register.service import find_files, import_files

EXAMPLE = Path(samsyn.__file__).parent / "example"
# Those whose words the plan's changes point to, and that need no other program to be read.
NOTES = ("2025-05-20-styrgrupp.html", "2026-02-17-styrgrupp.md", "2026-09-29-styrgrupp.docx")
TODAY = date(2026, 11, 22)

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> Plan:
    """The plan, beside a few of the notes."""
    list(import_files(find_files([EXAMPLE / name for name in NOTES])))
    lay_plan(by=leader_of_example())
    return Plan.objects.get()


def test_it_has_what_the_story_says(plan: Plan) -> None:
    """A target picture, four areas of four steps, seven milestones, one of them unanswered, and actors."""
    kinds = [plan.parts.filter(kind=kind).count() for kind in ("target", "area", "step", "milestone")]
    unchecked = [branch.part.name for branch in see_outline(plan, on=TODAY).unchecked]
    assert (kinds, unchecked, plan.actors.count()) == ([1, 4, 16, 7], ["Första räkneveckan"], 23)


@pytest.mark.usefixtures("plan")
def test_made_twice_it_is_made_once() -> None:
    """Whoever starts the example again finds the plan as it was."""
    assert (lay_plan(by=leader_of_example()), Plan.objects.count()) == (0, 1)


@pytest.mark.usefixtures("plan")
def test_new_words_say_why_and_who_asked() -> None:
    """Three parts were worded anew; what asked for two of them stands in notes that are read here."""
    anew = Wording.objects.filter(number=2)
    assert (anew.count(), anew.exclude(why="").count(), anew.filter(asked_in__isnull=False).count()) == (
        3, 3, 2,
    )  # fmt: skip


def test_times_are_of_every_kind(plan: Plan) -> None:
    """About, not before, passed, reached, and some actors' own."""
    whens = see_times(plan, Part.objects.filter(plan=plan)).whens
    passed = {when.part.name for when in whens if when.is_passed(TODAY) and when.part.kind == "milestone"}
    assert (
        any(when.is_approximate for when in whens),
        any(when.is_open_ended for when in whens),
        Period.objects.filter(reached_on__isnull=False).count(),
        Period.objects.filter(actor__isnull=False).count(),
    ) == (True, True, 7, 4)
    assert passed == {"Telefonnummer från nio kommuner", "Första räkneveckan", "Exempel med tolk"}


@pytest.mark.usefixtures("plan")
def test_the_process_leader_has_done_it() -> None:
    """The log names her, and nothing is written past it."""
    done = Event.objects.filter(what__in=("plan.made", "wording.written", "period.told"))
    assert set(done.values_list("by__name", flat=True)) == {"Idun Hallström"}
