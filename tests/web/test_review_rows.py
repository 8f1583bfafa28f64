"""Rows corrected in place: the fields, what can be chosen in them, and two people at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import make
from tests.web import signed, specimens

from samsyn.register.models import Meeting, Person, Statement
from samsyn.register.service import ValueCorrection, correct_value, seen_of

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.django_db

PART = {"HX-Request": "true"}


def assignment() -> Statement:
    """The statement with most values: words, kind, owner and date."""
    make.imported(specimens.joint_meeting())
    return Statement.objects.get(kind="assignment")


def address(said: Statement) -> str:
    """Where its row is corrected."""
    return f"/moten/{said.meeting_id}/rad/statement-{said.pk}/"


def put_in(
    client: Client, said: Statement, field: str, words: str, *, seen: str = "", htmx: bool = True
) -> HttpResponse:
    """Post a field, as it stands now unless another state was seen."""
    sent = {"falt": field, "varde": words, "sett": seen or seen_of(said, field), "vald": ""}
    return client.post(address(said), sent, headers=PART if htmx else {})  # type: ignore[return-value]


def choices(query: str) -> list[str]:
    """The names that a field offers for some letters."""
    said = assignment()
    html = signed.page(signed.anna(), f"/moten/{said.meeting_id}/val/?{query}")
    return re.findall(r'data-name="([^"]+)"', html)


def test_the_row_is_put_in_anew() -> None:
    """The kind as corrected, and a message that can undo it."""
    said = assignment()
    html = put_in(signed.anna(), said, "kind", "decision").content.decode()
    assert ("Sort ändrad." in html, 'value="decision" class="is-said" aria-pressed="true"' in html) == (
        True,
        True,
    )


def test_what_was_read_is_dashed() -> None:
    """A value that nobody has said yes to is drawn otherwise than what somebody has."""
    said = assignment()
    html = signed.anna().get(address(said), headers=PART).content.decode()
    assert 'value="assignment" class="is-read" aria-pressed="true"' in html


def test_without_script_the_page_comes_back() -> None:
    """At the row."""
    said = assignment()
    response = put_in(signed.anna(), said, "due", "v 12", htmx=False)
    assert (response.status_code, response["Location"]) == (
        302,
        f"/moten/{said.meeting_id}/?rad=statement-{said.pk}#statement-{said.pk}",
    )


def test_without_script_the_row_has_a_page() -> None:
    """With the same fields."""
    assert 'name="varde"' in signed.page(signed.anna(), address(assignment()))


def test_words_that_mean_nothing_are_told_beside_the_field() -> None:
    """With what was written still in it."""
    response = put_in(signed.anna(), assignment(), "owner", "Ingen vet")
    html = response.content.decode()
    assert response.status_code == 422
    assert ("välj i listan" in html, 'value="Ingen vet"' in html, 'aria-invalid="true"' in html) == (
        True,
    ) * 3


@pytest.mark.parametrize("htmx", [True, False], ids=["script", "no-script"])
def test_the_second_of_two_sees_both(htmx: bool) -> None:
    """Who was there before, what stands now, and what they wrote themselves; nothing is overwritten."""
    said, disa = assignment(), make.secretary()
    seen = seen_of(said, "kind")
    correct_value(said, ValueCorrection("kind", "decision", seen), by=disa)
    response = put_in(signed.anna(), said, "kind", "information", seen=seen, htmx=htmx)
    html = response.content.decode()
    assert (response.status_code, "Disa Dahl" in html) == (409, True)
    assert ("<dd>Beslut</dd>" in html, "<dd>Information</dd>" in html) == (True, True)
    assert Statement.objects.get(pk=said.pk).kind == "decision"


def test_the_second_can_take_their_own() -> None:
    """The form beside it carries what stands now."""
    said, client = assignment(), signed.anna()
    seen = seen_of(said, "kind")
    correct_value(said, ValueCorrection("kind", "decision", seen), by=make.secretary())
    html = put_in(client, said, "kind", "information", seen=seen).content.decode()
    part = html[html.index("Står nu") : html.index("Ta mitt")]
    sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', part))
    client.post(address(said), sent, headers=PART)
    assert Statement.objects.get(pk=said.pk).kind == "information"


def test_those_in_the_room_come_first() -> None:
    """Before anything is written."""
    assert choices("sort=owner")[0] == "Berit Alm"


@pytest.mark.parametrize(
    ("letters", "name"),
    [("ber", "Berit Alm"), ("alm", "Berit Alm"), ("länsg", "Länsgruppen"), ("flen", "Flens kommun")],
)
def test_an_owner_is_found_as_you_type(letters: str, name: str) -> None:
    """People by any part of the name, bodies, organisations."""
    assert choices(f"sort=owner&ord={letters}")[0] == name


def test_an_unknown_owner_can_be_added() -> None:
    """As what it is."""
    assert choices("sort=owner&ord=Vera Vall") == ["Vera Vall"] * 4


def test_somebody_known_is_not_offered_to_be_added() -> None:
    """The name is there already."""
    Person.objects.create(name="Vera Vall", key="vera vall")
    assert choices("sort=person&ord=Vera Vall") == ["Vera Vall"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("v 12", "Tas för v 12"),
        ("15/4", "Tas för 15 april 2026"),
        ("till jul", "orden sparas som de står"),
    ],
)
def test_a_date_says_what_it_is_taken_for(words: str, told: str) -> None:
    """While it is written."""
    said = assignment()
    html = signed.page(signed.anna(), f"/moten/{said.meeting_id}/tid/?varde={words}")
    assert told in html or "16–22 mars 2026" in html


def test_a_field_that_the_notes_lack_can_be_put_in() -> None:
    """It is said to be missing, and is a row as the others."""
    said = assignment()
    client = signed.anna()
    html = signed.page(client, f"/moten/{said.meeting_id}/")
    row = html[html.index('id="meeting-chair"') :].split("</li>")[0]
    assert "Ej angivet" in row
    sent = {"falt": "chair", "varde": "Berit Alm", "sett": seen_of(said.meeting, "chair")}
    client.post(f"/moten/{said.meeting_id}/rad/meeting-chair/", sent)
    assert Meeting.objects.get(pk=said.meeting_id).chair == Person.objects.get(name="Berit Alm")


def test_readers_get_no_fields() -> None:
    """What somebody may not do is not offered."""
    said = assignment()
    assert "/rad/" not in signed.page(signed.bo(), f"/moten/{said.meeting_id}/")


def test_the_choices_ask_few_questions() -> None:
    """However many people there are in the room and outside it."""
    said, client = assignment(), signed.anna()
    for number in range(30):
        Person.objects.create(name=f"Berit {number}", key=f"berit {number}")
    with CaptureQueriesContext(connection) as asked:
        client.get(f"/moten/{said.meeting_id}/val/?sort=owner&ord=ber")
    assert len(asked) <= 25


def test_a_role_that_these_notes_use_is_offered() -> None:
    """By its beginning, without being added anew."""
    said = make.Said(text="Ser över planen.", owner="Planeringsteamet")
    meeting = make.meeting(said=(said,))
    html = signed.page(signed.anna(), f"/moten/{meeting.pk}/val/?sort=owner&ord=plan")
    assert 'data-value="role" data-name="Planeringsteamet"' in html
