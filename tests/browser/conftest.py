"""A real browser on a live server with a small register in it.

Playwright keeps an event loop running in this thread, and Django refuses to ask the database from such
a thread unless told otherwise. Nothing here is asynchronous but Playwright's own inside, so it is told.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from playwright.sync_api import sync_playwright
from tests import make
from tests.browser.sites import Site
from tests.web import specimens

if TYPE_CHECKING:
    from collections.abc import Iterator

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
def site(browser: Browser, live_server: LiveServer) -> Iterator[Site]:
    """The pages of a register with two meetings, as Anna sees them."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())
    client = Client()
    client.force_login(make.administrator())
    site = Site(browser, live_server.url, client.cookies["sessionid"].value)
    yield site
    site.close()
    assert not site.complaints, site.complaints
