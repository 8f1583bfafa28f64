"""An action is followed up without touching the notes: another owner, another time, ended, carried on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.matters.following import TODAY, action, anna, now

from samsyn.accounts.models import User
from samsyn.history.models import Event
from samsyn.matters.models import FollowUp
from samsyn.matters.service import (
    FollowUpUnusable,
    carry_actions,
    change_due,
    change_owner,
    end_action,
    reopen_action,
    stamp_of,
)
from samsyn.minutes.records import Kind
from samsyn.register.models import Body, Meeting, Organisation, Person, SourceVersion, Statement, Value
from samsyn.register.service import (
    ChangedMeanwhile,
    merge_actors,
    merge_statements,
    report_action,
    seen_of,
    undo_event,
)

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db

CHANGES: dict[str, Callable[[Statement, User], object]] = {
    "owner": lambda said, by: change_owner(said, "Trosa kommun", chosen="new-organisation", by=by),
    "due": lambda said, by: change_due(said, "15 maj", on=TODAY, by=by),
    "ended": lambda said, by: end_action(said, why="Behövs inte.", on=TODAY, by=by),
    "carried": lambda said, by: carry_actions([said], to=said.meeting, by=by),
}
EACH = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)


def read(said: Statement) -> list[object]:
    """All that was read in the notes, and the notes themselves."""
    rows = Statement.objects.filter(pk=said.pk).values_list()
    values = Value.objects.order_by("pk").values_list()
    return [*rows, *values, *SourceVersion.objects.values_list("text")]


@EACH
def test_the_notes_are_not_touched(change: Callable[[Statement, User], object]) -> None:
    """Neither their words nor anything that was read in them."""
    said = action()
    before = read(said)
    change(said, anna())
    assert read(said) == before


@EACH
def test_a_change_is_recorded_and_can_be_taken_back(change: Callable[[Statement, User], object]) -> None:
    """With what was before; taken back it is as it was."""
    said, by = action(), anna()
    change(said, by)
    event = Event.objects.get(subject_type="followup")
    undo_event(event, by=by)
    found = FollowUp.objects.get()
    assert [found.owner_changed, found.due_changed, found.ended_on, found.carried_to] == [
        False, False, None, None,
    ]  # fmt: skip


@EACH
@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        pytest.param("secretary", True, id="secretary-of-the-body"),
        pytest.param("other", False, id="secretary-of-another"),
        pytest.param("reader", False, id="reader"),
        pytest.param("process_leader", True, id="process-leader"),
    ],
)
def test_who_may(change: Callable[[Statement, User], object], kind: str, allowed: bool) -> None:
    """Whoever writes the notes of the meeting, and nobody else."""
    said = action()
    own, other = Body.objects.get(), Body.objects.create(name="Annat", key="annat")
    role = "secretary" if kind == "other" else kind
    body = {"secretary": own, "other": other}.get(kind)
    user = make.role(make.user(), role, body=body).user
    assert _is_done(change, said, user) is allowed


def _is_done(change: Callable[[Statement, User], object], said: Statement, user: User) -> bool:
    try:
        change(said, user)
    except PermissionDenied:
        return False
    return True


def test_another_owner_holds_until_further() -> None:
    """The new one is shown, and the notes' is still known."""
    said = action()
    trosa = Organisation.objects.create(name="Trosa kommun", key="trosa")
    change_owner(said, "Trosa kommun", chosen=f"organisation-{trosa.pk}", by=anna())
    found = now(said)
    assert (found.owner.owner_name, found.owner.owner_organisation, found.statement.owner_name) == (
        "Trosa kommun", trosa, "Greta Gran",
    )  # fmt: skip


def test_nobody_can_be_the_owner() -> None:
    """An empty field says that nobody is to do it any more, though the notes name somebody."""
    said = action()
    change_owner(said, "", by=anna())
    assert now(said).owner.owner_name == ""


def test_a_time_without_year_lies_ahead_of_today() -> None:
    """And not of the meeting, which may have been long ago."""
    said = action(on=date(2024, 3, 5), due=date(2024, 4, 15))
    change_due(said, "15/4", on=TODAY, by=anna())
    assert (now(said).due.due_start, now(said).due.due_words) == (date(2027, 4, 15), "15/4")


def test_words_that_are_no_day_are_kept() -> None:
    """What nobody can count with is still said."""
    said = action()
    change_due(said, "när lokalen är klar", on=TODAY, by=anna())
    assert (now(said).due.due_end, now(said).due.due_words) == (None, "när lokalen är klar")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda said, by: change_owner(said, "811218-9876", by=by), id="owner"),
        pytest.param(lambda said, by: change_due(said, "811218-9876", on=TODAY, by=by), id="due"),
        pytest.param(lambda said, by: end_action(said, why="Om 811218-9876", on=TODAY, by=by), id="why"),
        pytest.param(lambda said, by: end_action(said, why=" ", on=TODAY, by=by), id="no-reason"),
        pytest.param(lambda said, by: end_action(said, why="x" * 501, on=TODAY, by=by), id="too-long"),
        pytest.param(lambda said, by: reopen_action(said, why="Åter", by=by), id="open-already"),
    ],
)
def test_what_cannot_be_kept_is_refused(change: Callable[[Statement, User], object]) -> None:
    """Identity numbers are stopped here too, and nothing is kept."""
    said = action()
    with pytest.raises(FollowUpUnusable):
        change(said, anna())
    assert not Event.objects.filter(subject_type="followup").exists()


def test_nobody_overwrites_another_unseen() -> None:
    """A form that was open while somebody else changed the same is refused."""
    said, by = action(), anna()
    seen = stamp_of(said)
    change_due(said, "15 maj", on=TODAY, by=by)
    with pytest.raises(ChangedMeanwhile):
        change_due(said, "20 maj", on=TODAY, seen=seen, by=by)


def test_what_is_done_can_be_opened_again() -> None:
    """What was told before says no longer that it is done; what is told after does."""
    said, by = action(), anna()
    report_action(said, state="done", text="", by=by)
    reopen_action(said, why="Listan saknar två.", by=by)
    reopened = now(said).state
    report_action(said, state="done", text="", by=by)
    assert (reopened, now(said).state) == ("open", "done")


def test_what_is_ended_can_be_opened_again() -> None:
    """With the reason in the history."""
    said, by = action(), anna()
    end_action(said, why="Behövs inte.", on=TODAY, by=by)
    event = reopen_action(said, why="Det behövs ändå.", by=by)
    assert (now(said).state, event.why) == ("open", "Det behövs ändå.")


def test_several_are_carried_at_once() -> None:
    """Those that are there already are passed over."""
    first, second = action(), action(on=date(2026, 3, 19), name="annan.txt")
    to = Meeting.objects.create(state="planned", start_on=date(2026, 5, 7))
    carry_actions([first], to=to, by=(by := anna()))
    assert len(carry_actions([first, second], to=to, by=by)) == 1


def test_a_secretary_carries_only_to_meetings_of_their_own() -> None:
    """Another body's agenda is not theirs."""
    said = action()
    other = Meeting.objects.create(state="planned", start_on=date(2026, 5, 7))
    with pytest.raises(PermissionDenied):
        carry_actions([said], to=other, by=make.secretary(Body.objects.get()))


def test_what_points_to_a_person_follows_when_two_become_one() -> None:
    """And goes back when they are parted."""
    said, by = action(), anna()
    other = Person.objects.create(name="Grete Gran", key="grete gran")
    change_owner(said, "Grete Gran", chosen=f"person-{other.pk}", by=by)
    greta = Person.objects.get(name="Greta Gran")
    event = merge_actors(greta, other, by=by)
    moved = FollowUp.objects.get().owner_person_id
    undo_event(event, by=by)
    assert (moved, FollowUp.objects.get().owner_person_id) == (greta.pk, other.pk)


@pytest.fixture
def merged() -> tuple[Statement, Event]:
    """Something whose second row was followed up before the two became one, and what made them one."""
    task = make.Said(text="Listan skickas.", kind=Kind.NEXT_STEP, action=True, owner="Rektorerna")
    spoken = (make.Said(text="Rektorerna möts.", kind=Kind.DECISION), task)
    first, second = make.meeting(said=spoken).statements.order_by("position")
    by = anna()
    change_due(second, "15 maj", on=TODAY, by=by)
    report_action(second, state="under_way", text="Halvvägs.", by=by)
    return first, merge_statements(first, seen=seen_of(first, "text"), by=by)


def test_what_was_said_of_a_row_goes_with_it_into_another(merged: tuple[Statement, Event]) -> None:
    """The one is an action, with the time that holds and how it goes."""
    entry = now(merged[0])
    assert (entry.due.due_words, entry.state, entry.owner.owner_name) == ("15 maj", "under_way", "Rektorerna")


def test_it_goes_back_when_they_are_two_again(merged: tuple[Statement, Event]) -> None:
    """The first is no action any more, and the second is as it stood."""
    undo_event(merged[1], by=User.objects.get())
    entry = now(Statement.objects.get(text="Listan skickas."))
    first = Statement.objects.get(pk=merged[0].pk)
    assert (entry.due.due_words, entry.state, first.is_action) == ("15 maj", "under_way", False)
