"""Clients signed in as those whom each page is tried by: Anna may all, Bo may read, Cilla has no role."""

from __future__ import annotations

from django.test import Client
from tests import make


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
