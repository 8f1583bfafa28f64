"""Names, other ways of writing them, the tree: changed, recognised, and taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.accounts.models import User
from samsyn.register.models import Body, Meeting, Organisation, Person, Seat
from samsyn.register.queries import coverage
from samsyn.register.queries.life import known_addresses
from samsyn.register.recognition import body_key
from samsyn.register.service import (
    CannotUndo,
    NameUnusable,
    TreeUnusable,
    add_alias,
    add_body,
    add_organisation,
    add_person,
    change_person,
    move_organisation,
    remove_alias,
    rename_body,
    rename_organisation,
    undo_event,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.history.models import Event

pytestmark = pytest.mark.django_db

DAY, LATER, TODAY = date(2026, 1, 1), date(2026, 6, 1), date(2026, 9, 1)


def organisation(name: str = "Barnhälsan", **fields: Any) -> Organisation:
    """An organisation with a name."""
    return Organisation.objects.create(name=name, key=name.casefold(), **fields)


def renamed(one: Organisation, name: str = "Familjehälsan", *, on: date = DAY) -> Event:
    """What is recorded of a new name."""
    return rename_organisation(one, name, on=on, today=TODAY, by=administrator())


def administrator() -> User:
    """Anna, made when she is first asked for."""
    return User.objects.filter(is_administrator=True).first() or make.administrator()


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 12, 31), "Barnhälsan"),
        (DAY, "Familjehälsan"),
        (date(2026, 5, 31), "Familjehälsan"),
        (LATER, "Familjens hus"),
        (None, "Familjens hus"),
    ],
    ids=["before", "first-day", "last-day", "next", "no-day"],
)
def test_an_organisation_is_called_what_it_was_called_then(day: date | None, name: str) -> None:
    """Names follow upon each other, and days are half-open."""
    one = organisation()
    renamed(one)
    renamed(one, "Familjens hus", on=LATER)
    assert Organisation.objects.get().name_on(day) == name


def test_old_meetings_show_the_name_of_their_time() -> None:
    """Who was there is told by the organisation as it was called."""
    came = (make.Came(name="Ebba Ek", affiliation="Barnhälsan"),)
    old = make.meeting(on=date(2025, 5, 5), came=came)
    renamed(Organisation.objects.get())
    (presence,) = coverage(Meeting.objects.get(pk=old.pk))
    assert presence.organisation is not None
    assert presence.organisation.name_on(old.start_on) == "Barnhälsan"


def test_notes_with_the_old_name_are_still_recognised() -> None:
    """And those with the new one."""
    make.meeting(on=date(2025, 5, 5), came=(make.Came(name="Ebba Ek", affiliation="Barnhälsan"),))
    renamed(Organisation.objects.get())
    for month, name in ((2, "Barnhälsan"), (3, "Familjehälsan")):
        make.meeting(on=date(2026, month, 1), came=(make.Came(name="Ebba Ek", affiliation=name),))
    assert Organisation.objects.get().attendances.count() == 3


@pytest.mark.parametrize(
    ("name", "on"),
    [("Barnhälsan", DAY), ("Familjehälsan", date(2026, 9, 2)), ("", DAY)],
    ids=["same", "to-come", "empty"],
)
def test_a_name_that_cannot_be_is_refused(name: str, on: date) -> None:
    """In words that say what to do."""
    with pytest.raises(NameUnusable):
        renamed(organisation(), name, on=on)


def test_names_are_given_in_order_of_time() -> None:
    """A name between two others would say that the later one began twice."""
    one = organisation()
    renamed(one, on=LATER)
    with pytest.raises(NameUnusable, match="senare namnbyte"):
        renamed(one, "Familjens hus", on=DAY)


def test_a_name_that_another_has_is_refused() -> None:
    """Two that are one are merged."""
    organisation("Familjehälsan")
    with pytest.raises(NameUnusable, match="slå ihop"):
        renamed(organisation())


def snapshot(actor: Any) -> dict[str, Any]:
    """Names and place of somebody or something."""
    kept: dict[str, Any] = type(actor).objects.values().get(pk=actor.pk)
    aliases = sorted(actor.aliases.values_list("text", "key"))
    earlier = list(actor.earlier_names.values_list("name")) if isinstance(actor, Organisation) else []
    return kept | {"aliases": aliases, "earlier": earlier}


CHANGES: dict[str, tuple[Callable[[], Any], Callable[[Any], Event]]] = {
    "rename": (organisation, renamed),
    "rename-to-alias": (
        lambda: aliased(organisation(), "Familjehälsan"),
        renamed,
    ),
    "rename-body": (
        lambda: Body.objects.create(name="Provgruppen", key=body_key("Provgruppen")),
        lambda body: rename_body(body, "Nya gruppen", by=administrator()),
    ),
    "person": (
        lambda: Person.objects.create(name="Eba Ek", key="eba ek"),
        lambda one: change_person(one, name="Ebba Ek", email="ebba@exempel.se", by=administrator()),
    ),
    "move": (
        organisation,
        lambda one: move_organisation(one, organisation("Flen"), kind="authority", by=administrator()),
    ),
    "alias": (organisation, lambda one: add_alias(one, "BHV", by=administrator())),
    "no-alias": (
        lambda: aliased(organisation(), "BHV"),
        lambda one: remove_alias(one, one.aliases.get().pk, by=administrator()),
    ),
}


def aliased(one: Organisation, name: str) -> Organisation:
    """An organisation with another way to write it."""
    one.aliases.create(text=name, key=name.casefold())
    return one


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_taken_back_whole(change: str) -> None:
    """Name, key, aliases, address, place."""
    make_one, act = CHANGES[change]
    one = make_one()
    before = snapshot(one)
    event = act(one)
    assert snapshot(one) != before
    undo_event(event, by=administrator())
    assert snapshot(one) == before


def test_a_body_with_a_new_name_is_recognised_by_both() -> None:
    """And its meetings keep the order of their bodies."""
    meeting = make.meeting(bodies=("Provgruppen", "Andra gruppen"))
    body = Body.objects.get(name="Provgruppen")
    rename_body(body, "Nya gruppen", by=administrator())
    make.meeting(bodies=("Nya gruppen",), on=LATER)
    named = [one.name for one in Meeting.objects.get(pk=meeting.pk).named_bodies]
    assert (body.meetings.count(), named) == (2, ["Nya gruppen", "Andra gruppen"])


@pytest.mark.parametrize("text", ["Barnhälsan", "BHV", "Annan"], ids=["own", "known", "anothers"])
def test_an_alias_that_tells_nothing_new_or_another_is_refused(text: str) -> None:
    """One name means one organisation."""
    one = aliased(organisation(), "BHV")
    organisation("Annan")
    with pytest.raises(NameUnusable):
        add_alias(one, text, by=administrator())


def test_a_removed_alias_that_another_got_is_not_taken_back() -> None:
    """It would mean two."""
    one = aliased(organisation(), "BHV")
    event = remove_alias(one, one.aliases.get().pk, by=administrator())
    organisation("BHV")
    with pytest.raises(NameUnusable):
        undo_event(event, by=administrator())


def test_an_organisation_does_not_lie_below_itself() -> None:
    """Not by way of another either."""
    top = organisation("Topp")
    middle = organisation("Mellan", parent=top)
    with pytest.raises(TreeUnusable):
        move_organisation(top, organisation("Botten", parent=middle), kind="", by=administrator())


def test_what_is_used_is_not_taken_out() -> None:
    """A body that has met stays."""
    body, event = add_body("Provgruppen", by=administrator())
    Meeting.objects.create().bodies.add(body)
    with pytest.raises(CannotUndo, match="används redan"):
        undo_event(event, by=administrator())


def test_what_nothing_speaks_of_is_taken_out() -> None:
    """Put in by mistake."""
    one, event = add_organisation("Provenheten", by=administrator())
    undo_event(event, by=administrator())
    assert not Organisation.objects.filter(pk=one.pk).exists()


def test_a_secretary_changes_the_address_of_whoever_sits_in_her_body() -> None:
    """And of nobody else."""
    body = Body.objects.create(name="Provgruppen", key="provgrupp")
    disa, ebba = make.secretary(body), Person.objects.create(name="Ebba Ek", key="ebba ek")
    with pytest.raises(PermissionDenied):
        change_person(ebba, name="Ebba Ek", email="ebba@exempel.se", by=disa)
    Seat.objects.create(person=ebba, body=body)
    change_person(ebba, name="Ebba Ek", email="ebba@exempel.se", by=disa)
    ebba.refresh_from_db()
    assert ebba.email == "ebba@exempel.se"


def test_a_secretary_takes_out_whom_she_put_in() -> None:
    """Before anybody has used it."""
    disa = make.secretary(Body.objects.create(name="Provgruppen", key="provgrupp"))
    _, event = add_person("Ebba Ek", by=disa)
    undo_event(event, by=disa)
    assert not Person.objects.exists()


def test_addresses_of_those_who_came_and_those_who_sit_are_proposed() -> None:
    """When notes are sent; a seat that had ended by then is none."""
    meeting = make.meeting(came=(make.Came(name="Ebba Ek"),))
    Person.objects.update(email="ebba@exempel.se")
    for name, end_on in (("Siv", None), ("Förr", date(2026, 1, 1))):
        one = Person.objects.create(name=name, key=name, email=f"{name.casefold()}@exempel.se")
        Seat.objects.create(person=one, body=meeting.bodies.get(), end_on=end_on)
    assert sorted(known_addresses(meeting)) == ["ebba@exempel.se", "siv@exempel.se"]
