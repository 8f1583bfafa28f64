"""Which tests meet the database: those that do run on PostgreSQL too, if they say anything else there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from whitenoise.middleware import WhiteNoiseMiddleware

if TYPE_CHECKING:
    from collections.abc import Iterator

# How long an example takes says more about the machine than about the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
FIXTURES = {"db", "transactional_db", "live_server"}


@pytest.fixture(scope="session", autouse=True)
def files_are_looked_up_once() -> Iterator[None]:
    """Each client of a test starts a server of its own: the static files that the first finds are all's.

    Looking through them took longer than most of the answers that are asked for.
    """
    found: dict[str, Any] = {}
    look = WhiteNoiseMiddleware.add_files_from_finders

    def look_once(server: WhiteNoiseMiddleware) -> None:
        if not found:
            look(server)
            found.update(server.files)
        server.files = found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", look_once)
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark them `database`, before marks are picked by."""
    for item in items:
        if item.get_closest_marker("django_db") or FIXTURES & {*getattr(item, "fixturenames", ())}:
            item.add_marker("database")
