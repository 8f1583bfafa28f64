"""The pages of who was in the room."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.register.test_rooms import met
from tests.web import signed

from samsyn.register.models import Body, Organisation

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def filled(n: int = 2) -> Body:
    """A body where Flen is absent the last time."""
    for month in range(1, n + 1):
        met(date(2026, month, 1), ("Tora Ek", "Trosa kommun", True), ("Fia Alm", "Flens kommun", month < n))
    return Body.objects.get(name="Styrgruppen")


def test_each_mark_has_words() -> None:
    """What is drawn is read aloud too."""
    html = signed.page(signed.bo(), reverse("body_rooms", args=[filled().pk]))
    assert (html.count("Inte på plats</span>"), "1 av 2" in html, "2 av 2" in html) == (1, True, True)


def test_what_was_decided_stands_below() -> None:
    """With a link to its place, and who was not there."""
    html = signed.page(signed.bo(), reverse("body_rooms", args=[filled().pk]))
    assert ("Ingen på plats från Flens kommun." in html, "Planen godkänns." in html) == (True, True)


def test_an_organisation_has_its_own_page() -> None:
    """With what was decided when nobody from it was there."""
    filled()
    flen = Organisation.objects.get(name="Flens kommun")
    html = signed.page(signed.bo(), reverse("organisation_rooms", args=[flen.pk]))
    assert ("när Flens kommun inte var på plats" in html, html.count("Planen godkänns.")) == (True, 1)


@pytest.mark.parametrize("name", ["body_rooms", "organisation_rooms"])
def test_without_lists_it_is_said_what_will_be_here(name: str) -> None:
    """An empty page is no blank one."""
    body = Body.objects.create(name="Tomt", key="tomt")
    organisation = Organisation.objects.create(name="Tomt", key="tomt")
    pk = body.pk if name == "body_rooms" else organisation.pk
    assert 'class="empty"' in signed.page(signed.bo(), reverse(name, args=[pk]))


@pytest.mark.parametrize("n", [2, 9])
@pytest.mark.parametrize(("name", "questions"), [("body_rooms", 27), ("organisation_rooms", 28)])
def test_the_questions_do_not_grow(
    n: int, name: str, questions: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """However many meetings there are."""
    body = filled(n)
    pk = body.pk if name == "body_rooms" else Organisation.objects.get(name="Flens kommun").pk
    client = signed.anna()
    with django_assert_num_queries(questions):
        client.get(reverse(name, args=[pk]))


def test_drafts_are_passed_over() -> None:
    """Who was there stands in the notes, which readers do not see before they are finished."""
    body = filled()
    body.meetings.update(notes_state="draft")
    assert "Trosa" not in signed.page(signed.bo(), reverse("body_rooms", args=[body.pk]))


def test_it_is_reached_from_the_pages_of_body_and_organisation() -> None:
    """A page that nothing leads to is found by nobody."""
    body = filled()
    address = reverse("body_rooms", args=[body.pk])
    assert address in signed.page(signed.bo(), reverse("body", args=[body.pk]))


def test_the_secretary_lets_all_know_and_takes_it_back() -> None:
    """One button on the page, and its undoing in the message that follows."""
    body, client = filled(), signed.anna()
    response = client.post(reverse("publish_coverage", args=[body.pk]), {"svar": "ja"})
    page = signed.page(client, response["Location"])
    assert ('value="nej"' in page, 'name="handelse"' in page) == (True, True)


def test_said_twice_the_page_says_so() -> None:
    """Somebody else was first."""
    body, client = filled(), signed.anna()
    response = client.post(reverse("publish_coverage", args=[body.pk]), {"svar": "nej"})
    assert "Någon annan hann före" in signed.page(client, response["Location"])


def test_a_reader_is_not_asked() -> None:
    """Whether it is open is for those who write for the body."""
    assert "narvaro/oppet" not in signed.page(signed.bo(), reverse("body_rooms", args=[filled().pk]))
