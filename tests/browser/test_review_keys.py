"""Real-sized notes are looked through by keys alone in less than three minutes, at a key a second."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.reviewing import review_by_keys

import samsyn
from samsyn.accounts.models import User
from samsyn.register.models import Doubt, DoubtState, Value
from samsyn.register.service import import_content

if TYPE_CHECKING:
    from tests.browser.sites import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # a real browser, a key for each row

NOTES = Path(samsyn.__file__).parent / "example" / "2026-03-13-skolchefsnatverket-lansstyrgruppen.docx"


def test_notes_are_reviewed_in_three_minutes(site: Site) -> None:
    """137 values and two doubts in the sixty keys that docs/review.md tells of."""
    anna = User.objects.get(email="anna@exempel.se")
    (outcome,) = import_content(NOTES.read_bytes(), name=NOTES.name, by=anna)
    pressed = review_by_keys(site.open(f"/moten/{outcome.meeting_id}/"))
    waiting = Value.objects.filter(meeting=outcome.meeting_id, state="proposed").exclude(
        statement__removed=True
    )
    doubts = Doubt.objects.filter(meeting=outcome.meeting_id, state=DoubtState.OPEN)
    assert (pressed <= 62, waiting.count(), doubts.count()) == (True, 0, 0)
