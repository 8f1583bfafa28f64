"""The example county's plan: made by its process leader, and changed since in the order of time."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from samsyn.cli.example_plan_changes import CHANGES, Hand
from samsyn.cli.example_plan_comments import COMMENTS
from samsyn.cli.example_plan_said import SAID, contributors
from samsyn.cli.example_plan_support import SUPPORT
from samsyn.cli.example_story import NOTES

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.plan.models import Plan
    from samsyn.plan.service import PartWanted
    from samsyn.register.models import Organisation

PLAN = NOTES / "plan.toml"
TEST, EVERYDAY = 3, 4
STEPS = {1: "Veta", 2: "Förbereda", TEST: "Pröva", EVERYDAY: "Göra till vardag"}
MEANINGS = {TEST: "test", EVERYDAY: "everyday"}
Row = dict[str, Any]


def lay_plan(*, by: User) -> int:
    """Make the plan and all its changes, or nothing, where nobody has made any; gives how many changes."""
    from django.db import transaction

    from samsyn.plan.models import Plan

    if Plan.objects.exists():
        return 0
    with transaction.atomic():
        return _lay(tomllib.loads(PLAN.read_text("utf-8")), by)


def _lay(held: dict[str, Any], by: User) -> int:
    from samsyn.plan.service import catch_up_plans

    hand = Hand(_made(held, by), by, contributors(held["contributor"]))
    catch_up_plans()  # what the notes say of it is proposed, so that it can be answered
    kinds = {**CHANGES, **SAID, **COMMENTS, **SUPPORT}
    rows = [(row["on"], change, row) for kind, change in kinds.items() for row in held.get(kind, ())]
    rows.sort(key=lambda one: one[0])
    for _on, change, row in rows:
        change(hand, row)
    return len(rows)


def _made(held: dict[str, Any], by: User) -> Plan:
    from samsyn.plan.models import Plan
    from samsyn.plan.service import PlanWanted, make_plan

    parts = (_part("target", held["target"]), *(_part("area", row) for row in held["area"]))
    actors = tuple(_organisations(held["actor"], by))
    wanted = PlanWanted(held["plan"]["name"], parts, actors)
    event = make_plan(wanted, on=held["plan"]["made_on"], by=by)
    return Plan.objects.get(pk=event.subject_id)


def _part(kind: str, row: Row, number: int = 0) -> PartWanted:
    from samsyn.plan.service import PartWanted

    steps = [_part("step", one, number) for number, one in enumerate(row.get("step", ()), 1)]
    milestones = [_part("milestone", one) for one in row.get("milestone", ())]
    return PartWanted(
        kind,
        row.get("name") or STEPS[number],
        text=row.get("text", ""),
        meaning=MEANINGS.get(number, ""),
        when=row.get("when", ""),
        parts=(*steps, *milestones),
    )


def _organisations(rows: list[Row], by: User) -> list[Organisation]:
    """The organisations that the plan is for; those that no note has named are put in."""
    from samsyn.register.models import Organisation

    found = []
    for row in rows:
        above = Organisation.objects.filter(key=row["below"]).first()
        found += [_organisation(name, above, by) for name in row["names"]]
    return found


def _organisation(name: str, above: Organisation | None, by: User) -> Organisation:
    from samsyn.register.models import Organisation
    from samsyn.register.service import add_organisation, move_organisation

    known = Organisation.objects.filter(name=name).first()
    if known is None:
        return add_organisation(name, by=by, parent=above)[0]
    if known.parent is None and above is not None:
        move_organisation(known, above, kind=known.kind, by=by)
        known.refresh_from_db()
    return known
