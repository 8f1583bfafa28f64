"""Who may send files, asked before anything of them is taken in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.web import signed

from samsyn.conf.door import REFUSED
from samsyn.mail.links import renew_token
from samsyn.mail.models import Link
from samsyn.mail.service import make_link
from samsyn.plan.service import ASSESSING
from samsyn.register.service import COMMENTING
from samsyn.web import large_requests
from samsyn.web.large_requests import may_send_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client

pytestmark = pytest.mark.django_db

UPLOAD = "/moten/las-in/"


@pytest.fixture(autouse=True)
def open_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own connection stays open, as Django's test client sees to for what it asks."""
    monkeypatch.setattr(large_requests, "close_old_connections", lambda: None)


def heads(client: Client, address: str) -> dict[str, Any]:
    """The heads of a request, with the cookies of a client."""
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    return {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": address,
        "HTTP_COOKIE": cookies,
        "CONTENT_LENGTH": "9000000",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
    }


@pytest.mark.parametrize(
    ("who", "address", "may"),
    [
        pytest.param(signed.anna, UPLOAD, True, id="who-reads-in-notes"),
        pytest.param(signed.anna, "/moten/7/fardigstall/", False, id="where-no-file-goes"),
        pytest.param(signed.anna, "/finns-inte/", False, id="where-there-is-nothing"),
        pytest.param(signed.bo, UPLOAD, False, id="reader"),
        pytest.param(signed.stranger, UPLOAD, False, id="stranger"),
        pytest.param(signed.stranger, "/logga-in/", False, id="stranger-at-the-door"),
    ],
)
def test_files_are_taken_from_those_who_may_send_them(
    who: Callable[[], Client], address: str, may: bool
) -> None:
    """By address and account; nobody else fills the disk."""
    assert may_send_files(heads(who(), address)) is may


@pytest.mark.parametrize("address", [UPLOAD, "/moten/7/ratta/", "/skriv/mall/7/"])
def test_every_page_with_a_file_takes_files(address: str) -> None:
    """Notes, a corrected file, a body's template."""
    assert may_send_files(heads(signed.anna(), address))


def link(purpose: str = ASSESSING, **columns: Any) -> str:
    """Where a link to Kim leads."""
    made = make_link(purpose, address="kim@exempel.se", last_on=timezone.localdate())
    Link.objects.update(**columns)
    return reverse("link", args=[renew_token(made)])


@pytest.mark.parametrize(
    ("who", "address", "may"),
    [
        pytest.param(signed.stranger, link, True, id="works"),
        pytest.param(signed.stranger, lambda: link(COMMENTING), False, id="takes-words-only"),
        pytest.param(signed.stranger, lambda: link(used_at=timezone.now()), False, id="used"),
        pytest.param(signed.stranger, lambda: link(withdrawn_at=timezone.now()), False, id="withdrawn"),
        pytest.param(signed.stranger, lambda: link(last_on=date(2026, 1, 1)), False, id="late"),
        pytest.param(signed.stranger, lambda: f"{link()[:-5]}XXXX/", False, id="cut-off"),
        pytest.param(signed.bo, link, False, id="signed-in-as-another"),
    ],
)
def test_files_are_taken_by_a_link_that_works_and_is_for_them(
    who: Callable[[], Client], address: Callable[[], str], may: bool
) -> None:
    """Whoever has no such link fills no disk; and nothing is taken in to look at a page."""
    asked = heads(who(), address())
    assert may_send_files(asked) is may
    assert not may_send_files(asked | {"REQUEST_METHOD": "GET"})


@pytest.mark.parametrize(
    ("status", "words"), [(413, "högst 200 MB"), (408, "Allt kom inte fram"), (400, "Allt kom inte fram")]
)
def test_page_says_why_nothing_was_taken_in(status: int, words: str) -> None:
    """In place of whatever page was asked for."""
    response = signed.stranger().post(UPLOAD, **{REFUSED: status})  # type: ignore[arg-type]
    assert (response.status_code, words in response.content.decode()) == (status, True)
