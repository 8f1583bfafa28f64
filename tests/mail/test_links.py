"""A link does one thing, for one person, until a day, and says so."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from tests import make
from tests.web import signed

from samsyn.history.models import Event
from samsyn.mail.models import Link, OutgoingMail
from samsyn.mail.purposes import Purpose, PurposeTaken, PurposeUnknown, purpose_of
from samsyn.mail.service import (
    TRIAL,
    LinkUnusable,
    make_link,
    queue_mail,
    register_purpose,
    send_trial,
    send_waiting,
    use_link,
)

if TYPE_CHECKING:
    from tests.mail.server import MailServer

pytestmark = pytest.mark.django_db

ADDRESS = re.compile(r"https://samsyn\.exempel\.se(/lank/[\w-]+/)")


@pytest.fixture
def address(server: MailServer) -> str:
    """The address in a letter on trial to Bo."""
    send_trial(to="Bo@exempel.se", by=make.administrator(), on=timezone.localdate())
    send_waiting()
    return address_in(server.words())


def address_in(text: str) -> str:
    """The link of a letter."""
    found = ADDRESS.search(text)
    assert found
    return found[1]


def said(address: str) -> str:
    """What the page of a link that cannot be used says."""
    response = signed.stranger().get(address)
    assert response.status_code == 410
    return response.content.decode()


def test_the_letter_says_what_the_link_is_for(server: MailServer, address: str) -> None:
    """To whom, what it does, how often and until when."""
    day = (timezone.localdate() + timedelta(days=7)).day
    text = " ".join(server.words().split())
    assert "till bo@exempel.se och gör en enda sak: den bekräftar att provbrevet kom fram" in text
    assert f"en gång, till och med {day} " in text


def test_following_a_link_changes_nothing(address: str) -> None:
    """Programs that look through mail follow every link."""
    page = signed.page(signed.stranger(), address)
    assert ("Kom provbrevet fram?" in page, Link.objects.get().used_at) == (True, None)


def test_answering_does_what_it_is_for(address: str) -> None:
    """And is recorded."""
    assert "kom fram" in signed.stranger().post(address).content.decode()
    assert Link.objects.get().used_at is not None
    assert Event.objects.get().what == "link.used"


def test_a_link_for_once_works_once(address: str) -> None:
    """The second time it says when the first was."""
    signed.stranger().post(address)
    assert "Länken gick att använda en gång, och det gjordes" in said(address)


def test_a_late_link_says_how_long_it_worked(address: str) -> None:
    """And whom to ask for another."""
    Link.objects.update(last_on=date(2026, 3, 4))
    assert "gällde till och med 4 mars 2026. Be Anna Alm om en ny" in said(address)


def test_the_last_day_counts(address: str) -> None:
    """Until a day means that day too."""
    Link.objects.update(last_on=timezone.localdate())
    assert signed.stranger().get(address).status_code == 200


def test_a_withdrawn_link_says_so(address: str) -> None:
    """Whoever sent it may take it back."""
    Link.objects.update(withdrawn_at=timezone.now())
    assert "Länken drogs tillbaka" in said(address)


def test_a_link_that_was_cut_off_says_so(address: str) -> None:
    """Mail programs break long lines."""
    assert "inte hel" in said(address[:-4] + "/")


def test_somebody_else_is_told_whom_it_is_for(address: str) -> None:
    """Anna is signed in, and the link is Bo's."""
    client = signed.stranger()
    client.force_login(make.user(email="cilla@exempel.se"))
    text = client.get(address).content.decode()
    assert "Länken är till bo@exempel.se, men du är inloggad som cilla@exempel.se" in text


def test_its_own_person_may_be_signed_in(address: str) -> None:
    """However the address was written."""
    assert signed.bo().get(address).status_code == 200


def test_no_token_is_kept(address: str) -> None:
    """Whoever reads the database can follow no link."""
    token = address.split("/")[2]
    rows = [*OutgoingMail.objects.values_list(), *Link.objects.values_list()]
    assert (len(token), token in str(rows)) == (43, False)


def test_of_two_at_once_one_is_refused(address: str) -> None:
    """Both saw the page; the second answer comes too late."""
    first, second = Link.objects.get(), Link.objects.get()
    use_link(first, on=timezone.localdate())
    with pytest.raises(LinkUnusable, match="en gång"):
        use_link(second, on=timezone.localdate())


def test_a_form_of_another_site_is_refused(address: str) -> None:
    """The page's own form carries a token."""
    client = signed.stranger()
    client.handler.enforce_csrf_checks = True
    assert client.post(address).status_code == 403


def test_two_purposes_cannot_have_one_name() -> None:
    """A link would do what it was not made for."""
    known = purpose_of(TRIAL)
    with pytest.raises(PurposeTaken):
        register_purpose(Purpose(TRIAL, "gör något annat", "Gör det", once=True, view=known.view))


def test_no_link_without_a_purpose() -> None:
    """A misspelt purpose is a fault in the program."""
    with pytest.raises(PurposeUnknown):
        make_link("comfirm_trial", address="bo@exempel.se", last_on=date(2027, 1, 1))


def test_a_letter_has_a_place_for_its_link() -> None:
    """A link that nobody gets would open nothing."""
    link = make_link(TRIAL, address="bo@exempel.se", last_on=date(2027, 1, 1))
    with pytest.raises(ValueError, match="place"):
        queue_mail(to="bo@exempel.se", subject="Prov", text="Hej!", link=link)
