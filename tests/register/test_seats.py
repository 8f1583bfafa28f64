"""Seats: opened, changed and ended by those who write the body, proposed by who comes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.history.models import Event
from samsyn.register.models import Body, NoSeat, Organisation, Person, Seat
from samsyn.register.queries.seats import comers, seats_of
from samsyn.register.service import (
    AlreadyDecided,
    CannotUndo,
    SeatUnusable,
    SeatWanted,
    add_person,
    change_seat,
    decline_seat,
    end_seat,
    open_seat,
    undo_event,
)

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 1)
LATER = date(2026, 9, 1)


def body(name: str = "Nätverket för prov") -> Body:
    """A body with a name."""
    return Body.objects.get_or_create(name=name, key=name.casefold())[0]


def person(name: str = "Ebba Ek") -> Person:
    """A person with a name."""
    return Person.objects.get_or_create(name=name, key=name.casefold())[0]


def wanted(**fields: Any) -> SeatWanted:
    """A seat for Ebba."""
    return SeatWanted(**{"person": person(), "body": body(), **fields})


def opened(by: User, **fields: Any) -> Seat:
    """A seat that was opened."""
    return Seat.objects.get(pk=open_seat(wanted(**fields), by=by).subject_id)


def test_a_secretary_gives_seats_in_her_own_body() -> None:
    """Whoever writes a body's notes knows who sits there."""
    assert opened(make.secretary(body()), role="ordförande").role == "ordförande"


def test_a_secretary_gives_no_seats_in_other_bodies() -> None:
    """Not even where she reads everything."""
    with pytest.raises(PermissionDenied):
        opened(make.secretary(body("Annat organ")))


@pytest.mark.parametrize("act", ["open", "change", "end", "decline"])
def test_readers_change_no_seats(act: str) -> None:
    """Bo reads."""
    seat, bo = opened(make.administrator()), make.reader()
    acts: dict[str, Any] = {
        "open": lambda: open_seat(wanted(person=person("Siv Sand")), by=bo),
        "change": lambda: change_seat(seat, wanted(role="x"), by=bo),
        "end": lambda: end_seat(seat, on=LATER, by=bo),
        "decline": lambda: decline_seat(body(), person(), by=bo),
    }
    with pytest.raises(PermissionDenied):
        acts[act]()


def test_a_change_is_recorded_before_and_after() -> None:
    """Who had which role can be seen."""
    anna = make.administrator()
    event = change_seat(opened(anna, role="ledamot"), wanted(role="ordförande", start_on=DAY), by=anna)
    assert [(event.before[name], event.after[name]) for name in ("role", "start_on")] == [
        ("ledamot", "ordförande"), (None, "2026-03-01"),
    ]  # fmt: skip


ENDING = {
    "change": lambda seat, by: change_seat(seat, wanted(end_on=LATER), by=by),
    "end": lambda seat, by: end_seat(seat, on=LATER, by=by),
}


@pytest.mark.parametrize("act", ENDING)
def test_a_changed_seat_is_undone_to_what_it_was(act: str) -> None:
    """Days, role, organisation: all of it."""
    anna = make.administrator()
    flen = Organisation.objects.create(name="Flens kommun", key="flen")
    seat = opened(anna, role="ledamot", start_on=DAY, organisation=flen)
    undo_event(ENDING[act](seat, anna), by=anna)
    kept = Seat.objects.get()
    assert (kept.role, kept.start_on, kept.end_on, kept.organisation) == ("ledamot", DAY, None, flen)


def test_an_opened_seat_is_undone_by_taking_it_away() -> None:
    """It was never there; the history says that it was put in and taken back."""
    anna = make.administrator()
    undo_event(open_seat(wanted(), by=anna), by=anna)
    assert (Seat.objects.count(), [event.what for event in Event.objects.order_by("id")]) == (
        0, ["seat.opened", "seat.undone"],
    )  # fmt: skip


def test_only_the_latest_change_of_a_seat_is_undone() -> None:
    """What came after would be lost."""
    anna = make.administrator()
    event = open_seat(wanted(), by=anna)
    change_seat(Seat.objects.get(), wanted(role="x"), by=anna)
    with pytest.raises(CannotUndo):
        undo_event(event, by=anna)


@pytest.mark.parametrize(
    "fields",
    [
        {"start_on": LATER, "end_on": DAY},
        {"start_on": DAY, "end_on": DAY},
        {"on_behalf_of": "Nätverket för prov"},
    ],
    ids=["backwards", "no-day", "for-itself"],
)
def test_a_seat_that_could_not_be_is_refused(fields: dict[str, Any]) -> None:
    """Nothing is kept of it."""
    named = {name: body(value) if name == "on_behalf_of" else value for name, value in fields.items()}
    with pytest.raises(SeatUnusable):
        opened(make.administrator(), **named)
    assert not Seat.objects.exists()


@pytest.mark.parametrize(
    ("first", "second"),
    [({}, {}), ({"start_on": DAY, "end_on": LATER}, {"start_on": DAY + timedelta(days=9)})],
    ids=["same", "overlapping"],
)
def test_the_same_seat_is_not_held_twice_on_one_day(first: dict[str, Any], second: dict[str, Any]) -> None:
    """It is changed instead."""
    anna = make.administrator()
    opened(anna, **first)
    with pytest.raises(SeatUnusable, match="redan den platsen"):
        opened(anna, **second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"end_on": LATER}, {"start_on": LATER}),
        ({"start_on": LATER}, {"start_on": DAY, "end_on": LATER}),
    ],
    ids=["after", "before"],
)
def test_one_seat_can_follow_upon_another(first: dict[str, Any], second: dict[str, Any]) -> None:
    """Days are half-open: a seat that ends on a day leaves that day free."""
    anna = make.administrator()
    opened(anna, **first)
    assert opened(anna, **second).pk


def test_a_substitute_comes_instead_of_another_in_the_same_body() -> None:
    """Nobody is their own substitute."""
    anna = make.administrator()
    seat = opened(anna)
    with pytest.raises(SeatUnusable):
        open_seat(wanted(substitute_for=seat, start_on=LATER), by=anna)
    substitute = opened(anna, person=person("Siv Sand"), substitute_for=seat)
    assert list(seat.substitutes.all()) == [substitute]


def test_seats_are_arranged_by_time() -> None:
    """Now, to come, and those that have ended."""
    anna = make.administrator()
    for name, fields in {
        "Nu Nyman": {},
        "Snart Sand": {"start_on": LATER},
        "Förr Frid": {"end_on": DAY},
    }.items():
        opened(anna, person=person(name), **fields)
    found = seats_of(Seat.objects.all(), on=date(2026, 5, 1))
    assert [[seat.person.name for seat in some] for some in (found.now, found.to_come, found.earlier)] == [
        ["Nu Nyman"], ["Snart Sand"], ["Förr Frid"],
    ]  # fmt: skip


def five_meetings() -> Body:
    """Ebba was at four of five, Siv at one; Ebba came from Flen."""
    for n in range(5):
        came = (
            make.Came(name="Ebba Ek", affiliation="Flen", present=n > 0),
            *((make.Came(name="Siv Sand"),) if n == 0 else ()),
        )
        make.imported(make.reading(on=DAY + timedelta(days=n), came=came))
    return Body.objects.get()


def test_who_comes_often_is_proposed_with_figures() -> None:
    """Four of five is often, one of five is not."""
    found = comers(five_meetings(), on=LATER)
    assert [(one.person.name, one.n_present, one.n_meetings, one.is_proposed) for one in found] == [
        ("Ebba Ek", 4, 5, True), ("Siv Sand", 1, 5, False),
    ]  # fmt: skip


def test_what_is_proposed_names_the_organisation_that_was_read() -> None:
    """The person who says yes sees it."""
    assert str(comers(five_meetings(), on=LATER)[0].organisation) == "Flens kommun"


def test_whoever_has_a_seat_is_not_proposed() -> None:
    """The question is answered."""
    network = five_meetings()
    opened(make.administrator(), body=network, person=Person.objects.get(name="Ebba Ek"))
    one = comers(network, on=LATER)[0]
    assert (one.is_seated, one.is_proposed) == (True, False)


def test_a_refused_proposal_stays_away_until_it_is_undone() -> None:
    """And undoing asks again."""
    anna, network = make.administrator(), five_meetings()
    event = decline_seat(network, Person.objects.get(name="Ebba Ek"), by=anna)
    refused = comers(network, on=LATER)[0].is_proposed
    undo_event(event, by=anna)
    assert (refused, comers(network, on=LATER)[0].is_proposed) == (False, True)


def test_a_proposal_is_refused_once() -> None:
    """The second answer is told that there is one."""
    anna = make.administrator()
    decline_seat(body(), person(), by=anna)
    with pytest.raises(AlreadyDecided):
        decline_seat(body(), person(), by=anna)


def test_a_seat_after_a_refusal_forgets_the_refusal() -> None:
    """Somebody changed their mind."""
    anna = make.administrator()
    decline_seat(body(), person(), by=anna)
    opened(anna)
    assert not NoSeat.objects.exists()


def test_a_person_put_in_by_hand_is_taken_out_only_while_unused() -> None:
    """A seat is use."""
    anna = make.administrator()
    siv, event = add_person("Siv Sand", by=anna)
    opened(anna, person=siv)
    with pytest.raises(CannotUndo, match="används redan"):
        undo_event(event, by=anna)
