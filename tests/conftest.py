"""Which tests meet the database: those that do run on PostgreSQL too, if they say anything else there."""

from __future__ import annotations

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
FIXTURES = {"db", "transactional_db", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark them `database`, before marks are picked by."""
    for item in items:
        if item.get_closest_marker("django_db") or FIXTURES & {*getattr(item, "fixturenames", ())}:
            item.add_marker("database")
