"""Add what shows that an actor stands on a step, withdraw it, and answer what was read in notes as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.claiming import require_place
from samsyn.plan.actions.recording import change
from samsyn.plan.actions.showing import keep_evidence
from samsyn.plan.checks import clean_line, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Evidence, ProposalState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.actions.showing import EvidenceWanted
    from samsyn.plan.models import Actor, Part


@transaction.atomic
def add_evidence(
    actor: Actor, area: Part, step: Part | None, wanted: EvidenceWanted, *, on: date, by: User
) -> Event:
    """Add what shows that an actor stands on a step.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It cannot be kept.
    """
    require(by, "plan.add_evidence", actor)
    lock_plan(actor.plan)
    require_place(actor, area, step, on=on)
    return keep_evidence(actor, area, step, wanted, on=on, by=by)


@transaction.atomic
def add_all_evidence(
    actor: Actor, area: Part, step: Part | None, wanted: Sequence[EvidenceWanted], *, on: date, by: User
) -> list[Event]:
    """Add all that shows that an actor stands on a step, or nothing.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Some of it cannot be kept.
    """
    return [add_evidence(actor, area, step, one, on=on, by=by) for one in wanted]


@transaction.atomic
def withdraw_evidence(evidence: Evidence, *, why: str, on: date, by: User) -> Event:
    """Let evidence count no more from today; that it was there stays.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Nobody says why, or it is withdrawn already.
    """
    require(by, "plan.add_evidence", evidence)
    now, reason = _held(evidence), clean_line(why)
    if not reason:
        raise PlanUnusable("Skriv varför underlaget inte gäller längre.")
    if now.withdrawn_on:
        raise PlanUnusable("Underlaget är redan taget tillbaka.")
    return change(now, "evidence.withdrawn", {"withdrawn_on": on}, by=by, why=reason)


@transaction.atomic
def take_evidence(evidence: Evidence, step: Part | None, *, on: date, by: User) -> Event:
    """Say that words in notes show that an actor stands on a step.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: No step is said, or it has been answered already.
    """
    require(by, "plan.add_evidence", evidence)
    now = _held(evidence)
    if step is None:
        raise PlanUnusable("Säg vilket steg underlaget visar.")
    require_place(now.actor, now.area, step, on=on)
    return change(now, "evidence.taken", {"state": ProposalState.TAKEN, "step": step, "by": by}, by=by)


@transaction.atomic
def refuse_evidence(evidence: Evidence, *, by: User) -> Event:
    """Say that words in notes show nothing of the kind.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It has been answered already.
    """
    require(by, "plan.add_evidence", evidence)
    return change(_held(evidence), "evidence.refused", {"state": ProposalState.REFUSED, "by": by}, by=by)


def _held(evidence: Evidence) -> Evidence:
    lock_plan(evidence.actor.plan)
    return Evidence.objects.select_related("actor", "area", "step").get(pk=evidence.pk)


def take_back_added(evidence: Evidence, _: Event) -> None:
    """Remove it; a file that nothing else holds stays in the register's storage until it is swept."""
    evidence.delete()
