"""Two at the same moment: what somebody else did while one waited for one's turn is seen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.register.models import Body, Organisation, Person, RoleKind
from samsyn.register.service import (
    CannotUndo,
    RoleUnusable,
    RoleWanted,
    SeatUnusable,
    SeatWanted,
    TreeUnusable,
    grant_role,
    move_organisation,
    open_seat,
    undo_event,
)

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 1)


@pytest.fixture
def while_waiting(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[[], object]], None]:
    """Let somebody else do something while an action waits for its turn."""

    def put(action: str, act: Callable[[], object]) -> None:
        acts = iter([act])

        def wait() -> None:
            next(acts, lambda: None)()

        monkeypatch.setattr(f"samsyn.register.actions.{action}.wait_for_turn", wait)

    return put


def organisation(name: str) -> Organisation:
    """An organisation by itself."""
    return Organisation.objects.create(name=name, key=name.casefold())


def test_a_change_is_taken_back_once(while_waiting: Callable[[str, Callable[[], object]], None]) -> None:
    """The second is told, also where the thing is gone with it."""
    anna, school = make.administrator(), organisation("Skolan")
    event = move_organisation(school, organisation("Flens kommun"), kind="", by=anna)
    while_waiting("undo_event", lambda: undo_event(event, by=anna))
    with pytest.raises(CannotUndo):
        undo_event(event, by=anna)


def test_what_is_gone_meanwhile_is_said(while_waiting: Callable[[str, Callable[[], object]], None]) -> None:
    """No fault of the server's."""
    anna, school = make.administrator(), organisation("Skolan")
    event = move_organisation(school, None, kind="municipality", by=anna)
    while_waiting("undo_event", school.delete)
    with pytest.raises(CannotUndo, match="finns inte längre"):
        undo_event(event, by=anna)


def test_two_organisations_never_lie_below_each_other(
    while_waiting: Callable[[str, Callable[[], object]], None],
) -> None:
    """Whoever comes second is told."""
    anna, upper, lower = make.administrator(), organisation("Flens kommun"), organisation("Skolan")
    while_waiting("move_organisation", lambda: move_organisation(lower, upper, kind="", by=anna))
    with pytest.raises(TreeUnusable):
        move_organisation(upper, lower, kind="", by=anna)


def test_a_role_is_given_once(while_waiting: Callable[[str, Callable[[], object]], None]) -> None:
    """Also where two give it."""
    anna, bo, wanted = make.administrator(), make.user(), RoleWanted(kind=RoleKind.READER, start_on=DAY)
    while_waiting("grant_role", lambda: grant_role(bo, wanted, by=anna))
    with pytest.raises(RoleUnusable):
        grant_role(bo, wanted, by=anna)


def test_a_seat_is_given_once(while_waiting: Callable[[str, Callable[[], object]], None]) -> None:
    """Also where two give it."""
    anna = make.administrator()
    wanted = SeatWanted(
        person=Person.objects.create(name="Ebba Ek", key="ebba ek"),
        body=Body.objects.create(name="Styrgruppen", key="styrgruppen"),
    )
    while_waiting("open_seat", lambda: open_seat(wanted, by=anna))
    with pytest.raises(SeatUnusable):
        open_seat(wanted, by=anna)
