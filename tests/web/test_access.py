"""Each address as somebody allowed, somebody refused and somebody not signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from tests import make
from tests.web import signed, specimens

from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.models import Attachment, Doubt, Meeting, Statement, Suggestion
from samsyn.web.urls import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db

READING = [name for name, rule in PERMISSIONS.items() if rule == "signed_in"]
DECIDING = [name for name, rule in PERMISSIONS.items() if rule == "administrator"]
POSTED = {"appearance", "sign_out"}


def address_of(name: str) -> str:
    """An address of a page, about things that are there."""
    make.imported(specimens.joint_meeting())
    meeting = Meeting.objects.get(state="held").pk
    suggestion = Suggestion.objects.create(kind="person", left_id=1, right_id=2, reason="Lika?")
    keep_attachment(meeting, b"x", name="budget.xlsx", by=None)
    arguments: dict[str, list[int]] = {
        "attachment": [meeting, Attachment.objects.get().pk],
        "meeting": [meeting],
        "original": [meeting, 1],
        "decide": [meeting],
        "settle": [meeting, Doubt.objects.all()[0].pk],
        "statement": [Statement.objects.all()[0].pk],
        "answer_suggestion": [suggestion.pk],
    }
    return reverse(name, args=arguments.get(name, []))


@pytest.mark.parametrize("name", [*READING, *DECIDING])
def test_a_stranger_is_sent_to_sign_in(name: str) -> None:
    """Nothing is shown or done for somebody who is not signed in."""
    response = signed.stranger().post(address_of(name))
    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/logga-in/")


@pytest.mark.parametrize("name", [name for name in READING if name not in POSTED])
@pytest.mark.parametrize("who", [signed.anna, signed.bo], ids=["anna", "bo"])
def test_whoever_is_signed_in_may_read(name: str, who: Callable[[], object]) -> None:
    """Every page for reading opens for all with an account."""
    client = who()
    assert client.get(address_of(name)).status_code in {200, 302}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", DECIDING)
def test_only_administrators_decide(name: str) -> None:
    """Bo may read, and is refused whatever would change the register."""
    assert signed.bo().post(address_of(name)).status_code == 403


@pytest.mark.parametrize("name", [*DECIDING, "appearance"])
def test_changes_are_posted(name: str) -> None:
    """Following a link changes nothing."""
    assert signed.anna().get(address_of(name)).status_code == 405


def test_bo_sees_no_buttons_that_would_refuse_him() -> None:
    """What somebody may not do is not offered."""
    address = address_of("meeting")
    assert "/avgor/" not in signed.page(signed.bo(), address)


def test_a_form_without_token_is_refused() -> None:
    """Another site cannot decide in Anna's name."""

    address = address_of("decide")
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.administrator())
    response = client.post(address, {"svar": "bekrafta rad meeting-held"})
    assert (response.status_code, "öppen för länge" in response.content.decode()) == (403, True)
