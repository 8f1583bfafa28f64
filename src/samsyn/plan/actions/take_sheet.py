"""Take what a workbook would change of a plan: all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.arrange_parts import order_parts, rehome_part
from samsyn.plan.actions.change_actors import add_actor
from samsyn.plan.actions.change_part import add_part, change_part, withdraw_part
from samsyn.plan.actions.say_outside import OutsideSaid, say_outside
from samsyn.plan.actions.tell_checking import CheckingSaid, tell_checking
from samsyn.plan.actions.tell_period import reach_period, tell_period
from samsyn.plan.actions.write_wording import WordingWanted, write_wording
from samsyn.plan.checks import clean_line, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Actor, Checking, Part, Period
from samsyn.plan.sheets import proposing
from samsyn.register.errors import ChangedMeanwhile
from samsyn.register.queries.naming import whoever_named

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Plan
    from samsyn.plan.sheets.proposing import Change
    from samsyn.plan.sheets.understanding import Understood

    Apply = Callable[[Plan, Change, str, date, User], Event]


@transaction.atomic
def take_sheet(plan: Plan, said: Understood, *, seen: str, why: str, on: date, by: User) -> list[Event]:
    """Do all that a workbook proposes.

    Args:
        plan: Which.
        said: As `understand` read it.
        seen: The stamp of the proposal that was shown.
        why: Why words become others and parts go; may be empty where none do.
        on: Today.
        by: Who takes it.

    Returns:
        An event for each change, in the order in which they were made.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Something in it is wrong, it changes nothing, or nobody says why words change
            or parts go.
        ChangedMeanwhile: The plan has changed since the proposal was shown.
    """
    require(by, "plan.change_plan")
    now = lock_plan(plan)
    proposal = proposing.propose_changes(now, said)
    if proposal.wrong:
        raise PlanUnusable(f"{proposal.wrong[0].at}: {proposal.wrong[0].said}")
    if not proposal.changes:
        raise PlanUnusable("Filen ändrar inget i planen.")
    if seen != proposal.stamp:
        raise ChangedMeanwhile("Planen har ändrats sedan filen lästes: se vad den ändrar nu.")
    reason = clean_line(why)
    if proposal.needs_reason and not reason:
        changed = "lydelserna ändras" if proposal.rewords else "delarna utgår"
        raise PlanUnusable(f"Skriv varför {changed}.")
    changes = sorted(proposal.changes, key=lambda one: proposing.SORTS.index(one.sort))
    return [APPLY[change.sort](now, change, reason, on, by) for change in changes]


def _part(change: Change) -> Part:
    """The part as it stands now: an earlier change of the same file may have changed it."""
    if change.part is None:
        raise PlanUnusable(f"{change.at}: ingen del.")
    return Part.objects.select_related("plan", "parent").get(pk=change.part.pk)


def _new(plan: Plan, change: Change, _why: str, on: date, by: User) -> Event:
    if change.wanted is None:
        raise PlanUnusable(f"{change.at}: ingen del.")
    parent = _part(change) if change.part else None
    return add_part(change.wanted, plan=plan, parent=parent, on=on, by=by)


def _name(_plan: Plan, change: Change, _why: str, _on: date, by: User) -> Event:
    part = _part(change)
    return change_part(part, name=change.after, meaning=part.meaning, by=by)


def _meaning(_plan: Plan, change: Change, _why: str, _on: date, by: User) -> Event:
    part = _part(change)
    return change_part(part, name=part.name, meaning=change.line.meaning if change.line else "", by=by)


def _wording(_plan: Plan, change: Change, why: str, _on: date, by: User) -> Event:
    return write_wording(_part(change), WordingWanted(change.after, why if change.before else ""), by=by)


def _time(_plan: Plan, change: Change, _why: str, on: date, by: User) -> Event:
    return tell_period(_part(change), change.after, on=on, actor=change.actor, by=by)


def _checking(_plan: Plan, change: Change, _why: str, on: date, by: User) -> Event:
    part, line = _part(change), change.line
    check = Checking.objects.filter(part=part).first() or Checking(part=part)
    how, who, when = (line.how, line.who, line.checked) if line else ("", "", "")
    looks = who or check.who
    whose = whoever_named(looks, chosen=check.whose, by=by)
    said = CheckingSaid(how or check.how, looks, when or check.when_words, **whose)
    return tell_checking(part, said, on=on, by=by)


def _reached(_plan: Plan, change: Change, _why: str, on: date, by: User) -> Event:
    period = (
        Period.objects.filter(part=_part(change), actor=change.actor).select_related("part__plan").first()
    )
    if period is None or change.day is None:
        raise PlanUnusable(f"{change.at}: skriv också när det skulle vara nått.")
    return reach_period(period, on=change.day, today=on, because=change.after, by=by)


def _actor(plan: Plan, change: Change, _why: str, _on: date, by: User) -> Event:
    if change.organisation is None:
        raise PlanUnusable(f"{change.at}: ingen organisation.")
    return add_actor(plan, change.organisation, by=by)


def _outside(plan: Plan, change: Change, _why: str, _on: date, by: User) -> Event:
    actor = change.actor or Actor.objects.get(plan=plan, organisation=change.organisation)
    return say_outside(actor, OutsideSaid(change.part, change.after, until=change.day), by=by)


def _withdrawn(_plan: Plan, change: Change, why: str, on: date, by: User) -> Event:
    return withdraw_part(_part(change), why=change.after or why, on=on, by=by)


def _moved(_plan: Plan, change: Change, _why: str, _on: date, by: User) -> Event:
    if change.above is None:
        raise PlanUnusable(f"{change.at}: ingen del.")
    return rehome_part(_part(change), change.above, by=by)


def _ordered(plan: Plan, change: Change, _why: str, _on: date, by: User) -> Event:
    parts = [
        Part.objects.get(pk=node.part.pk)
        if node.part
        else Part.objects.get(
            plan=plan, kind=node.kind, parent=change.part, name=node.name, withdrawn_on=None
        )
        for node in change.order
    ]
    return order_parts(parts, by=by)


APPLY: dict[str, Apply] = {
    proposing.WITHDRAWN: _withdrawn,
    proposing.MOVED: _moved,
    proposing.ORDERED: _ordered,
    proposing.NEW: _new,
    proposing.NAME: _name,
    proposing.MEANING: _meaning,
    proposing.WORDING: _wording,
    proposing.TIME: _time,
    proposing.CHECKING: _checking,
    proposing.REACHED: _reached,
    proposing.ACTOR: _actor,
    proposing.OUTSIDE: _outside,
}
