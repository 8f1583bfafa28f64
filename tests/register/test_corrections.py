"""A value corrected by a person: what it becomes, who may, what is recorded, and what a later file says."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from tests import make

from samsyn.minutes.records import Kind
from samsyn.register.corrections.understanding import Setting, Written, understand
from samsyn.register.models import Attendance, Body, Meeting, Organisation, Person, Statement, Value
from samsyn.register.service import (
    AlreadyDecided,
    ChangedMeanwhile,
    CorrectionUnusable,
    ValueCorrection,
    confirm_value,
    correct_value,
    seen_of,
    undo_event,
)

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event

pytestmark = pytest.mark.django_db

SAID = make.Said(text="Ser över planen.", kind=Kind.AGREED_OUTCOME)
CAME = (make.Came(name="Nils Ek", affiliation="Flen"), make.Came(name="Nora Alm", present=False))


def statement() -> Statement:
    """What was said at a meeting with two people in its list."""
    return make.meeting(said=(SAID,), came=CAME).statements.get()


def correct(subject: object, field: str, words: str, *, by: User | None = None, chosen: str = "") -> Event:
    """Put a field in, as seen just now."""
    subject.refresh_from_db()  # type: ignore[attr-defined]
    wanted = ValueCorrection(field, words, seen_of(subject, field), chosen)  # type: ignore[arg-type]
    return correct_value(subject, wanted, by=by or make.administrator())  # type: ignore[arg-type]


def value_of(said: Statement, field: str) -> Value:
    """A statement's value."""
    return said.values.get(field=field)


def test_the_kind_becomes_another() -> None:
    """An assignment is something that somebody is to do."""
    said = statement()
    correct(said, "kind", "assignment")
    said.refresh_from_db()
    assert (said.kind, said.is_action, value_of(said, "kind").state) == ("assignment", True, "corrected")


def test_what_was_read_is_kept() -> None:
    """The value still says what the notes were read as."""
    said = statement()
    correct(said, "kind", "decision")
    assert value_of(said, "kind").value == "agreed_outcome"


def test_a_missing_owner_is_put_in() -> None:
    """A value of a person's own hand, without a place in the notes."""
    said = statement()
    correct(said, "owner", "Nils Ek", chosen=f"person-{Person.objects.get(name='Nils Ek').pk}")
    said.refresh_from_db()
    owner = value_of(said, "owner")
    assert (said.full_owner, owner.rule, owner.start, owner.state) == ("Nils Ek", "hand", None, "corrected")


@pytest.mark.parametrize(
    ("chosen", "model"),
    [("new-person", Person), ("new-organisation", Organisation), ("new-body", Body)],
    ids=["person", "organisation", "body"],
)
def test_an_unknown_owner_is_added_in_place(chosen: str, model: type[Person | Organisation | Body]) -> None:
    """Whoever the register lacks is there after it."""
    correct(statement(), "owner", "Vera Vall", chosen=chosen)
    assert model.objects.filter(name="Vera Vall").count() == 1


def test_a_name_that_nobody_knows_is_asked_about() -> None:
    """It is not guessed whether it is a person or a role."""
    with pytest.raises(CorrectionUnusable, match="välj i listan"):
        correct(statement(), "owner", "Planeringsteamet")


def test_a_known_name_need_not_be_chosen() -> None:
    """The only person of the name is meant."""
    said = statement()
    correct(said, "owner", "nils ek")
    said.refresh_from_db()
    assert said.owner_person == Person.objects.get(name="Nils Ek")


@pytest.mark.parametrize(
    ("words", "start", "precision"),
    [
        ("v 12", date(2026, 3, 16), "week"),
        ("15/4", date(2026, 4, 15), "day"),
        ("till jul", None, "uncertain"),
        ("varje möte", None, "recurring"),
    ],
)
def test_a_due_is_understood_as_in_notes(words: str, start: date | None, precision: str) -> None:
    """Counted from the meeting's day, and kept in its own words."""
    said = statement()
    correct(said, "due", words)
    said.refresh_from_db()
    assert (said.due_start, said.due_precision, said.due_words) == (start, precision, words)


def test_somebody_was_there_after_all() -> None:
    """What the list says of Nora is changed, not her name."""
    statement()
    nora = Attendance.objects.get(name="Nora Alm")
    correct(nora, "present", "1")
    nora.refresh_from_db()
    assert (nora.present, nora.name) == (True, "Nora Alm")


def test_an_organisation_is_recognised() -> None:
    """As a reading would."""
    statement()
    nora = Attendance.objects.get(name="Nora Alm")
    correct(nora, "affiliation", "Trosa kommun")
    nora.refresh_from_db()
    assert (nora.organisation.name, nora.organisation.kind) == ("Trosa kommun", "municipality")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("field", "words", "column", "value"),
    [
        ("held", "12 mars 2026", "start_on", date(2026, 3, 12)),
        ("place", "Biblioteket", "place", "Biblioteket"),
        ("chair", "Nils Ek", "chair_name", "Nils Ek"),
        ("title", "Extra möte", "title", "Extra möte"),
    ],
)
def test_the_meetings_own_fields(field: str, words: str, column: str, value: object) -> None:
    """Where the notes say them and where they do not."""
    meeting = statement().meeting
    correct(meeting, field, words)
    assert getattr(Meeting.objects.get(pk=meeting.pk), column) == value


def test_the_clock_is_read() -> None:
    """As Swedes write it."""
    meeting = statement().meeting
    correct(meeting, "start", "9.30")
    assert str(Meeting.objects.get(pk=meeting.pk).starts_at) == "09:30:00"


def test_a_meeting_gets_other_bodies() -> None:
    """In the order written, new ones made."""
    meeting = statement().meeting
    correct(meeting, "body", "Nya gruppen, Nätverket för prov")
    assert [body.name for body in Meeting.objects.get(pk=meeting.pk).named_bodies] == [
        "Nya gruppen",
        "Nätverket för prov",
    ]


def test_the_next_meeting_is_made() -> None:
    """One of the same bodies that nobody has spoken of before."""
    meeting = statement().meeting
    correct(meeting, "next_meeting", "9 oktober")
    assert Meeting.objects.get(pk=meeting.pk).next_meeting.start_on == date(2026, 10, 9)  # type: ignore[union-attr]


def test_presenters_are_written_with_commas() -> None:
    """One who was read stays, one is added."""
    item = make.meeting(headings=("Planen",), came=CAME).items.get()
    correct(item, "presenter", "Nils Ek, Nora Alm")
    assert list(item.presenters.filter(removed=False).values_list("name", flat=True)) == [
        "Nils Ek",
        "Nora Alm",
    ]


@pytest.mark.parametrize(
    ("field", "words"),
    [("owner", "Nils Ek"), ("due", "v 12"), ("kind", "decision"), ("text", "Ser inte över planen.")],
)
def test_a_correction_can_be_undone(field: str, words: str) -> None:
    """The columns are as before, and a value that was made for it is gone."""
    said = statement()
    before = (
        list(Statement.objects.values()),
        list(said.values.order_by("id").values("field", "state", "value")),
    )
    anna = make.administrator()
    undo_event(correct(said, field, words, by=anna), by=anna)
    after = (
        list(Statement.objects.values()),
        list(said.values.order_by("id").values("field", "state", "value")),
    )
    assert before == after


def test_confirming_what_was_read_after_two_corrections() -> None:
    """Brings back what was read, not the first correction."""
    said, anna = statement(), make.administrator()
    correct(said, "text", "Först.", by=anna)
    correct(said, "text", "Sedan.", by=anna)
    confirm_value(value_of(said, "text"), by=anna)
    assert Statement.objects.get().text == "Ser över planen."


def test_the_second_of_two_overwrites_nothing() -> None:
    """Whoever saw an older state is told."""
    said, anna = statement(), make.administrator()
    seen = seen_of(said, "kind")
    correct(said, "kind", "decision", by=anna)
    with pytest.raises(ChangedMeanwhile):
        correct_value(said, ValueCorrection("kind", "information", seen), by=anna)
    assert Statement.objects.get().kind == "decision"


def test_the_same_again_is_no_change() -> None:
    """Nothing is recorded twice."""
    with pytest.raises(AlreadyDecided):
        correct(statement(), "kind", "agreed_outcome")


@pytest.mark.parametrize("field", ["owner", "due", "text"])
def test_an_identity_number_is_stopped(field: str) -> None:
    """In any field, and nothing is saved."""
    with pytest.raises(CorrectionUnusable, match="personnummer"):
        correct(statement(), field, "Anna 19811218-9876")


def test_a_reader_may_not_correct() -> None:
    """Bo reads."""
    with pytest.raises(PermissionDenied):
        correct(statement(), "kind", "decision", by=make.reader())


def test_a_secretary_of_another_body_may_not_correct() -> None:
    """Disa writes for another body."""
    other = Body.objects.create(name="Andra rådet", key="andraråd")
    with pytest.raises(PermissionDenied):
        correct(statement(), "kind", "decision", by=make.secretary(other))


def test_the_correction_is_recorded() -> None:
    """Before and after, and by whom."""
    event = correct(statement(), "kind", "decision")
    assert (event.what, event.by.name) == ("value.corrected", "Anna Alm")  # type: ignore[union-attr]
    assert [rows[0][2]["kind"] for rows in (event.before["rows"], event.after["rows"])] == [
        "agreed_outcome",
        "decision",
    ]


@given(st.text(alphabet=" ,.0123456789abcåäöÅ/-\n§kl", max_size=20))
def test_any_due_is_taken_or_refused(words: str) -> None:
    """Whatever is written, the columns are those of a time, in its own words."""
    meeting = Meeting(start_on=date(2026, 3, 12))
    columns = understand(Setting(None, meeting, None), "due", Written(words))  # type: ignore[arg-type]
    assert columns["due_words"] == words.strip()


@pytest.mark.parametrize(
    ("bodies", "is_taken"),
    [("Styrgruppen", False), ("Styrgruppen, Nätverket för prov", True)],
    ids=["anothers", "anothers-and-own"],
)
def test_nobody_gives_their_meeting_to_another_body(bodies: str, *, is_taken: bool) -> None:
    """Its decisions would stand as that body's, whose secretary has said nothing."""
    meeting, secretary = statement().meeting, make.secretary(Body.objects.get())
    with nullcontext() if is_taken else pytest.raises(CorrectionUnusable, match="skriver för"):
        correct(meeting, "body", bodies, by=secretary)
    assert Body.objects.filter(name="Styrgruppen").exists() is is_taken
