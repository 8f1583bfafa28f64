"""Each address as somebody allowed, somebody refused and somebody not signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from tests import make
from tests.web import signed, specimens

from samsyn.mail.service import queue_mail
from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.models import (
    Attachment,
    Doubt,
    Meeting,
    NotesComment,
    SourceVersion,
    Statement,
    Suggestion,
)
from samsyn.web.urls import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db

OPEN = "open"
OWN = [name for name, rule in PERMISSIONS.items() if rule == "signed_in"]
READING = [name for name, rule in PERMISSIONS.items() if rule == "register.read"]
BEYOND = [name for name, rule in PERMISSIONS.items() if name not in {*OWN, *READING} and rule != OPEN]
SHOWN = {
    "users",
    "user",
    "new_user",
    "sign_ins",
    "outbox",
    "upload",
    "finalise",
    "ask_for_comments",
    "correct",
    "publish",
    "withdraw",
    "history",
    "history_csv",
}  # of those beyond reading; the others are posted
DECIDING = [name for name in BEYOND if name not in SHOWN]
OF_A_MEETING = ("meeting", "decide", "finalise", "ask_for_comments", "correct", "publish", "withdraw")
OF_A_USER = (
    "user",
    "give_role",
    "new_password",
    "send_link",
    "remove_second_step",
    "change_user",
    "change_administrator",
)


def address_of(name: str) -> str:
    """An address of a page, about things that are there."""
    make.imported(specimens.joint_meeting())
    meeting = Meeting.objects.get(state="held").pk
    suggestion = Suggestion.objects.create(kind="person", left_id=1, right_id=2, reason="Lika?")
    letter = queue_mail(to="bo@exempel.se", subject="Prov", text="Hej!")
    keep_attachment(meeting, b"x", name="budget.xlsx", by=None)
    role = make.role(make.user(email="ella@exempel.se", name="Ella Ek"))
    version = SourceVersion.objects.get(meeting=meeting)
    SourceVersion.objects.create(
        meeting_id=meeting,
        source=version.source,
        number=2,
        file_name="ny.md",
        document={},
        text="Ny",
        is_current=False,
    )
    comment = NotesComment.objects.create(meeting_id=meeting, version=version, text="Bra.", address="a@b.se")
    arguments: dict[str, list[int | str]] = {
        **{name: [meeting] for name in OF_A_MEETING},
        "history_of": ["meeting", meeting],
        "attachment": [meeting, Attachment.objects.get().pk],
        "original": [meeting, 1],
        "differences": [meeting, 2],
        "answer_comment": [meeting, comment.pk],
        "settle": [meeting, Doubt.objects.all()[0].pk],
        "statement": [Statement.objects.all()[0].pk],
        "answer_suggestion": [suggestion.pk],
        **{name: [role.user_id] for name in OF_A_USER},
        "end_role": [role.pk],
        **{name: [1] for name in ("mfa_remove_webauthn", "remove_view")},
        "hand_over_mail": [letter.pk],
        "send_again": [letter.pk],
    }
    return reverse(name, args=arguments.get(name, []))


@pytest.mark.parametrize("name", [*OWN, *READING, *BEYOND])
def test_a_stranger_is_sent_to_sign_in(name: str) -> None:
    """Nothing is shown or done for somebody who is not signed in."""
    response = signed.stranger().post(address_of(name))
    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/logga-in/")


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("who", [signed.anna, signed.bo], ids=["anna", "bo"])
def test_whoever_has_a_role_may_read(name: str, who: Callable[[], Client]) -> None:
    """Every page for reading opens for all with a role."""
    assert who().get(address_of(name)).status_code in {200, 302}


@pytest.mark.parametrize("name", [*READING, *BEYOND])
def test_without_a_role_nothing_opens(name: str) -> None:
    """Cilla has an account, and is told whom to ask."""
    make.administrator()
    response = signed.cilla().post(address_of(name))
    assert (response.status_code, "anna@exempel.se" in response.content.decode()) == (403, True)


@pytest.mark.parametrize("name", BEYOND)
def test_readers_change_nothing(name: str) -> None:
    """Bo may read, and is refused whatever would change the register or somebody's account."""
    assert signed.bo().post(address_of(name)).status_code == 403


@pytest.mark.parametrize("name", BEYOND)
def test_administrators_are_let_in(name: str) -> None:
    """Anna is refused nowhere, whatever becomes of what she sends."""
    assert signed.anna().post(address_of(name)).status_code in {200, 302, 404}


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
