"""A person's word about a value: confirmed, rejected, undone; who may, and what is recorded."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.history.models import Event
from samsyn.register.models import Meeting, Statement, Value, ValueState
from samsyn.register.service import (
    AlreadyDecided,
    CannotUndo,
    confirm_value,
    last_decision,
    reject_value,
    settle_doubt,
    undo_event,
)

pytestmark = pytest.mark.django_db


def value(field: str, **fields: object) -> Value:
    """A value of the only statement of a meeting."""
    said = make.Said(text="Ser över planen.", owner="Processledarna", due=date(2026, 5, 1))
    return make.meeting(said=(said,), **fields).values.get(field=field)


def test_administrator_confirms() -> None:
    """The value is confirmed, by whom and when."""
    anna, kind = make.administrator(), value("kind")
    confirm_value(kind, by=anna)
    kind.refresh_from_db()
    assert (kind.state, kind.decided_by, kind.decided_at is not None) == (ValueState.CONFIRMED, anna, True)


@pytest.mark.parametrize("action", [confirm_value, reject_value])
def test_others_may_not_decide(action) -> None:  # type: ignore[no-untyped-def]
    """Somebody without a role is refused, and nothing is changed."""
    kind = value("kind")
    with pytest.raises(PermissionDenied):
        action(kind, by=make.user())
    kind.refresh_from_db()
    assert kind.state == ValueState.PROPOSED


def test_nobody_signed_in_may_not_decide() -> None:
    """Somebody unknown is refused."""
    with pytest.raises(PermissionDenied):
        confirm_value(value("kind"), by=AnonymousUser())  # type: ignore[arg-type]


def test_closed_account_may_not_decide() -> None:
    """An administrator whose account was closed is refused."""
    anna = make.administrator()
    anna.is_active = False
    with pytest.raises(PermissionDenied):
        confirm_value(value("kind"), by=anna)


def test_decision_is_recorded() -> None:
    """Who, what, before, after and why."""
    anna, kind = make.administrator(), value("kind")
    event = reject_value(kind, by=anna, why="Det var ett förslag.")
    assert (event.by, event.what, event.subject_id, event.why) == (
        anna, "value.rejected", kind.pk, "Det var ett förslag.",
    )  # fmt: skip
    assert (event.before["state"], event.after["state"]) == ("proposed", "rejected")


def test_rejected_kind_takes_the_statement_away_but_keeps_it() -> None:
    """The row stays, and is not shown."""
    reject_value(value("kind"), by=make.administrator())
    assert Statement.objects.get().removed


def test_rejected_owner_leaves_the_statement_without_owner() -> None:
    """What is wrong is not filled in with something else."""
    reject_value(value("owner"), by=make.administrator())
    row = Statement.objects.get()
    assert (row.owner_name, row.owner_kind, row.search_text) == ("", "", "ser över planen. ")


def test_rejected_affiliation_leaves_the_person_without_organisation() -> None:
    """The person was there all the same."""
    meeting = make.meeting(came=(make.Came(name="Ebba Ek", affiliation="Flen"),))
    reject_value(meeting.values.get(field="affiliation"), by=make.administrator())
    row = meeting.attendances.get()
    assert (row.organisation, row.affiliation, row.removed) == (None, "", False)


def test_same_decision_twice_is_refused() -> None:
    """Two people who look at the same page do not overwrite each other."""
    anna, kind = make.administrator(), value("kind")
    confirm_value(kind, by=anna)
    with pytest.raises(AlreadyDecided):
        confirm_value(kind, by=anna)


def test_undo_takes_back_a_rejection_with_all_that_followed() -> None:
    """The columns are as before, and so is the state."""
    anna, owner = make.administrator(), value("owner")
    undo_event(reject_value(owner, by=anna), by=anna)
    owner.refresh_from_db()
    assert (owner.state, owner.decided_by, Statement.objects.get().owner_name) == (
        "proposed", None, "Processledarna",
    )  # fmt: skip


def test_undo_restores_days() -> None:
    """Days come back as days."""
    anna, due = make.administrator(), value("due")
    undo_event(reject_value(due, by=anna), by=anna)
    assert Statement.objects.get().due_start == date(2026, 5, 1)


def test_confirming_what_was_rejected_brings_it_back() -> None:
    """A change of mind is one step."""
    anna, kind = make.administrator(), value("kind")
    reject_value(kind, by=anna)
    confirm_value(kind, by=anna)
    assert not Statement.objects.get().removed


def test_undo_is_refused_after_a_later_decision() -> None:
    """Only the latest decision can be taken back."""
    anna, kind = make.administrator(), value("kind")
    first = confirm_value(kind, by=anna)
    reject_value(kind, by=anna)
    with pytest.raises(CannotUndo):
        undo_event(first, by=anna)


def test_undo_is_refused_for_an_import() -> None:
    """An import is no decision."""
    make.meeting()
    with pytest.raises(CannotUndo):
        undo_event(Event.objects.get(), by=make.administrator())


def test_undo_stays_in_the_history() -> None:
    """That it was decided, and taken back, can be seen."""
    anna, kind = make.administrator(), value("kind")
    undo_event(confirm_value(kind, by=anna), by=anna)
    assert [event.what for event in Event.objects.about(kind)] == ["value.confirmed", "value.undone"]


def test_last_decision_is_what_can_be_undone() -> None:
    """After an undo there is none."""
    anna, kind = make.administrator(), value("kind")
    event = confirm_value(kind, by=anna)
    assert last_decision(kind) == event
    undo_event(event, by=anna)
    assert last_decision(kind) is None


def test_decision_answers_the_doubt_about_the_value() -> None:
    """Whoever decides has looked."""
    owner = value("owner", doubts=("statements[0].owner",))
    confirm_value(owner, by=make.administrator())
    assert Meeting.objects.get().doubts.get().state == "settled"


def test_undo_asks_the_doubt_again() -> None:
    """What was answered by mistake is open again."""
    anna, owner = make.administrator(), value("owner", doubts=("statements[0].owner",))
    undo_event(confirm_value(owner, by=anna), by=anna)
    assert Meeting.objects.get().doubts.get().state == "open"


def test_doubt_is_settled_once() -> None:
    """A doubt without value is answered by itself, and recorded."""
    anna, doubt = make.administrator(), make.meeting(on=None, doubts=("held",)).doubts.get()
    event = settle_doubt(doubt, by=anna)
    assert event.what == "doubt.settled"
    with pytest.raises(AlreadyDecided):
        settle_doubt(doubt, by=anna)


def test_rejected_reference_no_longer_points_to_a_meeting() -> None:
    """And undoing it makes it point there again."""
    anna = make.administrator()
    said = make.Said(text="Tas vidare.", refers_to=date(2026, 4, 10))
    meeting = make.meeting(said=(said,))
    event = reject_value(meeting.values.get(field="reference"), by=anna)
    assert meeting.references.get().target_meeting is None
    undo_event(event, by=anna)
    assert meeting.references.get().target_meeting is not None


def test_events_cannot_be_changed() -> None:
    """The history is only added to."""
    make.meeting()
    with pytest.raises(Exception, match="never changed"):
        Event.objects.update(why="")
    with pytest.raises(Exception, match="never changed"):
        Event.objects.get().save()


def test_events_cannot_be_removed() -> None:
    """The history is never cut."""
    make.meeting()
    with pytest.raises(Exception, match="never removed"):
        Event.objects.all().delete()
    with pytest.raises(Exception, match="never removed"):
        Event.objects.get().delete()
