"""How an action goes, on its row in the list."""

from __future__ import annotations

import pytest
from django.test import Client
from tests import make
from tests.web import signed

from samsyn.register.models import ActionReport, Organisation, Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def action() -> Statement:
    """Something that a school is to do."""
    make.meeting(said=(make.Said(text="Skolan tar fram en lista.", action=True, owner="Skolan"),))
    school = Organisation.objects.create(name="Skolan i Flen", key="skolan i flen")
    Statement.objects.update(owner_organisation=school)
    return Statement.objects.get()


@pytest.fixture
def client(action: Statement) -> Client:
    """Bo, who tells for the school."""
    bo = make.role(
        make.user(), "contributor", organisation=Organisation.objects.get(name="Skolan i Flen")
    ).user
    client = Client()
    client.force_login(bo)
    return client


def row(client: Client, action: Statement) -> str:
    """The list with the row open."""
    return signed.page(client, f"/beslut/?oppen={action.pk}")


def told(client: Client, action: Statement, **fields: str) -> str:
    """What is shown after telling."""
    return client.post(f"/beslut/{action.pk}/hur-det-gar/", fields, follow=True).content.decode()


def test_the_row_asks_how_it_goes(client: Client, action: Statement) -> None:
    """With a button for each answer."""
    text = row(client, action)
    assert [code for code in ("done", "under_way", "needs_help") if f'value="{code}"' not in text] == []


def test_others_are_not_asked(action: Statement) -> None:
    """A reader sees no button."""
    assert 'name="hur"' not in row(signed.bo(), action)


def test_what_was_told_is_seen_by_all(client: Client, action: Statement) -> None:
    """On the closed row and, with the words, on the open one."""
    told(client, action, hur="under_way", rad="Listan är <b>halv</b>.")
    text = row(signed.anna(), action)
    assert ("På gång, säger Skolan i Flen" in text, "Listan är &lt;b&gt;halv&lt;/b&gt;." in text) == (
        True,
        True,
    )


def test_a_refusal_is_told(client: Client, action: Statement) -> None:
    """And nothing is kept."""
    text = told(client, action, hur="needs_help", rad="")
    assert ("Skriv vad ni behöver hjälp med." in text, ActionReport.objects.exists()) == (True, False)


def test_an_action_in_a_draft_is_not_found(client: Client, action: Statement) -> None:
    """Whoever does not see the notes says nothing of them."""
    action.meeting.notes_state = "draft"
    action.meeting.save()
    assert client.post(f"/beslut/{action.pk}/hur-det-gar/", {"hur": "done"}).status_code == 404


def test_the_menu_leads_to_ones_own(client: Client) -> None:
    """The page of the organisation."""
    assert 'href="/min-organisation/"' in signed.page(client, "/")
