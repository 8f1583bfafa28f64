"""Who was in the room over time, by body and by organisation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db.models import Q
from tests import make

from samsyn.register.models import Body, Meeting, Organisation, Person
from samsyn.register.protection import hidden_from_all
from samsyn.register.queries import decided_without
from samsyn.register.queries.rooms import SHOWN, Room, rooms_of_body, rooms_of_organisation

pytestmark = pytest.mark.django_db

ON = date(2026, 12, 1)
P, A, U = Room.PRESENT, Room.ABSENT, Room.UNNAMED


def met(on: date, *came: tuple[str, str, bool], bodies: tuple[str, ...] = ("Styrgruppen",)) -> Meeting:
    """A meeting with those present and absent."""
    rows = tuple(make.Came(name=name, affiliation=place, present=there) for name, place, there in came)
    return make.meeting(
        bodies=bodies, on=on, came=rows, said=(make.Said(text="Planen godkänns."),), name=f"{on}.txt"
    )


@pytest.fixture
def body() -> Body:
    """Three meetings: Trosa comes always, Flen is absent once, Gnesta is named once."""
    trosa, flen = ("Tora Ek", "Trosa kommun"), ("Fia Alm", "Flens kommun")
    met(date(2026, 3, 1), (*trosa, True), (*flen, True), ("Gun Ask", "Gnesta kommun", True))
    met(date(2026, 5, 1), (*trosa, True), (*flen, False))
    met(date(2026, 9, 1), (*trosa, True), (*flen, True))
    return Body.objects.get(name="Styrgruppen")


def told(body: Body, **how: object) -> dict[str, tuple[Room, ...]]:
    """The lines by name, in order."""
    _, lines = rooms_of_body(body, on=ON, **how)  # type: ignore[arg-type]
    return {line.subject.name: tuple(room for _, room in line.marks) for line in lines}


def test_an_absence_is_not_the_same_as_no_word(body: Body) -> None:
    """Whoever the notes do not name may have been there, and gets a mark of its own."""
    assert told(body) == {
        "Gnesta kommun": (P, U, U), "Flens kommun": (P, A, P), "Trosa kommun": (P, P, P)
    }  # fmt: skip


def test_those_seldom_there_come_first(body: Body) -> None:
    """They are what the page is opened for."""
    assert list(told(body)) == ["Gnesta kommun", "Flens kommun", "Trosa kommun"]


def test_notes_without_a_list_say_nothing(body: Body) -> None:
    """A meeting where nobody is listed is left out."""
    met(date(2026, 10, 1))
    assert len(told(body)["Trosa kommun"]) == 3


def test_meetings_to_come_are_left_out(body: Body) -> None:
    """Whoever is called has not come yet."""
    met(ON + timedelta(days=9), ("Tora Ek", "Trosa kommun", True))
    assert len(told(body)["Trosa kommun"]) == 3


def test_the_latest_meetings_are_shown(body: Body) -> None:
    """As many as stand side by side."""
    for day in range(1, SHOWN + 1):
        met(date(2026, 10, day), ("Tora Ek", "Trosa kommun", True))
    meetings, _ = rooms_of_body(body, on=ON)
    assert (len(meetings), meetings[0].start_on, meetings[-1].start_on) == (
        SHOWN, date(2026, 10, 1), date(2026, 10, SHOWN),
    )  # fmt: skip


def test_an_organisation_sees_the_same_from_its_side(body: Body) -> None:
    """By body, with the same marks."""
    flen = Organisation.objects.get(name="Flens kommun")
    met(date(2026, 6, 1), ("Fia Alm", "Flens kommun", True), bodies=("Elevhälsonätverket",))
    lines = rooms_of_organisation(flen, on=ON)
    found = {line.subject.name: [room for _, room in line.marks] for line in lines}
    assert found == {body.name: [P, A, P], "Elevhälsonätverket": [P]}


def test_what_was_decided_is_told_of_one_body(body: Body) -> None:
    """With those who were not in the room: named absent, or usual and not named."""
    other = met(date(2026, 9, 2), ("Tora Ek", "Trosa kommun", False), ("Fia Alm", "Flens kommun", True),
                bodies=("Elevhälsonätverket",))  # fmt: skip
    own = ~Q(pk=other.pk)
    found = [(one.meeting.start_on, [org.name for org in one.organisations])
             for one in decided_without(on=ON, among=own)]  # fmt: skip
    assert found == [
        (date(2026, 9, 1), ["Gnesta kommun"]),
        (date(2026, 5, 1), ["Flens kommun", "Gnesta kommun"]),
    ]


def test_somebody_protected_tells_nothing_of_their_place(body: Body) -> None:
    """Gnesta, named by Gun alone, is as if it were not named: neither there nor away."""
    Person.objects.filter(name="Gun Ask").update(is_protected=True)
    assert "Gnesta kommun" not in told(body, hidden=hidden_from_all())
