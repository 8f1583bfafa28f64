"""A plan that notes speak of, on screen before it is made."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.plan.reading_measures import NOTES
from tests.web import signed
from tests.web.plan_samples import proposed

from samsyn.plan.models import Plan
from samsyn.register.service import import_notes

pytestmark = pytest.mark.django_db
ADDRESS = "/plan/forslag/"


def test_an_empty_plan_page_tells_what_the_notes_speak_of() -> None:
    """How many areas and steps, and how much was said."""
    proposed()
    page = signed.page(signed.bo(), "/plan/")
    assert "Anteckningarna talar om en plan med tre områden och fem steg i vart och ett." in page


@pytest.mark.parametrize(
    "words",
    ["Tidig upptäckt", "Steg 1: före sommaren", "Önskad ändring, beslutad", "”brukare”, hellre ”familj”"],
)
def test_what_was_read_stands_with_its_words(words: str) -> None:
    """Area, time, wish, contested word."""
    proposed()
    assert words in signed.page(signed.bo(), ADDRESS)


def test_readers_see_it_and_have_nothing_to_press() -> None:
    """The plan is the process leaders' own."""
    proposed()
    page = signed.page(signed.bo(), ADDRESS)
    assert ("Gör planen av detta" in page, 'name="synpunkt"' in page) == (False, False)


def test_one_button_makes_the_plan() -> None:
    """Of what is ticked."""
    stamp, client = proposed(), signed.anna()
    sent = {"gor": "plan", "sedd": stamp, "namn": "Plan 1", "omrade": ["0", "2"]}
    client.post(f"{ADDRESS}ta/", sent)
    names = Plan.objects.get().parts.filter(kind="area").values_list("name", flat=True)
    assert list(names) == ["Tidig upptäckt", "Gemensam uppföljning"]


def test_one_button_says_that_it_is_none() -> None:
    """And it is gone from the page."""
    stamp, client = proposed(), signed.anna()
    client.post(f"{ADDRESS}ta/", {"gor": "nej", "sedd": stamp})
    assert "talar inte om någon plan" in signed.page(client, ADDRESS)


def test_as_many_questions_for_many_notes_as_for_one() -> None:
    """All notes are loaded at once."""
    proposed()
    client = signed.bo()
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as one:
        client.get(ADDRESS)
    list(import_notes(sorted(Path(NOTES).glob("*.md"))))
    with CaptureQueriesContext(connection) as many:
        client.get(ADDRESS)
    assert len(many) == len(one)
