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

from samsyn.minutes.records import OwnerKind
from samsyn.register.models import Body, NoSeat, Organisation, Person, Seat, Suggestion
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
                said=tuple(
                    make.Said(text=f"{name} skriver.", owner=name, owner_kind=OwnerKind.PERSON)
                    for name in names
                ),
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


@pytest.mark.parametrize(
    ("next_on", "told"),
    [
        (date(2100, 3, 5), "Ett möte har anteckningar. Nästa är 5 mars 2100."),
        (None, "Ett möte har anteckningar. Inget möte är känt framåt."),
    ],
    ids=["next", "none"],
)
def test_a_body_says_first_how_often_it_meets_and_when_next(next_on: date | None, told: str) -> None:
    """One sentence before the lists."""
    make.meeting(bodies=("Provnätet",), next_on=next_on)
    html = signed.page(signed.bo(), f"/organ/{Body.objects.get(name='Provnätet').pk}/")
    lead = re.search(r'<p class="lead">(.*?)</p>', html, flags=re.DOTALL)
    assert lead is not None
    assert " ".join(lead[1].split()) == told


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
    "/organ/{body}/": 17,
    "/organisationer/": 5,
    "/organisationer/{organisation}/": 13,
    "/personer/": 7,
    "/personer/{person}/": 16,
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


MERGING = 'name="gor" value="samma"'


def change(client: Client, address: str, **sent: object) -> str:
    """What comes back from the page where something is changed."""
    return client.post(address, sent, follow=True).content.decode()


def test_two_people_are_made_one_on_a_page_and_parted_again() -> None:
    """The one whose page it is stands; the button to part them is there from then on."""
    meetings()
    one, other = Person.objects.get(), Person.objects.create(name="Eba Eka", key="eba eka")
    anna, address = signed.anna(), f"/personer/{one.pk}/andra/"
    assert "Eba Eka" in signed.page(anna, address)
    html = change(anna, address, gor="samma", vilken=other.pk)
    n_merged, event = Person.objects.count(), re.search(r'name="handelse" value="(\d+)"', html)
    assert event is not None
    assert "Dela igen" in html
    anna.post("/angra/", {"handelse": event[1]})
    assert (n_merged, Person.objects.count()) == (1, 2)


def test_somebody_is_searched_for_among_all() -> None:
    """Names that are not near are found by their words."""
    meetings()
    Person.objects.create(name="Siv Sand", key="siv sand")
    address = f"/personer/{Person.objects.get(name='Ebba Eka').pk}/andra/"
    anna = signed.anna()
    assert [(MERGING in signed.page(anna, at)) for at in (address, f"{address}?sok=sand")] == [False, True]


def test_an_organisation_gets_another_name_from_a_day() -> None:
    """Its page tells what it was called."""
    meetings()
    address = f"/organisationer/{Organisation.objects.get().pk}/"
    anna = signed.anna()
    change(anna, f"{address}andra/", gor="namn", name="Flens nya kommun", on="2026-01-01")
    html = signed.page(anna, address)
    assert ("<h1>Flens nya kommun</h1>" in html, "Hette Flens kommun till 1 januari 2026." in html) == (
        True, True,
    )  # fmt: skip


def test_an_organisation_is_put_under_another() -> None:
    """The path above its name says where."""
    meetings()
    school = Organisation.objects.create(name="Provskolan", key="provskolan")
    flen = Organisation.objects.get(name="Flens kommun")
    anna = signed.anna()
    change(anna, f"/organisationer/{school.pk}/andra/", gor="trad", kind="", parent=flen.pk)
    assert f'/ <a href="/organisationer/{flen.pk}/">' in signed.page(anna, f"/organisationer/{school.pk}/")


def test_ways_of_writing_are_added_and_removed() -> None:
    """And refused in words above the form."""
    body, anna = meetings(), signed.anna()
    address = f"/organ/{body.pk}/andra/"
    change(anna, address, gor="skrivsatt", name="Provnätet")
    html = change(anna, address, gor="skrivsatt", name="Provnätet")
    change(anna, address, gor="ta-bort", vilken=body.aliases.get().pk)
    assert ("känns redan igen" in html, body.aliases.count()) == (True, 0)


def test_a_secretary_sees_only_what_she_may_change_of_a_person() -> None:
    """Name and address; who somebody is concerns the notes of all."""
    body, client = meetings(), Client()
    ebba = Person.objects.get()
    Seat.objects.create(person=ebba, body=body)
    client.force_login(make.secretary(body))
    html = signed.page(client, f"/personer/{ebba.pk}/andra/")
    refused = client.post(f"/personer/{ebba.pk}/andra/", {"gor": "skrivsatt", "name": "E. Eka"})
    assert ("E-postadress" in html, MERGING in html, refused.status_code) == (True, False, 403)


def test_whoever_is_protected_is_nowhere_on_the_pages() -> None:
    """Not by name, and not on a page of their own."""
    body = meetings()
    ebba = Person.objects.get()
    Person.objects.update(is_protected=True)
    Seat.objects.create(person=ebba, body=body, organisation=Organisation.objects.get())
    bo = signed.bo()
    pages = ["/personer/", f"/organ/{body.pk}/", f"/organisationer/{Organisation.objects.get().pk}/"]
    told = [address for address in pages if ebba.name in signed.page(bo, address)]
    assert (told, bo.get(f"/personer/{ebba.pk}/").status_code) == ([], 404)


def test_a_draft_tells_nobody_else_who_came() -> None:
    """What was read in unfinished notes is seen by those who write them."""
    body = meetings(2)
    body.meetings.update(notes_state="draft")
    assert "Ebba Eka" not in signed.page(signed.bo(), f"/organ/{body.pk}/")


def test_names_on_other_pages_lead_here() -> None:
    """The owner in the list of decisions; body, organisation and person on the meeting's page."""
    body = meetings(1)
    ebba, flen = Person.objects.get(), Organisation.objects.get()
    bo, meeting = signed.bo(), body.meetings.get()
    owners = signed.page(bo, "/beslut/")
    notes = signed.page(bo, f"/moten/{meeting.pk}/")
    wanted = [f"/organ/{body.pk}/", f"/organisationer/{flen.pk}/", f"/personer/{ebba.pk}/"]
    missing = [address for address in wanted if f'href="{address}"' not in notes]
    assert (f'href="/personer/{ebba.pk}/"' in owners, missing) == (True, [])


def test_of_two_with_one_name_the_right_one_gets_a_seat_from_their_own_page() -> None:
    """Where the form for a seat sends whoever wrote a name that two have."""
    body = meetings()
    other, anna = Person.objects.create(name="Ebba Eka", key="ebba eka"), signed.anna()
    assert f'<option value="{body.pk}">' in signed.page(anna, f"/personer/{other.pk}/")
    there = anna.get(f"/personer/{other.pk}/plats/", {"organ": body.pk})["Location"]
    anna.post(there, {"person": "Ebba Eka"})
    assert Seat.objects.get().person == other


def test_an_answer_that_two_are_one_can_be_undone_from_its_message() -> None:
    """There, and any time later from the page of the one that stands."""
    meetings()
    ebba, other = Person.objects.get(), Person.objects.create(name="Eba Eka", key="eba eka")
    asked = Suggestion.objects.create(kind="person", left_id=ebba.pk, right_id=other.pk, reason="Lika?")
    anna = signed.anna()
    html = change(anna, f"/forslag/{asked.pk}/", svar="samma")
    events = re.findall(r'name="handelse" value="(\d+)"', html)
    n_people = Person.objects.count()
    anna.post("/angra/", {"handelse": events})
    assert (n_people, Person.objects.count()) == (1, 2)
