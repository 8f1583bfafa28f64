"""Statements split and merged, and rows added out of words in the notes; each is undone in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from tests import make

from samsyn.minutes.records import Kind
from samsyn.register.corrections.cutting import cut_text, place_of_half, suggest_cut
from samsyn.register.models import AgendaItem, Attendance, Meeting, Statement, Value
from samsyn.register.service import (
    CannotUndo,
    ChangedMeanwhile,
    CorrectionUnusable,
    RowWanted,
    add_row,
    confirm_value,
    merge_statements,
    seen_of,
    split_statement,
    undo_event,
)

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event

pytestmark = pytest.mark.django_db

TWO = "Anna ser över planen och tar fram en lista."
SAID = (
    make.Said(text=TWO, kind=Kind.ASSIGNMENT, action=True, owner="Anna Ek"),
    make.Said(text="Listan skickas ut.", kind=Kind.NEXT_STEP),
)
ALSO = "Nora Alm, Trosa"


def first() -> Statement:
    """The first of two statements below one another."""
    return make.meeting(said=SAID, also=(ALSO,)).statements.order_by("position")[0]


def split(said: Statement, by: User, *, at: int | None = None) -> tuple[Statement, Event]:
    """Cut where it is suggested."""
    return split_statement(said, at=at or suggest_cut(said.text), seen=seen_of(said, "text"), by=by)


def rows() -> list[Any]:
    """All that hangs on statements, people and items."""
    models = (Statement, Attendance, AgendaItem)
    values = Value.objects.order_by("id").values("id", "state", "statement_id", "value")
    return [list(model.objects.order_by("id").values()) for model in models] + [list(values)]


def added(what: str, words: str, *, by: User | None = None) -> tuple[Any, Event]:
    """A row made of words of the notes."""
    first()
    meeting = Meeting.objects.get()
    start = meeting.versions.get().text.index(words)
    wanted = RowWanted(what, start, start + len(words))
    return add_row(meeting, wanted, seen=1, by=by or make.administrator())


def test_both_halves_keep_owner_and_kind() -> None:
    """Their words are what stood before and after the cut."""
    said = first()
    second, _event = split(said, make.administrator())
    said.refresh_from_db()
    assert (said.text, second.text) == ("Anna ser över planen", "tar fram en lista.")
    assert (second.kind, second.owner_name, second.is_action) == ("assignment", "Anna Ek", True)


def test_the_second_half_has_its_own_place() -> None:
    """Its words light up where they stand in the notes."""
    second, _event = split(first(), make.administrator())
    value, text = second.values.get(field="text"), second.meeting.versions.get().text
    assert text[value.start : value.end] == "och tar fram en lista."


def test_the_second_half_comes_right_after_the_first() -> None:
    """In the notes' own order."""
    second, _event = split(first(), make.administrator())
    assert list(Statement.objects.order_by("position", "id").values_list("text", flat=True))[1] == second.text


def test_a_split_is_undone_in_one_go() -> None:
    """All is as it was."""
    said, anna = first(), make.administrator()
    before = rows()
    undo_event(split(said, anna)[1], by=anna)
    assert rows() == before


def test_a_split_whose_half_somebody_has_confirmed_stays() -> None:
    """Nobody's word is thrown away unasked."""
    anna = make.administrator()
    second, event = split(first(), anna)
    confirm_value(second.values.get(field="owner"), by=anna)
    with pytest.raises(CannotUndo):
        undo_event(event, by=anna)


@pytest.mark.parametrize("at", [0, 500, -3], ids=["before", "after", "below"])
def test_a_half_without_words_is_refused(at: int) -> None:
    """Both need some."""
    said = first()
    with pytest.raises(CorrectionUnusable):
        split_statement(said, at=max(0, at), seen=seen_of(said, "text"), by=make.administrator())


def test_words_that_somebody_changed_are_not_split() -> None:
    """The place was another one."""
    with pytest.raises(ChangedMeanwhile):
        split_statement(first(), at=5, seen="other", by=make.administrator())


def test_two_become_one() -> None:
    """The words of both; the second is put away, not lost."""
    said = first()
    merge_statements(said, seen=seen_of(said, "text"), by=make.administrator())
    one, other = Statement.objects.order_by("id")
    assert one.text == f"{TWO} Listan skickas ut."
    assert (other.removed, other.merged_into) == (True, one)


def test_what_the_first_lacks_comes_from_the_second() -> None:
    """Owner and due go with the row that has them."""
    owned = (make.Said(text="Listan."), make.Said(text="Den skickas.", owner="Rektorerna"))
    said = make.meeting(said=owned).statements.order_by("position")[0]
    merge_statements(said, seen=seen_of(said, "text"), by=make.administrator())
    said.refresh_from_db()
    assert (said.owner_name, said.values.get(field="owner").value["name"]) == ("Rektorerna", "Rektorerna")


def test_a_merge_is_undone_in_one_go() -> None:
    """All is as it was."""
    owned = (make.Said(text="Listan."), make.Said(text="Den skickas.", owner="Rektorerna"))
    said, anna = make.meeting(said=owned).statements.order_by("position")[0], make.administrator()
    before = rows()
    undo_event(merge_statements(said, seen=seen_of(said, "text"), by=anna), by=anna)
    assert rows() == before


def test_the_last_has_nothing_to_be_merged_with() -> None:
    """It is said so."""
    first()
    last = Statement.objects.order_by("position").last()
    assert last is not None
    with pytest.raises(CorrectionUnusable):
        merge_statements(last, seen=seen_of(last, "text"), by=make.administrator())


def test_chosen_words_become_a_decision() -> None:
    """With their place, by a person's hand."""
    row, event = added("decision", "Nora Alm, Trosa")
    value = row.values.get(field="text")
    assert (row.kind, row.text, value.rule, value.state) == ("decision", ALSO, "hand", "corrected")
    assert (value.words, event.by.name) == (ALSO, "Anna Alm")  # type: ignore[union-attr]


def test_chosen_words_become_an_action() -> None:
    """Somebody is to do something."""
    assert added("assignment", "Trosa")[0].is_action


def test_chosen_words_become_a_person() -> None:
    """The name, and behind a comma where they are from."""
    row, _event = added("person", ALSO)
    assert (row.name, row.person.name, row.organisation.kind) == ("Nora Alm", "Nora Alm", "municipality")


def test_chosen_words_become_an_item() -> None:
    """What is said below belongs to it from now on."""
    meeting = make.meeting(headings=("Planen",), said=(make.Said(text="Godkänns.", item=0),))
    AgendaItem.objects.update(end=1000)
    start = meeting.versions.get().text.index("decision:")
    row, _event = add_row(meeting, RowWanted("item", start, start + 9), seen=1, by=make.administrator())
    assert Statement.objects.get().item == row


@pytest.mark.parametrize("what", ["decision", "person", "item"])
def test_what_was_added_can_be_undone(what: str) -> None:
    """The row is gone, and so are its values."""
    anna = make.administrator()
    _row, event = added(what, ALSO, by=anna)
    undo_event(event, by=anna)
    assert (Statement.objects.count(), Attendance.objects.count(), AgendaItem.objects.count()) == (2, 0, 0)


def test_a_reader_adds_nothing() -> None:
    """Bo reads."""
    with pytest.raises(PermissionDenied):
        added("decision", "Trosa", by=make.reader())


@given(st.text(alphabet="ab .\nåö", max_size=30), st.integers(0, 40))
def test_a_cut_loses_no_letter(text: str, at: int) -> None:
    """All stand in one half or the other, wherever it is made."""
    assert "".join("".join(cut_text(text, at)).split()) == "".join(text.split())


@given(st.lists(st.text(alphabet="abåö", min_size=1, max_size=5), min_size=2, max_size=6), st.data())
def test_the_second_half_is_found_behind_line_breaks(words: list[str], data: st.DataObject) -> None:
    """However the notes break the line, the place is that of the first letter after the cut."""
    text, broken = " ".join(words), "\n".join(words)
    at = data.draw(st.integers(0, len(text) - 1))
    place = place_of_half(broken, text, at)
    assert place is not None
    assert broken[place:].split() == text[at:].split()
