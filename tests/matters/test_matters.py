"""Opening, naming, closing, splitting and joining matters; who may, and how it is taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.matters import threads

from samsyn.matters.models import Matter, MatterLink, MatterRelation
from samsyn.matters.service import (
    MatterUnusable,
    Place,
    close_matter,
    merge_matters,
    open_matter,
    relate_matters,
    rename_matter,
    reopen_matter,
    split_matter,
    stamp_of_matter,
    tell_standing,
    tie_knot,
    unrelate_matters,
)
from samsyn.register.models import Body, Meeting
from samsyn.register.service import CannotUndo, ChangedMeanwhile, undo_event

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.accounts.models import User
    from samsyn.history.models import Event

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 1)
NUMBER = "Om 121212-" + "1212"


def two() -> tuple[Place, Place]:
    """Items of two meetings."""
    return threads.place(threads.meeting(0)), threads.place(threads.meeting(4, body="Styrgruppen"))


def test_a_matter_holds_what_it_is_opened_with() -> None:
    """A name, and what belongs to it from the start."""
    left, right = two()
    matter = threads.matter(left, right, by=make.administrator())
    assert threads.headings(matter) == [("Stöd i väntan på utredning", "taken")] * 2


@pytest.mark.parametrize("name", ["  ", "x" * 301, NUMBER], ids=["empty", "long", "identity-number"])
def test_a_name_that_cannot_stand_is_refused(name: str) -> None:
    """With what to do about it."""
    with pytest.raises(MatterUnusable):
        open_matter(name, by=make.administrator())


def test_a_matter_that_was_opened_by_mistake_is_gone() -> None:
    """And the proposals that it answered wait again."""
    anna, (left, right) = make.administrator(), two()
    event = open_matter("Fel", [left, right], by=anna, links=[threads.link(left, right)])
    undo_event(event, by=anna)
    assert (Matter.objects.count(), MatterLink.objects.get().state) == (0, "open")


def test_a_matter_that_is_in_use_is_not_taken_back() -> None:
    """Somebody has tied more to it."""
    anna, (left, right) = make.administrator(), two()
    event = open_matter("Planen", [left], by=anna)
    tie_knot(Matter.objects.get(), right, by=anna)
    with pytest.raises(CannotUndo, match="Mer har hänt"):
        undo_event(event, by=anna)


def test_whoever_writes_some_notes_opens_matters() -> None:
    """A matter goes over the bodies' borders."""
    left, _ = two()
    disa = make.secretary(Body.objects.get(name="Styrgruppen"))
    assert threads.matter(left, by=disa).opened_by == disa


def test_unfinished_notes_that_are_not_seen_cannot_be_tied() -> None:
    """Not even by whoever knows their number."""
    left, _ = two()
    Meeting.objects.filter(pk=left.meeting.pk).update(notes_state="draft")
    disa = make.secretary(Body.objects.get(name="Styrgruppen"))
    with pytest.raises(PermissionDenied):
        open_matter("Planen", [Place(Meeting.objects.get(pk=left.meeting.pk), left.item)], by=disa)


CHANGES: dict[str, Callable[[Matter, User], Event]] = {
    "renamed": lambda matter, by: rename_matter(matter, "Kontaktväg", by=by),
    "told": lambda matter, by: tell_standing(matter, "Väntar på regionen.", by=by),
    "closed": lambda matter, by: close_matter(matter, on=ON, why="Det är klart.", by=by),
}


def columns(matter: Matter) -> dict[str, object]:
    """All that is kept of a matter."""
    return dict(Matter.objects.filter(pk=matter.pk).values()[0])


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_of_a_matter_is_taken_back(change: Callable[[Matter, User], Event]) -> None:
    """Everything is as it was."""
    anna = make.administrator()
    matter = threads.matter(by=anna)
    before = columns(matter)
    event = change(matter, anna)
    changed = columns(matter) != before
    undo_event(event, by=anna)
    assert (changed, columns(matter)) == (True, before)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_readers_change_no_matter(change: Callable[[Matter, User], Event]) -> None:
    """Bo may look at it."""
    matter = threads.matter(by=make.administrator())
    with pytest.raises(PermissionDenied):
        change(matter, make.reader())


def test_a_form_that_was_shown_before_a_change_is_told() -> None:
    """Nothing of the other's is overwritten."""
    anna = make.administrator()
    matter = threads.matter(by=anna)
    seen = stamp_of_matter(matter)
    rename_matter(matter, "Kontaktväg", by=anna)
    with pytest.raises(ChangedMeanwhile, match="inte sparat"):
        rename_matter(matter, "Planen", by=anna, seen=seen)


def test_a_matter_is_closed_with_a_reason() -> None:
    """Whoever asks next gets an answer."""
    anna = make.administrator()
    with pytest.raises(MatterUnusable, match="varför"):
        close_matter(threads.matter(by=anna), on=ON, why=" ", by=anna)


def test_a_closed_matter_is_opened_again() -> None:
    """Nothing is final."""
    anna = make.administrator()
    matter = threads.matter(by=anna)
    close_matter(matter, on=ON, why="Klart.", by=anna)
    reopen_matter(matter, by=anna, why="Frågan kom tillbaka.")
    matter.refresh_from_db()
    assert (matter.state, matter.closed_on, matter.closed_because) == ("open", None, "")


def test_secretaries_of_one_body_close_no_matter() -> None:
    """It is the whole county's."""
    left, _ = two()
    matter = threads.matter(left, by=make.administrator())
    with pytest.raises(PermissionDenied):
        close_matter(matter, on=ON, why="Klart.", by=make.secretary(left.meeting.bodies.all()[0]))


def split() -> tuple[User, Matter, Event]:
    """A matter of two items, of which one has become its own."""
    anna, (left, right) = make.administrator(), two()
    matter = threads.matter(left, right, by=anna)
    return anna, matter, split_matter(matter, [matter.knots.order_by("pk")[1]], "Eget ärende", by=anna)


def test_a_matter_is_split() -> None:
    """What is chosen becomes a matter of its own."""
    _, matter, event = split()
    made = Matter.objects.get(pk=event.after["made"])
    assert (matter.knots.count(), made.knots.count(), made.name) == (1, 1, "Eget ärende")


def test_a_split_is_taken_back() -> None:
    """The new one is gone."""
    anna, matter, event = split()
    undo_event(event, by=anna)
    assert (matter.knots.count(), Matter.objects.count()) == (2, 1)


def test_a_split_stays_where_the_new_matter_is_in_use() -> None:
    """The two are made one instead."""
    anna, _, event = split()
    rename_matter(Matter.objects.get(pk=event.after["made"]), "Annat", by=anna)
    with pytest.raises(CannotUndo, match="slå ihop"):
        undo_event(event, by=anna)


def test_all_of_a_matter_cannot_be_split_off() -> None:
    """Something is left."""
    anna, (left, right) = make.administrator(), two()
    matter = threads.matter(left, right, by=anna)
    with pytest.raises(MatterUnusable, match="minst en vara kvar"):
        split_matter(matter, matter.knots.all(), "Allt", by=anna)


def merged() -> tuple[User, Matter, Matter, Event]:
    """Two matters with an item in common, made one."""
    anna, (left, right) = make.administrator(), two()
    one, other = threads.matter(left, by=anna), threads.matter(left, right, by=anna, name="Samma")
    return anna, one, other, merge_matters(one, other, by=anna)


def test_what_belonged_to_either_belongs_to_both() -> None:
    """An item that both had is there once."""
    _, one, other, _ = merged()
    other.refresh_from_db()
    assert (len(threads.headings(one)), other.state, other.merged_into) == (2, "merged", one)


def test_two_matters_are_parted_again() -> None:
    """Each has what it had."""
    anna, one, other, event = merged()
    undo_event(event, by=anna)
    other.refresh_from_db()
    assert (one.knots.count(), other.knots.count(), other.state) == (1, 2, "open")


def test_matters_that_were_parted_are_not_parted_again() -> None:
    """It is said that they are apart."""
    anna, _, _, event = merged()
    undo_event(event, by=anna)
    with pytest.raises(CannotUndo, match="redan isär"):
        undo_event(event, by=anna)


def test_nothing_is_changed_in_a_matter_that_is_part_of_another() -> None:
    """It is told where to go."""
    anna, _, other, _ = merged()
    with pytest.raises(MatterUnusable, match="ingår i ett annat"):
        rename_matter(other, "Nytt", by=anna)


def test_two_matters_are_related_once() -> None:
    """Whichever of them it is said of."""
    anna = make.administrator()
    one, other = threads.matter(by=anna), threads.matter(by=anna, name="Planen")
    relate_matters(other, one, by=anna, why="Samma barn.")
    with pytest.raises(MatterUnusable, match="redan närliggande"):
        relate_matters(one, other, by=anna)


def test_a_relation_is_refused_and_taken_back() -> None:
    """A refusal is remembered, and can be undone."""
    anna = make.administrator()
    relate_matters(threads.matter(by=anna), threads.matter(by=anna, name="Planen"), by=anna)
    event = unrelate_matters(MatterRelation.objects.get(), by=anna)
    refused = MatterRelation.objects.get().state
    undo_event(event, by=anna)
    assert (refused, MatterRelation.objects.get().state) == ("refused", "taken")
