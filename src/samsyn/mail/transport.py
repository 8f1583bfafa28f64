"""The way to the mail server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import get_connection

if TYPE_CHECKING:
    from typing import Any

BACKEND = "samsyn.mail.answers.Backend"
TIMEOUT = 20  # seconds
PERMANENT = 500  # answers from here on will be the same next time


def is_server_set() -> bool:
    """Whether there is a mail server to send through; without one, letters stay in the outbox."""
    return bool(settings.EMAIL_HOST)


def server_connection() -> Any:
    """A connection that is not open yet; certificates are checked where the way is encrypted."""
    return get_connection(
        BACKEND,
        host=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        username=settings.EMAIL_HOST_USER,
        password=settings.EMAIL_HOST_PASSWORD,
        use_tls=settings.EMAIL_USE_TLS,
        use_ssl=settings.EMAIL_USE_SSL,
        timeout=TIMEOUT,
    )
