"""Guesses at a password: after many wrong ones for an address, no more are tried for a while."""

from __future__ import annotations

import hashlib
import logging

from django.core.cache import cache

MOST = 20
PAUSE = 15 * 60  # seconds from the first wrong guess
LOG = logging.getLogger("django.security.sign_in")


def are_too_many(email: str) -> bool:
    """Whether so many guesses were wrong lately that not even the right password is tried."""
    return bool(cache.get(_key(email), 0) >= MOST)


def note_failure(email: str) -> None:
    """Count a wrong guess. The address is kept out of the log: people write passwords in its field."""
    key = _key(email)
    cache.add(key, 0, timeout=PAUSE)
    if cache.incr(key) == MOST:
        LOG.warning("%d wrong passwords for one address: a pause of %d minutes", MOST, PAUSE // 60)


def forget(email: str) -> None:
    """Begin again after the right password."""
    cache.delete(_key(email))


def _key(email: str) -> str:
    return f"sign-in-{hashlib.sha256(email.strip().lower().encode()).hexdigest()}"
