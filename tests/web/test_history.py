"""The history: one log, an object's own, and one's own changes with a way back."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.accounts.models import User
from samsyn.history.models import Event
from samsyn.register.models import Meeting
from samsyn.register.service import confirm_value, reject_value, settle_doubt

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db

SAID = make.Said(text="Planen ses över.", action=True, owner="Processledarna", due=date(2026, 5, 1))


def rejected() -> tuple[Client, Event]:
    """Anna, who has just rejected the owner of an action."""
    client = signed.anna()
    owner = make.meeting(said=(SAID,)).values.get(field="owner")
    return client, reject_value(owner, by=User.objects.get(), why="Gruppen finns inte.")


def test_the_log_tells_who_what_why_before_and_after() -> None:
    """All of it in words, none of it as codes."""
    client, _event = rejected()
    shown = signed.page(client, "/historik/")
    told = [
        "Anna Alm",
        "Avvisat",
        "Gruppen finns inte.",
        "Förslag",
        "Processledarna",
        "Ägare: Processledarna",
    ]
    assert [words for words in told if words not in shown] == []


def test_the_log_names_no_codes() -> None:
    """Nobody has to know how columns and states are called inside."""
    client, _event = rejected()
    shown = signed.page(client, "/historik/").partition('id="resultat"')[2]
    assert [code for code in ("owner_name", "rejected", "decided_at", "value.") if code in shown] == []


def test_what_the_machine_did_is_said_so() -> None:
    """An import by command is nobody's."""
    client = signed.anna()
    make.meeting()
    assert "Samsyn själv" in signed.page(client, "/historik/?vem=maskinen")


@pytest.mark.parametrize(
    ("query", "n_shown"),
    [
        ("", 2),
        ("vad=value.rejected", 1),
        ("vad=value.confirmed", 0),
        ("vem=maskinen", 1),
        ("fran=2020-01-01&till=2020-12-31", 0),
        ("fran=2020-01-01", 2),
        ("vad=nonsens&fran=igår&vem=-1", 2),
    ],
    ids=["all", "kind", "none-of-kind", "machine", "long-ago", "since", "nonsense"],
)
def test_the_log_is_narrowed(query: str, n_shown: int) -> None:
    """By who, what and day; what makes no sense narrows nothing."""
    client, _event = rejected()
    assert signed.page(client, f"/historik/?{query}").count('class="change"') == n_shown


def test_a_day_is_counted_in_swedish_time() -> None:
    """What was done today is found by today's date, up to and including it."""
    client, _event = rejected()
    today = timezone.localdate().isoformat()
    assert signed.page(client, f"/historik/?fran={today}&till={today}").count('class="change"') == 2


def test_kinds_are_counted() -> None:
    """The choices say how many there are of each."""
    client, _event = rejected()
    assert "Avvisat (1)" in signed.page(client, "/historik/")


def many(n_events: int) -> None:
    """So many events about one meeting."""
    meeting = Meeting.objects.get()
    row = {"what": "meeting.revised", "subject_type": "meeting", "subject_id": meeting.pk}
    Event.objects.bulk_create([Event(after={"n_changes": number}, **row) for number in range(n_events)])


def test_pages_follow_one_another() -> None:
    """Each event stands on one page, and the way goes on from where the last one ended."""
    client, _event = rejected()
    many(70)
    after = re.findall(r"efter=(\d+)", signed.page(client, "/historik/"))[0]
    second = signed.page(client, f"/historik/?efter={after}")
    assert second.count('class="change"') == 72 - 50


@pytest.mark.parametrize("n_events", [1, 40], ids=["few", "many"])
@pytest.mark.parametrize("page", ["/historik/", "/historik/mina/"], ids=["log", "mine"])
def test_questions_do_not_grow(
    page: str, n_events: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """As many questions for one event as for forty."""
    client, _event = rejected()
    many(n_events)
    with django_assert_max_num_queries(15):
        client.get(page)


def test_the_sheet_holds_the_same_rows() -> None:
    """With the same filter, for Excel."""
    client, _event = rejected()
    rows = client.get("/historik.csv?vad=value.rejected").content.decode("utf-8-sig").splitlines()
    assert (len(rows), "Ägare: Processledarna" in rows[1]) == (2, True)


def test_archivists_see_no_changes_of_accounts() -> None:
    """Who was invited and what they may do is for those who look after accounts."""
    anna, ella = make.administrator(), make.user(email="ella@exempel.se", name="Ella Ek")
    Event.objects.create(by=anna, what="user.closed", subject_type="user", subject_id=ella.pk)
    client = Client()
    client.force_login(make.role(make.user(), "archivist").user)
    assert signed.page(client, "/historik/").count('class="change"') == 0


@pytest.mark.parametrize("kind", ["meeting", "statement"])
def test_an_object_shows_what_changed_in_its_parts(kind: str) -> None:
    """The history of a meeting and of a statement hold the decisions on their values."""
    client, _event = rejected()
    meeting = Meeting.objects.get()
    pk = {"meeting": meeting.pk, "statement": meeting.statements.get().pk}[kind]
    assert "Avvisat" in signed.page(client, f"/historik/{kind}/{pk}/")


def test_an_object_shows_nothing_of_others() -> None:
    """Another meeting's changes are its own."""
    client, _event = rejected()
    other = make.meeting(bodies=("Ett annat nätverk",), name="annan.txt")
    assert "Avvisat" not in signed.page(client, f"/historik/meeting/{other.pk}/")


@pytest.mark.parametrize("address", ["/historik/meeting/99/", "/historik/user/1/", "/historik/nonsens/1/"])
def test_what_is_not_there_has_no_history(address: str) -> None:
    """Nor have accounts: theirs is in the log."""
    assert signed.bo().get(address).status_code == 404


def test_the_part_of_a_page_is_no_page() -> None:
    """The page that asks for it has a head already."""
    client, _event = rejected()
    address = f"/historik/meeting/{Meeting.objects.get().pk}/"
    shown = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert ("Avvisat" in shown, "<html" in shown) == (True, False)


def test_the_meeting_leads_to_its_history() -> None:
    """From its page, without cost before somebody asks."""
    client, _event = rejected()
    pk = Meeting.objects.get().pk
    assert reverse("history_of", args=["meeting", pk]) in signed.page(client, f"/moten/{pk}/")


def test_own_changes_can_be_undone_from_the_list() -> None:
    """The button takes it back, and leads back to the list."""
    client, event = rejected()
    assert f'value="{event.pk}"' in signed.page(client, "/historik/mina/")
    response = client.post("/angra/", {"handelse": event.pk, "next": "/historik/mina/"})
    assert (response["Location"], Meeting.objects.get().statements.get().owner_name) == (
        "/historik/mina/", "Processledarna",
    )  # fmt: skip


def test_what_was_touched_later_says_why_it_stays() -> None:
    """Instead of a button."""
    client, _event = rejected()
    owner = Meeting.objects.get().values.get(field="owner")
    confirm_value(owner, by=make.user(email="ella@exempel.se", is_administrator=True))
    shown = signed.page(client, "/historik/mina/")
    assert ("har ändrats efter detta" in shown, 'name="handelse"' in shown) == (True, False)


def test_a_role_that_reaches_no_longer_says_so() -> None:
    """Who once was a secretary cannot undo what they did then."""
    disa = make.secretary()
    doubt = make.meeting(on=None, doubts=("held",)).doubts.get()
    settle_doubt(doubt, by=disa)
    disa.roles.update(kind="reader")
    client = Client()
    client.force_login(disa)
    assert "Din roll räcker inte" in signed.page(client, "/historik/mina/")


def test_others_changes_are_not_in_ones_own_list() -> None:
    """The list is of one's own."""
    _client, _event = rejected()
    assert "Avvisat" not in signed.page(signed.bo(), "/historik/mina/")


def test_things_kept_by_id_are_told_by_name() -> None:
    """One, several, and those that are gone since."""
    client, meeting = signed.anna(), make.meeting()
    after = {"bodies": [meeting.bodies.get().pk], "organisation": 4711}
    Event.objects.create(
        what="meeting.revised", subject_type="meeting", subject_id=meeting.pk, before={}, after=after
    )
    shown = signed.page(client, f"/historik/meeting/{meeting.pk}/")
    assert ("Nätverket för prov" in shown.partition("<ol")[2], "finns inte längre" in shown) == (True, True)
