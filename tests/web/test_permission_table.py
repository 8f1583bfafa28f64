"""docs/permissions.md says who may open each page and send to it, and the code does what it says."""

from __future__ import annotations

import pytest
from tests.web import trials

from samsyn.web.urls import PERMISSIONS


def test_every_row_has_an_address() -> None:
    """The table speaks of no page that has gone."""
    assert {row[0] for row in trials.cells("Sidor och anrop")} - set(PERMISSIONS) == set()


@pytest.mark.once  # test_access opens and sends to each on every database
@pytest.mark.django_db
@pytest.mark.parametrize("name", PERMISSIONS)
def test_who_is_let_in_is_what_the_table_says(name: str) -> None:
    """Each address, opened and sent to by somebody of each role and by a stranger."""
    row = trials.measured(name)
    assert trials.told(name) == row, f"If this is meant, docs/permissions.md needs the row\n{row}"
