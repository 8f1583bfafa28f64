"""A real browser on a live server with a small register in it.

Playwright keeps an event loop running in this thread, and Django refuses to ask the database from such
a thread unless told otherwise. Nothing here is asynchronous but Playwright's own inside, so it is told.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.db.backends.signals import connection_created
from django.test import Client
from playwright.sync_api import sync_playwright
from tests import make
from tests.browser.sites import Site
from tests.web import specimens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

CHROMIUM = os.environ.get("SAMSYN_CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def unlocked(transactional_db: None) -> Iterator[None]:
    """Let one question be asked while another's change is written, as files do and memory does not."""
    connection_created.connect(let_read)
    let_read(connection=connection)
    yield
    connection_created.disconnect(let_read)


def let_read(*, connection: BaseDatabaseWrapper, **_: object) -> None:
    """Tables in memory that several threads share are locked for readers while somebody writes."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA read_uncommitted = 1")


@pytest.fixture
def site(browser: Browser, live_server: LiveServer, unlocked: None) -> Iterator[Site]:
    """The pages of a register with two meetings, as Anna sees them."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())
    client = Client()
    client.force_login(make.administrator())
    site = Site(browser, live_server.url, client.cookies["sessionid"].value)
    yield site
    site.close()
    assert not site.complaints, site.complaints
