"""Drafts and notes in review are seen by those who write them and those who were asked, nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape
from tests import make
from tests.web import signed
from tests.web.samples import Things, sample_of
from tests.web.trials import make_address

from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.models import Attachment, Body, Meeting, Person, Statement, Suggestion
from samsyn.register.service import send_for_comments
from samsyn.web.urls import PERMISSIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

MARK = "kvastfening"  # a word that stands in the unfinished notes alone
NETWORK = "Nätverket för prov"


@pytest.fixture
def draft() -> Meeting:
    """Unfinished notes with the word wherever notes have words; others are before and after them."""
    today = timezone.localdate()
    finished = make.meeting(on=today - timedelta(days=60), said=(make.Said(text="Planen godkänns."),))
    assert finished.start_on
    said = (
        make.Said(
            text=f"En {MARK} köps.", action=True, due=today - timedelta(days=1), refers_to=finished.start_on
        ),
        make.Said(text=f"Var bor en {MARK}?", owner=MARK, item=0),
    )
    meeting = make.meeting(
        on=today - timedelta(days=2), name=f"{MARK}.txt", said=said, headings=(f"Om {MARK}",),
        came=(make.Came(name=f"Kvastan {MARK}"),), next_on=today + timedelta(days=30),
        doubts=("statements[0].owner",), also=(f"Mer om {MARK}",),
    )  # fmt: skip
    Meeting.objects.filter(pk=meeting.pk).update(notes_state="draft", place=MARK, title=MARK)
    keep_attachment(meeting.pk, b"x", name=f"{MARK}.xlsx", by=None)
    return Meeting.objects.get(pk=meeting.pk)


def client_of(user: User) -> Client:
    """Somebody's browser."""
    client = Client()
    client.force_login(user)
    return client


def of_another_body() -> Client:
    """A secretary who writes other notes."""
    return client_of(make.secretary(Body.objects.create(name="Styrgruppen", key="styrgruppen")))


def of_the_body() -> Client:
    """The secretary who writes these."""
    return client_of(make.secretary(Body.objects.get(name=NETWORK)))


def asked() -> Client:
    """A reader who has been asked for comments."""
    bo, meeting = make.reader(), Meeting.objects.get(notes_state="draft")
    send_for_comments(
        meeting, seen=1, addresses=[bo.email], last_on=timezone.localdate(), by=make.administrator()
    )
    return client_of(bo)


def addresses(meeting: Meeting) -> list[str]:
    """Every page for readers that has words of notes."""
    (first, *_) = Statement.objects.filter(meeting=meeting)
    finished = Meeting.objects.exclude(pk=meeting.pk).filter(state="held").get()
    coming = Meeting.objects.exclude(state="held").get()
    return [
        "/", "/moten/", "/beslut/", f"/beslut/?ord={MARK[:5]}", f"/beslut/?oppen={first.pk}", "/beslut.csv",
        f"/sok/?ord={MARK[:8]}", "/forslag/", f"/moten/{meeting.pk}/", f"/moten/{finished.pk}/",
        f"/moten/{coming.pk}/", f"/moten/{meeting.pk}/original/1/",
        f"/moten/{meeting.pk}/bilaga/{Attachment.objects.get().pk}/", f"/moten/{meeting.pk}/skillnad/2/",
    ]  # fmt: skip


def pages_with_the_word(client: Client, meeting: Meeting) -> list[str]:
    """The addresses whose answer has the word, in what is shown or what a file is called."""
    return [address for address in addresses(meeting) if has_the_word(client, address)]


def has_the_word(client: Client, address: str) -> bool:
    """Whether an answer says it; a question that is shown again has it too, so addresses ask for a part."""
    response = client.get(address)
    return MARK in response.content.decode(errors="replace") + str(response.headers)


@pytest.mark.parametrize("who", [signed.bo, of_another_body], ids=["reader", "secretary-of-another"])
def test_unfinished_notes_are_on_no_page(who: Callable[[], Client], draft: Meeting) -> None:
    """Not in lists, sheets, search, files, or on the pages of the meetings around it."""
    assert pages_with_the_word(who(), draft) == []


@pytest.mark.parametrize(
    "who", [signed.anna, of_the_body, asked], ids=["administrator", "secretary", "asked"]
)
def test_those_who_should_see_them_everywhere(who: Callable[[], Client], draft: Meeting) -> None:
    """The same pages, so that the test above tests something."""
    client, open_to = who(), [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12]
    assert [address for at, address in enumerate(addresses(draft)) if at in open_to] == pages_with_the_word(
        client, draft
    )


@pytest.mark.parametrize("address", ["/sok/?ord=kvastan", "/personer/?ord=kvastan", "/forslag/"])
@pytest.mark.parametrize(("who", "sees"), [(signed.bo, False), (signed.anna, True)], ids=["reader", "anna"])
def test_who_is_named_in_unfinished_notes_alone(
    address: str, who: Callable[[], Client], sees: bool, draft: Meeting
) -> None:
    """Is found by those who see the notes, and by nobody else."""
    person, other = draft.attendances.get().person, Person.objects.create(name="K", key="k")
    assert person is not None
    Suggestion.objects.create(kind="person", left_id=person.pk, right_id=other.pk, reason="Lika?")
    assert has_the_word(who(), address) is sees


def test_a_stranger_sees_nothing(draft: Meeting) -> None:
    """But the way to sign in."""
    assert pages_with_the_word(signed.stranger(), draft) == []


def test_that_the_meeting_was_held_is_told(draft: Meeting) -> None:
    """With what it waits for."""
    page = signed.page(signed.bo(), f"/moten/{draft.pk}/")
    assert (NETWORK in page, "Anteckningarna är inte färdigställda än." in page) == (True, True)


def test_the_list_says_that_they_are_not_finished(draft: Meeting) -> None:
    """In place of the numbers."""
    assert "Anteckningarna är inte färdigställda" in signed.page(signed.bo(), "/moten/")


@pytest.mark.parametrize("state", ["finalised", "published", "finalised_elsewhere"])
def test_finished_notes_are_seen_by_all_who_read(state: str, draft: Meeting) -> None:
    """From then on they are everybody's."""
    Meeting.objects.filter(pk=draft.pk).update(notes_state=state)
    assert has_the_word(signed.bo(), f"/moten/{draft.pk}/")


def test_a_statement_of_theirs_opens_for_nobody_else(draft: Meeting) -> None:
    """Not by its number either."""
    (first, *_) = Statement.objects.filter(meeting=draft)
    response = signed.bo().get(f"/beslut/{first.pk}/?oppen=1", headers={"HX-Request": "true"})
    assert response.status_code == 404


READING = [name for name, rule in PERMISSIONS.items() if rule in {"register.read", "signed_in"}]


@pytest.mark.parametrize("name", READING)
def test_no_address_at_all_tells_of_unfinished_notes(name: str) -> None:
    """Every page that a reader may open, those of tomorrow too: none has a word that was said."""
    things = Things(with_steps=PERMISSIONS[name] == "signed_in")
    address = f"/{make_address(name, sample_of(name, things).arguments)}"
    reader = client_of(things.people["reader"])
    Meeting.objects.filter(pk=things.meeting.pk).update(notes_state="draft")
    page = reader.get(address).content.decode(errors="replace")
    said = Statement.objects.filter(meeting=things.meeting).values_list("text", flat=True)
    assert [text for text in said if escape(text) in page or text in page] == []


def test_whom_only_they_name_has_no_history(draft: Meeting) -> None:
    """As there is no page of theirs."""
    named = Person.objects.get(name__startswith="Kvastan")
    assert signed.bo().get(f"/historik/person/{named.pk}/").status_code == 404


@pytest.mark.parametrize("kind", ["owner", "person"])
def test_whom_only_they_name_is_not_offered(kind: str, draft: Meeting) -> None:
    """To somebody who corrects the notes of another body, letter by letter."""
    own = make.meeting(bodies=("Styrgruppen",), name="egen.txt")
    client = client_of(make.secretary(own.bodies.get()))
    assert "Kvastan" not in signed.page(client, f"/moten/{own.pk}/val/?sort={kind}&ord=kvas")
