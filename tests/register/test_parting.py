"""Two that were made one can be parted: all is as it was, and what has happened since stays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import make

from samsyn.accounts.models import User
from samsyn.history.models import Event
from samsyn.register.actions.naming import ALIASES, KEYS, MODELS
from samsyn.register.exchange.tables import TABLES, rows
from samsyn.register.models import (
    Attendance,
    Body,
    EarlierName,
    Meeting,
    NoSeat,
    Organisation,
    Person,
    PersonAlias,
    Role,
    Seat,
    Statement,
    Suggestion,
)
from samsyn.register.service import CannotMerge, CannotUndo, merge_actors, take_suggestion, undo_event

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 1)
NAMES = {
    "person": ("Ebba Ek", "Eba Ek"),
    "organisation": ("Provenheten", "Provenhet"),
    "body": ("Nätverket för prov", "Provnätverket"),
}


def made(kind: str, name: str) -> Any:
    """Somebody or something with a name."""
    return MODELS[kind]._default_manager.create(name=name, key=KEYS[kind](name))


def pair(kind: str) -> tuple[Any, Any]:
    """Two that are one."""
    left, right = (made(kind, name) for name in NAMES[kind])
    return left, right


def came(person: Person | None, name: str = "Eba Ek", **fields: Any) -> Attendance:
    """A row of attendance at a meeting of its own."""
    return Attendance.objects.create(
        meeting=Meeting.objects.create(), position=0, person=person, name=name, **fields
    )


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables but the history; rows that only tie a body to a meeting without their id."""
    met = [{"pair": pair} for pair in sorted(Meeting.bodies.through.objects.values_list("meeting", "body"))]
    return {table: list(rows(table)) for table in TABLES if table != "event"} | {"meeting_body": met}


# What can stand about one of two, by kind: each takes the one, and somebody else of the same kind.
ABOUT: dict[str, tuple[Callable[[Any, Any], object], ...]] = {
    "person": (
        lambda one, other: came(one, name=other.name),
        lambda one, _: came(one, name=one.name, present=False),
        lambda one, _: Seat.objects.create(person=one, body=Body.objects.get(key="annat")),
        lambda one, _: NoSeat.objects.get_or_create(person=one, body=Body.objects.get(key="annat")),
        lambda one, _: Statement.objects.create(
            meeting=Meeting.objects.create(chair=one),
            position=0,
            kind="decision",
            text="Ja.",
            owner_person=one,
        ),
        lambda one, _: PersonAlias.objects.create(person=one, text="E. Ek", key="e ek"),
        lambda one, _: Person.objects.filter(pk=one.pk).update(email=f"{one.pk}@exempel.se"),
        lambda one, _: Suggestion.objects.get_or_create(
            kind="person", left_id=one.pk, right_id=Person.objects.get(key="tredje").pk
        ),
        lambda one, other: Suggestion.objects.get_or_create(
            kind="person", left_id=min(one.pk, other.pk), right_id=max(one.pk, other.pk)
        ),
    ),
    "organisation": (
        lambda one, other: came(None, organisation=one, affiliation=other.name),
        lambda one, _: Seat.objects.create(
            person=Person.objects.get(), body=Body.objects.get(), organisation=one
        ),
        lambda one, _: Organisation.objects.get_or_create(
            name=f"Under {one.pk}", key=f"under {one.pk}", parent=one
        ),
        lambda one, _: Organisation.objects.filter(pk=one.pk).update(
            parent=Organisation.objects.get(key="tredje"), kind="authority"
        ),
        lambda one, _: EarlierName.objects.get_or_create(organisation=one, name="Förr", end_on=DAY),
        lambda one, _: Role.objects.create(
            user=User.objects.get(), kind="contributor", organisation=one, start_on=DAY
        ),
    ),
    "body": (
        lambda one, _: Meeting.objects.create(body_order=[one.key]).bodies.add(one),
        lambda one, other: Meeting.objects.create(body_order=[other.key, one.key]).bodies.add(one, other),
        lambda one, _: came(None, on_behalf_of=one),
        lambda one, _: Seat.objects.create(person=Person.objects.get(), body=one),
        lambda one, _: Seat.objects.create(
            person=Person.objects.get(), body=Body.objects.get(key="annat"), on_behalf_of=one
        ),
        lambda one, _: NoSeat.objects.get_or_create(person=Person.objects.get(), body=one),
        lambda one, _: Role.objects.create(user=User.objects.get(), kind="secretary", body=one, start_on=DAY),
    ),
}


def fill(kind: str, chosen: list[tuple[int, bool]]) -> tuple[Any, Any]:
    """Two, with what was chosen about the one or the other, and a third that has nothing to do with them."""
    left, right = pair(kind)
    made(kind, "Tredje")
    for other in {"person", "body"} - {kind}:
        made(other, "Annat")
    if kind == "body":
        made(kind, "Annat")
    for at, is_left in chosen:
        one, other = (left, right) if is_left else (right, left)
        ABOUT[kind][at % len(ABOUT[kind])](one, other)
    return MODELS[kind]._default_manager.get(pk=left.pk), MODELS[kind]._default_manager.get(pk=right.pk)


@pytest.mark.slow  # forty registers a kind
@pytest.mark.parametrize("kind", NAMES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=st.lists(st.tuples(st.integers(0, 8), st.booleans()), max_size=8))
def test_merged_and_parted_nothing_has_changed(kind: str, chosen: list[tuple[int, bool]]) -> None:
    """Row by row, table by table, whatever pointed to the one or the other."""
    with transaction.atomic():
        anna = make.administrator()
        left, right = fill(kind, chosen)
        before = everything()
        undo_event(merge_actors(left, right, by=anna), by=anna)
        after = everything()
        transaction.set_rollback(True)
    assert after == before


def merged(kind: str = "person") -> tuple[Any, Event, User]:
    """The one that stands, the event, and who did it."""
    anna = make.administrator()
    left, right = pair(kind)
    return left, merge_actors(left, right, by=anna), anna


@pytest.mark.parametrize("kind", NAMES)
def test_the_other_name_is_kept_as_an_alias(kind: str) -> None:
    """It is recognised from then on."""
    left, _, _ = merged(kind)
    assert list(ALIASES[kind]._default_manager.values_list("text", flat=True)) == [NAMES[kind][1]]
    assert ALIASES[kind]._default_manager.filter(**{kind: left}).exists()


@pytest.mark.parametrize("kind", NAMES)
def test_others_may_not_merge(kind: str) -> None:
    """A secretary of one body would change the notes of all."""
    left, right = pair(kind)
    secretary = make.secretary(Body.objects.create(name="Eget", key="eget"))
    with pytest.raises(PermissionDenied):
        merge_actors(left, right, by=secretary)


def test_nor_may_they_part() -> None:
    """What was said for all is taken back for all."""
    _, event, _ = merged()
    with pytest.raises(PermissionDenied):
        undo_event(event, by=make.secretary(Body.objects.create(name="Eget", key="eget")))


def test_a_row_that_was_given_to_somebody_else_since_stays_there() -> None:
    """A person's later word is not undone with it."""
    anna = make.administrator()
    left, right = pair("person")
    row = came(right)
    event = merge_actors(left, right, by=anna)
    siv = made("person", "Siv Sand")
    Attendance.objects.filter(pk=row.pk).update(person=siv)
    undo_event(event, by=anna)
    row.refresh_from_db()
    assert row.person == siv


def test_a_row_that_is_gone_since_is_passed_over() -> None:
    """Another version of the notes names nobody."""
    anna = make.administrator()
    left, right = pair("person")
    row = came(right)
    event = merge_actors(left, right, by=anna)
    row.delete()
    undo_event(event, by=anna)
    assert Person.objects.filter(pk=right.pk).exists()


@pytest.mark.parametrize(("name", "whose"), [("Eba Ek", 1), ("Ebba Ek", 0)], ids=["the-other", "the-one"])
def test_a_row_that_has_come_since_goes_with_its_name(name: str, whose: int) -> None:
    """Notes that came in between give the one name or the other."""
    left, event, anna = merged()
    row = came(left, name=name)
    undo_event(event, by=anna)
    row.refresh_from_db()
    assert row.person_id == event.before["ids"][whose]


def test_notes_read_anew_since_keep_their_people_apart() -> None:
    """The new rows have other numbers, and the names tell."""
    anna = make.administrator()
    make.imported(
        make.reading(came=(make.Came(name="Ebba Eliasson"),)),
        make.reading(came=(make.Came(name="Ebba Elisson"),), on=date(2026, 4, 1)),
    )
    event = take_suggestion(Suggestion.objects.get(), by=anna)
    make.imported(make.reading(came=(make.Came(name="Ebba Elisson"),), on=date(2026, 5, 1)))
    undo_event(event, by=anna)
    assert [person.attendances.count() for person in Person.objects.order_by("pk")] == [1, 2]


def test_the_question_is_open_again() -> None:
    """It can be answered the other way."""
    left, right = pair("person")
    suggestion = Suggestion.objects.create(kind="person", left_id=left.pk, right_id=right.pk, reason="Lika?")
    anna = make.administrator()
    undo_event(take_suggestion(suggestion, by=anna), by=anna)
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.left_id, suggestion.right_id) == ("open", left.pk, right.pk)


def test_a_merge_by_hand_answers_the_question() -> None:
    """Nobody is asked what is known."""
    left, right = pair("person")
    suggestion = Suggestion.objects.create(kind="person", left_id=left.pk, right_id=right.pk, reason="Lika?")
    merge_actors(right, left, by=make.administrator())
    suggestion.refresh_from_db()
    assert suggestion.state == "taken"


def test_it_is_undone_whatever_has_happened_to_the_one_that_stands() -> None:
    """Here: somebody else was made one with them too."""
    left, event, anna = merged()
    third = made("person", "E. Ek")
    merge_actors(left, third, by=anna)
    undo_event(event, by=anna)
    assert set(Person.objects.values_list("name", flat=True)) == set(NAMES["person"])


def test_merges_are_parted_in_any_order() -> None:
    """The last one first, and then the first."""
    left, first, anna = merged()
    second = merge_actors(made("person", "Siv Sand"), left, by=anna)
    with pytest.raises(CannotUndo, match=r"inte längre|slagits ihop"):
        undo_event(first, by=anna)
    undo_event(second, by=anna)
    undo_event(first, by=anna)
    assert Person.objects.count() == 3


def test_two_are_parted_once() -> None:
    """The second time it is told."""
    _, event, anna = merged()
    undo_event(event, by=anna)
    with pytest.raises(CannotUndo, match="redan isär"):
        undo_event(event, by=anna)


def test_a_name_that_something_else_has_got_since_stands_in_the_way() -> None:
    """Two organs never share a name."""
    left, event, anna = merged("body")
    left.aliases.all().delete()
    made("body", NAMES["body"][1])
    with pytest.raises(CannotUndo, match="har fått namnet"):
        undo_event(event, by=anna)


def test_meetings_since_stay_with_the_one_that_stands() -> None:
    """Nothing tells whose they are."""
    left, event, anna = merged("body")
    meeting = Meeting.objects.create(body_order=[left.key])
    meeting.bodies.add(left)
    undo_event(event, by=anna)
    assert list(meeting.bodies.all()) == [left]


def test_an_organisation_is_not_made_one_with_what_lies_below_it() -> None:
    """The tree would bite its tail."""
    left, right = pair("organisation")
    middle = Organisation.objects.create(name="Mellan", key="mellan", parent=left)
    Organisation.objects.filter(pk=right.pk).update(parent=middle)
    with pytest.raises(CannotMerge, match="ligger under"):
        merge_actors(left, right, by=make.administrator())


@pytest.mark.parametrize("second", ["same", "other-kind", "gone"])
def test_what_cannot_be_one_is_refused(second: str) -> None:
    """And nothing is recorded."""
    left, right = pair("person")
    others = {"same": left, "other-kind": made("body", "Eget"), "gone": right}
    Person.objects.filter(pk=right.pk).delete()
    with pytest.raises(CannotMerge):
        merge_actors(left, others[second], by=make.administrator())
    assert not Event.objects.exists()
