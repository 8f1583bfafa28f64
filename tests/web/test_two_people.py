"""Two people on the same thing: the second is told and sees both, and nothing is overwritten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests import make
from tests.web import signed, specimens

from samsyn.register.models import Doubt, Finalisation, Meeting, NotesComment, Value
from samsyn.register.service import answer_comment, answer_doubt, confirm_value, reject_value

if TYPE_CHECKING:
    from django.test import Client

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    """Notes with doubts."""
    make.imported(specimens.joint_meeting())
    return Meeting.objects.get(state="held")


@pytest.fixture
def disa() -> User:
    """The other one."""
    return make.secretary()


@pytest.fixture
def client(meeting: Meeting) -> Client:
    """Anna's browser."""
    return signed.anna()


def button(client: Client, meeting: Meeting, begins: str) -> str:
    """What a button of the page sends, as it is shown now."""
    page = signed.page(client, f"/moten/{meeting.pk}/")
    found = re.search(rf'name="svar" value="({re.escape(begins)}[^"]*)"', page)
    assert found
    return found.group(1)


def owner(meeting: Meeting) -> Value:
    """A value that both decide on."""
    return Value.objects.get(meeting=meeting, field="owner", statement__kind="assignment")


def pressed(client: Client, meeting: Meeting, said: str) -> str:
    """The page after a button."""
    response = client.post(f"/moten/{meeting.pk}/avgor/", {"svar": said})
    return signed.page(client, response["Location"])


@pytest.mark.parametrize("verb", ["bekrafta", "avvisa"])
@pytest.mark.parametrize("act", [confirm_value, reject_value])
def test_a_value_that_somebody_has_decided_on_is_not_decided_again(
    verb: str, act: object, client: Client, meeting: Meeting, disa: User
) -> None:
    """Whatever both of them say; who was first is told, and the row is shown as it stands."""
    value = owner(meeting)
    said = button(client, meeting, f"{verb} varde {value.pk}:")
    act(value, by=disa)  # type: ignore[operator]
    page = pressed(client, meeting, said)
    value.refresh_from_db()
    assert ("Disa Dahl" in page, "Ditt val är inte sparat" in page, value.decided_by) == (True, True, disa)


def test_nothing_of_a_row_is_decided_where_a_part_has_changed(
    client: Client, meeting: Meeting, disa: User
) -> None:
    """All of it or nothing."""
    value = owner(meeting)
    said = button(client, meeting, f"bekrafta rad statement-{value.statement_id}:")
    reject_value(value, by=disa)
    page = pressed(client, meeting, said)
    decided = Value.objects.filter(meeting=meeting).exclude(state="proposed")
    assert ("Disa Dahl avvisade" in page, list(decided)) == (True, [value])


def test_a_new_look_is_enough_to_go_on(client: Client, meeting: Meeting, disa: User) -> None:
    """Whoever has seen what the other did may say otherwise."""
    value = owner(meeting)
    reject_value(value, by=disa)
    pressed(client, meeting, button(client, meeting, f"bekrafta varde {value.pk}:"))
    value.refresh_from_db()
    assert value.state == "confirmed"


def test_other_rows_are_nobodys_business(client: Client, meeting: Meeting, disa: User) -> None:
    """What somebody else decides elsewhere on the page stands in nobody's way."""
    value = owner(meeting)
    said = button(client, meeting, f"bekrafta rad statement-{value.statement_id}:")
    confirm_value(Value.objects.filter(meeting=meeting, field="held").get(), by=disa)
    pressed(client, meeting, said)
    value.refresh_from_db()
    assert value.state == "confirmed"


def test_an_answered_doubt_tells_who_and_how(client: Client, meeting: Meeting, disa: User) -> None:
    """And the second answer is not kept."""
    doubt = Doubt.objects.filter(meeting=meeting)[0]
    answer_doubt(doubt, by=disa)
    response = client.post(f"/moten/{meeting.pk}/tveksamt/{doubt.pk}/", {"svar": "as_read"})
    assert "Disa Dahl svarade på frågan" in signed.page(client, response["Location"])


@pytest.fixture
def comment(meeting: Meeting) -> NotesComment:
    """What a member says of new notes."""
    Meeting.objects.filter(pk=meeting.pk).update(notes_state="in_review")
    version = meeting.versions.get()
    return NotesComment.objects.create(
        meeting=meeting, version=version, text="Datum?", address="b@exempel.se"
    )


def test_two_answers_are_shown_side_by_side(client: Client, comment: NotesComment, disa: User) -> None:
    """The words of the second are still there."""
    answer_comment(comment, answer="Den 1 maj.", by=disa)
    address = f"/moten/{comment.meeting_id}/synpunkter/{comment.pk}/"
    response = client.post(address, {"svar": "Senast i maj."})
    page = response.content.decode()
    assert (response.status_code, "Den 1 maj.</p>" in page, "Senast i maj.</textarea>" in page) == (
        409,
        True,
        True,
    )


def test_an_answer_that_was_seen_may_be_replaced(client: Client, comment: NotesComment, disa: User) -> None:
    """On purpose, and with the first one in the history."""
    answer_comment(comment, answer="Den 1 maj.", by=disa)
    address = f"/moten/{comment.meeting_id}/synpunkter/{comment.pk}/"
    client.post(address, {"svar": "Senast i maj.", "sett": "Den 1 maj."})
    comment.refresh_from_db()
    assert comment.answer == "Senast i maj."


def test_a_comment_that_comes_meanwhile_is_read_first(client: Client, comment: NotesComment) -> None:
    """Finalising waits."""
    fields = {"version": "1", "adresser": "", "synpunkter": "0"}
    page = client.post(f"/moten/{comment.meeting_id}/fardigstall/", fields).content.decode()
    assert ("En synpunkt kom" in page, Finalisation.objects.count()) == (True, 0)


def test_a_new_version_is_shown_beside_the_old(client: Client, meeting: Meeting) -> None:
    """Whoever is about to finalise can see what another file changed."""
    make.imported(make.reading(on=timezone.localdate()), make.reading(on=timezone.localdate(), also=("Mer",)))
    other = Meeting.objects.latest("pk")
    Meeting.objects.filter(pk=other.pk).update(notes_state="draft")
    assert f"/moten/{other.pk}/skillnad/2/" in signed.page(client, f"/moten/{other.pk}/fardigstall/")
