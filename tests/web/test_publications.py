"""The open page of finished notes, and the steps that lead there and back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import make
from tests.web import signed

from samsyn.register.models import Meeting, Publication
from samsyn.register.service import publish_coverage, publish_notes, withdraw_notes

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def meeting() -> Meeting:
    """Finished notes."""
    said = (make.Said(text="Planen godkänns."),)
    return make.meeting(said=said, also=("Bo nås på bo@exempel.se.",))


@pytest.fixture
def published(meeting: Meeting, anna: User) -> Publication:
    """The same on an open page."""
    return publish_notes(meeting, seen=1, by=anna)


def test_all_read_the_open_page(published: Publication) -> None:
    """Without an account, and without contact data."""
    page = signed.page(signed.stranger(), f"/publicerat/{published.code}/")
    assert ("Planen godkänns." in page, "bo@exempel.se" in page) == (True, False)


def test_the_open_page_names_no_number(published: Publication) -> None:
    """Nothing on it leads to the meeting's own page or file."""
    page = signed.page(signed.stranger(), f"/publicerat/{published.code}/")
    assert "/moten/" not in page


def test_search_engines_are_asked_to_pass(published: Publication) -> None:
    """What they keep cannot be taken back."""
    response = signed.stranger().get(f"/publicerat/{published.code}/")
    assert response["X-Robots-Tag"] == "noindex, noarchive"


def test_taken_back_the_page_says_so(published: Publication, anna: User) -> None:
    """And not why, and nothing of the notes."""
    withdraw_notes(published.meeting, reason="Fel bilaga.", by=anna)
    response = signed.stranger().get(f"/publicerat/{published.code}/")
    page = response.content.decode()
    assert (response.status_code, "Planen" in page, "Fel bilaga" in page) == (410, False, False)


def test_an_unknown_code_opens_nothing(published: Publication) -> None:
    """A guess is answered as any address that is not there."""
    assert signed.stranger().get("/publicerat/abcdefghjkmnpq/").status_code == 404


def test_whoever_publishes_sees_what_is_left_out(meeting: Meeting) -> None:
    """Before it is done."""
    page = signed.page(signed.anna(), f"/moten/{meeting.pk}/publicera/")
    assert ("bo@exempel.se</span>" in page, "Bo nås på [e-postadress borttagen]." in page) == (True, True)
    assert Publication.objects.count() == 0


def test_the_meeting_leads_to_the_open_page(meeting: Meeting) -> None:
    """From the button to the line that tells of it."""
    client = signed.anna()
    response = client.post(f"/moten/{meeting.pk}/publicera/", {"version": "1"})
    page = signed.page(client, response["Location"])
    assert f'href="/publicerat/{Publication.objects.get().code}/"' in page


def test_another_version_meanwhile_is_told(meeting: Meeting) -> None:
    """Nothing is published."""
    page = signed.anna().post(f"/moten/{meeting.pk}/publicera/", {"version": "0"}).content.decode()
    assert ("medan du hade sidan öppen" in page, Publication.objects.count()) == (True, 0)


def test_taking_back_asks_why(published: Publication) -> None:
    """Without a reason nothing changes."""
    client = signed.stranger()
    client.force_login(published.by)
    page = client.post(f"/moten/{published.meeting_id}/ta-tillbaka/", {"orsak": " "}).content.decode()
    assert ("Skriv varför" in page, Meeting.objects.get().notes_state) == (True, "published")


def test_with_a_reason_the_page_is_closed(published: Publication) -> None:
    """And the meeting's page offers to publish again."""
    client = signed.stranger()
    client.force_login(published.by)
    response = client.post(f"/moten/{published.meeting_id}/ta-tillbaka/", {"orsak": "Fel."})
    assert f"/moten/{published.meeting_id}/publicera/" in signed.page(client, response["Location"])


@pytest.mark.parametrize("step", ["publicera", "ta-tillbaka"])
def test_a_step_that_is_not_next_leads_back(step: str, meeting: Meeting) -> None:
    """A draft is not published, and not taken back."""
    Meeting.objects.update(notes_state="draft")
    assert signed.anna().get(f"/moten/{meeting.pk}/{step}/")["Location"] == f"/moten/{meeting.pk}/"


def test_the_open_page_asks_little(
    published: Publication, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """However much was said."""
    with django_assert_max_num_queries(10):
        signed.stranger().get(f"/publicerat/{published.code}/")


@pytest.mark.parametrize(("n_confirmed", "is_told"), [(2, True), (1, False)], ids=["confirmed", "read"])
def test_the_open_page_tells_who_was_there(n_confirmed: int, is_told: bool, anna: User) -> None:
    """By organisation, where the body says so and somebody has confirmed the list."""
    listed = (
        make.Came(name="Tora Ek", affiliation="Trosa kommun"),
        make.Came(name="Fia Alm", affiliation="Flens kommun", present=False),
    )
    meeting = make.meeting(came=listed)
    confirmed = [row.pk for row in meeting.attendances.order_by("pk")[:n_confirmed]]
    meeting.values.filter(attendance__in=confirmed).update(state="confirmed")
    publish_coverage(meeting.bodies.get(), by=anna)
    code = publish_notes(meeting, seen=1, by=anna).code
    assert ("<dd>Flens kommun</dd>" in signed.page(signed.stranger(), f"/publicerat/{code}/")) is is_told


@pytest.mark.parametrize(("who", "may_withdraw"), [("anna", True), ("bo", False)])
def test_what_is_published_is_listed(who: str, may_withdraw: bool, published: Publication) -> None:
    """With its open page, for all with a role; whoever writes for the body may take it back from there."""
    bo = make.reader()
    client = signed.stranger()
    client.force_login({"anna": published.by, "bo": bo}[who])
    page = signed.page(client, "/publicerat/")
    assert f'href="/publicerat/{published.code}/"' in page
    assert (f"/moten/{published.meeting_id}/ta-tillbaka/" in page) is may_withdraw


def test_what_was_taken_back_is_listed_apart(published: Publication, anna: User) -> None:
    """With who, and why; its page is not led to."""
    withdraw_notes(published.meeting, reason="Fel bilaga.", by=anna)
    client = signed.stranger()
    client.force_login(anna)
    page = signed.page(client, "/publicerat/")
    assert ("Fel bilaga." in page, f"/publicerat/{published.code}/" in page) == (True, False)


def test_an_empty_list_says_what_will_be_here() -> None:
    """And how it comes there."""
    assert "Inget är publicerat." in signed.page(signed.bo(), "/publicerat/")


@pytest.mark.parametrize("n", [1, 9])
def test_the_list_asks_as_much_for_many(
    n: int, anna: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """However many there are."""
    for at in range(n):
        publish_notes(make.meeting(on=date(2026, 1, at + 1), name=f"{at}.txt"), seen=1, by=anna)
    client = signed.stranger()
    client.force_login(anna)
    with django_assert_num_queries(7):
        client.get("/publicerat/")
