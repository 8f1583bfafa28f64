"""Whom to ask where they stand: actors that have not said so, and the addresses of those who can."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.plan.queries.map import see_map
from samsyn.plan.standing import months_between
from samsyn.register.models import Organisation, Role, RoleKind, Seat

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from samsyn.plan.models import Actor, Plan


@dataclass(frozen=True, slots=True)
class ToAsk:
    """An actor that can be asked.

    Attributes:
        said_on: The last day on which it said where it stands, in any area; None for never.
        asked_on: The last day on which it was asked.
        addresses: Of those who tell for it, and of those who sit for it; each once.
        is_due: It has said nothing, or nothing for as long as evidence holds, and has not been asked since.
    """

    actor: Actor
    said_on: date | None
    asked_on: date | None
    addresses: Sequence[str]
    is_due: bool

    @property
    def waits(self) -> bool:
        """Whether it has been asked and has not answered."""
        return self.asked_on is not None and (self.said_on is None or self.said_on < self.asked_on)


def actors_to_ask(plan: Plan, *, on: date, hidden: Collection[int] = ()) -> list[ToAsk]:
    """A plan's actors that are part of it, those that ought to be asked first.

    Args:
        plan: Which.
        on: The day.
        hidden: Ids of people whose addresses are not shown.
    """
    seen = see_map(plan, on=on)
    inside = [row for row in seen.rows if not row.is_outside]
    addresses = _addresses([row.actor.organisation_id for row in inside], on=on, hidden=hidden)
    found = []
    for row in inside:
        said = max((cell.standing.claim.on for cell in row.cells if cell.standing.claim), default=None)
        is_old = said is None or months_between(said, on) >= plan.evidence_months
        waits = row.asked_on is not None and (said is None or said < row.asked_on)
        to = addresses[row.actor.organisation_id]
        found.append(ToAsk(row.actor, said, row.asked_on, to, is_old and not waits))
    return sorted(found, key=lambda one: (not one.is_due, not one.waits))


def _addresses(
    organisations: Sequence[int], *, on: date, hidden: Collection[int]
) -> Mapping[int, Sequence[str]]:
    """The addresses of each organisation's own, those who tell for it first."""
    held = (Q(start_on=None) | Q(start_on__lte=on)) & (Q(end_on=None) | Q(end_on__gt=on))
    told = Role.objects.filter(held, kind=RoleKind.CONTRIBUTOR, user__is_active=True)
    tellers = list(told.values_list("organisation_id", "user__email").order_by("pk"))
    sits = Seat.objects.filter(held, organisation__in=organisations).exclude(person__in=hidden)
    sitters = list(sits.exclude(person__email="").values_list("organisation_id", "person__email"))
    above = dict(Organisation.objects.order_by().values_list("pk", "parent"))
    found: dict[int, Sequence[str]] = {}
    for one in organisations:
        line = _upwards(one, above)
        tell = [address for level in line for own, address in tellers if own == level]
        sit = sorted(address for own, address in sitters if own == one)
        found[one] = list(dict.fromkeys(address.lower() for address in (*tell, *sit)))
    return found


def _upwards(organisation: int, above: Mapping[int, int | None]) -> list[int]:
    """An organisation and those that it belongs to, itself first."""
    line: list[int] = []
    here: int | None = organisation
    while here is not None and here not in line:
        line.append(here)
        here = above.get(here)
    return line
