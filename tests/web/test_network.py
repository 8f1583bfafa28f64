"""The pages of bodies, organisations and people, and giving seats on them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.register.models import Body, NoSeat, Organisation, Person, Seat
from samsyn.register.service import SeatWanted, open_seat

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def meetings(n: int = 3, *, people: int = 1) -> Body:
    """Some meetings, lately, at which everybody was; each person owns a decision of each."""
    today = timezone.localdate()
    for at in range(n):
        names = [f"Ebba Ek{chr(97 + one)}" for one in range(people)]
        make.imported(
            make.reading(
                on=today - timedelta(days=7 * at + 1),
                came=tuple(make.Came(name=name, affiliation="Flen") for name in names),
                said=tuple(make.Said(text=f"{name} skriver.", owner=name) for name in names),
            )
        )
    return Body.objects.get()


def seated(body: Body, person: Person) -> Seat:
    """A seat that is held."""
    flen = Organisation.objects.get()
    wanted = SeatWanted(person=person, body=body, organisation=flen, role="ordförande")
    return Seat.objects.get(pk=open_seat(wanted, by=make.administrator(email="e@exempel.se")).subject_id)


def test_the_three_lists_lead_to_each_page() -> None:
    """From the menu, a body, an organisation and a person are two clicks away."""
    body = meetings()
    bo, pages = signed.bo(), {"/organ/": body, "/organisationer/": Organisation.objects.get()}
    pages["/personer/"] = Person.objects.get()
    missing = [at for at, one in pages.items() if f'href="{at}{one.pk}/"' not in signed.page(bo, at)]
    assert missing == []


def test_a_body_says_who_comes_and_asks_whether_they_have_a_seat() -> None:
    """With figures, to whoever may answer."""
    body = meetings()
    html = signed.page(signed.anna(), f"/organ/{body.pk}/")
    assert ("Var med på 3 av 3 möten." in html, "Ja, ge plats" in html) == (True, True)


def test_a_reader_is_not_asked() -> None:
    """What somebody may not do is not offered."""
    html = signed.page(signed.bo(), f"/organ/{meetings().pk}/")
    assert [word for word in ("Ja, ge plats", "Lägg till en plats") if word in html] == []


def test_a_proposal_becomes_a_seat_by_one_press_and_goes_by_another() -> None:
    """The message carries the event, so that it can be undone."""
    body, anna = meetings(), signed.anna()
    html = anna.post(
        f"/organ/{body.pk}/platser/", {"svar": f"ja {Person.objects.get().pk}"}, follow=True
    ).content.decode()
    organisations = [seat.organisation for seat in Seat.objects.all()]
    anna.post("/angra/", {"handelse": re.findall(r'name="handelse" value="(\d+)"', html)})
    assert (organisations, Seat.objects.count()) == ([Organisation.objects.get()], 0)


def test_a_proposal_that_is_refused_is_not_shown_again() -> None:
    """Nor is a seat made."""
    body, anna = meetings(), signed.anna()
    anna.post(f"/organ/{body.pk}/platser/", {"svar": f"nej {Person.objects.get().pk}"})
    assert (NoSeat.objects.count(), "Ja, ge plats" in signed.page(anna, f"/organ/{body.pk}/")) == (1, False)


def new_seat(client: Client, body: Body, **fields: str) -> str:
    """What comes back from the form for a new seat."""
    return client.post(f"/organ/{body.pk}/platser/ny/", fields, follow=True).content.decode()


def test_a_seat_is_given_by_name() -> None:
    """However the name is written, if it is one that the register knows."""
    body = meetings()
    new_seat(signed.anna(), body, person="ebba  EKA", role="ordförande", start_on="2026-01-15")
    seat = Seat.objects.get()
    assert (seat.person.name, seat.role, seat.start_on) == ("Ebba Eka", "ordförande", date(2026, 1, 15))


def test_an_unknown_name_is_asked_about() -> None:
    """Nobody is made by a slip of the keys."""
    html = new_seat(signed.anna(), meetings(), person="Siv Sand")
    assert ("Ingen i registret heter så." in html, Seat.objects.exists()) == (True, False)


def test_somebody_new_comes_in_with_a_seat() -> None:
    """When the box says so."""
    new_seat(signed.anna(), meetings(), person="Siv Sand", is_new="on")
    assert Seat.objects.get().person.name == "Siv Sand"


def test_of_two_with_one_name_the_form_does_not_choose() -> None:
    """It says where to go instead."""
    body = meetings()
    Person.objects.create(name="Ebba Eka", key="ebba eka")
    assert "Flera personer heter så." in new_seat(signed.anna(), body, person="Ebba Eka")


def test_a_link_about_one_of_them_chooses() -> None:
    """The address says who is meant."""
    body = meetings()
    other = Person.objects.create(name="Ebba Eka", key="ebba eka")
    signed.anna().post(f"/organ/{body.pk}/platser/ny/?person={other.pk}", {"person": "Ebba Eka"})
    assert Seat.objects.get().person == other


def test_an_identity_number_is_stopped() -> None:
    """Also in the field of the role."""
    html = new_seat(signed.anna(), meetings(), person="Ebba Eka", role="19" + "121212-1212")
    assert ("ser ut som ett personnummer" in html, Seat.objects.exists()) == (True, False)


def test_days_in_the_wrong_order_are_refused_in_words() -> None:
    """The form stays filled in."""
    html = new_seat(signed.anna(), meetings(), person="Ebba Eka", start_on="2026-02-01", end_on="2026-01-01")
    assert ("Platsen slutar innan den börjar" in html, "2026-02-01" in html) == (True, True)


def test_a_secretary_of_another_body_is_refused_the_form() -> None:
    """The address opens for secretaries; this body is not hers."""
    body, client = meetings(), Client()
    client.force_login(make.secretary(Body.objects.create(name="Annat", key="annat")))
    assert client.get(f"/organ/{body.pk}/platser/ny/").status_code == 403


def test_a_seat_is_changed_and_ended() -> None:
    """The form holds what is, and a button ends it today."""
    body, anna = meetings(), signed.anna()
    seat = seated(body, Person.objects.get())
    assert 'value="ordförande"' in signed.page(anna, f"/platser/{seat.pk}/")
    anna.post(f"/platser/{seat.pk}/", {"role": "ledamot"})
    anna.post(f"/platser/{seat.pk}/avsluta/")
    seat.refresh_from_db()
    assert (seat.role, seat.end_on) == ("ledamot", timezone.localdate())


def test_people_are_found_by_part_of_the_name() -> None:
    """Capital letters do not count."""
    meetings()
    Person.objects.create(name="Siv Sand", key="siv sand")
    html = signed.page(signed.bo(), "/personer/?namn=SAN")
    assert ("Siv Sand" in html, "Ebba Eka" in html) == (True, False)


NEW = {
    "/organ/nytt/": {"name": "Nätverket för nytt"},
    "/organisationer/ny/": {"name": "Socialtjänsten i prov", "kind": ""},
    "/personer/ny/": {"name": "Siv Sand", "email": "siv@exempel.se"},
}


@pytest.mark.parametrize("address", NEW)
def test_what_no_notes_have_named_is_put_in(address: str) -> None:
    """Its page says so."""
    response = signed.anna().post(address, NEW[address], follow=True)
    assert f"{NEW[address]['name']} finns nu i registret." in response.content.decode()


@pytest.mark.parametrize("address", NEW)
def test_a_name_is_needed(address: str) -> None:
    """The error stands beside the field and in the summary."""
    assert signed.anna().post(address, {}).content.decode().count("Skriv ett namn.") == 2


def test_a_body_that_is_there_is_not_put_in_again() -> None:
    """The page says what to do instead."""
    body = meetings()
    html = signed.anna().post("/organ/nytt/", {"name": body.name.upper()}).content.decode()
    assert "heter redan så" in html


QUESTIONS = {
    "/organ/": 5,
    "/organ/{body}/": 15,
    "/organisationer/": 5,
    "/organisationer/{organisation}/": 13,
    "/personer/": 7,
    "/personer/{person}/": 15,
}


@pytest.mark.parametrize("address", QUESTIONS)
@pytest.mark.parametrize("n", [2, 6])
def test_queries_do_not_grow(address: str, n: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """With meetings, people, seats and what they are to do."""
    body, bo = meetings(n, people=n), signed.bo()
    for person in Person.objects.all()[1:]:
        Seat.objects.create(person=person, body=body, organisation=Organisation.objects.get())
    filled = address.format(
        body=body.pk, organisation=Organisation.objects.get().pk, person=Person.objects.all()[1].pk
    )
    with django_assert_num_queries(QUESTIONS[address]):
        bo.get(filled)
