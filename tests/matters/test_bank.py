"""How well single sayings that hand over are found, beside what careful readers saw in them.

Nobody who writes the rules has read `kept`: its figures tell what to expect of another writer.
"""

from __future__ import annotations

import pytest
from tests.matters.bank import figures

pytestmark = pytest.mark.once  # no database is asked


@pytest.mark.parametrize(("name", "recall", "precision"), [("open", 0.74, 0.93), ("kept", 0.49, 0.79)])
def test_sayings_are_found(name: str, recall: float, precision: float) -> None:
    """Of what is handed over so much is found, and so much of what is found is right."""
    found = figures(name)
    assert (found.recall >= recall, found.precision >= precision) == (True, True)
