"""What goes from one body to another, on the screen."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests import make
from tests.web import signed

from samsyn.matters.models import HandOver, HandOverBody
from samsyn.matters.service import catch_up, read_and_follow
from samsyn.minutes.records import Kind
from samsyn.register.models import Body, Meeting, Person, Seat
from samsyn.web import kept_pages

pytestmark = pytest.mark.django_db

PASSED = make.Said(text="Frågan lyfts till styrgruppen.", kind=Kind.NEXT_STEP, item=0)


@pytest.fixture
def lost(db: None) -> HandOver:
    """A question that the steering group did not take up; another meeting of theirs is planned."""
    for body, on, said in (
        ("Styrgruppen", date(2026, 1, 8), ()),
        ("Arbetsgrupp Norr", date(2026, 3, 5), (PASSED,)),
        ("Styrgruppen", date(2026, 4, 9), ()),
    ):
        reading = make.reading(
            bodies=(body,),
            on=on,
            said=said,
            headings=(("Kontakten",) if said else ("Budget",)),
            name=f"{on}.txt",
        )
        make.imported(reading)
    planned = Meeting.objects.create(start_on=date(2027, 1, 14), state="planned")
    planned.set_bodies(list(Body.objects.filter(name="Styrgruppen")))
    catch_up()
    read_and_follow(list(Meeting.objects.values_list("pk", flat=True)))
    return HandOver.objects.get()


@pytest.fixture
def anna() -> Client:
    """Who may do everything."""
    return signed.anna()


def page_of(row: HandOver) -> str:
    """Its address."""
    return f"/medskick/{row.pk}/"


def test_the_list_says_first_how_many_were_lost(anna: Client, lost: HandOver) -> None:
    """One sentence before the rows."""
    assert "Ett medskick togs inte upp." in signed.page(anna, "/medskick/")


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", True), ("?lage=inte-upptaget", True), ("?lage=besvarat", False), ("?inga=1", False)],
    ids=["all", "missed", "answered", "none"],
)
def test_the_list_is_narrowed(anna: Client, lost: HandOver, query: str, shown: bool) -> None:
    """By what became of them, and to those that are none."""
    assert ("Frågan lyfts till styrgruppen." in signed.page(anna, f"/medskick/{query}")) is shown


def test_the_list_is_narrowed_to_a_sender(anna: Client, lost: HandOver) -> None:
    """Only what the chosen body has sent."""
    receiver = Body.objects.get(name="Styrgruppen")
    assert "Frågan lyfts till styrgruppen." not in signed.page(anna, f"/medskick/?fran={receiver.pk}")


def test_its_page_says_what_became_of_it(anna: Client, lost: HandOver) -> None:
    """Who did not take it up, and when."""
    assert "Styrgruppen tog inte upp det 9 april 2026." in signed.page(anna, page_of(lost))


def test_its_page_leads_to_the_meeting_that_has_it_to_take_up(anna: Client, lost: HandOver) -> None:
    """And to the one whose notes say nothing of it."""
    ahead, html = Meeting.objects.get(state="planned"), signed.page(anna, page_of(lost))
    assert [f'href="/moten/{pk}/"' in html for pk in (ahead.pk, lost.missed_in_id)] == [True, True]


def test_what_is_answered_has_nothing_that_waits(anna: Client, lost: HandOver) -> None:
    """The answer may be changed; nobody is asked to stop waiting for it."""
    answer = anna.post(f"{page_of(lost)}svar/", {"svar": "Skolsköterskan."}, follow=True).content.decode()
    told = ("Ändra svaret", "Ingen väntar på det längre", "Står att ta upp")
    assert [one in answer for one in told] == [True, False, False]


def test_the_overview_begins_with_it(anna: Client, lost: HandOver) -> None:
    """What is lost is looked for by nobody: it stands first."""
    assert "Ett medskick togs inte upp." in signed.page(anna, "/")


def test_the_next_meeting_has_it_to_take_up(anna: Client, lost: HandOver) -> None:
    """The coming meeting of the same body proposes it for its agenda."""
    coming = Meeting.objects.get(state="planned")
    assert "Att ta upp" in signed.page(anna, f"/moten/{coming.pk}/")


def test_the_sender_sees_what_came_of_it(anna: Client, lost: HandOver) -> None:
    """On the page of the meeting that sent it."""
    assert "Medskick härifrån" in signed.page(anna, f"/moten/{lost.meeting_id}/")


def test_an_answer_in_words_is_shown(anna: Client, lost: HandOver) -> None:
    """Both sides read it."""
    anna.post(f"{page_of(lost)}svar/", {"svar": "Skolsköterskan ringer."})
    assert "”Skolsköterskan ringer.”" in signed.page(anna, page_of(lost))


def test_it_was_taken_up_under_an_item(anna: Client, lost: HandOver) -> None:
    """A person chooses which."""
    item = Meeting.objects.get(start_on=date(2026, 4, 9)).items.all()[0]
    anna.post(f"{page_of(lost)}upptaget/", {"plats": f"punkt:{item.pk}"})
    assert HandOver.objects.get().taken_up_item == item


def test_what_is_none_is_gone_from_the_list(anna: Client, lost: HandOver) -> None:
    """It can still be seen among those that are none."""
    anna.post(f"{page_of(lost)}stammer/", {"svar": "nej"})
    shown = ["Frågan lyfts till" in signed.page(anna, f"/medskick/{query}") for query in ("", "?inga=1")]
    assert shown == [False, True]


def test_a_new_one_is_written_by_hand(anna: Client, lost: HandOver) -> None:
    """From the page of the meeting that sends it."""
    body = Body.objects.get(name="Styrgruppen")
    anna.post(f"/moten/{lost.meeting_id}/medskick/nytt/", {"asked": "Vem ringer?", "body": body.pk})
    assert HandOver.objects.filter(by_hand=True, asked="Vem ringer?", recipients__body=body).exists()


def test_a_new_one_needs_somebody_to_go_to(anna: Client, lost: HandOver) -> None:
    """The form says what is missing."""
    told = anna.post(f"/moten/{lost.meeting_id}/medskick/nytt/", {"asked": "Vem ringer?"})
    assert "Välj vem medskicket går till." in told.content.decode()


def test_unfinished_notes_hand_nothing_over_to_readers(lost: HandOver) -> None:
    """What a draft says is seen by those who write it."""
    Meeting.objects.filter(pk=lost.meeting_id).update(notes_state="draft")
    bo = signed.bo()
    answers = (bo.get(page_of(lost)).status_code, "Frågan lyfts till" in signed.page(bo, "/medskick/"))
    assert answers == (404, False)


def test_readers_are_shown_no_buttons(lost: HandOver) -> None:
    """They see what became of it, and change nothing."""
    assert "<textarea" not in signed.page(signed.bo(), page_of(lost))


def test_what_recurs_has_a_line_for_each_meeting(anna: Client, lost: HandOver) -> None:
    """How often it was reported, and when it was not."""
    HandOver.objects.update(due_precision="recurring")
    html = " ".join(signed.page(anna, page_of(lost)).split())
    assert "Inte rapporterat vid det möte som varit. Nästa gång är från 14 januari 2027." in html


def test_the_list_asks_as_much_of_many_that_recur(anna: Client, lost: HandOver) -> None:
    """The questions to the database do not grow with them."""
    HandOver.objects.update(due_precision="recurring")
    with CaptureQueriesContext(connection) as few:
        signed.page(anna, "/medskick/?lage=inte-upptaget")
    for n in range(3):
        made = HandOver.objects.create(
            meeting=lost.meeting, asked=f"Fråga {n}", due_precision="recurring", state="missed"
        )
        HandOverBody.objects.create(hand_over=made, body=lost.recipients.get().body)
    with CaptureQueriesContext(connection) as many:
        signed.page(anna, "/medskick/?lage=inte-upptaget&till=")
    assert len(many) <= len(few)


def test_the_first_page_says_what_waits_for_ones_own_bodies(lost: HandOver) -> None:
    """For whoever writes their notes, with the way to the list."""
    receiver = Body.objects.get(name="Styrgruppen")
    disa = Client()
    disa.force_login(make.secretary(receiver))
    shown = ("Medskick som väntar på er" in signed.page(disa, "/"), "?till=mina" in signed.page(disa, "/"))
    assert (*shown, "Frågan lyfts till" in signed.page(disa, "/medskick/?till=mina")) == (True, True, True)


def test_it_says_so_to_whoever_sits_there(lost: HandOver, monkeypatch: pytest.MonkeyPatch) -> None:
    """And to no other reader, whoever looked first at the page that is kept."""
    monkeypatch.setattr(kept_pages, "SHELF", kept_pages.Shelf())
    monkeypatch.setattr(kept_pages, "_in_transaction", lambda: False)
    seated = Person.objects.create(name="Disa Ek", key="disa ek", email="disa@exempel.se")
    Seat.objects.create(person=seated, body=Body.objects.get(name="Styrgruppen"))
    disa, bo = Client(), signed.bo()
    disa.force_login(make.role(make.user(email="disa@exempel.se")).user)
    told = ["Medskick som väntar på er" in signed.page(who, "/") for who in (disa, bo, disa)]
    offered = ["Mina organ" in signed.page(who, "/medskick/") for who in (disa, bo)]
    assert (told, offered) == ([True, False, True], [True, False])


def test_a_bodys_page_tells_what_it_has_got(anna: Client, lost: HandOver) -> None:
    """With what became of it."""
    html = signed.page(anna, f"/organ/{Body.objects.get(name='Styrgruppen').pk}/")
    assert ("Fått som medskick" in html, "1 inte upptaget" in html) == (True, True)
