"""Which tests meet the database: those that do run on PostgreSQL too, the others say the same on both."""

from __future__ import annotations

import pytest

FIXTURES = {"db", "transactional_db", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark them `database`, before marks are picked by."""
    for item in items:
        if item.get_closest_marker("django_db") or FIXTURES & {*getattr(item, "fixturenames", ())}:
            item.add_marker("database")
