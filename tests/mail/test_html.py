"""Letters as HTML beside the plain text: the same words, the link in words, nothing fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests import make

from samsyn.mail.html import write_html
from samsyn.mail.service import queue_mail, send_trial, send_waiting
from samsyn.web.purposes import PURPOSES

if TYPE_CHECKING:
    from tests.mail.server import MailServer


def sent_html(server: MailServer) -> str:
    """The HTML of the only letter, once it has left."""
    send_waiting()
    (letter,) = server.letters
    body = letter.get_body(("html",))
    assert body is not None
    return str(body.get_content())


@pytest.mark.django_db
def test_the_link_is_said_in_words(server: MailServer) -> None:
    """And leads to the same place as the one in the plain text."""
    send_trial(to="bo@exempel.se", by=make.administrator(), on=timezone.localdate())
    page = sent_html(server)
    found = re.search(r'<a href="([^"]+)"[^>]*>Svara att brevet kom fram</a>', page)
    assert found
    assert (found[1] in server.words(), "Länken är till bo@exempel.se" in page) == (True, True)


@pytest.mark.django_db
def test_nothing_is_fetched(server: MailServer) -> None:
    """No picture, sheet or script: opening the letter tells nobody."""
    send_trial(to="bo@exempel.se", by=make.administrator(), on=timezone.localdate())
    assert re.findall(r"<(?:img|link|script|iframe)|src=|url\(", sent_html(server)) == []


@pytest.mark.django_db
def test_a_letter_without_link_has_none(server: MailServer) -> None:
    """And its words are shown as words."""
    queue_mail(to="bo@exempel.se", subject="Kallelse", text="Välkommen <b>åter</b>.\nKl. 9.")
    page = sent_html(server)
    assert ("Välkommen &lt;b&gt;åter&lt;/b&gt;.<br>" in page, "<a " in page) == (True, False)


@pytest.mark.parametrize("purpose", PURPOSES, ids=lambda purpose: purpose.name)
def test_every_link_has_words_of_its_own(purpose: object) -> None:
    """Nobody is asked to click *here*."""
    words = [one.word for one in PURPOSES]
    assert (all(words), len(set(words))) == (True, len(words))


@given(st.text(max_size=80), st.text(max_size=80))
def test_words_never_become_tags(title: str, text: str) -> None:
    """Whatever somebody writes, the letter has the tags that it was given."""
    tags = re.findall(r"<[^>]*>", write_html(title, text))
    plain = re.findall(r"<[^>]*>", write_html("x", "x\n\n" * text.count("\n\n")))
    assert set(tags) <= {*plain, "<p>", "</p>", "<br>"}
