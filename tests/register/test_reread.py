"""Originals read again: what nobody has decided on follows the reader, what somebody has said stands."""

from __future__ import annotations

import pytest
from tests import make

from samsyn.history.models import Event
from samsyn.register.models import Doubt, SourceVersion, Statement, Value
from samsyn.register.service import confirm_row, import_content, reread_notes

pytestmark = pytest.mark.django_db

NOTES = """\
# Minnesanteckningar Nätverket för prov

**Datum:** 2026-03-05

## 1. Planen

**Beslut:** Planen godkänns.
""".encode()


def read_in() -> Statement:
    """The decision of notes that were read by the real reader."""
    import_content(NOTES, name="prov.md", by=make.administrator())
    return Statement.objects.get(kind="decision")


def misread(said: Statement) -> None:
    """Let the register say what an earlier reader made of it."""
    Statement.objects.filter(pk=said.pk).update(kind="information")
    said.values.filter(field="kind").update(value="information", words="Planen")


def test_the_same_reading_changes_nothing() -> None:
    """Nothing is written, nothing recorded."""
    read_in()
    before = list(Value.objects.order_by("id").values()), Event.objects.count()
    assert [one.n_changes for one in reread_notes()] == [0]
    assert (list(Value.objects.order_by("id").values()), Event.objects.count()) == before


def test_what_nobody_decided_on_follows_the_reader() -> None:
    """With its history."""
    said = read_in()
    misread(said)
    assert [one.n_changes for one in reread_notes()] == [1]
    said.refresh_from_db()
    assert (said.kind, Event.objects.filter(what="meeting.reread").count()) == ("decision", 1)


def test_what_somebody_said_stands_and_is_asked_about() -> None:
    """A difference to decide on."""
    said = read_in()
    misread(said)
    confirm_row(said.values.all(), by=make.user(email="c@exempel.se", is_administrator=True))
    assert [one.n_questions for one in reread_notes()] == [1]
    said.refresh_from_db()
    offered = Doubt.objects.values_list("offered__value", flat=True).get(rule="version")
    assert (said.kind, offered) == ("information", "decision")


def test_a_file_that_cannot_be_read_any_more_is_told_of() -> None:
    """And the others are read."""
    read_in()
    source = SourceVersion.objects.get().source
    source.content = b"\x00\x01"
    source.save()
    assert [bool(one.message) for one in reread_notes()] == [True]
