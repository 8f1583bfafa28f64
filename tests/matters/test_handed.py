"""How well hand-overs are found, beside what careful readers found.

`blind` are notes that whoever wrote the rules has never read: only there do the figures tell what to expect
of a new county's way of writing. `held` and `unseen` were so until they were opened to learn from.
"""

from __future__ import annotations

import pytest
from tests.matters.handed import figures

pytestmark = pytest.mark.slow  # whole folders of notes are read


@pytest.mark.parametrize(
    ("folder", "floor"), [("notes", 0.9), ("pairs", 0.88), ("held", 0.9), ("unseen", 0.9), ("blind", 0.88)]
)
def test_what_is_found_is_a_hand_over(folder: str, floor: float) -> None:
    """Of what is found so much is a hand-over, and to just those."""
    assert figures(folder).precision >= floor


@pytest.mark.parametrize(
    ("folder", "floor"), [("notes", 0.85), ("pairs", 0.85), ("held", 0.9), ("unseen", 0.75), ("blind", 0.63)]
)
def test_hand_overs_are_found(folder: str, floor: float) -> None:
    """Of the hand-overs so many are found."""
    assert figures(folder).recall >= floor
