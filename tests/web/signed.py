"""Clients signed in as those whom each page is tried by: Anna may all, Bo may read, Cilla has no role."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.test import Client
from tests import make

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse

INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=.application/json)|<style|<[^>]+\s(?:style\s*=|on[a-z]+\s*=)|javascript:",
    re.IGNORECASE,
)


def anna() -> Client:
    """Signed in as an administrator."""
    client = Client()
    client.force_login(make.administrator())
    return client


def bo() -> Client:
    """Signed in, without rights to decide anything."""
    client = Client()
    client.force_login(make.reader())
    return client


def cilla() -> Client:
    """Signed in, with an account and no role."""
    client = Client()
    client.force_login(make.user(email="cilla@exempel.se", name="Cilla Ceder"))
    return client


def stranger() -> Client:
    """Not signed in."""
    return Client()


def page(client: Client, address: str) -> str:
    """A page's HTML; other answers than 200 are an error."""
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def dangers(response: _MonkeyPatchedWSGIResponse) -> list[str]:
    """What a browser might run that somebody has written into an answer."""
    policy, kind = response["Content-Security-Policy"], response.get("Content-Type", "text/html")
    found = [word for word in ("unsafe-inline", "unsafe-eval", " * ", "http:") if word in policy]
    found += [part for part in ("default-src 'none'", "frame-ancestors 'none'") if part not in policy]
    if response["X-Content-Type-Options"] != "nosniff":
        found.append("sniffed")
    if kind.startswith("text/html"):
        return found + INLINE.findall(response.content.decode())
    saved = response.get("Content-Disposition", "").startswith("attachment")
    return found if saved else [*found, f"shown as {kind}"]
