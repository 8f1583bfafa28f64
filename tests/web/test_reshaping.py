"""Rows cut in two, made one, and added out of words chosen in the notes, on the meeting's page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests import make
from tests.web import signed, specimens

from samsyn.register.models import Attendance, SourceVersion, Statement
from samsyn.register.service import seen_of

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.django_db


def assignment() -> Statement:
    """A statement of the joint meeting."""
    make.imported(specimens.joint_meeting())
    return Statement.objects.get(kind="assignment")


def post(client: Client, said: Statement, verb: str, **fields: object) -> HttpResponse:
    """Press one of the row's buttons."""
    sent = {"sett": seen_of(said, "text"), **fields}
    return client.post(f"/moten/{said.meeting_id}/rad/{said.pk}/{verb}/", sent)  # type: ignore[return-value]


def add(client: Client, said: Statement, what: str, words: str) -> HttpResponse:
    """Press one of the bar's buttons for some words of the notes."""
    start = SourceVersion.objects.get(meeting=said.meeting_id).text.index(words)
    sent = {"vad": what, "fran": start, "till": start + len(words), "version": 1}
    return client.post(f"/moten/{said.meeting_id}/lagg-till/", sent)  # type: ignore[return-value]


def undo(client: Client, html: str) -> None:
    """Press undo in the message."""
    client.post("/angra/", {"handelse": re.findall(r'name="handelse" value="(\d+)"', html)})


def test_a_row_is_split_and_comes_back() -> None:
    """Both are there, and undo makes them one again."""
    said, client = assignment(), signed.anna()
    post(client, said, "dela", plats=said.text.index(" "))
    html = signed.page(client, f"/moten/{said.meeting_id}/")
    n_split = Statement.objects.count()
    undo(client, html)
    assert ("Raden är delad i två." in html, n_split - Statement.objects.count()) == (True, 1)


def test_the_cut_is_shown_before_it_is_made() -> None:
    """Without script too."""
    said = assignment()
    html = signed.page(signed.anna(), f"/moten/{said.meeting_id}/?rad=statement-{said.pk}")
    assert 'class="halves"' in html


def test_two_rows_become_one() -> None:
    """The next one is gone from the page, and not from the register."""
    said = make.meeting(said=(make.Said(text="Planen."), make.Said(text="Den gäller."))).statements.all()[0]
    client = signed.anna()
    post(client, said, "sla-ihop")
    html = signed.page(client, f"/moten/{said.meeting_id}/")
    assert ("Planen. Den gäller." in html, Statement.objects.count()) == (True, 2)


def test_what_cannot_be_split_is_told() -> None:
    """And nothing is changed."""
    said, client = assignment(), signed.anna()
    post(client, said, "dela", plats=0)
    assert "båda delarna behöver ord" in signed.page(client, f"/moten/{said.meeting_id}/")


def test_chosen_words_are_lit_as_corrected() -> None:
    """A person's own row is drawn as one that somebody has said yes to."""
    said, client = assignment(), signed.anna()
    add(client, said, "decision", "Särskilt under sommaren")
    added = Statement.objects.get(text="Särskilt under sommaren", kind="decision")
    html = signed.page(client, f"/moten/{said.meeting_id}/")
    place = html[: html.index(f'id="plats-statement-{added.pk}"')].rpartition("<a ")[2]
    assert "said-corrected" in place


def test_a_person_is_added() -> None:
    """Among those present."""
    said, client = assignment(), signed.anna()
    add(client, said, "person", "Presentation av Cesar Dahl")
    assert Attendance.objects.filter(name="Presentation av Cesar Dahl", present=True).exists()


def test_every_block_says_where_it_begins() -> None:
    """So that words chosen in the page are found in the notes."""
    said = assignment()
    html = signed.page(signed.anna(), f"/moten/{said.meeting_id}/")
    text = SourceVersion.objects.get(meeting=said.meeting_id).text
    starts = [int(start) for start in re.findall(r'<p class="note-paragraph" data-start="(\d+)">', html)]
    assert {text[start - 1] for start in starts} == {"\n"}
