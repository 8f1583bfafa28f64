"""Real notes, where a folder of them is at hand: the two that speak of each other become one story."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from samsyn.register.models import Meeting, MeetingState
from samsyn.register.queries import coverage, decided_without
from samsyn.register.service import import_notes

NOTES = Path(os.environ.get("SAMSYN_NOTES", "/nowhere"))

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not (NOTES / "minutes").is_dir(), reason="SAMSYN_NOTES names no folder of notes"),
]


@pytest.fixture
def joint() -> Meeting:
    """The joint meeting of April, taken in with the steering group's of March."""
    list(import_notes(sorted((NOTES / "minutes").glob("2026-*.md"))))
    return Meeting.objects.get(start_on=date(2026, 4, 10))


def test_joint_meeting_has_two_bodies_and_its_list(joint: Meeting) -> None:
    """Two bodies, 28 present and 6 absent."""
    there = joint.attendances.filter(present=True).count()
    assert (joint.bodies.count(), there, joint.attendances.filter(present=False).count()) == (2, 28, 6)


def test_one_municipality_had_nobody_in_the_room(joint: Meeting) -> None:
    """Three of its people were absent, and none was there when something was decided."""
    missing = [
        (row.organisation and row.organisation.key, len(row.absent))
        for row in coverage(joint)
        if row.is_missing
    ]
    assert missing == [("eskilstuna", 3)]
    assert joint in [row.meeting for row in decided_without(on=date(2026, 6, 1))]


def test_organisations_are_nine_municipalities_and_the_region(joint: Meeting) -> None:
    """However each is written."""
    kinds = sorted(joint.attendances.values_list("organisation__kind", flat=True))
    assert (kinds.count("municipality") + kinds.count("region"), len(set(coverage(joint)[0].absent))) == (
        34,
        3,
    )
    assert len(coverage(joint)) == 10


def test_next_meeting_is_known_by_reference(joint: Meeting) -> None:
    """It stands inside an item, without year."""
    coming = joint.next_meeting
    assert coming is not None
    assert (coming.start_on, coming.state) == (date(2026, 10, 9), MeetingState.REFERENCED)


def test_steering_group_points_to_the_joint_meeting(joint: Meeting) -> None:
    """What goes on to "den 10/4" is linked to the notes of that day."""
    assert {pointer.meeting.start_on for pointer in joint.referred_by.all()} == {date(2026, 3, 31)}


def test_same_notes_as_word_files_are_new_versions_that_change_nothing(joint: Meeting) -> None:
    """Two versions, the same statements."""
    before = list(joint.statements.values_list("pk", "kind", "text", "removed"))
    outcomes = list(import_notes(sorted((NOTES / "formats").glob("*.docx"))))
    assert [outcome.result for outcome in outcomes] == ["version", "version"]
    assert list(joint.statements.values_list("pk", "kind", "text", "removed")) == before
