"""A real browser on a live server with a small register in it.

Playwright keeps an event loop running in this thread, and Django refuses to ask the database from such
a thread unless told otherwise. Nothing here is asynchronous but Playwright's own inside, so it is told.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.db.backends.signals import connection_created
from django.test import Client
from playwright.sync_api import expect, sync_playwright
from tests import make
from tests.browser.registers import kept, put_back
from tests.browser.sites import PATIENCE, Site
from tests.web import specimens

from samsyn.accounts.models import User

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper
    from playwright.sync_api import Browser
    from pytest_django import DjangoDbBlocker
    from pytest_django.live_server_helper import LiveServer

CHROMIUM = os.environ.get("SAMSYN_CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, once for all tests."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        running = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-dev-shm-usage"],  # a container's is small
        )
        expect.set_options(timeout=PATIENCE)
        yield running
        running.close()


@pytest.fixture(scope="session")
def empty(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> sqlite3.Connection:
    """A register with nothing in it."""
    with django_db_blocker.unblock():
        return kept()


@pytest.fixture(scope="session")
def two_meetings(empty: sqlite3.Connection, django_db_blocker: DjangoDbBlocker) -> sqlite3.Connection:
    """A register with two meetings and an administrator."""
    with django_db_blocker.unblock():
        make.imported(specimens.steering_group(), specimens.joint_meeting())
        make.administrator()
        filled = kept()
        put_back(empty)
    return filled


@pytest.fixture
def transactional_db(empty: sqlite3.Connection, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """An empty register, put back after the test: much faster than to empty each of its tables."""
    with django_db_blocker.unblock():
        yield
        put_back(empty)


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
def site(
    browser: Browser, live_server: LiveServer, two_meetings: sqlite3.Connection, unlocked: None
) -> Iterator[Site]:
    """The pages of a register with two meetings, as Anna sees them."""
    with shown(two_meetings, browser, live_server) as site:
        yield site


@contextmanager
def shown(register: sqlite3.Connection, browser: Browser, live_server: LiveServer) -> Iterator[Site]:
    """The pages of a register that was kept, as Anna sees them."""
    put_back(register)
    client = Client()
    client.force_login(User.objects.get(email="anna@exempel.se"))
    site = Site(browser, live_server.url, client.cookies["sessionid"].value)
    yield site
    site.close()
    assert not site.complaints, site.complaints
