"""What the server says of its own faults, on standard error."""

from __future__ import annotations

import logging
import re

from samsyn.reading import hide_identity_numbers

# A link's token opens what it is for: whoever reads the log is somebody else.
TOKEN = re.compile(r"(/lank/)[\w-]+")


class DiscreetFormatter(logging.Formatter):
    """Lines and tracebacks without identity numbers and tokens, which a field or an address may have held."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, each identity number and token as dots."""
        return TOKEN.sub(r"\1•••", hide_identity_numbers(super().format(record)))


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {
            "()": DiscreetFormatter,
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "loggers": {
        # Pages that are not found or not allowed are no faults of ours.
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        # A name that is not ours is asked for by every scanner: it gets its 400 and no page of traceback.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "django.security": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
