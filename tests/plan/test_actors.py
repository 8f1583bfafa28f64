"""Whom a plan is for, what they are outside of, whom words for groups mean, and the time around it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.plan import plans

from samsyn.plan import service
from samsyn.plan.models import Actor, Band, NamedGroup, Outside, PlanComment, Wording
from samsyn.plan.queries.groups import resolved_groups, see_groups
from samsyn.plan.service import BandWanted, OutsideSaid, PlanUnusable
from samsyn.register.service import CannotUndo, undo_event

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Plan

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 22)
AUTUMN = BandWanted("holiday", "Höstlov", date(2026, 10, 26), date(2026, 11, 2))


def filled() -> Plan:
    """A plan with two actors, one that has left, one that is outside of an area, a group and a holiday."""
    plan = plans.plan()
    first, _second, gone = (
        plans.actor(plan, name, number=number)
        for number, name in enumerate(("Flens skola", "Gnestas skola", "Trosas skola"), 1)
    )
    Actor.objects.filter(pk=gone.pk).update(left_on=DAY)
    Outside.objects.create(actor=first, part=plans.area_of(plan), why="Har ingen skola.")
    NamedGroup.objects.create(plan=plan, words="alla aktörer")
    NamedGroup.objects.create(plan=plan, words="alla skolor", is_resolved=True).members.add(first)
    Band.objects.create(**{name: getattr(AUTUMN, name) for name in ("kind", "name", "start_on", "end_on")})
    return plan


def actor(plan: Plan, name: str = "Flens skola") -> Actor:
    """An actor by its name."""
    return plan.actors.get(organisation__name=name)


def both(plan: Plan) -> list[Actor]:
    """Those that have not left."""
    return list(plan.actors.filter(left_on=None))


CHANGES: dict[str, Callable[[Plan, User], Event]] = {
    "add": lambda plan, by: service.add_actor(plan, plans.organisation("Vingåkers skola"), by=by),
    "return": lambda plan, by: service.add_actor(plan, actor(plan, "Trosas skola").organisation, by=by),
    "remove": lambda plan, by: service.remove_actor(actor(plan), on=DAY, by=by),
    "move": lambda plan, by: service.move_actor(actor(plan), up=False, by=by),
    "outside": lambda plan, by: service.say_outside(actor(plan), OutsideSaid(None, "Pausar."), by=by),
    "outside-again": lambda plan, by: service.say_outside(
        actor(plan), OutsideSaid(plans.area_of(plan), "Väntar.", until=date(2027, 1, 1)), by=by
    ),
    "inside": lambda _plan, by: service.end_outside(Outside.objects.get(), on=DAY, by=by),
    "resolve": lambda plan, by: service.resolve_group(
        plan, "Alla aktörer", both(plan), decided_on=DAY, by=by
    ),
    "resolve-found": lambda plan, by: service.resolve_group(plan, "berörda parter", both(plan), by=by),
    "resolve-again": lambda plan, by: service.resolve_group(plan, "alla skolor", both(plan), by=by),
    "reopen": lambda _plan, by: service.reopen_group(NamedGroup.objects.get(is_resolved=True), by=by),
    "band": lambda _plan, by: service.add_band(
        BandWanted("reform", "Ny lag", date(2027, 1, 1), date(2028, 1, 1)), by=by
    ),
    "other-band": lambda _plan, by: service.change_band(
        Band.objects.get(), BandWanted("holiday", "Lov", AUTUMN.start_on, AUTUMN.end_on), by=by
    ),
    "no-band": lambda _plan, by: service.remove_band(Band.objects.get(), by=by),
}


def stands(plan: Plan) -> list[object]:
    """All that is said of whom and when."""
    return [
        list(plan.actors.order_by("pk").values_list("organisation__name", "number", "left_on")),
        list(Outside.objects.order_by("pk").values_list("actor", "part", "why", "until")),
        list(NamedGroup.objects.order_by("words").values_list("words", "is_resolved", "decided_on")),
        list(NamedGroup.members.through.objects.order_by("actor").values_list("namedgroup__words", "actor")),
        list(Band.objects.order_by("pk").values_list("kind", "name", "start_on", "end_on", "removed")),
    ]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_made_and_taken_back(change: Callable[[Plan, User], Event]) -> None:
    """Something changes, and all is then as it was."""
    anna, plan = make.administrator(), filled()
    before = stands(plan)
    event = change(plan, anna)
    after = stands(plan)
    undo_event(event, by=anna)
    assert (after != before, stands(plan)) == (True, before)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_reader_changes_nothing(change: Callable[[Plan, User], Event]) -> None:
    """The plan is the process leaders' own work."""
    plan = filled()
    with pytest.raises(PermissionDenied):
        change(plan, make.reader())


REFUSED: dict[str, tuple[Callable[[Plan, User], Event], str]] = {
    "actor-twice": (
        lambda plan, by: service.add_actor(plan, actor(plan).organisation, by=by),
        "gäller redan",
    ),
    "gone-already": (
        lambda plan, by: service.remove_actor(actor(plan, "Trosas skola"), on=DAY, by=by),
        "inte längre",
    ),
    "first-up": (lambda plan, by: service.move_actor(actor(plan), up=True, by=by), "redan först"),
    "gone-up": (
        lambda plan, by: service.move_actor(actor(plan, "Trosas skola"), up=True, by=by),
        "redan först",
    ),
    "outside-unsaid": (
        lambda plan, by: service.say_outside(actor(plan), OutsideSaid(None, " "), by=by),
        "Skriv varför",
    ),
    "outside-elsewhere": (
        lambda plan, by: service.say_outside(
            actor(plan), OutsideSaid(plans.area_of(plans.plan(name="Annan")), "Nej."), by=by
        ),
        "annan plan",
    ),
    "outside-backwards": (
        lambda plan, by: service.say_outside(
            actor(plan), OutsideSaid(None, "Pausar.", from_on=DAY, until=DAY), by=by
        ),
        "efter den första",
    ),
    "nobody": (lambda plan, by: service.resolve_group(plan, "alla aktörer", [], by=by), "minst en"),
    "no-words": (lambda plan, by: service.resolve_group(plan, " ", both(plan), by=by), "Skriv ordet"),
    "same-list": (
        lambda plan, by: service.resolve_group(plan, "alla skolor", [actor(plan)], by=by),
        "redan så",
    ),
    "band-backwards": (
        lambda _plan, by: service.add_band(BandWanted("term", "Höst", DAY, DAY), by=by),
        "efter den första",
    ),
    "band-unknown": (
        lambda _plan, by: service.add_band(BandWanted("kaos", "Höst", DAY, date(2027, 1, 1)), by=by),
        "Välj om",
    ),
    "band-twice": (lambda _plan, by: service.add_band(AUTUMN, by=by), "finns redan"),
}


@pytest.mark.parametrize(("change", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_said(change: Callable[[Plan, User], Event], said: str) -> None:
    """And nothing is kept."""
    anna, plan = make.administrator(), filled()
    before = stands(plan)
    with pytest.raises(PlanUnusable, match=said):
        change(plan, anna)
    assert stands(plan) == before


def test_an_actor_that_has_said_something_stays() -> None:
    """It can only leave."""
    anna, plan = make.administrator(), plans.plan()
    event = service.add_actor(plan, plans.organisation("Flens skola"), by=anna)
    plans.assessment(actor(plan), plans.area_of(plan), 1)
    with pytest.raises(CannotUndo, match="Mer har sagts"):
        undo_event(event, by=anna)


def test_words_for_groups_are_found_in_the_wordings_in_force() -> None:
    """The unresolved ones first, with the parts they stand in; an old wording counts no more."""
    plan = plans.plan(areas=("Styrning",), n_steps=2)
    area = plans.area_of(plan)
    first, second = plans.step_of(area, 1), plans.step_of(area, 2)
    Wording.objects.filter(part=first).update(text="Samtliga förvaltningar prövar.")
    Wording.objects.create(part=first, number=2, text="Alla skolor prövar.")
    Wording.objects.filter(part=second).update(text="Berörda parter och alla skolor har en rutin.")
    service.resolve_group(plan, "alla skolor", [plans.actor(plan)], by=make.administrator())
    seen = [
        (row.words, row.is_resolved, [one.number for one in row.parts]) for row in see_groups(plan, on=DAY)
    ]
    assert (seen, resolved_groups()) == (
        [("berörda parter", False, [2]), ("alla skolor", True, [1, 2])],
        ("alla skolor",),
    )


@pytest.mark.parametrize("state", ["open", "proposed"])
def test_a_new_wording_answers_what_asked_for_it(state: str) -> None:
    """It points to the version that came of it, and waits again when that is taken back."""
    anna, plan = make.administrator(), plans.plan()
    step = plans.step_of(plans.area_of(plan), 1)
    wish = PlanComment.objects.create(
        plan=plan, part=step, kind="change_request", text="Förenkla.", state=state, by=anna
    )
    wanted = service.WordingWanted("Ledningen vet.", "Enklare.", answers=(wish,))
    event = service.write_wording(step, wanted, by=anna)
    wish.refresh_from_db()
    answered = (wish.state, wish.answer_wording_id)
    undo_event(event, by=anna)
    wish.refresh_from_db()
    assert (answered, (wish.state, wish.answer_wording)) == (("answered", event.subject_id), (state, None))


def test_a_decided_wish_stays_decided() -> None:
    """That it was decided is not lost when it is carried out."""
    anna, plan = make.administrator(), plans.plan()
    step = plans.step_of(plans.area_of(plan), 1)
    wish = PlanComment.objects.create(
        plan=plan, part=step, kind="change_request", state="decided", text="Förenkla.", by=anna
    )
    service.write_wording(step, service.WordingWanted("Ny.", "Enklare.", answers=(wish,)), by=anna)
    wish.refresh_from_db()
    assert (wish.state, wish.answer_wording is not None) == ("decided", True)


def test_a_wish_about_another_part_is_not_answered() -> None:
    """Nothing is written then."""
    anna, plan = make.administrator(), plans.plan()
    area = plans.area_of(plan)
    wish = PlanComment.objects.create(plan=plan, part=plans.step_of(area, 2), text="Förenkla.", by=anna)
    with pytest.raises(PlanUnusable, match="annan del"):
        service.write_wording(
            plans.step_of(area, 1), service.WordingWanted("Ny.", "Enklare.", answers=(wish,)), by=anna
        )
