"""Matters that have fallen silent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests import make
from tests.matters import threads

from samsyn.follow import Concern, see_overview
from samsyn.matters.queries.silence import SILENT_FOR, silent_matters
from samsyn.matters.service import close_matter
from samsyn.register.models import Meeting
from samsyn.register.sight import FINISHED

if TYPE_CHECKING:
    from samsyn.matters.models import Matter

pytestmark = pytest.mark.django_db
SILENT_ON = threads.START + SILENT_FOR


def followed() -> Matter:
    """A matter that was up at the first meeting."""
    return threads.matter(threads.place(threads.meeting(0)), by=make.administrator())


@pytest.mark.parametrize(
    ("on", "n"), [(SILENT_ON - timedelta(days=1), 0), (SILENT_ON, 1)], ids=["not-yet", "silent"]
)
def test_a_matter_is_silent_after_five_months(on: date, n: int) -> None:
    """Counted from the last meeting at which it was up."""
    followed()
    assert len(silent_matters(on=on)) == n


def test_a_closed_matter_may_be_silent() -> None:
    """Nobody waits for it."""
    matter = followed()
    close_matter(matter, on=threads.START, why="Klart.", by=matter.opened_by)  # type: ignore[arg-type]
    assert silent_matters(on=SILENT_ON) == []


def test_of_unfinished_notes_nothing_is_told() -> None:
    """Not even that a matter has fallen silent."""
    followed()
    Meeting.objects.update(notes_state="draft")
    assert silent_matters(on=SILENT_ON, sees=FINISHED) == []


def test_the_first_page_says_what_has_fallen_silent() -> None:
    """Near the top: nobody else remembers it."""
    followed()
    found = {one.concern: one.count for one in see_overview(on=SILENT_ON).attention}
    assert found[Concern.SILENT] == 1
