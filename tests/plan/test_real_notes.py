"""Real notes, where a folder of them is at hand: a plan is proposed out of two meetings, and nothing else."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samsyn.plan.notes.proposing import proposed_plans
from samsyn.register.service import import_notes
from samsyn.register.sight import EVERYTHING

if TYPE_CHECKING:
    from samsyn.plan.reading.records import CommentRead, PlanRead

NOTES = Path(os.environ.get("SAMSYN_NOTES", "/nowhere"))

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not (NOTES / "minutes").is_dir(), reason="SAMSYN_NOTES names no folder of notes"),
]


@pytest.fixture
def plan() -> PlanRead:
    """What an empty register proposes of the two."""
    list(import_notes(sorted((NOTES / "minutes").glob("2026-*.md"))))
    (plan,) = proposed_plans(EVERYTHING)
    return plan


def wishes(plan: PlanRead) -> list[CommentRead]:
    """The wishes for other words."""
    return [one for one in plan.comments if one.wants_change]


def test_it_has_four_areas_and_four_steps(plan: PlanRead) -> None:
    """In the notes' order, with the newest version's name."""
    names = [area.name.split()[0] for area in plan.areas]
    assert (names, len(plan.steps), plan.name.endswith("2.0")) == (
        ["Arbetssätt", "Gemensamma", "Gemensam", "Ledning"],
        4,
        True,
    )


def test_the_third_step_is_the_test_and_the_fourth_everyday_work(plan: PlanRead) -> None:
    """As a passage from one to the other tells."""
    assert [step.meaning for step in plan.steps] == ["", "", "test", "everyday"]


def test_comments_stand_at_the_areas(plan: PlanRead) -> None:
    """All that was said below each heading, and four on the plan itself beside its revision."""
    assert Counter(one.area for one in plan.comments) == {0: 7, 1: 5, 2: 4, 3: 6, None: 5}


def test_one_decided_wish_is_about_the_third_step_of_the_third_area(plan: PlanRead) -> None:
    """The one that was decided in prose; the other is agreed upon, and about the whole."""
    decided = [(one.area, one.step) for one in wishes(plan) if one.is_decided]
    assert decided == [(2, 3), (None, None)]


def test_contested_words_have_the_better_ones_that_were_suggested(plan: PlanRead) -> None:
    """One has two, the other only its reason."""
    assert [(len(one.instead), bool(one.why)) for one in plan.words] == [(2, True), (0, True)]


def test_the_fourth_step_begins_next_year_at_the_earliest(plan: PlanRead) -> None:
    """Where it is said, and in the area that is to follow the same times."""
    fourth = [(one.area, one.words) for one in plan.times if one.step == 4]
    assert fourth == [(0, "tidigast 2027"), (1, "tidigast 2027")]


def test_the_first_three_steps_are_due_by_the_turn_of_the_year(plan: PlanRead) -> None:
    """Counted from the meeting's own day."""
    first = {(one.words, one.on) for one in plan.times if one.step < 4}
    assert first == {("fram till årsskiftet", date(2026, 3, 31))}


def test_one_group_is_to_be_spelled_out(plan: PlanRead) -> None:
    """And its comment wants other words of the plan as a whole."""
    (group,) = plan.groups
    assert [one.area for one in wishes(plan) if one.place == group.place] == [None]
