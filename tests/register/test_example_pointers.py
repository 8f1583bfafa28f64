"""The example county in the register: its notes point to the meetings of the story, and no others."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.standing import standing

import samsyn
from samsyn.register.models import Meeting, MeetingState, Reference
from samsyn.register.service import find_files, import_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pytest_django import DjangoDbBlocker

# The whole example is read, some of it by way of other programs.
pytestmark = [pytest.mark.slow, pytest.mark.django_db]

EXAMPLE = Path(samsyn.__file__).parent / "example"
STORY = tomllib.loads((EXAMPLE / "threads.toml").read_text("utf-8"))
POINTERS = {(row["note"], row["to"], tuple(sorted(row["bodies"]))) for row in STORY["pointer"]}
SPOKEN_OF = sorted((row["on"], tuple(sorted(row["bodies"]))) for row in STORY["spoken_of"])


@pytest.fixture(scope="module", autouse=True)
def _county(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The whole county is in the register, read once for all."""
    with standing(django_db_blocker):
        list(import_files(find_files([EXAMPLE])))
        yield


def bodies_of(meeting: Meeting) -> tuple[str, ...]:
    """The names of a meeting's bodies."""
    return tuple(sorted(body.name for body in meeting.bodies.all()))


def pointers() -> set[tuple[str, date | None, tuple[str, ...]]]:
    """Note, day and bodies of each meeting that notes point to, but for the next one of the same bodies."""
    rows = Reference.objects.filter(target_meeting__isnull=False).select_related("meeting", "target_meeting")
    return {
        (row.meeting.versions.get().file_name.rsplit(".", 1)[0], there.start_on, bodies_of(there))
        for row in rows
        if (there := row.target_meeting) is not None and there != row.meeting.next_meeting
    }


def test_notes_point_to_the_meetings_of_the_story() -> None:
    """Each day of another meeting leads to that meeting, and no other day leads to any."""
    assert pointers() ^ POINTERS == set()


def test_meetings_without_notes_are_those_of_the_story() -> None:
    """What only notes speak of is what the story says, and nothing is made up."""
    spoken_of = Meeting.objects.filter(state=MeetingState.REFERENCED)
    assert sorted((one.start_on, bodies_of(one)) for one in spoken_of) == SPOKEN_OF
