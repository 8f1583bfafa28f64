"""The page Sök: hits with lit words, choices with counts, and words lit on the meeting's page."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests import make
from tests.matters import threads
from tests.web import signed, specimens

from samsyn.register.models import Body, Meeting, RoleKind

pytestmark = pytest.mark.django_db


def found(query: str) -> str:
    """The page, in a register of two meetings."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())
    return signed.page(signed.bo(), f"/sok/?{query}")


def lit(html: str) -> list[str]:
    """The words that are lit."""
    return re.findall(r"<mark[^>]*>(.*?)</mark>", html)


def test_hits_stand_in_their_own_words_with_a_link() -> None:
    """The statement with the word lit, and the way to its place."""
    html = found("ord=kontaktvägar")
    place = Meeting.objects.get(start_on="2026-03-12").statements.get(kind="need")
    assert (lit(html)[0], f"rad=statement-{place.pk}#statement-{place.pk}" in html) == ("kontaktväg", True)


def test_the_number_of_hits_is_announced() -> None:
    """In a region that screen readers read when it changes."""
    assert re.search(r'role="status">\s*2 träffar', found("ord=kontaktväg"))


def test_choices_show_how_many_they_would_leave() -> None:
    """Kinds as chips, bodies and years in select boxes."""
    html = found("ord=kontaktväg")
    chips = re.findall(r'class="chip"[^>]*>(.*?) <span class="count">(\d+)', html)
    assert (("Behov", "1") in chips, "2026 (2)" in html, "Länsgruppen (2)" in html) == (True, True, True)


def test_a_body_narrows() -> None:
    """And the choice can be taken away."""
    make.imported(specimens.steering_group(), specimens.joint_meeting())
    steering = Body.objects.get(name="Styrgruppen")
    html = signed.page(signed.bo(), f"/sok/?ord=kontaktväg&organ={steering.pk}")
    assert ("Inget hittades." in html, "Rensa filter" in html) == (True, True)


def test_a_misspelt_word_is_asked_about() -> None:
    """With a link that searches anew."""
    assert "Menade du" in found("ord=kontaktvgä")


def test_names_come_first() -> None:
    """A person, with her page and the latest meeting that lists her."""
    html = found("ord=Berit")
    assert re.search(r'href="/personer/\d+/">Berit Alm</a>.*?rad=attendance-\d+', html, re.DOTALL)


def test_nothing_asked_says_what_can_be() -> None:
    """The page before the first word."""
    assert "Skriv ett eller flera ord." in found("")


@pytest.mark.parametrize(
    "query",
    [
        "ord=%00&sida=x",
        "ord=a&sort=bort&organ=x&ar=99999",
        "ord=plan&sida=99999999999",
        "ord=plan&organ=" + "9" * 15,
    ],
    ids=["null", "nonsense", "far-page", "long-number"],
)
def test_an_odd_address_is_answered(query: str) -> None:
    """What makes no sense is left out."""
    assert "<h1>Sök</h1>" in found(query)


def test_words_are_lit_in_the_notes() -> None:
    """The link from a hit in the notes leads to the word in its place."""
    make.imported(specimens.joint_meeting())
    meeting = Meeting.objects.get(state="held")
    html = signed.page(signed.bo(), f"/moten/{meeting.pk}/?ord=HJÄLPMEDEL")
    assert 'id="plats-ord">Hjälpmedel</mark>' in html


def test_a_draft_is_found_by_its_secretary_alone() -> None:
    """Bo reads, and sees what is finalised."""
    make.imported(specimens.joint_meeting())
    Meeting.objects.update(notes_state="draft")
    mine = make.user(email="ella@exempel.se", name="Ella Ek")
    make.role(mine, kind=RoleKind.SECRETARY, body=Body.objects.get(name="Länsgruppen"))
    secretary = Client()
    secretary.force_login(mine)
    shown = [
        "kontaktväg</mark>" in signed.page(one, "/sok/?ord=kontaktväg") for one in (secretary, signed.bo())
    ]
    assert shown == [True, False]


def test_words_from_outside_stay_words() -> None:
    """What somebody searches for is shown as text."""
    assert "<script>alert" not in found("ord=<script>alert(1)</script>")


def test_a_matter_is_found_by_its_name() -> None:
    """Also by a part of a word, and beside what stands in the notes."""
    matter = threads.matter(by=make.administrator(email="e@exempel.se"), name="Kontaktvägar i väntan")
    assert f'href="/arenden/{matter.pk}/">Kontaktvägar i väntan</a>' in signed.page(
        signed.bo(), "/sok/?ord=kontaktväg"
    )
