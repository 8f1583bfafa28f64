"""What can be taken back, by whom, and why not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.register.models import Meeting, Statement, Value
from samsyn.register.service import (
    CannotUndo,
    confirm_value,
    end_role,
    reject_value,
    undo_event,
    why_it_stands,
)

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db

SAID = make.Said(text="Planen ses över.", action=True, owner="Processledarna", due=date(2026, 5, 1))


def values() -> dict[str, Value]:
    """The values of an action in a new meeting, by field."""
    return {value.field: value for value in make.meeting(said=(SAID,)).values.exclude(statement=None)}


def test_a_row_that_something_else_changed_is_left_alone() -> None:
    """Undo never overwrites what came later, even where that was no decision on the same value."""
    anna, owner = make.administrator(), values()["owner"]
    event = reject_value(owner, by=anna)
    Statement.objects.update(owner_name="Styrgruppen")
    with pytest.raises(CannotUndo, match="ändrats efter detta"):
        undo_event(event, by=anna)


def test_decisions_on_other_values_do_not_stand_in_the_way() -> None:
    """Owner and due of one action are taken back one by one."""
    anna, found = make.administrator(), values()
    event = reject_value(found["owner"], by=anna)
    reject_value(found["due"], by=anna)
    undo_event(event, by=anna)
    assert Statement.objects.get().owner_name == "Processledarna"


def test_what_is_gone_is_said() -> None:
    """A value that a later version replaced has nothing to be set back."""
    anna, kind = make.administrator(), values()["kind"]
    event = confirm_value(kind, by=anna)
    Meeting.objects.all().delete()
    with pytest.raises(CannotUndo, match="finns inte längre"):
        undo_event(event, by=anna)


def test_a_role_that_was_ended_holds_again() -> None:
    """As long as it stood before."""
    anna, role = make.administrator(), make.role(make.user())
    undo_event(end_role(role, on=date(2026, 3, 1), by=anna), by=anna)
    role.refresh_from_db()
    assert role.end_on is None


def test_who_gives_roles_takes_their_end_back() -> None:
    """A secretary of all bodies may undo what is read, not who may do what."""
    anna, role = make.administrator(), make.role(make.user())
    event = end_role(role, on=date(2026, 3, 1), by=anna)
    with pytest.raises(PermissionDenied):
        undo_event(event, by=make.secretary())


def test_secretaries_undo_within_their_own_body() -> None:
    """And not what somebody did in another's notes."""
    meeting = make.meeting(said=(SAID,))
    other = make.meeting(bodies=("Ett annat nätverk",), said=(SAID,), name="annan.txt")
    disa = make.secretary(meeting.bodies.get())
    event = confirm_value(other.values.filter(field="kind")[0], by=make.administrator())
    with pytest.raises(PermissionDenied):
        undo_event(event, by=disa)


@pytest.mark.parametrize("n_events", [1, 3], ids=["one", "three"])
def test_a_page_of_events_is_asked_for_at_once(
    n_events: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """What can be undone is asked in as many questions for many as for one."""
    anna, found = make.administrator(), values()
    events = [reject_value(found[field], by=anna) for field in ("owner", "due", "kind")[:n_events]]
    with django_assert_num_queries(3):
        why_it_stands(events)
