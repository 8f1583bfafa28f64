"""What became of hand-overs, beside what careful readers saw in the same notes."""

from __future__ import annotations

import pytest
from tests.matters.became import fates

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.once]  # whole folders of notes are read


@pytest.mark.parametrize(
    ("folder", "floor"), [("notes", 0.85), ("held", 0.85), ("unseen", 0.7), ("blind", 0.53)]
)
def test_what_became_of_them_is_told(folder: str, floor: float) -> None:
    """So many of those found stand just as the reader saw it; and the meeting is the one the reader saw."""
    found = fates(folder)
    assert found.state / found.found >= floor
    assert found.right / found.placed >= 0.85
