"""How an organisation stands: its own page, and its replies."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.accounts.models import User
from samsyn.history.models import Event
from samsyn.matters import service
from samsyn.matters.models import Reply
from samsyn.minutes.records import Kind
from samsyn.register.models import ActionReport, Body, Meeting, Organisation, Seat, Statement

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db
PROMISED, ASKED, DECIDED = (
    "Flen tar fram en lista.",
    "Trosa önskar att Flen visar sin rutin.",
    "Planen godkänns.",
)
FLEN, TROSA = (
    make.Came(name="Kim Ek", affiliation="Flens kommun"),
    make.Came(name="Bo Ask", affiliation="Trosa kommun"),
)


def day(n: int) -> date:
    """So many days ago."""
    return timezone.localdate() - timedelta(days=n)


def flen() -> Organisation:
    """The municipality that the page is about."""
    return Organisation.objects.get(name="Flens kommun")


def filled(n: int = 1) -> None:
    """Meetings of two municipalities; to the latest, only one of them came."""
    said = [
        make.Said(text=DECIDED),
        *[make.Said(text=ASKED, kind=Kind.PROPOSAL)] * n,
        *[make.Said(text=PROMISED, kind=Kind.ASSIGNMENT, action=True, owner="Flen")] * n,
    ]
    make.meeting(on=day(60), came=(FLEN, TROSA), said=tuple(said), name="a.txt")
    make.meeting(on=day(30), came=(TROSA,), said=(make.Said(text="Listan införs."),), name="b.txt")
    Statement.objects.filter(is_action=True).update(owner_organisation=flen())


def contributor() -> Client:
    """Disa, who tells for Flen."""
    disa = make.role(
        make.user(email="disa@flen.se", name="Disa Dahl"), "contributor", organisation=flen()
    ).user
    client = Client()
    client.force_login(disa)
    return client


@pytest.mark.parametrize(
    ("part", "words"),
    [
        pytest.param("lovat", PROMISED, id="promised"),
        pytest.param("ber", ASKED, id="asked-for"),
        pytest.param("beslutat", DECIDED, id="decided-with-others"),
        pytest.param("utan", "Listan införs.", id="not-in-the-room"),
    ],
)
def test_each_thing_stands_in_its_part(part: str, words: str) -> None:
    """And in no other part before it."""
    filled()
    text = signed.page(contributor(), "/min-organisation/")
    section = text.split(f'aria-labelledby="{part}"')[1].split("</section>")[0]
    assert (words in section, text.count(f">{words}") + text.count(f" {words}") >= 1) == (True, True)


def test_where_it_stands_in_what_each_takes_for_itself() -> None:
    """With the number of its case."""
    filled()
    said = Statement.objects.get(text=DECIDED)
    anna = make.administrator()
    news = service.PartySaid("adopted", "12 maj 2026", "KS 2026/7")
    service.tell_party(service.Party(said, flen()), news, by=anna)
    text = signed.page(contributor(), "/min-organisation/")
    section = text.split('aria-labelledby="star"')[1].split("</section>")[0]
    assert [words for words in ("Antaget", "12 maj 2026", "KS 2026/7", DECIDED) if words not in section] == []


def test_a_promise_is_answered_in_one_touch() -> None:
    """And then stands among what is done."""
    filled()
    client, said = contributor(), Statement.objects.get(text=PROMISED)
    text = signed.page(client, "/min-organisation/")
    client.post(f"/beslut/{said.pk}/hur-det-gar/", {"hur": "done", "rad": "", "next": "/min-organisation/"})
    after = signed.page(client, "/min-organisation/")
    buttons = ['name="hur" value="done"' in page for page in (text, after)]
    assert (buttons, ActionReport.objects.count()) == ([True, False], 1)


def test_a_reader_sees_it_and_answers_nothing() -> None:
    """Of any organisation."""
    filled()
    text = signed.page(signed.bo(), f"/organisationer/{flen().pk}/lage/")
    assert (PROMISED in text, 'name="hur"' in text, 'name="svar"' in text) == (True, False, False)


def test_without_an_organisation_one_is_chosen() -> None:
    """From a list."""
    filled()
    text = signed.page(signed.bo(), "/min-organisation/")
    assert f"/organisationer/{flen().pk}/lage/" in text


def test_a_seat_with_the_same_address_leads_to_its_organisation() -> None:
    """Nobody needs to be told who they are."""
    filled()
    bo = make.reader()
    person = Meeting.objects.all()[0].attendances.all()[0].person
    assert person is not None
    person.email = bo.email
    person.save()
    Seat.objects.create(person=person, body=Body.objects.all()[0], organisation=flen())
    client = Client()
    client.force_login(bo)
    assert "<h1>Flens kommun</h1>" in signed.page(client, "/min-organisation/")


def test_who_tells_for_two_chooses() -> None:
    """The first is shown until then."""
    filled()
    client = contributor()
    trosa = Organisation.objects.get(name="Trosa kommun")
    make.role(User.objects.get(email="disa@flen.se"), "contributor", organisation=trosa)
    assert "<h1>Trosa kommun</h1>" in signed.page(client, f"/min-organisation/?organisation={trosa.pk}")


def test_a_reply_stands_beside_what_the_notes_say() -> None:
    """On the decision's own page too, and is no HTML."""
    filled()
    said = Statement.objects.get(text=DECIDED)
    contributor().post(f"/organisationer/{flen().pk}/svar/{said.pk}/", {"svar": "Vi var <b>emot</b>."})
    pages = [f"/beslut/{said.pk}/", f"/organisationer/{flen().pk}/lage/"]
    client = signed.bo()
    assert ["Vi var &lt;b&gt;emot&lt;/b&gt;." in signed.page(client, page) for page in pages] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("  ", id="empty"),
        pytest.param("Barnet 121212-" + "1212", id="identity-number"),
        pytest.param("a" * 1001, id="too-long"),
    ],
)
def test_a_reply_that_cannot_be_kept_is_refused(text: str) -> None:
    """And told why."""
    filled()
    said = Statement.objects.get(text=DECIDED)
    contributor().post(f"/organisationer/{flen().pk}/svar/{said.pk}/", {"svar": text})
    assert not Reply.objects.exists()


def test_nobody_replies_for_another() -> None:
    """Not even beside the same decision."""
    filled()
    trosa = Organisation.objects.get(name="Trosa kommun")
    said = Statement.objects.get(text=DECIDED)
    answer = contributor().post(f"/organisationer/{trosa.pk}/svar/{said.pk}/", {"svar": "Ja."})
    assert (answer.status_code, Reply.objects.exists()) == (403, False)


def test_a_reply_can_be_taken_back() -> None:
    """By whoever writes everywhere."""
    filled()
    said = Statement.objects.get(text=DECIDED)
    contributor().post(f"/organisationer/{flen().pk}/svar/{said.pk}/", {"svar": "Nej."})
    signed.anna().post("/angra/", {"handelse": Event.objects.get(what="reply.written").pk})
    assert not Reply.objects.exists()


def test_unfinished_notes_are_not_told_of() -> None:
    """As on every page."""
    filled()
    Meeting.objects.update(notes_state="draft")
    text = signed.page(contributor(), "/min-organisation/")
    assert [words for words in (PROMISED, ASKED, DECIDED, "Listan införs.") if words in text] == []


@pytest.mark.parametrize("n", [1, 6])
def test_questions_do_not_grow(n: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """However much there is."""
    filled(n)
    client = contributor()
    with django_assert_num_queries(40):
        signed.page(client, "/min-organisation/")
