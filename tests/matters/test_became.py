"""What became of hand-overs, beside what careful readers saw in the same notes."""

from __future__ import annotations

import pytest
from tests.matters.became import fates

pytestmark = [pytest.mark.slow, pytest.mark.django_db]  # whole folders of notes are read


@pytest.mark.parametrize(("folder", "floor"), [("notes", 0.6), ("held", 0.65), ("unseen", 0.35)])
def test_what_became_of_them_is_told(folder: str, floor: float) -> None:
    """So many of those found are told as taken up, or not; and the meeting is the one the reader saw."""
    found = fates(folder)
    assert found.taken / found.found >= floor
    assert found.right / found.placed >= 0.85
