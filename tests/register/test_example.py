"""The example county in the register: every note comes in, and what only others speak of is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import samsyn
from samsyn.register.models import Attachment, Meeting, MeetingState
from samsyn.register.service import find_files, import_files

# The whole example is read, some of it by way of other programs.
pytestmark = [pytest.mark.slow, pytest.mark.django_db]

EXAMPLE = Path(samsyn.__file__).parent / "example"


def refused(*paths: Path) -> list[str]:
    """Files that do not come in."""
    outcomes = import_files(find_files(paths))
    return [outcome.shown for outcome in outcomes if outcome.result == "refused"]


def test_the_whole_county_comes_in() -> None:
    """No file is refused, each note is a meeting, and the notice one that is planned."""
    refusals = refused(EXAMPLE)
    counts = {
        state: Meeting.objects.filter(state=state).count()
        for state in (MeetingState.HELD, MeetingState.PLANNED)
    }
    assert (refusals, counts) == ([], {MeetingState.HELD: 30, MeetingState.PLANNED: 1})


def test_a_meeting_that_notes_speak_of_is_known() -> None:
    """The SAMS group was formed at a meeting whose notes have never come."""
    refused(*EXAMPLE.glob("2026-06-11-sams-gruppen.doc"))
    spoken_of = Meeting.objects.get(start_on=date(2025, 11, 21))
    names = [body.name for body in spoken_of.named_bodies]
    assert (spoken_of.state, "Länsstyrgruppen" in names) == (MeetingState.REFERENCED, True)


def test_what_notes_enclose_is_kept_with_them_or_missed() -> None:
    """Two attachments of the SAMS group are named, and one of them is there."""
    refused(*(path for path in EXAMPLE.glob("2026-06-11*") if path.suffix != ".json"))
    named = Attachment.objects.filter(meeting__start_on=date(2026, 6, 11)).order_by("label")
    assert [(one.label, one.is_missing) for one in named] == [("Bilaga 1", False), ("Bilaga 2", True)]
