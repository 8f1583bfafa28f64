"""A plan is made and changed by actions that can be taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.plan import plans

from samsyn.plan import service
from samsyn.plan.models import Checking, Part, Period, Plan, Wording
from samsyn.plan.service import PartWanted, PlanUnusable, PlanWanted
from samsyn.register.service import CannotUndo, ChangedMeanwhile, undo_event

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.accounts.models import User
    from samsyn.history.models import Event

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 22)
STEPS = (
    PartWanted("step", "Veta"),
    PartWanted("step", "Pröva", meaning="test", when="till årsskiftet"),
    PartWanted(
        "step", "Vardag", meaning="everyday", parts=(PartWanted("milestone", "Alla vet", "Alla vet."),)
    ),
)
AREA = PartWanted("area", "Arbetssätt", parts=STEPS)
WANTED = PlanWanted("Plan 2", (PartWanted("target", "Målbild", "Alla barn får stöd."), AREA))


def made(by: User, wanted: PlanWanted = WANTED) -> tuple[Plan, Event]:
    """A plan, and the event of its making."""
    event = service.make_plan(wanted, on=DAY, by=by)
    return Plan.objects.get(pk=event.subject_id), event


def names(plan: Plan) -> list[tuple[str, int, str]]:
    """A plan's parts that have not been withdrawn: kind, number and name."""
    rows = plan.parts.filter(withdrawn_on=None).order_by("kind", "parent_id", "number")
    return list(rows.values_list("kind", "number", "name"))


def test_a_plan_is_made_with_all_that_is_wanted() -> None:
    """Parts below parts in order, their first words, their times."""
    plan, _event = made(make.administrator())
    words = list(Wording.objects.order_by("pk").values_list("text", flat=True))
    times = list(Period.objects.values_list("words", "end_on"))
    assert (names(plan), words, times) == (
        [
            ("area", 1, "Arbetssätt"),
            ("milestone", 1, "Alla vet"),
            ("step", 1, "Veta"),
            ("step", 2, "Pröva"),
            ("step", 3, "Vardag"),
            ("target", 1, "Målbild"),
        ],
        ["Alla barn får stöd.", "Alla vet."],
        [("till årsskiftet", date(2027, 1, 16))],
    )


def test_an_actor_is_chosen_once() -> None:
    """However often it was given."""
    school = plans.organisation("Flens skola")
    plan, _event = made(make.administrator(), PlanWanted("Plan", (AREA,), (school, school)))
    assert [actor.organisation for actor in plan.actors.all()] == [school]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (PlanWanted("", (AREA,)), "heta"),
        (PlanWanted("Plan", ()), "minst ett område"),
        (PlanWanted("Plan", (PartWanted("step", "Ett"),)), "minst ett område"),
        (
            PlanWanted("Plan", (PartWanted("area", "A", parts=(PartWanted("milestone", "M"),)),)),
            "kan inte stå",
        ),
        (PlanWanted("Plan", (PartWanted("area", "A", parts=(STEPS[1], STEPS[1])),)), "redan den betydelsen"),
        (PlanWanted("Plan", (PartWanted("area", "A 19121212-1212"),)), "personnummer"),
    ],
    ids=["nameless", "empty", "no-area", "misplaced", "two-tests", "identity-number"],
)
def test_what_cannot_be_a_plan_leaves_nothing(wanted: PlanWanted, said: str) -> None:
    """It is said what is wrong, and nothing of it is kept."""
    anna = make.administrator()
    with pytest.raises(PlanUnusable, match=said):
        made(anna, wanted)
    assert (Plan.objects.count(), Part.objects.count()) == (0, 0)


def test_a_plan_that_was_just_made_is_taken_back() -> None:
    """With all of its parts."""
    anna = make.administrator()
    _plan, event = made(anna)
    undo_event(event, by=anna)
    assert (Plan.objects.count(), Part.objects.count(), Wording.objects.count()) == (0, 0, 0)


def test_a_plan_in_use_is_not_taken_back() -> None:
    """A part that was changed since would go with it."""
    anna = make.administrator()
    plan, event = made(anna)
    service.change_part(plan.parts.get(name="Veta"), name="Känna till", by=anna)
    with pytest.raises(CannotUndo, match="Mer har hänt"):
        undo_event(event, by=anna)


def _part(plan: Plan, name: str = "Veta") -> Part:
    return plan.parts.get(name=name)


CHANGES: dict[str, Callable[[Plan, User], Event]] = {
    "facts": lambda plan, by: service.change_plan(
        plan, name="Plan 3", began_on=None, evidence_months=9, by=by
    ),
    "end": lambda plan, by: service.end_plan(plan, on=DAY, by=by),
    "add-area": lambda plan, by: service.add_part(AREA, plan=plan, on=DAY, by=by),
    "add-milestone": lambda plan, by: service.add_part(
        PartWanted("milestone", "Ny"), plan=plan, parent=_part(plan), on=DAY, by=by
    ),
    "rename": lambda plan, by: service.change_part(_part(plan), name="Känna till", by=by),
    "move": lambda plan, by: service.move_part(_part(plan), up=False, by=by),
    "withdraw": lambda plan, by: service.withdraw_part(_part(plan), why="Behövs inte.", on=DAY, by=by),
    "wording": lambda plan, by: service.write_wording(
        _part(plan, "Alla vet"), service.WordingWanted("Rektorerna vet.", "För svepande."), by=by
    ),
    "first-wording": lambda plan, by: service.write_wording(
        _part(plan), service.WordingWanted("Ledningen vet."), by=by
    ),
    "checking": lambda plan, by: service.tell_checking(
        _part(plan), service.CheckingSaid("Enkät", "Processledarna", "i maj"), on=DAY, by=by
    ),
    "time": lambda plan, by: service.tell_period(_part(plan), "tidigast 2028", on=DAY, by=by),
    "other-time": lambda plan, by: service.tell_period(_part(plan, "Pröva"), "i juni", on=DAY, by=by),
    "no-time": lambda plan, by: service.remove_period(Period.objects.get(), by=by),
    "reached": lambda plan, by: service.reach_period(
        Period.objects.get(), on=DAY, today=DAY, because="Alla har prövat.", by=by
    ),
}


def stands(plan: Plan) -> list[object]:
    """All that a plan holds, apart from ids of rows that may be made anew."""
    return [
        list(Plan.objects.values_list("name", "state", "evidence_months", "began_on", "ended_on")),
        list(plan.parts.order_by("pk").values_list("pk", "number", "name", "meaning", "withdrawn_on")),
        list(Wording.objects.order_by("part", "number").values_list("part", "number", "text")),
        list(Checking.objects.values_list("part", "how", "who", "when_words", "end_on")),
        list(Period.objects.order_by("part").values_list("part", "words", "end_on", "reached_on")),
    ]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_made_and_taken_back(change: Callable[[Plan, User], Event]) -> None:
    """Something changes, and the plan is then again as it was."""
    anna = make.administrator()
    plan, _event = made(anna)
    before = stands(plan)
    event = change(plan, anna)
    after = stands(plan)
    undo_event(event, by=anna)
    back = stands(plan)
    assert (after != before, back == before) == (True, True)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_reader_changes_nothing(change: Callable[[Plan, User], Event]) -> None:
    """The plan is the process leaders' own work."""
    plan, _event = made(make.administrator())
    with pytest.raises(PermissionDenied):
        change(plan, make.reader())


def test_a_part_that_was_restored_is_withdrawn_again() -> None:
    """That it came back is taken back too."""
    anna = make.administrator()
    plan, _event = made(anna)
    part = _part(plan)
    service.withdraw_part(part, why="Behövs inte.", on=DAY, by=anna)
    undo_event(service.restore_part(part, by=anna), by=anna)
    part.refresh_from_db()
    assert (part.withdrawn_on, part.withdrawn_because) == (DAY, "Behövs inte.")


def test_parts_change_places() -> None:
    """The numbers follow."""
    anna = make.administrator()
    plan, _event = made(anna)
    service.move_part(_part(plan, "Vardag"), up=True, by=anna)
    steps = plan.parts.filter(kind="step").order_by("number").values_list("number", "name")
    assert list(steps) == [(1, "Veta"), (2, "Vardag"), (3, "Pröva")]


def test_the_first_part_cannot_move_up() -> None:
    """And it is said why."""
    anna = make.administrator()
    plan, _event = made(anna)
    with pytest.raises(PlanUnusable, match="redan först"):
        service.move_part(_part(plan), up=True, by=anna)


def test_a_withdrawn_part_comes_back_last_when_its_place_is_taken() -> None:
    """Another has its number."""
    anna = make.administrator()
    plan, _event = made(anna)
    last = _part(plan, "Vardag")
    service.withdraw_part(last, why="För tidigt.", on=DAY, by=anna)
    service.add_part(
        PartWanted("step", "Sprida"), plan=plan, parent=_part(plan, "Arbetssätt"), on=DAY, by=anna
    )
    service.restore_part(last, by=anna)
    assert list(plan.parts.filter(kind="step").order_by("number").values_list("number", "name"))[2:] == [
        (3, "Sprida"),
        (4, "Vardag"),
    ]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (service.WordingWanted(" "), "Skriv lydelsen"),
        (service.WordingWanted("Alla vet."), "desamma"),
        (service.WordingWanted("Rektorerna vet."), "Skriv varför"),
    ],
    ids=["empty", "same", "no-reason"],
)
def test_a_wording_that_says_nothing_new_is_refused(wanted: service.WordingWanted, said: str) -> None:
    """Words, other than before, and a reason."""
    anna = make.administrator()
    plan, _event = made(anna)
    with pytest.raises(PlanUnusable, match=said):
        service.write_wording(_part(plan, "Alla vet"), wanted, by=anna)


def test_two_do_not_write_over_each_other() -> None:
    """Who had the page open before the other wrote is told."""
    anna = make.administrator()
    plan, _event = made(anna)
    part = _part(plan, "Alla vet")
    service.write_wording(part, service.WordingWanted("Rektorerna vet.", "Svepande."), by=anna, seen=1)
    with pytest.raises(ChangedMeanwhile):
        service.write_wording(part, service.WordingWanted("Alla chefer vet.", "Svepande."), by=anna, seen=1)


def test_a_wording_that_somebody_was_assessed_against_stays() -> None:
    """It cannot be taken back, only followed by another."""
    anna = make.administrator()
    plan = plans.plan()
    area = plans.area_of(plan)
    event = service.write_wording(
        plans.step_of(area, 1), service.WordingWanted("Nya ord.", "Svepande."), by=anna
    )
    plans.assessment(plans.actor(plan), area, 1)
    with pytest.raises(CannotUndo, match="hör till lydelsen"):
        undo_event(event, by=anna)


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("till årsskiftet", date(2026, 12, 15), date(2027, 1, 16), "turn_of_year"),
        ("tidigast 2027", date(2027, 1, 1), None, "earliest"),
        ("1/7-26", date(2026, 7, 1), date(2026, 7, 2), "day"),
        ("under hösten", date(2026, 9, 1), date(2026, 12, 1), "season"),
        ("när lokalen är klar", None, None, "uncertain"),
    ],
    ids=["turn-of-year", "earliest", "day", "season", "no-time"],
)
def test_a_time_is_read_as_it_is_written(
    words: str, start: date | None, end: date | None, precision: str
) -> None:
    """With how exact it is, counted from the day on which it is written; the words are kept."""
    anna = make.administrator()
    plan, _event = made(anna)
    service.tell_period(_part(plan), words, on=DAY, by=anna)
    period = Period.objects.get(part=_part(plan))
    assert (period.words, period.start_on, period.end_on, period.precision) == (words, start, end, precision)


def test_an_actor_has_a_time_of_its_own() -> None:
    """Beside the one for all."""
    anna = make.administrator()
    plan, _event = made(anna)
    actor = plans.actor(plan)
    service.tell_period(_part(plan, "Pröva"), "hösten 2027", on=DAY, actor=actor, by=anna)
    rows = Period.objects.filter(part=_part(plan, "Pröva")).order_by("pk")
    assert list(rows.values_list("actor", "words")) == [(None, "till årsskiftet"), (actor.pk, "hösten 2027")]


@pytest.mark.parametrize(
    ("on", "because", "said"),
    [(date(2026, 12, 1), "Alla vet.", "inte varit"), (DAY, " ", "vad som visar")],
    ids=["to-come", "nothing-shows-it"],
)
def test_what_was_reached_has_a_day_and_shows_it(on: date, because: str, said: str) -> None:
    """No day that has not come, and no word without something behind it."""
    anna = make.administrator()
    made(anna)
    with pytest.raises(PlanUnusable, match=said):
        service.reach_period(Period.objects.get(), on=on, today=DAY, because=because, by=anna)


def test_an_area_is_not_followed_up() -> None:
    """Its steps and milestones are."""
    anna = make.administrator()
    plan, _event = made(anna)
    with pytest.raises(PlanUnusable, match="helt område"):
        service.tell_checking(_part(plan, "Arbetssätt"), service.CheckingSaid("Enkät"), on=DAY, by=anna)
