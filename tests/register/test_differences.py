"""A later version that reads otherwise than a person has said: asked about once, nothing overwritten."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.minutes.records import Kind
from samsyn.register.models import Doubt, Meeting, Statement
from samsyn.register.service import (
    KEEP,
    TAKE,
    Answers,
    RowWanted,
    ValueCorrection,
    add_row,
    answer_doubt,
    confirm_row,
    correct_value,
    merge_statements,
    seen_of,
    split_statement,
    suggest_cut,
    undo_event,
)

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

PLAN = "Planen ses över och en lista tas fram."
ALSO = ("Vi sågs på biblioteket.", "Nora Alm, Trosa")


def first(**fields: object) -> Statement:
    """What was said, as read the first time."""
    said = make.Said(text=PLAN, **fields)  # type: ignore[arg-type]
    return make.meeting(said=(said,), also=ALSO).statements.get()


def again(*also: str, **fields: object) -> None:
    """The next version of the same notes."""
    said = make.Said(text=PLAN, **fields)  # type: ignore[arg-type]
    make.imported(make.reading(said=(said,), also=(*ALSO, *also)))


def put_in(said: Statement, field: str, words: str, by: User, chosen: str = "") -> None:
    """Correct a field."""
    said.refresh_from_db()
    correct_value(said, ValueCorrection(field, words, seen_of(said, field), chosen), by=by)


def differing(by: User) -> Doubt:
    """An owner that a person has confirmed, and that the next version gives otherwise."""
    said = first(owner="Rektorerna")
    confirm_row(said.values.all(), by=by)
    again(owner="Processledarna")
    return Doubt.objects.get(rule="version")


def test_what_was_confirmed_stays_and_is_asked_about() -> None:
    """Both can be chosen."""
    doubt = differing(make.administrator())
    assert Statement.objects.get().owner_name == "Rektorerna"
    assert [answer.code for answer in Answers(doubt.meeting).to(doubt)] == [KEEP, TAKE]


def test_the_new_is_taken() -> None:
    """It is confirmed by whoever takes it."""
    anna = make.administrator()
    answer_doubt(differing(anna), TAKE, by=anna)
    said = Statement.objects.get()
    assert (said.owner_name, said.values.get(field="owner").state) == ("Processledarna", "confirmed")


def test_the_old_is_kept() -> None:
    """It stands against what the notes are read as."""
    anna = make.administrator()
    answer_doubt(differing(anna), KEEP, by=anna)
    said = Statement.objects.get()
    assert (said.owner_name, said.values.get(field="owner").state) == ("Rektorerna", "corrected")


@pytest.mark.parametrize("code", [KEEP, TAKE])
def test_the_same_is_not_asked_again(code: str) -> None:
    """A third version that says what the second said raises no question."""
    anna = make.administrator()
    answer_doubt(differing(anna), code, by=anna)
    again("En rad till.", owner="Processledarna")
    assert not Doubt.objects.filter(rule="version", state="open").exists()


@pytest.mark.parametrize("code", [KEEP, TAKE])
def test_the_choice_can_be_undone(code: str) -> None:
    """The question is open again, and the owner as it was."""
    anna = make.administrator()
    undo_event(answer_doubt(differing(anna), code, by=anna), by=anna)
    said = Statement.objects.get()
    assert (said.owner_name, said.values.get(field="owner").state) == ("Rektorerna", "confirmed")
    assert Doubt.objects.get(rule="version").state == "open"


def test_a_new_date_is_taken_as_it_was_read() -> None:
    """With its days and words."""
    anna = make.administrator()
    confirm_row(first(due=date(2026, 5, 1)).values.all(), by=anna)
    again(due=date(2026, 6, 1))
    answer_doubt(Doubt.objects.get(rule="version"), TAKE, by=anna)
    said = Statement.objects.get()
    assert (said.due_start, said.due_words) == (date(2026, 6, 1), "senast 2026-06-01")


def test_what_a_person_put_in_is_not_asked_about_when_the_notes_come_to_say_it() -> None:
    """The new version agrees."""
    anna, said = make.administrator(), first(kind=Kind.INFORMATION)
    put_in(said, "kind", "decision", anna)
    again("Ny rad.", kind=Kind.DECISION)
    assert not Doubt.objects.filter(rule="version").exists()


def test_an_owner_put_in_by_hand_outlives_a_new_version() -> None:
    """Nothing in the notes says it, and nothing is asked."""
    anna, said = make.administrator(), first()
    put_in(said, "owner", "Planeringsteamet", anna, "role")
    again("Ny rad.")
    assert Statement.objects.get().owner_name == "Planeringsteamet"
    assert not Doubt.objects.filter(rule="version").exists()


def test_words_put_in_outlive_a_new_version() -> None:
    """The statement is found again by what was read, however much a person has changed it."""
    anna, said = make.administrator(), first()
    put_in(said, "text", "Helt andra ord.", anna)
    again("Ny rad.")
    assert list(Statement.objects.filter(removed=False).values_list("text", flat=True)) == ["Helt andra ord."]


def test_a_split_outlives_a_new_version() -> None:
    """Both halves stay, in their order."""
    said = first()
    split_statement(said, at=suggest_cut(said.text), seen=seen_of(said, "text"), by=make.administrator())
    again("Ny rad.")
    shown = Statement.objects.filter(removed=False).values_list("text", flat=True)
    assert list(shown) == ["Planen ses över", "en lista tas fram."]


def test_a_merge_outlives_a_new_version() -> None:
    """The second does not come back."""
    two = (make.Said(text="Planen gäller."), make.Said(text="Listan skickas ut."))
    said = make.meeting(said=two).statements.order_by("position")[0]
    merge_statements(said, seen=seen_of(said, "text"), by=make.administrator())
    make.imported(make.reading(said=two, also=("Ny rad.",)))
    shown = Statement.objects.filter(removed=False).values_list("text", flat=True)
    assert list(shown) == ["Planen gäller. Listan skickas ut."]


def test_an_added_row_outlives_a_new_version() -> None:
    """Its words are found again where they stand now."""
    first()
    meeting = Meeting.objects.get()
    start = meeting.versions.get().text.index(ALSO[0])
    wanted = RowWanted("decision", start, start + len(ALSO[0]))
    row, _event = add_row(meeting, wanted, seen=1, by=make.administrator())
    make.imported(make.reading(said=(make.Said(text="Först sades detta."), make.Said(text=PLAN)), also=ALSO))
    row.refresh_from_db()
    value = row.values.get(field="text")  # type: ignore[attr-defined]
    text = meeting.versions.get(is_current=True).text
    assert (row.removed, row.lost, text[value.start : value.end]) == (False, False, ALSO[0])  # type: ignore[attr-defined]
