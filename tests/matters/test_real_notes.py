"""Real notes, where a folder of them is at hand: what went from one meeting to the next is proposed."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from samsyn.matters.models import HandOver, MatterLink
from samsyn.matters.service import catch_up, read_and_follow
from samsyn.register.models import Meeting
from samsyn.register.service import import_notes

NOTES = Path(os.environ.get("SAMSYN_NOTES", "/nowhere"))

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not (NOTES / "minutes").is_dir(), reason="SAMSYN_NOTES names no folder of notes"),
]


@pytest.fixture
def links() -> list[MatterLink]:
    """All that is proposed between the two, the surest first."""
    list(import_notes(sorted((NOTES / "minutes").glob("2026-*.md"))))
    catch_up()
    read_and_follow(list(Meeting.objects.values_list("pk", flat=True)))
    return list(MatterLink.objects.order_by("-score"))


def test_three_threads_lead_to_the_right_items(links: list[MatterLink]) -> None:
    """The question handed over, the diagnosis that became support, and the time plan; nothing above them."""
    ends = {(link.left_heading.split()[0], link.right_item.number) for link in links[:3] if link.right_item}
    assert ends == {("NPF", "4"), ("Implementering", "3"), ("Medskick", "3")}


def test_only_they_are_strong_between_the_two(links: list[MatterLink]) -> None:
    """Nothing wrong is shown as sure."""
    assert sum(link.strength == "strong" for link in links) == 3


@pytest.mark.usefixtures("links")
def test_five_hand_overs_are_found() -> None:
    """Each once: two were taken up; one recurs, one goes outside, and one waits for time."""
    rows = HandOver.objects.all()
    found = Counter((row.kind, row.state, row.is_recurring, bool(row.organisation_id)) for row in rows)
    assert found == {
        ("passed_on", "taken_up", False, False): 1,
        ("message", "taken_up", False, False): 1,
        ("report_back", "sent", True, False): 1,
        ("invitation", "sent", False, True): 1,
        ("more_time", "sent", False, False): 1,
    }


def test_the_start_for_placed_children_is_near_the_joint_model(links: list[MatterLink]) -> None:
    """The item says that it is a part of it; the two are neighbours, not one."""
    near = [link for link in links if link.related]
    assert [(link.left_item and link.left_item.number, link.right_heading) for link in near] == [
        ("2", "Tillsammans för barnens bästa")
    ]
