"""A mail server for tests of what leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.mail.server import MailServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.fixtures import Settings


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    """A server that takes everything, and settings that lead there."""
    with MailServer() as running:
        lead_to(running.port, settings)
        yield running


def lead_to(port: int, settings: Settings, *, tls: bool = False) -> None:
    """Set the mail server to one of this machine's ports."""
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, tls
    settings.DEFAULT_FROM_EMAIL = "samsyn@exempel.se"
    settings.SAMSYN_ADDRESS = "https://samsyn.exempel.se"
