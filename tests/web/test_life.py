"""The life of notes on the pages: its line, finalising, correcting, and the link that is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.mail.letters import write_text
from samsyn.mail.models import OutgoingMail
from samsyn.register.models import Finalisation, Meeting, SourceVersion
from samsyn.register.service import finalise_notes, send_for_comments

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

NOTE = "# Minnesanteckningar Nätverket för prov\n\nDatum: 2026-03-05\n\nBeslut: Planen ändras.\n"


@pytest.fixture
def anna() -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def client(anna: User) -> Client:
    """Anna's browser."""
    client = signed.stranger()
    client.force_login(anna)
    return client


@pytest.fixture
def draft() -> Meeting:
    """New notes."""
    meeting = make.meeting(came=(make.Came(name="Ebba Ek"),))
    Meeting.objects.filter(pk=meeting.pk).update(notes_state="draft")
    return Meeting.objects.get(pk=meeting.pk)


@pytest.fixture
def finished(draft: Meeting, anna: User) -> Meeting:
    """Finalised notes that went to Bo."""
    finalise_notes(draft, seen=1, addresses=["bo@exempel.se"], by=anna, on=timezone.localdate())
    return Meeting.objects.get(pk=draft.pk)


def link_in_the_letter() -> str:
    """The way from the letter to the notes."""
    found = re.search(r"/lank/[\w-]+/", write_text(OutgoingMail.objects.latest("pk")))
    assert found
    return found.group()


def test_a_draft_has_one_next_step(client: Client, draft: Meeting) -> None:
    """On the meeting's page."""
    page = signed.page(client, f"/moten/{draft.pk}/")
    assert page.count(f'class="button primary" href="/moten/{draft.pk}/fardigstall/"') == 1


def test_readers_see_the_state_and_no_step(draft: Meeting, anna: User) -> None:
    """Bo was asked for comments, and may not finalise."""
    last_on = timezone.localdate()
    send_for_comments(draft, seen=1, addresses=["bo@exempel.se"], last_on=last_on, by=anna)
    page = signed.page(signed.bo(), f"/moten/{draft.pk}/")
    assert ("Granskas" in page, "/fardigstall/" in page) == (True, False)


def test_finalising_asks_first(client: Client, draft: Meeting) -> None:
    """What will happen, to which version, and who gets it."""
    make.user(email="ebba@exempel.se", name="Ebba Ek")
    page = signed.page(client, f"/moten/{draft.pk}/fardigstall/")
    assert ("Det går inte att ångra" in page, "ebba@exempel.se</textarea>" in page) == (True, True)
    assert Finalisation.objects.count() == 0


def test_finalising_sends_to_every_line(client: Client, draft: Meeting) -> None:
    """Also with commas between, and says how many letters leave."""
    sent = {"version": "1", "adresser": "bo@exempel.se\r\nella@exempel.se, disa@exempel.se"}
    response = client.post(f"/moten/{draft.pk}/fardigstall/", sent)
    page = signed.page(client, response["Location"])
    assert (OutgoingMail.objects.count(), "3 brev går i väg." in page) == (3, True)


def test_a_wrong_address_is_told_and_what_was_written_is_kept(client: Client, draft: Meeting) -> None:
    """Nothing is finalised."""
    page = client.post(
        f"/moten/{draft.pk}/fardigstall/", {"version": "1", "adresser": "bo@"}
    ).content.decode()
    assert ("”bo@” är ingen e-postadress" in page, "bo@</textarea>" in page) == (True, True)
    assert Finalisation.objects.count() == 0


def test_another_version_meanwhile_is_told(client: Client, draft: Meeting) -> None:
    """The page was opened before it came."""
    make.imported(make.reading(came=(make.Came(name="Ebba Ek"),), also=("Mer",)))
    page = client.post(f"/moten/{draft.pk}/fardigstall/", {"version": "1", "adresser": ""}).content.decode()
    assert "Version 2 av anteckningarna kom medan du hade sidan öppen." in page


def test_a_finished_meeting_says_who_when_and_the_hash(client: Client, finished: Meeting) -> None:
    """And whom it went to."""
    page = signed.page(client, f"/moten/{finished.pk}/")
    act = Finalisation.objects.get()
    assert re.search(r"<b>Färdigställda</b>[^<]*av Anna Alm", page)
    assert (act.sha256 in page, "Skickade till bo@exempel.se." in page) == (True, True)


def test_correcting_takes_a_file_and_a_reason(client: Client, finished: Meeting) -> None:
    """The page then tells both versions and why."""
    file = SimpleUploadedFile("ny.md", NOTE.encode())
    fields = {"version": "1", "fil": file, "orsak": "Fel beslut."}
    response = client.post(f"/moten/{finished.pk}/ratta/", fields)
    page = signed.page(client, response["Location"])
    assert ("Orsak: Fel beslut." in page, f"/moten/{finished.pk}/original/1/" in page) == (True, True)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({"orsak": "Fel."}, "Välj den rättade filen.", id="no-file"),
        pytest.param({"fil": NOTE, "orsak": ""}, "Skriv varför anteckningarna rättas.", id="no-reason"),
        pytest.param(
            {"fil": NOTE, "orsak": "Fel.", "version": "7"}, "medan du hade sidan öppen", id="older-page"
        ),
    ],
)
def test_what_is_missing_is_told(
    fields: dict[str, str], says: str, client: Client, finished: Meeting
) -> None:
    """And nothing changes."""
    files = {"fil": SimpleUploadedFile("ny.md", fields["fil"].encode())} if "fil" in fields else {}
    page = client.post(f"/moten/{finished.pk}/ratta/", {"version": "1", **fields, **files}).content.decode()
    assert (says in page, SourceVersion.objects.count()) == (True, 1)


@pytest.mark.parametrize("step", ["ratta", "fardigstall"])
def test_a_step_that_is_not_next_leads_back(step: str, client: Client) -> None:
    """Old notes are neither finalised nor corrected here."""
    meeting = make.meeting()
    assert client.get(f"/moten/{meeting.pk}/{step}/")["Location"] == f"/moten/{meeting.pk}/"


def test_a_meeting_without_notes_has_no_steps(client: Client) -> None:
    """There is nothing to finalise."""
    make.meeting(next_on=timezone.localdate())
    planned = Meeting.objects.exclude(state="held").get()
    assert client.get(f"/moten/{planned.pk}/fardigstall/").status_code == 404


def test_the_link_gives_the_file(finished: Meeting) -> None:
    """As often as wanted, without an account."""
    address = link_in_the_letter()
    stranger = signed.stranger()
    responses = [stranger.post(address) for _ in range(2)]
    assert {response.content for response in responses} == {
        bytes(SourceVersion.objects.get().source.content),
    }


def test_the_link_opens_nothing_by_itself(finished: Meeting) -> None:
    """It shows what the file is, with its hash."""
    page = signed.page(signed.stranger(), link_in_the_letter())
    assert ("Nätverket för prov 5 mars 2026" in page, Finalisation.objects.get().sha256 in page) == (
        True,
        True,
    )


def test_the_link_to_an_earlier_version_says_so(client: Client, finished: Meeting) -> None:
    """Whoever opens the old letter is not left with the old text."""
    address = link_in_the_letter()
    fields = {"version": "1", "fil": SimpleUploadedFile("ny.md", NOTE.encode()), "orsak": "Fel beslut."}
    client.post(f"/moten/{finished.pk}/ratta/", fields)
    assert "De har rättats sedan dess." in signed.page(signed.stranger(), address)


def test_the_life_costs_one_question_more(
    client: Client, finished: Meeting, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """However often the notes were corrected."""
    with django_assert_max_num_queries(40):
        client.get(f"/moten/{finished.pk}/")
