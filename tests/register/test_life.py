"""The life of notes: finalised once, sent, and from then on corrected only with a reason."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.mail.conftest import lead_to
from tests.mail.server import MailServer

from samsyn.history.models import Event
from samsyn.mail.models import Link, OutgoingMail
from samsyn.mail.service import MailRefused, send_waiting
from samsyn.register.models import Body, Finalisation, Meeting, SourceVersion, Value
from samsyn.register.queries.life import known_addresses
from samsyn.register.service import (
    CannotMerge,
    ChangedMeanwhile,
    Correction,
    NotesNotReady,
    confirm_value,
    correct_notes,
    finalise_notes,
    import_content,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_django.fixtures import Settings

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 9)
NOTE = """\
# Minnesanteckningar Nätverket för prov

Datum: 2026-03-05

Närvarande: Ebba Ek, Flen

## 1. Planen

Beslut: Planen godkänns.
"""
MENDED = NOTE.replace("Planen godkänns.", "Planen godkänns den 1 april.")


@pytest.fixture
def server(settings: Settings) -> Iterator[MailServer]:
    """A mail server that takes everything."""
    with MailServer() as running:
        lead_to(running.port, settings)
        yield running


@pytest.fixture
def anna() -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def draft(anna: User) -> Meeting:
    """A meeting whose notes are new."""
    (outcome,) = import_content(NOTE.encode(), name="m.md", by=anna)
    assert outcome.meeting_id is not None
    Meeting.objects.filter(pk=outcome.meeting_id).update(notes_state="draft")
    return Meeting.objects.get(pk=outcome.meeting_id)


@pytest.fixture
def finished(draft: Meeting, anna: User) -> Meeting:
    """A meeting whose notes are finalised and went to Bo."""
    finalise_notes(draft, seen=1, addresses=["bo@exempel.se"], by=anna, on=TODAY)
    return Meeting.objects.get(pk=draft.pk)


def mended(
    meeting: Meeting, *, by: User, text: str = MENDED, reason: str = "Datum saknades.", seen: int = 1
) -> None:
    """Correct a meeting's notes."""
    correct_notes(meeting, Correction(text.encode(), "m2.md", reason), seen=seen, by=by, on=TODAY)


def test_finalising_keeps_hash_time_and_person(finished: Meeting, anna: User) -> None:
    """The act by which notes become a public record."""
    act = Finalisation.objects.get()
    assert (act.sha256, act.by, act.version.number) == (hashlib.sha256(NOTE.encode()).hexdigest(), anna, 1)
    assert finished.notes_state == "finalised"


def test_finalising_is_recorded(finished: Meeting) -> None:
    """In the meeting's history, with what it was before."""
    event = Event.objects.get(what="notes.finalised")
    assert (event.subject_id, event.before, event.after["n_addresses"]) == (
        finished.pk,
        {"notes_state": "draft"},
        1,
    )


def test_the_notes_go_out_with_the_original(finished: Meeting, server: MailServer) -> None:
    """Byte for byte, beside a link to the same."""
    send_waiting()
    (letter,) = server.letters
    (enclosed,) = letter.iter_attachments()
    assert (enclosed.get_filename(), enclosed.get_content()) == ("m.md", NOTE.encode())
    assert letter["Subject"] == "Anteckningar: Nätverket för prov 5 mars 2026"


def test_an_address_gets_one_letter(draft: Meeting, anna: User) -> None:
    """However often it stands in the list."""
    finalise_notes(draft, seen=1, addresses=["bo@exempel.se", "bo@exempel.se"], by=anna, on=TODAY)
    assert OutgoingMail.objects.count() == 1


def test_an_address_that_is_none_stops_it_all(draft: Meeting, anna: User) -> None:
    """Nothing is finalised and nothing sent."""
    with pytest.raises(MailRefused):
        finalise_notes(draft, seen=1, addresses=["bo@exempel.se", "bo"], by=anna, on=TODAY)
    draft.refresh_from_db()
    assert (draft.notes_state, OutgoingMail.objects.count()) == ("draft", 0)


def test_what_was_not_seen_is_not_finalised(draft: Meeting, anna: User) -> None:
    """Another version came while the page was open."""
    import_content(MENDED.encode(), name="m.md", by=anna)
    with pytest.raises(ChangedMeanwhile, match="Version 2"):
        finalise_notes(draft, seen=1, addresses=[], by=anna, on=TODAY)


def test_finalising_twice_is_refused(finished: Meeting, anna: User) -> None:
    """Two people press at once: the second is told."""
    with pytest.raises(NotesNotReady, match="redan färdigställda"):
        finalise_notes(finished, seen=1, addresses=[], by=anna, on=TODAY)


def test_old_notes_are_not_finalised_again(anna: User) -> None:
    """They were sent long ago."""
    with pytest.raises(NotesNotReady):
        finalise_notes(make.meeting(), seen=1, addresses=[], by=anna, on=TODAY)


@pytest.mark.parametrize("name", ["Styrgruppen", "Nätverket för prov"])
def test_a_secretary_finalises_her_own_notes(name: str, draft: Meeting) -> None:
    """And nobody else's."""
    body, _ = Body.objects.get_or_create(name=name, defaults={"key": name.casefold()})
    disa = make.secretary(body)
    own = body in draft.bodies.all()
    assert finalised_by(disa, draft) is own


def finalised_by(user: User, meeting: Meeting) -> bool:
    """Whether somebody may finalise, tried out."""
    try:
        finalise_notes(meeting, seen=1, addresses=[], by=user, on=TODAY)
    except PermissionDenied:
        return False
    return True


def test_a_changed_file_does_not_replace_finished_notes(finished: Meeting, anna: User) -> None:
    """It waits, and the sentence says for what."""
    (outcome,) = import_content(MENDED.encode(), name="m.md", by=anna)
    assert (outcome.result, "är en rättelse" in outcome.message) == ("waiting", True)
    assert SourceVersion.objects.filter(meeting=finished).count() == 1


def test_a_correction_is_a_new_version_with_its_reason(finished: Meeting, anna: User) -> None:
    """The earlier one is still there."""
    mended(finished, by=anna)
    versions = SourceVersion.objects.filter(meeting=finished).order_by("number")
    assert [(one.number, one.reason, one.is_current) for one in versions] == [
        (1, "", False),
        (2, "Datum saknades.", True),
    ]


def test_a_correction_goes_to_those_who_got_the_notes(finished: Meeting, anna: User) -> None:
    """With the reason."""
    mended(finished, by=anna)
    letter = OutgoingMail.objects.get(subject__startswith="Rättade")
    assert (letter.address, "Orsak: Datum saknades." in letter.text) == ("bo@exempel.se", True)


def test_what_was_confirmed_outlives_a_correction(finished: Meeting, anna: User) -> None:
    """The reading beside the text is the people's."""
    value = Value.objects.get(meeting=finished, field="name")
    confirm_value(value, by=anna)
    mended(finished, by=anna)
    assert Value.objects.get(meeting=finished, field="name").state == "confirmed"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({"reason": "  "}, "Skriv varför", id="no-reason"),
        pytest.param({"text": NOTE}, "densamma", id="same-file"),
        pytest.param({"text": "Barnet 121212-1212"}, "personnummer", id="identity-number"),
        pytest.param({"text": ""}, "ingen text", id="empty"),
    ],
)
def test_what_is_no_correction_is_refused(
    fields: dict[str, str], says: str, finished: Meeting, anna: User
) -> None:
    """With what to do."""
    with pytest.raises(NotesNotReady, match=says):
        mended(finished, by=anna, **fields)  # type: ignore[arg-type]


def test_a_file_of_another_meeting_is_no_correction(finished: Meeting, anna: User) -> None:
    """One file would hold for two meetings."""
    other = NOTE.replace("2026-03-05", "2026-04-05")
    import_content(other.encode(), name="m4.md", by=anna)
    with pytest.raises(NotesNotReady, match="ett annat möte"):
        mended(finished, by=anna, text=other)


def test_an_identity_number_in_the_reason_changes_nothing(finished: Meeting, anna: User) -> None:
    """The reason goes out by mail."""
    with pytest.raises(MailRefused):
        mended(finished, by=anna, reason="Fel om 121212-1212.")
    assert SourceVersion.objects.filter(meeting=finished).count() == 1


def test_of_two_who_correct_at_once_the_second_is_told(finished: Meeting, anna: User) -> None:
    """Nothing is overwritten."""
    mended(finished, by=anna)
    with pytest.raises(ChangedMeanwhile):
        mended(finished, by=anna, text=NOTE.replace("godkänns", "ändras"))


def test_a_draft_is_not_corrected(draft: Meeting, anna: User) -> None:
    """Its next version comes in as any file."""
    with pytest.raises(NotesNotReady, match="inte färdigställda"):
        mended(draft, by=anna)


def test_finished_notes_are_not_made_one_with_others(finished: Meeting, anna: User) -> None:
    """Their text would be another."""
    from samsyn.register.actions.merging import merge_meetings  # noqa: PLC0415 - beside what it proves

    with pytest.raises(CannotMerge, match="färdigställda"):
        merge_meetings(finished, make.meeting(on=date(2026, 3, 6)))


def test_addresses_are_of_those_present_and_of_last_time(finished: Meeting, anna: User) -> None:
    """Ebba has an account; Bo got the notes before."""
    make.user(email="ebba@exempel.se", name="Ebba Ek")
    assert known_addresses(finished) == ["ebba@exempel.se", "bo@exempel.se"]


def test_the_links_last_for_sixty_days(finished: Meeting) -> None:
    """From the day on which the notes went out."""
    assert Link.objects.get().last_on == date(2026, 5, 8)


def test_a_file_blotted_out_meanwhile_is_not_sent(finished: Meeting, server: MailServer) -> None:
    """The letter leaves without it."""
    OutgoingMail.objects.update(enclosed=[["m.md", "0" * 64]])
    send_waiting()
    assert list(server.letters[0].iter_attachments()) == []
