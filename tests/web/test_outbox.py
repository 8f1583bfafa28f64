"""The outbox: what waits, what came back, what has left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.history.models import Event
from samsyn.mail.models import OutgoingMail
from samsyn.mail.service import hand_over_mail, queue_mail, send_again, send_trial

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db


def letter(**fields: object) -> OutgoingMail:
    """A letter in the outbox, in a state."""
    mail = queue_mail(to="bo@exempel.se", subject="Kallelse", text="Välkommen <b>åter</b>.")
    OutgoingMail.objects.filter(pk=mail.pk).update(**fields)
    return mail


def test_an_empty_outbox_says_so() -> None:
    """In one sentence."""
    assert "Inga brev väntar." in signed.page(signed.anna(), "/utkorg/")


def test_letters_are_shown_with_their_words() -> None:
    """As text, whatever stands in them."""
    letter()
    assert "Välkommen &lt;b&gt;åter&lt;/b&gt;." in signed.page(signed.anna(), "/utkorg/")


def test_a_letter_that_came_back_says_why() -> None:
    """And that it did not come through."""
    letter(state="undelivered", error="SMTPRecipientsRefused: 550")
    page = signed.page(signed.anna(), "/utkorg/")
    assert ("Kom inte fram" in page, "SMTPRecipientsRefused: 550" in page) == (True, True)


def test_only_administrators_see_the_way_there() -> None:
    """Bo's menu has no row that would refuse him."""
    assert "/utkorg/" not in signed.page(signed.bo(), "/")


def test_a_trial_letter_is_queued() -> None:
    """From the form, to the address in it."""
    signed.anna().post("/utkorg/prov/", {"adress": "bo@exempel.se"})
    assert OutgoingMail.objects.get().address == "bo@exempel.se"


def test_an_address_that_is_none_is_told_at_its_field() -> None:
    """With what was written, to be mended."""
    page = signed.anna().post("/utkorg/prov/", {"adress": "bo.exempel"}).content.decode()
    assert re.search(r'value="bo\.exempel"[^>]*adress-fel[^>]*aria-invalid', page)
    assert "ingen e-postadress" in page


def test_a_letter_taken_out_is_shown_with_its_link_once() -> None:
    """Afterwards it has left the outbox."""
    anna = make.administrator()
    mail = send_trial(to="bo@exempel.se", by=anna, on=timezone.localdate())
    client = signed.stranger()
    client.force_login(anna)
    page = client.post(f"/utkorg/{mail.pk}/skicka-sjalv/").content.decode()
    found = re.search(r"/lank/[\w-]{43}/", page)
    assert found
    assert client.post(f"/utkorg/{mail.pk}/skicka-sjalv/").status_code == 302
    assert OutgoingMail.objects.get().state == "handed_over"


def test_a_letter_is_tried_again_from_the_beginning() -> None:
    """And it is recorded who asked for it."""
    mail = letter(state="undelivered", attempts=9)
    signed.anna().post(f"/utkorg/{mail.pk}/igen/")
    assert (OutgoingMail.objects.get().state, OutgoingMail.objects.get().attempts) == ("waiting", 0)
    assert Event.objects.get().what == "mail.tried_again"


def test_a_sent_letter_stays_sent() -> None:
    """Somebody else's page is older than the sending."""
    mail = letter(state="sent", sent_at=timezone.now())
    signed.anna().post(f"/utkorg/{mail.pk}/igen/")
    assert OutgoingMail.objects.get().state == "sent"


@pytest.mark.parametrize("act", [hand_over_mail, send_again])
def test_others_may_not(act: object) -> None:
    """Whoever has no right is refused by the action itself."""
    mail = letter()
    with pytest.raises(PermissionDenied):
        act(mail, by=make.user())  # type: ignore[operator]


def test_queries_do_not_grow_with_the_letters(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """Ten letters cost what one does."""
    anna = make.administrator()
    client = signed.stranger()
    client.force_login(anna)
    made = [send_trial(to=f"p{number}@exempel.se", by=anna, on=timezone.localdate()) for number in range(10)]
    assert made
    with django_assert_num_queries(7):
        client.get("/utkorg/")
