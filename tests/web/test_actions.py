"""The list of actions on its page: whose, how they stand, changed in place, carried to a meeting."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests import make
from tests.matters.following import action
from tests.web import signed

from samsyn.accounts.models import User
from samsyn.matters.models import FollowUp
from samsyn.matters.places import Place
from samsyn.matters.service import open_matter
from samsyn.register.models import AgendaItem, Body, Meeting, NotesDraft, Person, Statement
from samsyn.register.service import report_action

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


@pytest.fixture
def said() -> Statement:
    """Something late."""
    return action(due=timezone.localdate() - timedelta(days=9))


def change(client: Client, said: Statement, **fields: str) -> str:
    """The row after a change, as a script gets it."""
    headers = {"HX-Request": "true"}
    response = client.post(f"/atgarder/{said.pk}/andra/", fields, headers=headers)
    return f"{response.status_code} {response.content.decode()}"


def test_the_lead_says_how_it_stands(said: Statement) -> None:
    """How many are open and how many late, before the list."""
    text = signed.page(signed.bo(), "/atgarder/")
    assert ("1 öppen åtgärd." in text, "En har passerat sitt datum." in text, said.text in text) == (
        True, True, True,
    )  # fmt: skip


def test_what_is_done_is_shown_where_asked_for(said: Statement) -> None:
    """The list is what is open; the rest is one choice away."""
    client = signed.anna()
    report_action(said, state="done", text="", by=User.objects.get())
    shown = [said.text in signed.page(client, f"/atgarder/?lage={code}") for code in ("", "klara", "alla")]
    assert shown == [False, True, True]


def test_mine_is_what_the_person_of_the_account_has(said: Statement) -> None:
    """By the e-mail address; a view for it stands where there is such a person."""
    bo = signed.bo()
    before = "vems=mina" in signed.page(bo, "/atgarder/")
    Person.objects.filter(name="Greta Gran").update(email="bo@exempel.se")
    text = signed.page(bo, "/atgarder/?vems=mina")
    assert (before, said.text in text) == (False, True)


def test_the_row_changes_in_place(said: Statement) -> None:
    """The owner as it is now, and what the notes say beside."""
    text = change(signed.anna(), said, gor="agare", varde="Processledarna", vald="role")
    assert ("Processledarna" in text, "Ägare i anteckningarna:" in text, text[:3]) == (True, True, "200")


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        pytest.param({"gor": "avsluta", "varde": ""}, "422", "Skriv varför", id="no-reason"),
        pytest.param({"gor": "agare", "varde": "Okänd"}, "422", "finns inte i registret", id="unclear"),
        pytest.param(
            {"gor": "tid", "varde": "1 maj", "sett": "x"}, "409", "Inget är överskrivet", id="meanwhile"
        ),
    ],
)
def test_a_refusal_stands_at_its_field(
    said: Statement, fields: dict[str, str], status: str, told: str
) -> None:
    """With what was written still there."""
    text = change(signed.anna(), said, **fields)
    assert (text[:3], told in text, f'value="{fields["varde"]}"' in text) == (status, True, True)


def test_a_reader_sees_no_fields(said: Statement) -> None:
    """What somebody may not do is not offered."""
    text = signed.page(signed.bo(), f"/atgarder/?oppen={said.pk}")
    assert ("/andra/" in text, 'name="atgard"' in text) == (False, False)


def test_the_time_is_told_while_it_is_written() -> None:
    """As it is taken for, and what is no day."""
    client = signed.anna()
    told = [signed.page(client, f"/atgarder/tid/?varde={words}").strip() for words in ("varje möte", "snart")]
    assert told == ["Gång på gång, tills någon avslutar.", "Ingen dag: orden sparas som de står."]


def test_several_go_to_a_meeting_at_once(said: Statement) -> None:
    """The boxes of the rows, and the meetings ahead."""
    other = action("En till.", on=make.DAY + timedelta(1), name="annan.txt")
    coming = Meeting.objects.create(state="planned", start_on=timezone.localdate() + timedelta(9))
    coming.bodies.set(Body.objects.all())
    client = signed.anna()
    offered = f'<option value="{coming.pk}">' in signed.page(client, "/atgarder/")
    client.post("/atgarder/for/", {"atgard": [said.pk, other.pk], "mote": coming.pk})
    carried = FollowUp.objects.filter(carried_to=coming).count()
    assert (offered, carried) == (True, 2)


def test_the_sheet_has_what_the_list_has(said: Statement) -> None:
    """With state, days late and the original words."""
    text = signed.page(signed.bo(), "/atgarder.csv")
    assert (said.text in text, "Inget hört" in text, ";9;" in text) == (True, True, True)


def test_an_action_in_a_draft_is_nowhere(said: Statement) -> None:
    """Not in the list, nor on its own."""
    Meeting.objects.update(notes_state="draft")
    bo = signed.bo()
    alone = bo.get(f"/atgarder/{said.pk}/", headers={"HX-Request": "true"}).status_code
    assert (said.text in signed.page(bo, "/atgarder/?lage=alla"), alone) == (False, 404)


def test_the_page_asks_as_much_however_long_it_is(
    said: Statement, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """A fixed number of questions."""
    for number in range(5):
        action(f"Nummer {number}.", on=make.DAY + timedelta(1 + number), name=f"{number}.txt")
    client = signed.anna()
    with django_assert_max_num_queries(27):
        signed.page(client, f"/atgarder/?oppen={said.pk}")


@pytest.mark.parametrize(
    "as_read", [pytest.param(False, id="item-above"), pytest.param(True, id="the-words-themselves")]
)
def test_a_row_leads_to_its_matter(said: Statement, as_read: bool) -> None:
    """Also where what belongs to the matter is an item above the action's own; the sheet names it."""
    below, above = (
        AgendaItem.objects.create(meeting=said.meeting, position=at, heading=f"Nivå {at}") for at in (8, 9)
    )
    AgendaItem.objects.filter(pk=below.pk).update(parent=above)
    Statement.objects.filter(pk=said.pk).update(item=below)
    place = Place(said.meeting, None if as_read else above, said if as_read else None)
    event = open_matter("Listan", [place], by=make.administrator())
    client = signed.bo()
    link = f'<a href="/arenden/{event.subject_id}/">Listan</a>'
    assert (link in signed.page(client, "/atgarder/"), ";Listan" in signed.page(client, "/atgarder.csv")) == (
        True, True,
    )  # fmt: skip


def recurring(said: Statement) -> Meeting:
    """The meeting where it is waited for next, once it comes back each time."""
    Statement.objects.filter(pk=said.pk).update(due_words="löpande", due_precision="recurring", due_end=None)
    coming = Meeting.objects.create(state="planned", start_on=timezone.localdate() + timedelta(9))
    coming.bodies.set(Body.objects.all())
    return coming


def test_what_recurs_is_told_meeting_by_meeting(said: Statement) -> None:
    """With buttons for what the notes do not tell."""
    recurring(said)
    make.meeting(on=make.DAY + timedelta(7), name="nästa.txt")
    anna = signed.anna()
    text = signed.page(anna, f"/atgarder/?oppen={said.pk}")
    meeting = str(Meeting.objects.get(start_on=make.DAY + timedelta(7)).pk)
    after = change(anna, said, gor="tur", mote=meeting, varde="reported")
    assert ("Inte rapporterat" in text, "Kommer" in text, "Ta tillbaka" in after) == (True, True, True)


def test_the_coming_meeting_says_what_is_followed_up(said: Statement) -> None:
    """On its page, for all who read it."""
    coming = recurring(said)
    text = signed.page(signed.bo(), f"/moten/{coming.pk}/")
    assert ("Följs upp" in text, said.text in text) == (True, True)


def test_it_is_put_on_the_agenda_of_the_notes_that_are_written(said: Statement) -> None:
    """By a button where they are written."""
    coming = recurring(said)
    client = signed.anna()
    client.post(f"/skriv/mote/{coming.pk}/")
    draft = NotesDraft.objects.get()
    offered = f"/skriv/{draft.pk}/uppfoljning/" in signed.page(client, f"/skriv/{draft.pk}/")
    text = client.post(f"/skriv/{draft.pk}/uppfoljning/", follow=True).content.decode()
    assert (offered, "Uppföljning: Greta Gran tar fram en lista" in text) == (True, True)
