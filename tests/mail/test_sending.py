"""Letters leave through a real mail server, or stay and are tried again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError
from django.utils import timezone
from tests.mail.conftest import lead_to
from tests.mail.server import MailServer, free_port

from samsyn.cli import main
from samsyn.mail.actions.send_waiting import WAITS
from samsyn.mail.models import OutgoingMail
from samsyn.mail.postman import send_once
from samsyn.mail.service import MailRefused, queue_mail, send_waiting

if TYPE_CHECKING:
    from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


def letter(
    *, to: str = "bo@exempel.se", subject: str = "Möte", text: str = "Välkommen åter."
) -> OutgoingMail:
    """A letter in the outbox."""
    return queue_mail(to=to, subject=subject, text=text)


def test_a_letter_reaches_the_server(server: MailServer) -> None:
    """With its address, sender, subject and Swedish letters."""
    letter()
    send_waiting()
    (came,) = server.letters
    assert (came["To"], came["From"], came["Subject"]) == ("bo@exempel.se", "samsyn@exempel.se", "Möte")
    assert server.words().strip() == "Välkommen åter."


def test_what_was_sent_is_not_sent_again(server: MailServer) -> None:
    """Two rounds, one letter."""
    letter()
    send_waiting()
    send_waiting()
    assert len(server.letters) == 1


def test_more_letters_than_a_round_holds_all_leave(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One round follows the other."""
    monkeypatch.setattr("samsyn.mail.actions.send_waiting.ROUND", 2)
    letters = [letter(to=f"p{number}@exempel.se") for number in range(5)]
    assert send_waiting().n_sent == len(letters)


def test_no_letter_answers_a_machine(server: MailServer) -> None:
    """Programs that answer for people on leave keep quiet."""
    letter()
    send_waiting()
    assert server.letters[0]["Auto-Submitted"] == "auto-generated"


def test_without_a_server_letters_stay(settings: Settings) -> None:
    """They are not even tried."""
    settings.EMAIL_HOST = ""
    letter()
    send_waiting()
    assert (OutgoingMail.objects.get().state, OutgoingMail.objects.get().attempts) == ("waiting", 0)


def test_a_server_that_is_down_is_tried_again(settings: Settings) -> None:
    """The letter stays, with the cause, and leaves once the server is up."""
    lead_to(free_port(), settings)
    letter()
    assert send_waiting().n_waiting == 1
    assert "ConnectionRefusedError" in OutgoingMail.objects.get().error
    with MailServer() as server:
        lead_to(server.port, settings)
        send_waiting(at=timezone.now() + timedelta(minutes=WAITS[0], seconds=1))
        assert len(server.letters) == 1


def test_a_server_without_encryption_gets_nothing(server: MailServer, settings: Settings) -> None:
    """Where the way is to be encrypted and cannot be, the letter stays."""
    lead_to(server.port, settings, tls=True)
    letter()
    assert (send_waiting().n_waiting, server.letters) == (1, [])


def test_no_attempt_before_its_time(settings: Settings) -> None:
    """A server that is down is not asked without pause."""
    lead_to(free_port(), settings)
    letter()
    send_waiting()
    send_waiting()
    assert OutgoingMail.objects.get().attempts == 1


def test_waits_grow_until_somebody_must_look(settings: Settings) -> None:
    """After the last wait the letter is told to be undelivered."""
    lead_to(free_port(), settings)
    OutgoingMail.objects.filter(pk=letter().pk).update(attempts=len(WAITS))
    assert send_waiting().n_undelivered == 1


@pytest.mark.parametrize(
    ("refusal", "state"),
    [
        pytest.param("550 no such person", "undelivered", id="for-good"),
        pytest.param("451 try later", "waiting", id="for-now"),
    ],
)
def test_a_refused_address(refusal: str, state: str, settings: Settings) -> None:
    """An address that is not there is given up; one that is busy is tried again."""
    with MailServer(refusal=refusal) as server:
        lead_to(server.port, settings)
        letter()
        send_waiting()
    assert OutgoingMail.objects.get().state == state


def test_one_refused_letter_does_not_hold_up_the_next(server: MailServer) -> None:
    """An address that the server does not know comes first; the others leave."""
    server.postbox.refusal, server.postbox.refused = "550 no such person", "okand"
    letter(to="okand@exempel.se")
    letter()
    send_waiting()
    assert [came["To"] for came in server.letters] == ["bo@exempel.se"]


def test_a_letter_that_another_has_claimed_is_left(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two who send at once do not both send it."""
    mail = letter()
    stale = [OutgoingMail.objects.get(pk=mail.pk)]
    OutgoingMail.objects.update(attempts=1)
    rounds = iter([stale, []])
    monkeypatch.setattr("samsyn.mail.actions.send_waiting._due", lambda now: next(rounds))
    assert send_waiting().n_sent == 0


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({"text": "Barnet 121212-1212 bor nu i Flen."}, "personnummer", id="identity-number"),
        pytest.param({"subject": "Om 121212-1212"}, "personnummer", id="in-the-subject"),
        pytest.param({"to": "bo.exempel.se"}, "ingen e-postadress", id="no-address"),
        pytest.param({"to": "bo@exempel.se\nBcc: alla@exempel.se"}, "ingen e-postadress", id="two-lines"),
    ],
)
def test_what_cannot_be_sent_is_refused(fields: dict[str, str], says: str) -> None:
    """Before it is kept."""
    with pytest.raises(MailRefused, match=says):
        letter(**fields)


def test_a_subject_is_one_line(server: MailServer) -> None:
    """A line feed would begin another head."""
    letter(subject="Möte\nBcc: alla@exempel.se")
    send_waiting()
    assert server.letters[0]["Bcc"] is None


def test_the_postman_sends_what_waits(server: MailServer) -> None:
    """Each time it looks into the outbox."""
    letter()
    send_once()
    assert len(server.letters) == 1


def test_a_busy_database_does_not_stop_the_postman(monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks again next time."""

    def busy() -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("samsyn.mail.postman.send_waiting", busy)
    told: list[str] = []
    monkeypatch.setattr("samsyn.mail.postman.LOG.exception", told.append)
    send_once()
    assert told


def test_the_command_sends(server: MailServer, capsys: pytest.CaptureFixture[str]) -> None:
    """And says how many."""
    letter()
    assert main(["send-mail"]) == 0
    assert (len(server.letters), capsys.readouterr().out) == (
        1,
        "Skickade: 1. Prövas igen: 0. Kom inte fram: 0.\n",
    )


def test_the_command_needs_a_server(settings: Settings) -> None:
    """One sentence that says how to set it."""
    settings.EMAIL_HOST = ""
    with pytest.raises(SystemExit, match="SAMSYN_SMTP_HOST"):
        main(["send-mail"])
