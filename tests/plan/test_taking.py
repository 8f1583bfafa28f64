"""A plan that notes speak of is proposed, and becomes one when a person takes it."""

from __future__ import annotations

from datetime import date
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.plan import plans

from samsyn.plan.laying import lay_part
from samsyn.plan.models import ContestedWord, NamedGroup, Part, Period, Plan, PlanComment, RefusedOutline
from samsyn.plan.notes.proposing import proposed_plans, stamp_of
from samsyn.plan.service import OutlineChosen, PartWanted, PlanUnusable, refuse_outline, take_outline
from samsyn.register.errors import CannotUndo, ChangedMeanwhile
from samsyn.register.models import Body
from samsyn.register.service import import_notes, undo_event
from samsyn.register.sight import EVERYTHING

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.plan.reading.records import PlanRead

pytestmark = pytest.mark.django_db
NOTES = Path(__file__).parent / "notes"
TODAY = date(2026, 11, 22)


@pytest.fixture
def read() -> PlanRead:
    """What the notes with numbered headings propose."""
    list(import_notes([NOTES / "numrerade-rubriker.md"]))
    return proposed_plans(EVERYTHING)[0]


@pytest.fixture
def leader() -> User:
    """Somebody who may make plans."""
    user = make.user()
    make.role(user, "process_leader")
    return user


def all_of(read: PlanRead, **but: object) -> OutlineChosen:
    """All that is proposed, with some of it chosen otherwise."""
    wanted = {
        "stamp": stamp_of(read),
        "name": read.name,
        "areas": frozenset(range(len(read.areas))),
        "times": frozenset((one.area, one.step) for one in read.times),
        "comments": frozenset(one.place.said for one in read.comments),
        "words": frozenset(one.word for one in read.words),
        "groups": frozenset(one.words for one in read.groups),
    }
    return OutlineChosen(**(wanted | but))  # type: ignore[arg-type]


def test_the_whole_becomes_a_plan(read: PlanRead, leader: User) -> None:
    """With areas and steps in the notes' order."""
    take_outline(all_of(read), on=TODAY, by=leader)
    plan = Plan.objects.get()
    areas = plan.parts.filter(kind="area").values_list("number", "name")
    assert (plan.name, list(areas), plan.parts.filter(kind="step").count()) == (
        "Genomförandeplan 1.1",
        [(1, "Tidig upptäckt"), (2, "Delaktiga familjer"), (3, "Gemensam uppföljning")],
        15,
    )


def test_a_decided_wish_is_decided_by_its_own_words(read: PlanRead, leader: User) -> None:
    """And waits for the new words."""
    take_outline(all_of(read), on=TODAY, by=leader)
    row = PlanComment.objects.get(state="decided")
    assert (row.kind, row.answer_in_id, row.answer_wording_id) == ("change_request", row.statement_id, None)


def test_times_lie_ahead_of_the_meeting(read: PlanRead, leader: User) -> None:
    """As written, with the words that say so."""
    take_outline(all_of(read), on=TODAY, by=leader)
    found = Period.objects.filter(part__parent__name="Tidig upptäckt").values_list("part__number", "words")
    assert set(found) == {(1, "före sommaren"), (2, "före sommaren")}


def test_what_is_left_out_is_refused(read: PlanRead, leader: User) -> None:
    """So that it is not proposed again."""
    take_outline(all_of(read, comments=frozenset(), words=frozenset()), on=TODAY, by=leader)
    comments = set(PlanComment.objects.values_list("state", flat=True))
    assert (comments, ContestedWord.objects.get().state) == ({"refused"}, "refused")


def test_chosen_areas_keep_their_comments_and_others_go(read: PlanRead, leader: User) -> None:
    """A comment on an area that is left out has no part to stand at."""
    take_outline(all_of(read, areas=frozenset({0})), on=TODAY, by=leader)
    rows = PlanComment.objects.exclude(state="refused")
    assert {row.part.parent_id or row.part_id for row in rows if row.part} == {
        Plan.objects.get().parts.get(kind="area").pk
    }


def test_no_area_is_no_plan(read: PlanRead, leader: User) -> None:
    """It says so."""
    with pytest.raises(PlanUnusable, match="område"):
        take_outline(all_of(read, areas=frozenset()), on=TODAY, by=leader)


def test_a_proposal_that_has_changed_is_not_taken(read: PlanRead, leader: User) -> None:
    """Nobody takes what they have not seen."""
    with pytest.raises(ChangedMeanwhile):
        take_outline(all_of(read, stamp="0"), on=TODAY, by=leader)


def test_whoever_writes_for_one_body_may_not(read: PlanRead) -> None:
    """The plan is the process leaders' own."""
    by = make.secretary(Body.objects.create(key="styrgruppen", name="Styrgruppen"))
    with pytest.raises(PermissionDenied):
        take_outline(all_of(read), on=TODAY, by=by)


def test_taking_is_taken_back_whole(read: PlanRead, leader: User) -> None:
    """With the words and groups that came with it."""
    event = take_outline(all_of(read), on=TODAY, by=leader)
    undo_event(event, by=leader)
    left = [model.objects.count() for model in (Plan, PlanComment, ContestedWord, NamedGroup, Period)]
    assert left == [0, 0, 0, 0, 0]


def test_a_plan_in_use_is_not_taken_back(read: PlanRead, leader: User) -> None:
    """Somebody has assessed themselves."""
    event = take_outline(all_of(read), on=TODAY, by=leader)
    plans.actor(Plan.objects.get())
    with pytest.raises(CannotUndo):
        undo_event(event, by=leader)


def test_a_taken_plan_is_not_proposed_again(read: PlanRead, leader: User) -> None:
    """Its areas are there."""
    take_outline(all_of(read), on=TODAY, by=leader)
    assert proposed_plans(EVERYTHING) == []


def test_a_refused_outline_is_remembered_until_it_is_taken_back(read: PlanRead, leader: User) -> None:
    """However often the page is shown."""
    event = refuse_outline(stamp_of(read), by=leader)
    gone = proposed_plans(EVERYTHING)
    undo_event(event, by=leader)
    assert (gone, RefusedOutline.objects.count(), len(proposed_plans(EVERYTHING))) == ([], 0, 1)


def test_notes_that_speak_of_no_plan_propose_none() -> None:
    """Steps of a building are none, nor is a plan against absence."""
    list(import_notes([NOTES / "ingen-plan.md"]))
    assert proposed_plans(EVERYTHING) == []


def test_a_time_without_year_is_counted_from_the_meeting(leader: User) -> None:
    """Not from the day on which the plan is made."""
    wanted = PartWanted("area", "Ett", when="till årsskiftet", when_on=date(2025, 3, 1))
    lay_part(wanted, plan=Plan.objects.create(name="Plan"), on=TODAY, by=leader)
    assert Period.objects.get().start_on == date(2025, 12, 15)


GIVEN = {
    "Steg 1 och 2 ska vara klara före sommaren.": "Milstolpe i steg 2: alla förskolor har fått en genomgång.",
    "Området är tunt.": "Milstolpen för steg 3 är att rutinen är antagen.",
}


def test_milestones_that_notes_name_become_parts_as_chosen(tmp_path: Path, leader: User) -> None:
    """Below their steps, with the words that gave them; all of it is taken back in one."""
    text = (NOTES / "numrerade-rubriker.md").read_text(encoding="utf-8")
    text = reduce(lambda said, pair: said.replace(pair[0], "\n\n".join((*pair, ""))), GIVEN.items(), text)
    (tmp_path / "plan.md").write_text(text, encoding="utf-8")
    list(import_notes([tmp_path / "plan.md"]))
    read = proposed_plans(EVERYTHING)[0]
    found = [(one.area, one.step, one.words) for one in read.milestones]
    first = frozenset(one.place.said for one in read.milestones if one.area == 0)
    event = take_outline(all_of(read, milestones=first), on=TODAY, by=leader)
    (made,) = Part.objects.filter(kind="milestone").select_related("parent")
    undo_event(event, by=leader)
    assert found == [(0, 2, "Alla förskolor har fått en genomgång."), (2, 3, "Rutinen är antagen.")]
    assert (made.parent.number if made.parent else 0, made.source_id in first) == (2, True)
    assert (any("förskolor" in one.place.words for one in read.comments), Part.objects.exists()) == (
        False,
        False,
    )
