"""What the example county's process leader has done before somebody looks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.standing import standing

import samsyn
from samsyn.cli.example_followed import follow_up
from samsyn.cli.example_story import LEFT, leader_of_example, tell_story
from samsyn.history.models import Event
from samsyn.matters.models import (
    FollowUp,
    Knot,
    Matter,
    MatterRelation,
    PartyLine,
    PartyState,
    Reminder,
    Reply,
)
from samsyn.register.models import ActionReport
from samsyn.register.service import find_files, import_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django import DjangoDbBlocker

EXAMPLE = Path(samsyn.__file__).parent / "example"
READ_HERE = {".docx", ".md", ".txt", ".html", ".odt"}

pytestmark = [pytest.mark.django_db, pytest.mark.slow]  # reads two dozen notes


@pytest.fixture(scope="module")
def n_opened(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """The notes that need no other program, and the story told of them, once for all."""
    files = [
        path for path in sorted(EXAMPLE.iterdir()) if path.suffix in READ_HERE and "bilaga" not in path.name
    ]
    with standing(django_db_blocker):
        list(import_files(find_files(files)))
        yield tell_story()


def test_five_matters_are_opened_and_two_left(n_opened: int) -> None:
    """Those left are to be taken by whoever looks."""
    names = set(Matter.objects.values_list("name", flat=True))
    assert (n_opened, len(names), names & set(LEFT)) == (5, 5, set())


def test_told_twice_it_opens_nothing_more(n_opened: int) -> None:
    """Whoever starts the example again finds what they have done there."""
    knots = Knot.objects.count()
    assert (tell_story(), Matter.objects.count(), Knot.objects.count()) == (0, n_opened, knots)


@pytest.mark.usefixtures("n_opened")
def test_somebody_has_done_it() -> None:
    """The log names the process leader."""
    done = Event.objects.filter(what="matter.opened").values_list("by__name", flat=True)
    assert set(done) == {"Idun Hallström"}
    assert MatterRelation.objects.exists()


@pytest.mark.usefixtures("n_opened")
def test_each_state_of_what_is_followed_up_is_to_be_seen() -> None:
    """Answers to reminders of each kind, what was changed since, every state of a party, and a reply."""
    follow_up(by=leader_of_example())
    answers = set(ActionReport.objects.exclude(address="").values_list("state", flat=True))
    followed = [
        FollowUp.objects.filter(**{f"{column}__isnull": False}).exists()
        for column in ("ended_on", "reopened_at", "carried_to")
    ]
    states = set(PartyLine.objects.values_list("state", flat=True))
    assert (answers, followed, states - set(PartyState.values), len(states)) == (
        {"done", "under_way", "needs_help"}, [True, True, True], set(), len(PartyState.values),
    )  # fmt: skip
    assert (Reminder.objects.count(), Reply.objects.count()) == (5, 1)
