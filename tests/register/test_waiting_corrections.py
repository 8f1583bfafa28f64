"""A changed file of finished notes waits until somebody decides; a correction may go back to an old file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.history.models import Event
from samsyn.mail.models import OutgoingMail
from samsyn.register.models import Body, Meeting, Source, SourceVersion, WaitingCorrection
from samsyn.register.queries.life import waiting_corrections
from samsyn.register.service import (
    AlreadyDecided,
    ChangedMeanwhile,
    Correction,
    NotesNotReady,
    correct_notes,
    finalise_notes,
    import_content,
    import_notes,
    leave_correction,
    publish_notes,
    take_correction,
)
from samsyn.register.sight import EVERYTHING, Sight

if TYPE_CHECKING:
    from pathlib import Path

    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 9)
NOTE = "# Minnesanteckningar Nätverket för prov\n\nDatum: 2026-03-05\n\nBeslut: Planen godkänns i år.\n"
MENDED = NOTE.replace("i år", "nästa år")


@pytest.fixture
def anna() -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def finished(anna: User) -> Meeting:
    """Finalised notes that went to Bo."""
    (outcome,) = import_content(NOTE.encode(), name="m.md", by=anna)
    assert outcome.meeting_id is not None
    Meeting.objects.filter(pk=outcome.meeting_id).update(notes_state="draft")
    meeting = Meeting.objects.get(pk=outcome.meeting_id)
    finalise_notes(meeting, seen=1, addresses=["bo@exempel.se"], by=anna, on=TODAY)
    return Meeting.objects.get(pk=meeting.pk)


@pytest.fixture
def waiting(finished: Meeting, anna: User) -> WaitingCorrection:
    """A changed file that has come in."""
    import_content(MENDED.encode(), name="m2.md", by=anna)
    return WaitingCorrection.objects.get()


def taken(waiting: WaitingCorrection, *, by: User, reason: str = "Fel år.", seen: int = 1) -> None:
    """Let a file be a correction."""
    take_correction(waiting, reason=reason, seen=seen, by=by, on=TODAY)


def test_a_changed_file_is_kept_byte_for_byte(waiting: WaitingCorrection, finished: Meeting) -> None:
    """And the notes stand."""
    assert (bytes(waiting.source.content), waiting.meeting) == (MENDED.encode(), finished)
    assert "i år" in finished.versions.get().text


def test_that_it_came_is_recorded(waiting: WaitingCorrection, anna: User) -> None:
    """With who took it in."""
    event = Event.objects.get(what="correction.came")
    assert (event.by, event.after["file_name"]) == (anna, "m2.md")


def test_the_same_file_waits_once(waiting: WaitingCorrection, anna: User) -> None:
    """However often it is taken in."""
    (outcome,) = import_content(MENDED.encode(), name="m2.md", by=anna)
    assert (outcome.result, outcome.meeting_id) == ("known", waiting.meeting_id)


def test_a_folder_says_so_in_a_sentence(finished: Meeting, tmp_path: Path) -> None:
    """Whoever runs the command is told what waits."""
    (tmp_path / "m2.md").write_text(MENDED, encoding="utf-8")
    (outcome,) = import_notes([tmp_path])
    assert (outcome.result, "är en rättelse" in outcome.message) == ("waiting", True)


def test_published_notes_are_not_changed_by_a_file(finished: Meeting, anna: User) -> None:
    """Neither are those that all may read."""
    publish_notes(finished, seen=1, by=anna)
    (outcome,) = import_content(MENDED.encode(), name="m2.md", by=anna)
    assert outcome.result == "waiting"


def test_taken_it_is_a_correction(waiting: WaitingCorrection, anna: User) -> None:
    """A new version with the reason, sent to those who got the notes."""
    taken(waiting, by=anna)
    waiting.refresh_from_db()
    version = SourceVersion.objects.get(meeting=waiting.meeting, is_current=True)
    assert (version.number, version.source, waiting.state) == (2, waiting.source, "correcting")
    assert "Orsak: Fel år." in OutgoingMail.objects.get(subject__startswith="Rättade").text


def test_left_the_notes_stand(waiting: WaitingCorrection, anna: User) -> None:
    """With the reason in the history; the file does not come back."""
    leave_correction(waiting, reason="Ett utkast.", by=anna)
    (outcome,) = import_content(MENDED.encode(), name="m2.md", by=anna)
    assert (Event.objects.get(what="correction.left").why, outcome.result) == ("Ett utkast.", "known")
    assert not waiting_corrections(sees=EVERYTHING).exists()


def test_a_file_that_was_left_can_still_be_a_correction(waiting: WaitingCorrection, anna: User) -> None:
    """Whoever changes their mind chooses it as the corrected file."""
    leave_correction(waiting, reason="Ett utkast.", by=anna)
    correction = Correction(MENDED.encode(), "m2.md", "Den var rätt.")
    correct_notes(waiting.meeting, correction, seen=1, by=anna, on=TODAY)
    assert SourceVersion.objects.get(is_current=True).source == waiting.source


@pytest.mark.parametrize("reason", ["  ", "Barnet 121212-1212."], ids=["none", "identity-number"])
def test_leaving_needs_a_reason(reason: str, waiting: WaitingCorrection, anna: User) -> None:
    """In words that can be kept."""
    with pytest.raises(NotesNotReady):
        leave_correction(waiting, reason=reason, by=anna)


@pytest.mark.parametrize("act", [taken, leave_correction], ids=["take", "leave"])
def test_of_two_who_decide_the_second_is_told(act: object, waiting: WaitingCorrection, anna: User) -> None:
    """Nothing is done twice."""
    leave_correction(waiting, reason="Ett utkast.", by=anna)
    with pytest.raises(AlreadyDecided):
        act(waiting, reason="Fel år.", by=anna)  # type: ignore[operator]


def test_another_version_meanwhile_is_told(waiting: WaitingCorrection, anna: User) -> None:
    """The file was compared with another text."""
    with pytest.raises(ChangedMeanwhile):
        taken(waiting, by=anna, seen=7)


@pytest.mark.parametrize("act", [taken, leave_correction], ids=["take", "leave"])
def test_others_may_not_decide(act: object, waiting: WaitingCorrection) -> None:
    """A secretary of another body is refused."""
    disa = make.secretary(Body.objects.create(name="Styrgruppen", key="styrgruppen"))
    with pytest.raises(PermissionDenied):
        act(waiting, reason="Fel år.", by=disa)  # type: ignore[operator]


@pytest.mark.parametrize("name", ["Nätverket för prov", "Styrgruppen"])
def test_only_those_who_can_decide_are_asked(name: str, waiting: WaitingCorrection) -> None:
    """Secretaries of the meeting's bodies."""
    body, _ = Body.objects.get_or_create(name=name, defaults={"key": name.casefold()})
    asked = waiting_corrections(sees=Sight(frozenset({body.pk}))).exists()
    assert asked is (body in waiting.meeting.bodies.all())


def test_a_correction_back_to_an_earlier_file(waiting: WaitingCorrection, anna: User) -> None:
    """Byte for byte: the third version is the first file again."""
    taken(waiting, by=anna)
    back = Correction(NOTE.encode(), "m.md", "Det var rätt från början.")
    correct_notes(waiting.meeting, back, seen=2, by=anna, on=TODAY)
    first, second, third = SourceVersion.objects.order_by("number")
    assert (third.source, third.is_current, second.source == first.source) == (first.source, True, False)
    assert Source.objects.count() == 2
