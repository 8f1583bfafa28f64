"""Keep the stretches of time that a plan is read against: terms, holidays, reforms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.plan.actions.recording import change, record
from samsyn.plan.checks import require_name, require_unchanged
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Band, BandKind
from samsyn.register.actions.deciding import columns_of

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.register.models import Organisation


@dataclass(frozen=True, slots=True)
class BandWanted:
    """A stretch of time.

    Attributes:
        kind: A value of `BandKind`.
        end_on: First day after (half-open).
        organisation: Whose; None for the whole county.
    """

    kind: str
    name: str
    start_on: date
    end_on: date
    organisation: Organisation | None = None


@transaction.atomic
def add_band(wanted: BandWanted, *, by: User) -> Event:
    """Keep a stretch of time.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It has no name, ends before it begins, or is kept already.
    """
    require(by, "plan.change_plan")
    columns = _columns(wanted)
    if Band.objects.filter(removed=False, **columns).exists():
        raise PlanUnusable(f"{columns['name']} finns redan med de dagarna.")
    made = Band.objects.create(**columns)
    return record(made, "band.added", by=by, after=columns_of(made, list(columns)))


@transaction.atomic
def change_band(band: Band, wanted: BandWanted, *, by: User, seen: str = "") -> Event:
    """Give a stretch of time other days or another name.

    Args:
        band: Which.
        wanted: All of it, as it is to be.
        by: Who changes it.
        seen: As `stamp_of_row` said it when its form was shown; empty to ask nothing.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: As `add_band`, or nothing is changed.
        ChangedMeanwhile: Somebody has changed it since.
    """
    require(by, "plan.change_plan")
    now = Band.objects.select_for_update(of=("self",)).get(pk=band.pk)
    require_unchanged(now, seen)
    return change(now, "band.changed", _columns(wanted), by=by)


@transaction.atomic
def remove_band(band: Band, *, by: User) -> Event:
    """Take a stretch of time away.

    Raises:
        PermissionDenied: They may not.
        PlanUnusable: It is away already.
    """
    require(by, "plan.change_plan")
    now = Band.objects.select_for_update(of=("self",)).get(pk=band.pk)
    return change(now, "band.removed", {"removed": True}, by=by)


def _columns(wanted: BandWanted) -> dict[str, Any]:
    """The columns of a stretch of time.

    Raises:
        PlanUnusable: It cannot be.
    """
    if wanted.kind not in set(BandKind):
        raise PlanUnusable("Välj om det är en termin, ett lov eller en reform.")
    if wanted.end_on <= wanted.start_on:
        raise PlanUnusable("Sista dagen måste komma efter den första.")
    return {
        "kind": wanted.kind,
        "name": require_name(wanted.name, missing="Skriv vad tiden kallas, till exempel Höstlov."),
        "start_on": wanted.start_on,
        "end_on": wanted.end_on,
        "organisation": wanted.organisation,
    }
