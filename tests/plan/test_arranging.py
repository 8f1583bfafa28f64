"""A workbook moves parts, orders them and lets them go."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from hypothesis import given
from hypothesis import strategies as st
from tests import make
from tests.plan import plans

from samsyn.plan import service
from samsyn.plan.actions.arrange_parts import order_parts, rehome_part
from samsyn.plan.models import Part, Plan
from samsyn.plan.service import PlanUnusable
from samsyn.plan.sheets.arranging import arrange
from samsyn.plan.sheets.proposing import Proposal, propose_changes
from samsyn.plan.sheets.reading import read_book
from samsyn.plan.sheets.telling import tell_plan
from samsyn.plan.sheets.trees import grow
from samsyn.plan.sheets.understanding import Line, Understood, understand
from samsyn.plan.sheets.writing import Table, write_book
from samsyn.register.service import undo_event

if TYPE_CHECKING:
    from collections.abc import Callable

    Row = dict[str, object]
    Edit = Callable[[list[Row]], list[Row]]

DAY = date(2026, 11, 22)


def filled() -> Plan:
    """Two areas with three steps, and a milestone of the first step."""
    plan = plans.plan(areas=("Arbetssätt", "Styrning"), n_steps=3)
    step = plans.step_of(plans.area_of(plan), 1)
    Part.objects.create(plan=plan, kind="milestone", parent=step, name="Alla vet")
    return plan


def edited(plan: Plan, edit: Edit) -> Understood:
    """The plan's own workbook after somebody has edited its rows."""
    table = tell_plan(plan, on=DAY)[0]
    rows = edit([dict(zip(table.head, row, strict=True)) for row in table.rows])
    content = write_book([Table("Plan", table.head, [list(row.values()) for row in rows])])  # type: ignore[arg-type]
    return understand(read_book(content, name="plan.xlsx"))


def at(rows: list[Row], name: str, area: str = "Arbetssätt") -> Row:
    """The row of a part by what ends its place."""
    return next(row for row in rows if row["Område"] == area and name in {row["Steg"], row["Milstolpe"]})


def swapped(rows: list[Row]) -> list[Row]:
    """The second and third step of the first area have changed rows."""
    second, third = rows.index(at(rows, "2. Steg 2")), rows.index(at(rows, "3. Steg 3"))
    rows[second], rows[third] = rows[third], rows[second]
    return rows


def renumbered(rows: list[Row]) -> list[Row]:
    """They have changed numbers, and stand where they stood."""
    at(rows, "2. Steg 2")["Steg"], at(rows, "3. Steg 3")["Steg"] = "3. Steg 2", "2. Steg 3"
    return rows


def between(rows: list[Row]) -> list[Row]:
    """A new step stands between the first and the second."""
    new: Row = {**dict.fromkeys(rows[0], ""), "Sort": "Steg", "Område": "Arbetssätt", "Steg": "Ett nytt"}
    rows.insert(rows.index(at(rows, "2. Steg 2")), new)
    return rows


def areas_swapped(rows: list[Row]) -> list[Row]:
    """The second area stands first."""
    return sorted(rows, key=lambda row: row["Område"] != "Styrning")


def elsewhere(rows: list[Row]) -> list[Row]:
    """The milestone stands below a step of the other area."""
    at(rows, "Alla vet").update({"Område": "Styrning", "Steg": "2. Steg 2"})
    return rows


def step_elsewhere(rows: list[Row]) -> list[Row]:
    """A step stands in the other area, with the milestone below it."""
    at(rows, "1. Steg 1")["Område"] = at(rows, "Alla vet")["Område"] = "Styrning"
    at(rows, "Alla vet", "Styrning")["Steg"] = at(rows, "1. Steg 1", "Styrning")["Steg"] = "Steg A"
    return rows


def going(rows: list[Row]) -> list[Row]:
    """A step goes, with the milestone below it."""
    at(rows, "1. Steg 1")["Läge"] = "Utgår"
    return rows


def names(plan: Plan) -> list[str]:
    """What stands in a plan, in order: area, step, milestone."""
    rows = [row[1:4] for row in tell_plan(plan, on=DAY)[0].rows]
    return [" / ".join(str(word) for word in row if word) for row in rows]


def taken(plan: Plan, said: Understood, *, why: str = "") -> list[str]:
    """What stands after a workbook was taken; undone again it all stands as before."""
    anna, before = make.administrator(), names(plan)
    stamp = propose_changes(plan, said).stamp
    events = service.take_sheet(plan, said, seen=stamp, why=why, on=DAY, by=anna)
    after, left = names(plan), propose_changes(plan, said).changes
    [undo_event(event, by=anna) for event in reversed(events)]
    assert (names(plan), [one.sort for one in left if one.sort != "withdrawn"]) == (before, [])
    return after


STANDS = [
    "Arbetssätt", "Arbetssätt / 1. Steg 1", "Arbetssätt / 1. Steg 1 / Alla vet", "Arbetssätt / 2. Steg 2",
    "Arbetssätt / 3. Steg 3", "Styrning", "Styrning / 1. Steg 1", "Styrning / 2. Steg 2",
    "Styrning / 3. Steg 3",
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("edit", "sorts", "after"),
    [
        (swapped, ["ordered"], [*STANDS[:3], "Arbetssätt / 2. Steg 3",
            "Arbetssätt / 3. Steg 2", *STANDS[5:]]),
        (
            between, ["new", "ordered"],
            [*STANDS[:3], "Arbetssätt / 2. Ett nytt", "Arbetssätt / 3. Steg 2", "Arbetssätt / 4. Steg 3",
             *STANDS[5:]],
        ),
        (areas_swapped, ["ordered"], [*STANDS[5:], *STANDS[:5]]),
        (elsewhere, ["moved"], [*STANDS[:2], *STANDS[3:8], "Styrning / 2. Steg 2 / Alla vet", STANDS[8]]),
    ],
    ids=["rows", "new-between", "areas", "milestone-elsewhere"],
)  # fmt: skip
def test_parts_stand_where_the_workbook_has_them(edit: Edit, sorts: list[str], after: list[str]) -> None:
    """Told first, taken in one, and taken back in one."""
    plan = filled()
    said = edited(plan, edit)
    proposal = propose_changes(plan, said)
    assert (sorted(one.sort for one in proposal.changes), proposal.wrong) == (sorted(sorts), ())
    assert taken(plan, said) == after


@pytest.mark.django_db
def test_a_part_goes_only_where_its_row_says_so() -> None:
    """With what stands below it; why is asked for once, and what has no row stays and is named."""
    plan = filled()
    said = edited(plan, lambda rows: [row for row in going(rows) if row["Område"] == "Arbetssätt"])
    proposal = propose_changes(plan, said)
    assert (proposal.needs_reason, [part.name for part in proposal.untouched]) == (
        True, ["Styrning", "Steg 1", "Steg 2", "Steg 3"],
    )  # fmt: skip
    with pytest.raises(PlanUnusable, match="varför delarna utgår"):
        service.take_sheet(
            plan, said, seen=proposal.stamp, why="", on=DAY, by=make.administrator(email="p@exempel.se")
        )
    assert taken(plan, said, why="Slås ihop med nästa.") == [STANDS[0], *STANDS[3:]]


@pytest.mark.django_db
def test_a_row_may_say_itself_why_its_part_goes() -> None:
    """Then nobody is asked."""
    plan = filled()

    def with_why(rows: list[Row]) -> list[Row]:
        at(going(rows), "1. Steg 1")["Varför"] = "Dubblett."
        return rows

    said = edited(plan, with_why)
    assert not propose_changes(plan, said).needs_reason
    assert taken(plan, said) == [STANDS[0], *STANDS[3:]]


def sorted_by_name(rows: list[Row]) -> list[Row]:
    """As the filter of a sheet sorts."""
    return sorted(rows, key=lambda row: (str(row["Steg"]), str(row["Område"])), reverse=True)


@pytest.mark.django_db
def test_rows_sorted_by_another_column_move_nothing() -> None:
    """Their order is the sheet's, not the plan's."""
    plan = filled()
    assert propose_changes(plan, edited(plan, sorted_by_name)).changes == ()


def strange(rows: list[Row]) -> list[Row]:
    """A word that says nothing."""
    at(rows, "1. Steg 1")["Läge"] = "kanske"
    return rows


def nowhere(rows: list[Row]) -> list[Row]:
    """A part with a key in an area that is not there."""
    at(rows, "Alla vet")["Område"] = "Månen"
    return rows


def without_step(rows: list[Row]) -> list[Row]:
    """A milestone that stands below an area and no step."""
    at(rows, "Alla vet")["Steg"] = ""
    return rows


def same_number(rows: list[Row]) -> list[Row]:
    """Two steps with one number."""
    at(rows, "3. Steg 3")["Steg"] = "2. Steg 3"
    return rows


def going_and_changed(rows: list[Row]) -> list[Row]:
    """What stands below what goes gets other words."""
    at(going(rows), "Alla vet")["Lydelse"] = "Alla vet och kan."
    return rows


def new_and_going(rows: list[Row]) -> list[Row]:
    """What was never there goes."""
    return [*rows, {**dict.fromkeys(rows[0], ""), "Sort": "Område", "Område": "Nytt", "Läge": "utgår"}]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (strange, "Plan, K3: Skriv utgår"),
        (renumbered, "Steg 2 har nummer 3 och står som nummer 2: flytta raden"),
        (without_step, "Alla vet kan inte stå där: skriv också steget."),
        (nowhere, "läs in den nya delen först"),
        (same_number, "Steg 3 har nummer 2 och står som nummer 3"),
        (going_and_changed, "Steg 1 utgår, och det som står under med det."),
        (new_and_going, "bara det som finns där kan utgå"),
        (step_elsewhere, "Aktörer har bedömt sig mot Steg 1"),
    ],
)
def test_a_place_that_is_none_is_told_by_cell(edit: Edit, told: str) -> None:
    """And nothing is taken."""
    plan = filled()
    plans.assessment(plans.actor(plan), plans.area_of(plan), 1)
    proposal: Proposal = propose_changes(plan, edited(plan, edit))
    assert any(told in f"{one.at}: {one.said}" for one in proposal.wrong)


@pytest.mark.django_db
def test_others_move_nothing() -> None:
    """The plan is the process leaders' own work."""
    plan, bo = filled(), make.reader()
    area = plans.area_of(plan)
    with pytest.raises(PermissionDenied):
        order_parts([plans.step_of(area, number) for number in (2, 1, 3)], by=bo)
    with pytest.raises(PermissionDenied):
        rehome_part(plans.step_of(area, 1), plans.area_of(plan, 2), by=bo)


@given(st.permutations(range(1, 7)), st.sets(st.integers(1, 6)))
def test_the_order_of_rows_is_taken_and_what_has_no_row_follows_its_neighbour(
    order: list[int], absent: set[int]
) -> None:
    """Rows keep their order among themselves, and every part stands once."""
    area = Part(pk=100, kind="area", name="A")
    parts = [Part(pk=pk, kind="step", name=f"S{pk}", number=pk, parent=area) for pk in range(1, 7)]
    lines = [
        Line("step", "A", f"A{pk}", pk, f"S{pk}", key=pk) for pk in order if pk not in absent
    ]  # fmt: skip
    found = arrange(grow([area, *parts], lines), lines).ordered
    wanted = [node.part.pk for node in found[0][1] if node.part] if found else list(range(1, 7))
    assert (sorted(wanted), [pk for pk in wanted if pk not in absent]) == (
        list(range(1, 7)), [pk for pk in order if pk not in absent],
    )  # fmt: skip
