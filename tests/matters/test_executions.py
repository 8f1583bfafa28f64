"""Whether what was decided was carried out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.history.models import Event
from samsyn.matters.models import Execution
from samsyn.matters.queries.executions import LONG_UNTOLD, execution_counts, followed, untold_decisions
from samsyn.matters.service import ExecutionSaid, tell_execution
from samsyn.minutes.records import Kind
from samsyn.register.models import Body, Statement
from samsyn.register.queries import StatementFilter
from samsyn.register.service import ReportUnusable, report_action, undo_event

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    """Somebody who may do everything."""
    return make.administrator()


@pytest.fixture
def decision() -> Statement:
    """Something that was decided."""
    return Statement.objects.get(meeting=make.meeting(said=(make.Said(text="Rutinen införs."),)))


def state_of(decision: Statement) -> str:
    """How far the list says that it has come."""
    (row,) = followed(StatementFilter(), on=make.DAY).filter(pk=decision.pk)
    return str(row.execution)  # type: ignore[attr-defined]  # said by the question


def test_nobody_has_said_anything_at_first(decision: Statement) -> None:
    """And that is no state."""
    assert state_of(decision) == ""


def test_the_latest_word_holds(decision: Statement, anna: User) -> None:
    """All are kept."""
    tell_execution(decision, ExecutionSaid("under_way"), by=anna)
    tell_execution(
        decision, ExecutionSaid("carried_out", "12 maj 2026", "Den gäller i alla skolor."), by=anna
    )
    assert (state_of(decision), Execution.objects.count()) == ("carried_out", 2)


def test_what_was_reported_of_an_action_counts(anna: User) -> None:
    """Where nobody has said it of the decision."""
    said = make.Said(text="Rutinen införs.", action=True)
    decision = Statement.objects.get(meeting=make.meeting(said=(said,)))
    report_action(decision, state="done", text="", by=anna)
    assert state_of(decision) == "carried_out"


def test_only_what_binds_is_followed(anna: User) -> None:
    """Decisions and agreed outcomes; what was told is not carried out."""
    make.meeting(
        said=(make.Said(text="A", kind=Kind.AGREED_OUTCOME), make.Said(text="B", kind=Kind.INFORMATION))
    )
    assert [row.text for row in followed(StatementFilter(), on=make.DAY)] == ["A"]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(ExecutionSaid("gone"), id="no-such-state"),
        pytest.param(ExecutionSaid("not_relevant"), id="without-why"),
        pytest.param(ExecutionSaid("carried_out", "när lokalen är klar"), id="no-day"),
        pytest.param(ExecutionSaid("carried_out", text="Barnet 121212-" + "1212"), id="identity-number"),
    ],
)
def test_what_cannot_be_kept_is_refused(said: ExecutionSaid, decision: Statement, anna: User) -> None:
    """And nothing is written."""
    with pytest.raises(ReportUnusable):
        tell_execution(decision, said, by=anna)


def test_a_reader_says_nothing(decision: Statement) -> None:
    """It is said by those who write the notes of the bodies."""
    with pytest.raises(PermissionDenied):
        tell_execution(decision, ExecutionSaid("carried_out"), by=make.reader())


def test_a_secretary_takes_back_what_they_said(decision: Statement) -> None:
    """Then nobody has said anything."""
    disa = make.secretary(Body.objects.get())
    undo_event(tell_execution(decision, ExecutionSaid("carried_out"), by=disa), by=disa)
    assert state_of(decision) == ""


def test_the_change_is_kept(decision: Statement, anna: User) -> None:
    """Before and after."""
    tell_execution(decision, ExecutionSaid("to_do"), by=anna)
    event = tell_execution(decision, ExecutionSaid("carried_out", "12 maj 2026"), by=anna)
    kept = Event.objects.get(pk=event.pk)
    assert (kept.before["state"], kept.after["state"], kept.after["start_on"]) == (
        "to_do",
        "carried_out",
        "2026-05-12",
    )


def test_counts_tell_what_each_choice_would_show(decision: Statement, anna: User) -> None:
    """Of the same rows."""
    make.meeting(
        said=(make.Said(text="Listan skickas."),), name="b.txt", start=None, bodies=("Andra gruppen",)
    )
    tell_execution(decision, ExecutionSaid("carried_out"), by=anna)
    counts = execution_counts(StatementFilter(), on=make.DAY)
    assert (counts.all, counts.untold, counts.carried_out, counts.parties) == (2, 1, 1, 0)


@pytest.mark.parametrize(("after", "n"), [(90, 0), (91, 1)], ids=["three-months", "a-day-more"])
def test_the_first_page_counts_what_the_list_shows(decision: Statement, after: int, n: int) -> None:
    """Decided more than three months ago, and nobody has told."""
    on = make.DAY + timedelta(days=after)
    shown = followed(StatementFilter(), LONG_UNTOLD, on=on).count()
    told = execution_counts(StatementFilter(), on=on).long_untold
    assert (shown, told, untold_decisions(on=on).count()) == (n, n, n)
