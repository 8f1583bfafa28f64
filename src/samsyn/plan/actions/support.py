"""Ask for support, give it, or say why it cannot be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change, record
from samsyn.plan.checks import clean_line, clean_text, lock_plan
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import PartKind, Support, SupportState

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Actor, Part
    from samsyn.register.models import Statement

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class SupportWanted:
    """What an actor asks for.

    Attributes:
        area: None for the whole of the work.
        asked_by: Who asks, as written.
        asked_on: None for today.
        statement: The words in notes that ask.
    """

    asked: str
    area: Part | None = None
    asked_by: str = ""
    asked_on: date | None = None
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class SupportGiven:
    """What was given.

    Attributes:
        by: Who gave it, as written.
        on: None for today.
        statement: The words in notes that say so.
    """

    words: str
    by: str = ""
    on: date | None = None
    statement: Statement | None = None


class _Settled(NamedTuple):
    """What became of a wish: the words, who gave it, the day, and the words in notes."""

    state: SupportState
    words: str
    name: str
    day: date
    statement: Statement | None = None


@transaction.atomic
def ask_for_support(actor: Actor, wanted: SupportWanted, *, on: date, by: User) -> Event:
    """Keep what an actor asks for.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Nothing is asked for, the day has not come, or the area is of another plan.
    """
    require(by, "plan.ask_for_support", actor)
    lock_plan(actor.plan)
    words, asked_on = clean_line(wanted.asked), wanted.asked_on or on
    if not words:
        raise PlanUnusable("Skriv vilket stöd som behövs.")
    if asked_on > on:
        raise PlanUnusable("Dagen har inte varit än. Skriv den dag då det efterfrågades.")
    area = wanted.area
    if area is not None and (area.plan_id != actor.plan_id or area.kind != PartKind.AREA):
        raise PlanUnusable("Området hör inte till planen.")
    made = Support.objects.create(
        actor=actor,
        area=area,
        asked=words,
        asked_by=clean_line(wanted.asked_by, longest=LONGEST_NAME),
        asked_on=asked_on,
        statement=wanted.statement,
        by=by,
    )
    after = {
        "actor": actor.pk, "asked": words, "asked_by": made.asked_by, "statement": made.statement_id
    }  # fmt: skip
    return record(made, "support.asked", by=by, after=after)


@transaction.atomic
def give_support(support: Support, given: SupportGiven, *, on: date, by: User) -> Event:
    """Say what was given, by whom and when.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Nothing is said to be given, the day has not come, or it stands so already.
    """
    require(by, "plan.give_support", support)
    words = clean_text(given.words)
    if not words:
        raise PlanUnusable("Skriv vad som gavs.")
    settled = _Settled(SupportState.GIVEN, words, given.by, given.on or on, given.statement)
    return _settle(support, settled, on=on, by=by)


@transaction.atomic
def decline_support(support: Support, why: str, *, on: date, by: User) -> Event:
    """Say that support cannot be given, and why.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: Nobody says why, or it stands so already.
    """
    require(by, "plan.give_support", support)
    words = clean_text(why)
    if not words:
        raise PlanUnusable("Skriv varför stödet inte kan ges.")
    return _settle(support, _Settled(SupportState.DECLINED, words, "", on), on=on, by=by)


def _settle(support: Support, settled: _Settled, *, on: date, by: User) -> Event:
    lock_plan(support.actor.plan)
    now = Support.objects.get(pk=support.pk)
    if not now.asked_on <= settled.day <= on:
        raise PlanUnusable("Skriv en dag efter att stödet efterfrågades, och inte efter i dag.")
    columns = {
        "state": settled.state,
        "given": settled.words,
        "given_by": clean_line(settled.name, longest=LONGEST_NAME),
        "given_on": settled.day,
        "given_in": settled.statement,
    }
    return change(now, f"support.{settled.state}", columns, by=by)


def take_back_asked(support: Support, _: Event) -> None:
    """Remove a wish; one that has been answered has a later event, and is not taken back."""
    support.delete()
