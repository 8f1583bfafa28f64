"""What is somebody's own: the person of their account, their organisations, the bodies they sit in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from samsyn.register.models import Organisation, Person, RoleKind, Seat
from samsyn.register.queries.organisations import below
from samsyn.register.roles import roles_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from samsyn.accounts.models import User


@dataclass(frozen=True, slots=True)
class Own:
    """Ids of what is somebody's own.

    Attributes:
        people: Those of the register with the account's e-mail address.
        organisations: Those that they tell for or sit for, with all below.
        bodies: Those whose notes they write, and those in which they sit.
    """

    people: tuple[int, ...] = ()
    organisations: tuple[int, ...] = ()
    bodies: tuple[int, ...] = ()


def own_of(user: User, *, on: date) -> Own:
    """What is a user's own on a day; four questions at most."""
    people = tuple(people_at(user.email))
    sits = Seat.objects.filter(_held(on), person__in=people).values_list("organisation", "body")
    seats = list(sits) if people else []
    roles = roles_of(user)
    told_for = {role.organisation_id for role in roles if role.kind == RoleKind.CONTRIBUTOR}
    written = {role.body_id for role in roles if role.kind == RoleKind.SECRETARY}
    organisations = {one for one in (*told_for, *(seat[0] for seat in seats)) if one}
    bodies = {one for one in (*written, *(seat[1] for seat in seats)) if one}
    return Own(people, tuple(sorted(with_below(organisations))), tuple(sorted(bodies)))


def bodies_sat_in(user: User, *, on: date) -> tuple[int, ...]:
    """Ids of the bodies in which the person of an account sits on a day, in order; one question."""
    seats = Seat.objects.filter(_held(on), person__email__iexact=user.email)
    return tuple(sorted(set(seats.values_list("body", flat=True)))) if user.email else ()


def people_at(address: str) -> list[int]:
    """Ids of the people of the register whose e-mail address it is."""
    return list(Person.objects.filter(email__iexact=address).values_list("pk", flat=True)) if address else []


def with_below(organisations: Iterable[int]) -> set[int]:
    """Some organisations and all below them."""
    wanted = list(Organisation.objects.filter(pk__in=list(organisations)))
    return {one for organisation in wanted for one in below(organisation)}


def _held(on: date) -> Q:
    return (Q(start_on=None) | Q(start_on__lte=on)) & (Q(end_on=None) | Q(end_on__gt=on))
