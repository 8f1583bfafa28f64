"""Which organisations were in the room, told to all where a body says so."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.register.test_rooms import met

from samsyn.history.models import Event
from samsyn.register.models import Attendance, Body, Meeting, Person, Value
from samsyn.register.protection import hidden_from_all
from samsyn.register.queries.open_rooms import OpenRoom, open_room
from samsyn.register.service import (
    AlreadyDecided,
    merge_actors,
    protect_person,
    publish_coverage,
    undo_event,
    withhold_coverage,
)

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

LISTED = (("Tora Ek", "Trosa kommun", True), ("Fia Alm", "Flens kommun", False), ("Ulf", "Skolan", True))


@pytest.fixture
def anna() -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def meeting(anna: User) -> Meeting:
    """Trosa was there and Flen was not, somebody has confirmed it, and the body says that all may know."""
    found = met(date(2026, 3, 1), *LISTED)
    confirm_all(found)
    publish_coverage(Body.objects.get(name="Styrgruppen"), by=anna)
    return Meeting.objects.get(pk=found.pk)


def confirm_all(meeting: Meeting) -> None:
    """As if somebody had looked at each row."""
    Value.objects.filter(meeting=meeting).update(state="confirmed")


def told(meeting: Meeting) -> OpenRoom | None:
    """What all may know of it."""
    return open_room(Meeting.objects.get(pk=meeting.pk), hidden_from_all())


def test_municipalities_and_regions_are_named(meeting: Meeting) -> None:
    """By whether somebody came; people and schools are not."""
    assert told(meeting) == OpenRoom(("Trosa kommun",), ("Flens kommun",))


def test_nothing_is_told_before_the_body_says_so(meeting: Meeting, anna: User) -> None:
    """And nothing once it says so no longer."""
    withhold_coverage(Body.objects.get(name="Styrgruppen"), by=anna)
    assert told(meeting) is None


def test_a_joint_meeting_asks_every_body(meeting: Meeting) -> None:
    """One of two cannot say it for the other."""
    other = Body.objects.create(name="Nätverket", key="nätverket")
    meeting.set_bodies([*meeting.bodies.all(), other])
    assert told(meeting) is None


def test_a_guess_is_not_told(meeting: Meeting) -> None:
    """As long as a row is only read, nothing is told, and whoever publishes hears how many are left."""
    row = Attendance.objects.get(name="Fia Alm")
    Value.objects.filter(attendance=row, field="name").update(state="proposed")
    assert told(meeting) == OpenRoom(n_unconfirmed=1)


@pytest.mark.parametrize(
    ("name", "room"),
    [
        pytest.param("Tora Ek", OpenRoom((), ("Flens kommun",)), id="present"),
        pytest.param("Fia Alm", OpenRoom(("Trosa kommun",), ()), id="absent"),
    ],
)
def test_where_somebody_protected_is_from_is_not_told(
    name: str, room: OpenRoom, meeting: Meeting, anna: User
) -> None:
    """Neither by their coming nor by their absence."""
    protect_person(Person.objects.get(name=name), why="Hot.", by=anna)
    assert told(meeting) == room


def test_others_from_there_still_count(meeting: Meeting, anna: User) -> None:
    """Their coming tells nothing of whoever is protected."""
    trosa = Attendance.objects.get(name="Tora Ek")
    Attendance.objects.create(
        meeting=meeting, position=9, name="Tage", present=True, organisation=trosa.organisation
    )
    protect_person(Person.objects.get(name="Tora Ek"), why="Hot.", by=anna)
    assert told(meeting) == OpenRoom(("Trosa kommun",), ("Flens kommun",))


def test_notes_without_a_list_say_nothing(anna: User) -> None:
    """Nobody is missing from a list that is not there."""
    found = met(date(2026, 3, 1))
    publish_coverage(found.bodies.get(), by=anna)
    assert told(found) is None


def test_it_is_recorded_and_taken_back(anna: User) -> None:
    """With before and after; undone it is as it was."""
    body = met(date(2026, 3, 1)).bodies.get()
    event = publish_coverage(body, by=anna)
    undo_event(event, by=anna)
    last = Event.objects.about(body).last()
    body.refresh_from_db()
    assert (event.after, last and last.after, body.publishes_coverage) == (
        {"publishes_coverage": True}, {"publishes_coverage": False}, False
    )  # fmt: skip


def test_said_twice_it_is_told(meeting: Meeting, anna: User) -> None:
    """Somebody else was first."""
    with pytest.raises(AlreadyDecided):
        publish_coverage(meeting.bodies.get(), by=anna)


def test_the_bodys_own_secretary_says_so(anna: User) -> None:
    """And takes it back."""
    body = met(date(2026, 3, 1)).bodies.get()
    disa = make.secretary(body)
    undo_event(publish_coverage(body, by=disa), by=disa)
    body.refresh_from_db()
    assert not body.publishes_coverage


def test_the_secretary_of_another_body_does_not(anna: User) -> None:
    """Nor may they take back what its secretary said."""
    body = met(date(2026, 3, 1)).bodies.get()
    disa = make.secretary(Body.objects.create(name="Nätverket", key="nätverket"))
    event = publish_coverage(body, by=anna)
    with pytest.raises(PermissionDenied):
        withhold_coverage(body, by=disa)
    with pytest.raises(PermissionDenied):
        undo_event(event, by=disa)


def test_made_one_with_a_body_that_did_not_say_so_it_is_closed(meeting: Meeting, anna: User) -> None:
    """The other's meetings would else be open unasked; parted again it is as it was."""
    body = meeting.bodies.get()
    other = Body.objects.create(name="Nätverket", key="nätverket")
    event = merge_actors(body, other, by=anna)
    closed = Body.objects.get(pk=body.pk).publishes_coverage
    undo_event(event, by=anna)
    assert (closed, Body.objects.get(pk=body.pk).publishes_coverage) == (False, True)
