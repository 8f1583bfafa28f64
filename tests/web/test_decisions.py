"""A person's word: confirm, reject, undo."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from tests import make
from tests.web import signed, specimens

from samsyn.register.models import Doubt, Meeting, Statement, Value

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.django_db


def assignment() -> Statement:
    """The statement with most values: words, kind, owner and date."""
    make.imported(specimens.joint_meeting())
    return Statement.objects.get(kind="assignment")


def say(client: Client, said: Statement, verb: str, *, htmx: bool = False, **fields: object) -> HttpResponse:
    """Post a decision about a statement's row, or about other `fields`."""
    headers = {"HX-Request": "true"} if htmx else {}
    what, key = next(iter(fields.items()), ("rad", f"statement-{said.pk}"))
    sent = {"svar": f"{verb} {what} {key}"}
    return client.post(f"/moten/{said.meeting_id}/avgor/", sent, headers=headers)  # type: ignore[return-value]


def states(said: Statement) -> set[str]:
    """The states of a statement's values."""
    return set(said.values.values_list("state", flat=True))


def undo_form(html: str) -> dict[str, list[str]]:
    """The fields of the form that undoes."""
    return {"handelse": re.findall(r'name="handelse" value="(\d+)"', html)}


def test_a_row_is_confirmed_in_one_go() -> None:
    """All values of the row, and no others."""
    said = assignment()
    say(signed.anna(), said, "bekrafta")
    assert states(said) == {"confirmed"}
    assert Value.objects.filter(state="confirmed").count() == said.values.count()


def test_one_value_is_confirmed_alone() -> None:
    """The others in the row stay proposals."""
    said = assignment()
    say(signed.anna(), said, "bekrafta", varde=said.values.get(field="owner").pk)
    assert list(said.values.filter(state="confirmed").values_list("field", flat=True)) == ["owner"]


def test_a_rejected_owner_is_missing_again() -> None:
    """What was read wrong is not shown as a fact."""
    said = assignment()
    say(signed.anna(), said, "avvisa", varde=said.values.get(field="owner").pk)
    said.refresh_from_db()
    assert said.owner_name == ""


def test_a_rejected_row_can_be_taken_back() -> None:
    """It is listed last, with a button that brings it back."""
    said, client = assignment(), signed.anna()
    say(client, said, "avvisa")
    html = signed.page(client, f"/moten/{said.meeting_id}/")
    assert ('id="avvisat"' in html, f'id="statement-{said.pk}"' in html) == (True, False)


@pytest.mark.parametrize("verb", ["bekrafta", "avvisa"])
def test_everything_can_be_undone_at_once(verb: str) -> None:
    """The message after a decision undoes all of it."""
    said, client = assignment(), signed.anna()
    say(client, said, verb)
    client.post("/angra/", undo_form(signed.page(client, f"/moten/{said.meeting_id}/")))
    said.refresh_from_db()
    assert (states(said), said.removed, said.owner_name) == ({"proposed"}, False, "Berit Alm")


def test_without_script_the_page_comes_back_at_the_row() -> None:
    """The address says which row was decided on."""
    said = assignment()
    response = say(signed.anna(), said, "bekrafta")
    row = f"statement-{said.pk}"
    assert response["Location"] == f"/moten/{said.meeting_id}/?rad={row}#{row}"


def test_with_script_only_the_changed_rows_come_back() -> None:
    """The row, the counts and the message, not the page; and the notes hear of the new states."""
    said = assignment()
    response = say(signed.anna(), said, "bekrafta", htmx=True)
    html, told = response.content.decode(), json.loads(response["HX-Trigger-After-Settle"])
    assert re.findall(r'<li class="row" id="([^"]+)"', html) == [f"statement-{said.pk}"]
    assert ("<html" in html, 'id="framsteg"' in html) == (False, True)
    assert set(told["samsyn:decided"]["states"].values()) == {"confirmed"}


def test_a_row_that_goes_away_is_taken_out() -> None:
    """A rejected statement leaves the list at once."""
    said = assignment()
    html = say(signed.anna(), said, "avvisa", htmx=True).content.decode()
    assert f'<li id="statement-{said.pk}" hx-swap-oob="delete">' in html


def test_values_of_another_meeting_are_out_of_reach() -> None:
    """A form about one meeting decides nothing in another."""
    said = assignment()
    other = make.meeting(bodies=("Annat nätverk",))
    signed.anna().post(f"/moten/{other.pk}/avgor/", {"svar": f"bekrafta varde {said.values.all()[0].pk}"})
    assert states(said) == {"proposed"}


def test_deciding_twice_says_so() -> None:
    """The second time nothing changes, and the page says why."""
    said, client = assignment(), signed.anna()
    owner = said.values.get(field="owner").pk
    say(client, said, "bekrafta", varde=owner)
    say(client, said, "bekrafta", varde=owner)
    assert "redan avgjort" in signed.page(client, f"/moten/{said.meeting_id}/")


def test_an_unknown_verb_is_no_page() -> None:
    """Nothing is guessed from what a form does not say."""
    assert say(signed.anna(), assignment(), "kanske").status_code == 404


def test_a_doubt_is_settled() -> None:
    """It leaves the page and stays in the history."""
    make.imported(specimens.joint_meeting())
    doubt = Doubt.objects.all()[0]
    signed.anna().post(f"/moten/{doubt.meeting_id}/tveksamt/{doubt.pk}/")
    doubt.refresh_from_db()
    assert doubt.state == "settled"


def test_progress_counts_what_is_decided() -> None:
    """How many of how many."""
    said, client = assignment(), signed.anna()
    total = Value.objects.filter(meeting=said.meeting_id).count()
    say(client, said, "bekrafta")
    html = signed.page(client, f"/moten/{said.meeting_id}/")
    assert f"<b>{said.values.count()} av {total}</b>" in html


def test_undo_goes_back_only_to_our_own_pages() -> None:
    """The form's way back cannot lead to another site."""
    said, client = assignment(), signed.anna()
    say(client, said, "bekrafta")
    form = undo_form(signed.page(client, f"/moten/{said.meeting_id}/")) | {"next": ["//ond.example/"]}
    assert client.post("/angra/", form)["Location"] == "/"


def test_the_held_meeting_keeps_its_day() -> None:
    """Confirming the day changes nothing but its state."""
    said = assignment()
    say(signed.anna(), said, "bekrafta", rad="meeting-held")
    assert str(Meeting.objects.get(pk=said.meeting_id).start_on) == "2026-03-12"


@pytest.mark.parametrize("number", ["9" * 25, "9" * 5000, "²"], ids=["large", "huge", "raised"])
@pytest.mark.parametrize("path", ["/angra/", "/moten/{}/avgor/"], ids=["undo", "decide"])
def test_numbers_of_no_row_change_nothing(path: str, number: str) -> None:
    """A number that no database holds is nobody's, and no error."""
    said = assignment()
    sent = {"handelse": number, "svar": f"bekrafta varde {number}"}
    response = signed.anna().post(path.format(said.meeting_id), sent)
    assert (response.status_code, states(said)) == (302, {"proposed"})


def test_deciding_in_no_meeting_is_not_found() -> None:
    """However large the number in the address."""
    assert signed.anna().post(f"/moten/{'9' * 25}/avgor/", {"svar": "bekrafta varde 1"}).status_code == 404


def presence() -> Doubt:
    """The doubt about the struck name, as the reader's own rule raises it."""
    make.imported(specimens.joint_meeting())
    Doubt.objects.filter(about="attendees[3].present").update(rule="A10")
    return Doubt.objects.get(rule="A10")


def test_a_doubt_with_two_answers_has_two_buttons() -> None:
    """In words of their own with their keys, and no general yes beside them."""
    doubt = presence()
    html = signed.page(signed.anna(), f"/moten/{doubt.meeting_id}/")
    question = html[html.index(f'id="tveksamt-{doubt.pk}"') :].split("</form>")[0]
    assert re.findall(r'value="(\w+)">(.*?) <kbd aria-hidden="true">(\d)</kbd></button>', question) == [
        ("as_read", "Ja, frånvarande", "1"),
        ("present", "Nej, var på plats", "2"),
    ]


def test_the_other_answer_is_shown_as_corrected() -> None:
    """The row says what a person has put in place, and the message can undo it."""
    doubt, client = presence(), signed.anna()
    client.post(f"/moten/{doubt.meeting_id}/tveksamt/{doubt.pk}/", {"svar": "present"})
    html = signed.page(client, f"/moten/{doubt.meeting_id}/")
    row = html[html.index(f'id="attendance-{doubt.value.attendance_id}"') :].split("</li>")[0]  # type: ignore[union-attr]
    assert ("Rättat" in row, "rättat till på plats" in row, "Inte på plats" in row) == (True, True, False)
    assert len(undo_form(html)["handelse"]) == 1


def test_with_script_a_correction_shows_the_whole_page_anew() -> None:
    """What is corrected may belong elsewhere on it."""
    doubt = presence()
    address = f"/moten/{doubt.meeting_id}/tveksamt/{doubt.pk}/"
    response = signed.anna().post(address, {"svar": "present"}, headers={"HX-Request": "true"})
    assert response["HX-Refresh"] == "true"


def test_a_settled_doubt_can_be_undone_from_the_message() -> None:
    """As a confirmed row can."""
    make.imported(specimens.joint_meeting())
    doubt, client = Doubt.objects.get(about="statements[4].due"), signed.anna()
    client.post(f"/moten/{doubt.meeting_id}/tveksamt/{doubt.pk}/")
    client.post("/angra/", undo_form(signed.page(client, f"/moten/{doubt.meeting_id}/")))
    doubt.refresh_from_db()
    assert doubt.state == "open"


def test_confirming_a_row_leaves_no_doubt_in_it() -> None:
    """What somebody has confirmed is not shown as doubtful."""
    doubt, client = presence(), signed.anna()
    key = f"attendance-{doubt.value.attendance_id}"  # type: ignore[union-attr]
    client.post(f"/moten/{doubt.meeting_id}/avgor/", {"svar": f"bekrafta rad {key}"})
    html = signed.page(client, f"/moten/{doubt.meeting_id}/")
    assert re.search(rf'id="{key}" data-row="{key}" data-state="confirmed"', html)
    assert f'id="tveksamt-{doubt.pk}"' not in html
