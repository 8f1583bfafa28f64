"""Finished notes that all may read: published without contact data, and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from tests import make

from samsyn.history.models import Event
from samsyn.register.masking import Mask
from samsyn.register.models import Body, Meeting, Person, Publication
from samsyn.register.publishing import find_hidden, open_text
from samsyn.register.queries.published import open_notes
from samsyn.register.service import (
    ChangedMeanwhile,
    NotesNotReady,
    confirm_value,
    protect_person,
    publish_notes,
    withdraw_notes,
)

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@pytest.fixture
def anna(db: None) -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def finished(db: None) -> Meeting:
    """Finished notes with an address in them and two decisions."""
    said = (make.Said(text="Bo nås på bo@exempel.se."), make.Said(text="Planen godkänns."))
    return make.meeting(said=said, also=("Ring 0150-123 45 eller 070-123 45 67.",))


def test_publishing_opens_an_address_nobody_can_guess(finished: Meeting, anna: User) -> None:
    """It tells nothing of how many meetings there are."""
    found = publish_notes(finished, seen=1, by=anna)
    assert (len(found.code), found.code.isalnum(), str(finished.pk) == found.code) == (14, True, False)


def test_publishing_is_recorded(finished: Meeting, anna: User) -> None:
    """With what it was before."""
    publish_notes(finished, seen=1, by=anna)
    event = Event.objects.get(what="notes.published")
    assert (event.before, event.after) == (
        {"notes_state": "finalised_elsewhere"},
        {"notes_state": "published", "version": 1},
    )


@pytest.mark.parametrize("state", ["draft", "in_review", "published"])
def test_only_finished_notes_are_published(state: str, finished: Meeting, anna: User) -> None:
    """And only once."""
    Meeting.objects.filter(pk=finished.pk).update(notes_state=state)
    with pytest.raises(NotesNotReady):
        publish_notes(finished, seen=1, by=anna)


def test_another_version_meanwhile_is_told(finished: Meeting, anna: User) -> None:
    """What was looked at is not what would be published."""
    with pytest.raises(ChangedMeanwhile):
        publish_notes(finished, seen=7, by=anna)


@pytest.mark.parametrize("own", [True, False], ids=["own-body", "another-body"])
def test_a_secretary_publishes_her_own_notes(own: bool, finished: Meeting) -> None:
    """And nobody else's."""
    other = Body.objects.create(name="Styrgruppen", key="styrgruppen")
    disa = make.secretary(finished.bodies.get() if own else other)
    assert published_by(disa, finished) is own


def published_by(user: User, meeting: Meeting) -> bool:
    """Whether somebody may publish, tried out."""
    try:
        publish_notes(meeting, seen=1, by=user)
    except PermissionDenied:
        return False
    return True


def test_taken_back_they_are_what_they_were(finished: Meeting, anna: User) -> None:
    """With the reason in the history."""
    publish_notes(finished, seen=1, by=anna)
    withdraw_notes(finished, reason="Fel fil.", by=anna)
    event = Event.objects.get(what="notes.withdrawn")
    assert (event.why, event.after) == ("Fel fil.", {"notes_state": "finalised_elsewhere"})
    assert Publication.objects.get().withdrawn_by == anna


@pytest.mark.parametrize("reason", ["  ", "Det gällde 121212-1212."], ids=["none", "identity-number"])
def test_taking_back_needs_a_reason(reason: str, finished: Meeting, anna: User) -> None:
    """In words that can be kept."""
    publish_notes(finished, seen=1, by=anna)
    with pytest.raises(NotesNotReady):
        withdraw_notes(finished, reason=reason, by=anna)


def test_what_is_not_published_is_not_taken_back(finished: Meeting, anna: User) -> None:
    """Somebody else was first."""
    with pytest.raises(NotesNotReady):
        withdraw_notes(finished, reason="Fel fil.", by=anna)


def test_others_do_not_take_back(finished: Meeting, anna: User) -> None:
    """A reader may not."""
    publish_notes(finished, seen=1, by=anna)
    with pytest.raises(PermissionDenied):
        withdraw_notes(finished, reason="Fel fil.", by=make.reader())


def test_published_again_the_address_is_the_same(finished: Meeting, anna: User) -> None:
    """Links to it work again."""
    code = publish_notes(finished, seen=1, by=anna).code
    withdraw_notes(finished, reason="Fel fil.", by=anna)
    again = publish_notes(finished, seen=1, by=anna)
    assert (again.code, again.withdrawn_at, again.reason) == (code, None, "")


def test_contact_data_are_left_out(finished: Meeting) -> None:
    """And it is said where."""
    notes = open_notes(finished, finished.versions.get())
    assert [one.words for one in notes.hidden] == ["bo@exempel.se", "0150-123 45", "070-123 45 67"]
    assert "Bo nås på [e-postadress borttagen]." in notes.document.text


def test_only_what_somebody_confirmed_is_listed(finished: Meeting, anna: User) -> None:
    """A guess is not shown as a fact; its words stand in the notes."""
    confirm_value(finished.values.get(field="kind", statement__text__startswith="Bo"), by=anna)
    notes = open_notes(finished, finished.versions.get())
    assert ([said.text for said in notes.said], notes.n_unconfirmed) == (
        ["Bo nås på [e-postadress borttagen]."],
        1,
    )


def test_the_shown_document_hangs_together(finished: Meeting) -> None:
    """Its blocks joined are its text, and nothing hidden is left anywhere in it."""
    document = open_notes(finished, finished.versions.get()).document
    assert "\n".join(block.text for block in document.blocks) == document.text
    assert find_hidden(document.text, Mask()) == []


def test_protected_people_are_left_out(finished: Meeting, anna: User) -> None:
    """Also for those who know them: the page is the same for all."""
    meeting = make.meeting(
        on=date(2026, 4, 1), came=(make.Came(name="Ebba Ek", affiliation="Flen"),), also=("Ebba Ek talar.",)
    )
    protect_person(Person.objects.get(name="Ebba Ek"), why="Hot.", by=anna)
    notes = open_notes(meeting, meeting.versions.get())
    assert ("Ebba" in notes.document.text, "[skyddad uppgift] talar." in notes.document.text) == (False, True)


@given(st.text("ab @.0123-\n", max_size=60))
def test_what_is_hidden_stays_hidden(text: str) -> None:
    """Whatever is left out leaves nothing behind that would be left out."""
    hidden = {one.words for one in find_hidden(text, Mask())}
    assert not [words for words in hidden if "@" in words and words in open_text(text, Mask()).split()]
