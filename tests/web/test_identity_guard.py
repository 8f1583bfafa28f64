"""No identity number comes in by a form, whatever the address and the field."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver
from tests import make
from tests.web import signed, trials

from samsyn.history.models import Event
from samsyn.mail.models import OutgoingMail
from samsyn.register.models import Finalisation, NotesState
from samsyn.web.identity_guard import without_numbers
from samsyn.web.urls import PERMISSIONS

pytestmark = pytest.mark.django_db

NUMBER = "121212-" + "1212"  # in pieces, as no file of the project holds one


@pytest.mark.once  # a request is stopped before it meets the register
@pytest.mark.parametrize("name", PERMISSIONS)
def test_no_address_takes_an_identity_number(name: str) -> None:
    """As an administrator, in a field that nobody has thought of, beside what would have been done."""
    trial = trials.trial_of(name)
    client, n_events = trial.client("administrator"), Event.objects.count()
    response = client.post(trial.address, {**trial.posted, "nytt": f"Hej {NUMBER}!"})
    assert (response.status_code, Event.objects.count(), NUMBER in response.content.decode()) == (
        422, n_events, False,
    )  # fmt: skip


def refusal(**posted: object) -> str:
    """What is shown where a correction of finished notes is sent."""
    meeting = make.meeting(said=(make.Said(text="Planen godkänns."),))
    meeting.notes_state = NotesState.FINALISED
    meeting.save()
    return signed.anna().post(f"/moten/{meeting.pk}/ratta/", posted).content.decode()


def test_it_is_told_beside_the_field_and_first() -> None:
    """The summary leads to the field, and the field says what was wrong."""
    page = refusal(orsak=f"Fel namn {NUMBER}.")
    assert ('href="#falt-1">Orsak: här stod' in page, 'aria-describedby="fel-1"' in page) == (True, True)


def test_the_rest_of_what_was_typed_is_kept() -> None:
    """The field without the number, the others as they were, and the file to be chosen again."""
    file = SimpleUploadedFile("ny.txt", b"Hej")
    page = refusal(orsak=f"Fel namn {NUMBER} på raden.", version="1", fil=file)
    kept = ("Fel namn  på raden.", '<input type="hidden" name="version" value="1">', 'name="fil" type="file"')
    assert [words for words in kept if words not in page] == []


def test_nothing_is_kept_of_it() -> None:
    """Neither the correction nor a letter about it."""
    refusal(orsak=f"Fel namn {NUMBER}.", version="1", fil=SimpleUploadedFile("ny.txt", b"Hej"))
    assert (Finalisation.objects.exists(), OutgoingMail.objects.exists()) == (False, False)


def test_a_file_is_stopped_by_its_name() -> None:
    """Which is told without the number."""
    page = refusal(orsak="Fel dag.", fil=SimpleUploadedFile(f"elev {NUMBER}.txt", b"Hej"))
    assert ("Byt namn på filen" in page, NUMBER in page) == (True, False)


def test_a_script_is_told_where_messages_are() -> None:
    """What htmx sends is answered with the sentence, in the place of messages."""
    response = signed.anna().post("/angra/", {"x": NUMBER}, headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Retarget"]) == (422, "#besked")


def test_data_is_looked_through_too() -> None:
    """A script that sends data gets the sentence as data."""
    body = {"rader": [{"text": f"Hej {NUMBER}"}]}
    response = signed.anna().post("/angra/", body, content_type="application/json")
    assert (response.status_code, "personnummer" in response.json()["besked"]) == (422, True)


@pytest.mark.parametrize("field", ["next", "username", "password", "new_password1", "code"])
def test_what_is_never_kept_is_not_looked_at(field: str) -> None:
    """A way back and a password are used and forgotten."""
    assert signed.anna().post("/utseende/", {field: f"/sok/?ord={NUMBER}"}).status_code == 302


def test_a_password_is_not_shown_again() -> None:
    """Beside a field that is refused."""
    page = signed.anna().post("/utseende/", {"password": "granskog-ljung-7", "namn": NUMBER}).content.decode()
    assert "granskog" not in page


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        pytest.param(f"Hej {NUMBER}, välkommen", "Hej , välkommen", id="one"),
        pytest.param(f"{NUMBER} och {NUMBER}", " och ", id="two"),
        pytest.param("ord=121212-" + "1212%20x", "ord=%20x", id="in-an-address"),
        pytest.param("ord=121212%2D" + "1212", "", id="written-as-in-an-address"),
        pytest.param("Mötet 2026-03-12 kl. 10.00", "Mötet 2026-03-12 kl. 10.00", id="none"),
    ],
)
def test_the_number_alone_is_cut_out(typed: str, left: str) -> None:
    """What is left holds none."""
    assert without_numbers(typed) == left


def test_one_address_alone_looks_for_itself() -> None:
    """Notes being written say at which words a number stands; another that does so must be tried too."""
    views = {pattern.name: pattern.callback for pattern in get_resolver().url_patterns}  # type: ignore[union-attr]
    assert [name for name, view in views.items() if getattr(view, "says_where", False)] == ["draft"]
