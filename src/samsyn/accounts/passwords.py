"""Passwords that a person can read off a screen and type."""

from __future__ import annotations

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else
GROUPS, LENGTH = 4, 5


def make_password() -> str:
    """A new password: about 99 bits, in groups ("h4kzp-...")."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))
