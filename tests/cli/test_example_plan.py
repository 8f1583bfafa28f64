"""The example county's plan: made and changed as its story tells, so that every state is to be seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests.standing import standing

import samsyn
from samsyn.cli.example_plan import lay_plan
from samsyn.cli.example_story import leader_of_example
from samsyn.history.models import Event
from samsyn.plan.models import (
    Band,
    BandKind,
    CommentState,
    ContestedWord,
    Evidence,
    EvidenceKind,
    Lesson,
    Part,
    Period,
    Plan,
    PlanComment,
    ProposalState,
    Review,
    Support,
    SupportState,
    Sustainment,
    Wording,
)
from samsyn.plan.queries.area import between, paces
from samsyn.plan.queries.groups import see_groups
from samsyn.plan.queries.map import Cell, Map, see_map
from samsyn.plan.queries.parts import see_outline
from samsyn.plan.queries.sustainment import all_dues
from samsyn.plan.queries.times import see_times
from samsyn.register.models import Organisation
from samsyn.register.service import find_files, import_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

EXAMPLE = Path(samsyn.__file__).parent / "example"
# Those whose words the plan points to, and that need no other program to be read.
NOTES = (
    "2025-05-20-styrgrupp.html",
    "2026-02-17-styrgrupp.md",
    "2026-09-15-arbetsgrupp-sodra-barn.txt",
    "2026-09-29-styrgrupp.docx",
)
TODAY = date(2026, 11, 22)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def plan(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Plan]:
    """The plan, made once for all when a few of the notes were read."""
    with standing(django_db_blocker):
        list(import_files(find_files([EXAMPLE / name for name in NOTES])))
        Organisation.objects.get_or_create(key="flen", defaults={"name": "Flens kommun"})
        lay_plan(by=leader_of_example())
        yield Plan.objects.get()


@pytest.fixture
def seen(plan: Plan) -> Map:
    """The plan's map on the day that the story ends."""
    return see_map(plan, on=TODAY, since=date(2026, 5, 23))


def cell(seen: Map, actor: str, area: int) -> Cell:
    """One actor in one area."""
    return next(row for row in seen.rows if str(row.actor) == actor).cells[area - 1]


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


def test_eleven_have_come_to_the_test_since_may(seen: Map) -> None:
    """As Rasmus counted on 29 September 2026: nobody from there to everyday work."""
    moves = [row.cells[0].standing for row in seen.rows if row.cells[0].standing.move == "up"]
    steps = [standing.claim.step for standing in moves if standing.claim]
    assert (steps.count(3), steps.count(4), dict(seen.counts(seen.areas[0]))) == (
        11, 0, {0: 1, 1: 1, 2: 2, 3: 15},
    )  # fmt: skip


def test_the_map_shows_every_state(seen: Map) -> None:
    """Up, down, old evidence, none, not begun, everyday work, and three who have said nothing."""
    standing = {
        "up": cell(seen, "Flens socialtjänst", 1).standing.move,
        "down": cell(seen, "Katrineholms skola", 1).standing.move,
        "old": cell(seen, "Trosa skola", 1).standing.is_old,
        "bare": cell(seen, "Flens skola", 1).standing.lacks_evidence,
    }
    claims = [
        cell(seen, *at).standing.claim for at in (("Vårdcentralerna", 1), ("Nyköpings socialtjänst", 4))
    ]
    assert (standing, [claim and claim.step for claim in claims]) == (
        {"up": "up", "down": "down", "old": True, "bare": True}, [0, 4],
    )  # fmt: skip


def test_one_was_said_against_older_words(plan: Plan) -> None:
    """Gnesta's school has not answered since step 3 of the process was written anew."""
    seen = see_map(plan, on=max(TODAY, timezone.localdate()))
    older = [str(row.actor) for row in seen.rows for cell in row.cells if cell.standing.is_older_wording]
    assert older == ["Gnesta skola"]


def test_one_step_has_a_forecast_and_another_too_few_moves(seen: Map) -> None:
    """The test in two areas; and no forecast of everyday work anywhere."""
    told = [{step.number: pace.silence for step, pace in paces(seen, area)} for area in seen.areas]
    assert (told[0][3], told[3][3], {area[4] for area in told}) == (None, "few_moves", {"leap"})


def test_some_stand_between_test_and_everyday_work(seen: Map) -> None:
    """With a word of what comes next and without; Flen's school has stood there longest without one."""
    found = [one for one in between(seen) if not one.is_planned]
    assert (str(found[0].row.actor), len(found) < len(between(seen))) == ("Flens skola", True)


def test_one_step_is_seen_otherwise_by_whoever_reviews(seen: Map) -> None:
    """Oxelösund says that it tests, the process leader that it prepares."""
    disputed = {
        str(row.actor): (cell.standing.lowest, cell.standing.highest)
        for row in seen.rows for cell in row.cells if cell.standing.is_disputed
    }  # fmt: skip
    assert disputed == {"Oxelösunds socialtjänst": (2, 3)}


@pytest.mark.usefixtures("plan")
def test_evidence_is_of_every_kind_and_reviews_are_answered() -> None:
    """One is withdrawn; one of two comments has the actor's reply."""
    kinds = set(Evidence.objects.values_list("kind", flat=True))
    replies = [bool(reply) for reply in Review.objects.order_by("pk").values_list("reply", flat=True)]
    withdrawn = Evidence.objects.filter(withdrawn_on__isnull=False).count()
    assert (kinds, withdrawn, replies) == (set(EvidenceKind.values), 1, [True, False])


def test_those_who_are_no_part_of_it_are_told(seen: Map) -> None:
    """One of the whole plan, one of an area."""
    outside = {str(row.actor): sum(cell.outside for cell in row.cells) for row in seen.rows}
    assert {name: n for name, n in outside.items() if n} == {"Vårdcentralerna": 1, "Hjälpmedelscentralen": 4}


def test_one_group_is_a_list_and_another_nobody_knows(plan: Plan) -> None:
    """*Alla aktörer* are the twenty-two."""
    groups = [(row.words, len(row.members)) for row in see_groups(plan, on=TODAY)]
    assert groups == [("berörda verksamheter", 0), ("alla aktörer", 22)]


@pytest.mark.usefixtures("plan")
def test_time_has_terms_holidays_and_a_reform() -> None:
    """So that weeks of holiday do not count in the pace."""
    assert set(Band.objects.values_list("kind", flat=True)) == set(BandKind.values)


def test_some_were_asked_and_are_silent_and_one_was_never_asked(plan: Plan) -> None:
    """Of the three who have said nothing."""
    seen = see_map(plan, on=max(TODAY, timezone.localdate()))
    silent = {str(row.actor): row.asked_on is not None for row in seen.silent}
    assert silent == {"Eskilstuna skola": True, "Vingåkers skola": True, "Vingåkers socialtjänst": False}


def test_one_answered_by_its_letters_link(plan: Plan) -> None:
    """Habiliteringen, on its telephone."""
    said = plan.actors.get(organisation__name="Habiliteringen").assessments.filter(on=date(2026, 11, 18))
    assert set(said.values_list("by", flat=True)) == {None}


@pytest.mark.usefixtures("plan")
def test_comments_are_in_every_state() -> None:
    """Those of notes are proposed, answered, decided and refused; two are written by hand."""
    states = set(PlanComment.objects.values_list("state", flat=True))
    by_hand = set(PlanComment.objects.filter(statement=None).values_list("by__name", flat=True))
    answers = set(
        PlanComment.objects.filter(state="decided").values_list("part__number", "answer_wording__number")
    )
    assert (states, by_hand, answers) == (
        set(CommentState.values), {"Kristoffer Ängsäter"}, {(None, 2), (3, 2), (4, 2)},
    )  # fmt: skip


@pytest.mark.usefixtures("plan")
def test_contested_words_have_better_ones() -> None:
    """Two the county has marked; others the notes propose."""
    words = dict(ContestedWord.objects.filter(state=ProposalState.TAKEN).values_list("word", "instead"))
    proposed = ContestedWord.objects.filter(state=ProposalState.PROPOSED)
    assert (words["handlingsplan"], len(words), proposed.exists()) == (["planering"], 2, True)


@pytest.mark.usefixtures("plan")
def test_support_is_asked_for_given_and_declined() -> None:
    """Two wait; what was given says by whom, what was not says why."""
    states = list(Support.objects.values_list("state", flat=True))
    settled = Support.objects.exclude(state=SupportState.ASKED).exclude(given="").exclude(given_on=None)
    assert ({state: states.count(state) for state in SupportState.values}, settled.count()) == (
        {"asked": 2, "given": 2, "declined": 1}, 3,
    )  # fmt: skip


@pytest.mark.usefixtures("plan")
def test_lessons_say_where_they_come_from() -> None:
    """The steering group's, and two of actors."""
    actors = set(
        Lesson.objects.filter(actor__isnull=False).values_list("actor__organisation__name", flat=True)
    )
    assert (Lesson.objects.count(), actors) == (4, {"Strängnäs skola", "Oxelösunds skola"})


def test_what_lasts_is_answered_once_and_due_once(plan: Plan) -> None:
    """Nyköping's lasts, Habiliteringen's does not wholly; of its second time nobody has answered."""
    lasts = [row.lasts for row in Sustainment.objects.order_by("due_on")]
    waiting = [(str(due.actor), due.months) for due in all_dues(plan, on=TODAY) if due.waits(TODAY)]
    assert (lasts, waiting) == ([False, True], [("Habiliteringen", 12)])
