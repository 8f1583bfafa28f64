"""Secrets in the database, unreadable without the installation's own key."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

PURPOSE = b"samsyn second step "  # another purpose of the same key gives another key


class SecretUnreadable(Exception):
    """A secret was written with another key."""


def encrypt(text: str) -> str:
    """A text that only this installation can read."""
    return _cipher().encrypt(text.encode()).decode("ascii")


def decrypt(text: str) -> str:
    """What `encrypt` was given.

    Raises:
        SecretUnreadable: It was written with another key.
    """
    try:
        return _cipher().decrypt(text.encode()).decode()
    except InvalidToken as error:
        raise SecretUnreadable("the secret key has been changed") from error


def _cipher() -> Fernet:
    digest = hashlib.sha256(PURPOSE + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
