"""Choices of a filter that somebody keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.test import Client
from tests import make
from tests.web import signed

from samsyn.accounts.models import SavedView

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

pytestmark = pytest.mark.django_db

LATE = "sort=action&datum=passerat"


def saved(client: Client, name: str = "Sent", query: str = LATE) -> Response:
    """What comes back when somebody keeps a choice."""
    return client.post("/beslut/vyer/", {"namn": name, "val": query})


def test_a_kept_choice_leads_back_to_its_rows() -> None:
    """It stands above the list, marked where it is what the list shows."""
    client = signed.bo()
    saved(client)
    assert f'href="/beslut/?{LATE.replace("&", "&amp;")}" aria-current="true">Sent</a>' in signed.page(
        client, f"/beslut/?{LATE}"
    )


def test_only_choices_of_the_filter_are_kept() -> None:
    """What makes no sense in the address is not carried on."""
    saved(signed.bo(), query="sort=action&sida=7&okand=1&lage=kanske")
    assert SavedView.objects.get().query == "sort=action"


def test_the_same_name_takes_the_new_choice() -> None:
    """One view for each name."""
    client = signed.bo()
    saved(client)
    saved(client, query="sort=decision")
    assert list(SavedView.objects.values_list("query", flat=True)) == ["sort=decision"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_view_needs_a_name(name: str) -> None:
    """The page says so and nothing is kept."""
    client = signed.bo()
    saved(client, name=name)
    assert ("Skriv ett namn på vyn" in signed.page(client, "/beslut/"), SavedView.objects.count()) == (
        True,
        0,
    )


def test_there_is_room_for_thirty() -> None:
    """The next is refused with what to do; one that has its name may be changed."""
    client, user = Client(), make.reader()
    client.force_login(user)
    SavedView.objects.bulk_create(
        SavedView(user=user, page="statements", name=f"Vy {n}", query=LATE) for n in range(30)
    )
    saved(client, name="En till")
    saved(client, name="Vy 3", query="sort=decision")
    assert (SavedView.objects.count(), SavedView.objects.get(name="Vy 3").query) == (30, "sort=decision")


def test_nobody_sees_or_takes_away_what_another_has_kept() -> None:
    """A view of somebody else is not to be found."""
    saved(signed.bo())
    other = signed.anna()
    answer = other.post(f"/beslut/vyer/{SavedView.objects.get().pk}/ta-bort/")
    shown = "Mina vyer" in signed.page(other, f"/beslut/?{LATE}")
    assert (answer.status_code, shown, SavedView.objects.count()) == (404, False, 1)


def test_the_list_of_actions_keeps_its_own() -> None:
    """A view of one list stands above that list alone, and leads back to its rows."""
    client = signed.bo()
    client.post("/atgarder/vyer/", {"namn": "Våra sena", "val": "lage=sena&sida=3&sort=decision"})
    text = signed.page(client, "/atgarder/?lage=sena")
    there = 'href="/atgarder/?lage=sena" aria-current="true">Våra sena</a>' in text
    assert (there, "Våra sena" in signed.page(client, "/beslut/")) == (True, False)


def test_a_view_is_taken_away() -> None:
    """By its owner, with a word that it is gone."""
    client = signed.bo()
    saved(client)
    client.post(f"/beslut/vyer/{SavedView.objects.get().pk}/ta-bort/")
    assert (SavedView.objects.count(), "är borttagen" in signed.page(client, "/beslut/")) == (0, True)


def test_a_stranger_keeps_nothing(client: Client) -> None:
    """Whoever is not signed in is sent to sign in."""
    assert (saved(client).status_code, SavedView.objects.count()) == (302, 0)
