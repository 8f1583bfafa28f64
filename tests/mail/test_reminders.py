"""A reminder's letter at a real mail server, and its link: used once, twice, late, and by another person."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.utils import timezone
from tests import make
from tests.matters.following import action, anna, now
from tests.web import signed

from samsyn.follow import remind_all
from samsyn.history.models import Event
from samsyn.mail.models import Link, OutgoingMail
from samsyn.mail.service import send_waiting
from samsyn.matters.models import ReminderChoice
from samsyn.register.models import ActionReport, Organisation, Person, Statement

if TYPE_CHECKING:
    from tests.mail.server import MailServer

pytestmark = pytest.mark.django_db

ADDRESS = re.compile(r"https://samsyn\.exempel\.se(/lank/[\w-]+/)")


@pytest.fixture
def said(server: MailServer) -> Statement:
    """Something that Greta, who has no account, was to do; she has been reminded of it."""
    found = action(due=timezone.localdate() - timedelta(9))
    Person.objects.filter(name="Greta Gran").update(email="greta@exempel.se")
    remind_all(on=timezone.localdate(), days=7)
    send_waiting()
    return found


@pytest.fixture
def links(said: Statement, server: MailServer) -> list[str]:
    """The links of the letter: the action's, and how often."""
    return ADDRESS.findall(server.words())


def answer(address: str, client: Client | None = None, /, **fields: str) -> tuple[int, str]:
    """What the page says after an answer."""
    response = (client or signed.stranger()).post(address, {"hur": "done", "rad": "", **fields})
    return response.status_code, response.content.decode()


def test_the_letter_says_what_and_until_when(said: Statement, server: MailServer) -> None:
    """The action's words, its time, where it was said, and what the links do."""
    text = server.words()
    assert [
        words
        for words in (said.text, "9 dagar sen", "Nätverket för prov", "svar på hur åtgärden går", "en gång")
        if words not in text
    ] == []


def test_the_letter_as_html_has_a_button_for_each(said: Statement, server: MailServer) -> None:
    """In words, and where it leads as the plain text says."""
    (letter,) = server.letters
    body = letter.get_body(("html",))
    assert body is not None
    html = body.get_content()
    assert (html.count("Svara på hur det går</a>"), html.count("Välj hur ofta</a>"), said.text in html) == (
        1, 1, True,
    )  # fmt: skip


def test_opening_the_link_answers_nothing(links: list[str], said: Statement) -> None:
    """Programs that look through mail open links too."""
    text = signed.page(signed.stranger(), links[0])
    assert (said.text in text, ActionReport.objects.exists()) == (True, False)


def test_an_answer_is_kept_with_who_and_how(links: list[str], said: Statement) -> None:
    """It is a report like any other, by the person whose letter it was."""
    status, text = answer(links[0], hur="under_way", rad="Listan är halv.")
    report = ActionReport.objects.get()
    assert (status, report.state, report.person, report.address, report.by) == (
        200, "under_way", Person.objects.get(name="Greta Gran"), "greta@exempel.se", None,
    )  # fmt: skip
    assert ("Listan är halv." in text, now(said).state) == (True, "under_way")


def test_used_twice_it_says_what_was_answered(links: list[str]) -> None:
    """And that it is used; nothing more is kept."""
    answer(links[0], hur="needs_help", rad="En lokal.")
    status, text = answer(links[0])
    assert (status, "gick att använda en gång" in text, "Behöver hjälp" in text, "En lokal." in text) == (
        410, True, True, True,
    )  # fmt: skip
    assert ActionReport.objects.count() == 1


def test_used_late_it_says_so(links: list[str]) -> None:
    """With its last day."""
    Link.objects.update(last_on=date(2026, 1, 2))
    status, text = answer(links[0])
    assert (status, "2 januari 2026" in text, ActionReport.objects.exists()) == (410, True, False)


def test_somebody_else_is_told_whose_it_is(links: list[str]) -> None:
    """Signed in as another: nothing is kept, nor told of what was answered."""
    bo = signed.bo()
    status, text = answer(links[0], bo)
    answer(links[0], rad="En hemlighet.")
    later = bo.get(links[0]).content.decode()
    assert (status, "inloggad som bo@exempel.se" in text, "En hemlighet." in later) == (410, True, False)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        pytest.param({"hur": "needs_help"}, "Skriv vad ni behöver hjälp med.", id="help-with-what"),
        pytest.param({"hur": "kanske"}, "Välj hur det går.", id="no-answer"),
        pytest.param({"rad": "Om 811218-9876"}, "personnummer", id="identity-number"),
    ],
)
def test_what_cannot_be_kept_leaves_the_link(links: list[str], fields: dict[str, str], sentence: str) -> None:
    """It is refused with a sentence, and the link still works."""
    _status, text = answer(links[0], **fields)
    refused = ActionReport.objects.exists()
    assert (sentence in text, refused, answer(links[0])[0]) == (True, False, 200)


def test_an_action_that_is_gone_needs_no_answer(links: list[str]) -> None:
    """Nor one whose notes are being written anew."""
    Statement.objects.update(removed=True)
    status, text = answer(links[0])
    assert (status, "Du behöver inte svara." in text) == (410, True)


def test_a_contributor_answers_for_their_organisation(server: MailServer) -> None:
    """By their account, and for whom."""
    action(due=timezone.localdate() - timedelta(9))
    flen = Organisation.objects.get(name__startswith="Flen")
    bo = make.role(make.user(), "contributor", organisation=flen).user
    remind_all(on=timezone.localdate(), days=7)
    send_waiting()
    answer(ADDRESS.findall(server.words())[0])
    report = ActionReport.objects.get()
    assert (report.by, report.said_for, report.address) == (bo, flen.name, "bo@exempel.se")


def test_the_letter_leads_to_how_often(links: list[str]) -> None:
    """Whoever has no account stops the letters by a link, as often as they like."""
    client = signed.stranger()
    chosen = [client.post(links[1], {"takt": pace}).status_code for pace in ("daily", "off")]
    assert (chosen, ReminderChoice.objects.get().pace) == ([200, 200], "off")


def test_a_letter_written_out_again_has_new_links(links: list[str]) -> None:
    """Those of the earlier letter open nothing any more, and say so."""
    OutgoingMail.objects.update(state="waiting")
    send_waiting(at=timezone.now() + timedelta(days=1))
    status, text = answer(links[0])
    assert (status, "nyare" in text) == (410, True)


def test_a_reminder_is_in_the_history(said: Statement) -> None:
    """To whom, and how many actions."""
    event = Event.objects.get(what="reminder.written")
    assert (event.after, bool(said)) == ({"address": "greta@exempel.se", "n_actions": 1}, True)


def test_one_chooses_ones_own_pace() -> None:
    """On a page of one's own account."""
    client = signed.bo()
    client.post("/mitt-konto/paminnelser/", {"takt": "before_meetings"})
    text = signed.page(client, "/mitt-konto/paminnelser/")
    assert 'value="before_meetings" checked' in text


def test_the_answer_is_shown_with_how_it_came(links: list[str], said: Statement) -> None:
    """In the list of actions, for all who read it."""
    answer(links[0], rad="Klar i går.")
    client = Client()
    client.force_login(anna())
    text = signed.page(client, f"/atgarder/?lage=alla&oppen={said.pk}")
    assert ("Klar i går." in text, "svar på ett brev" in text, "Greta Gran" in text) == (True, True, True)
