"""Who the parties of something are, and what holds of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.matters.actions.tell_party import of
from samsyn.matters.models import Matter, PartyLine, PartyState
from samsyn.register.models import Attendance, Meeting, Organisation, Seat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.register.models import Statement

PRINCIPALS = ("municipality", "region")


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party with what holds of it and what was said before, the latest first."""

    organisation: Organisation
    line: PartyLine
    earlier: tuple[PartyLine, ...]


def party_rows(subject: Statement | Matter) -> list[PartyRow]:
    """The parties of a decision or a matter: municipalities by name, then the others, then who is outside."""
    lines = PartyLine.objects.filter(**of(subject), refused=False)
    lines = lines.select_related("organisation", "by", "source__meeting").prefetch_related(
        "source__meeting__bodies"
    )
    of_party: dict[int, list[PartyLine]] = {}
    for line in lines:
        of_party.setdefault(line.organisation_id, []).append(line)
    rows = [PartyRow(said[-1].organisation, said[-1], tuple(said[-2::-1])) for said in of_party.values()]
    return sorted(rows, key=lambda row: (row.line.state == PartyState.OUTSIDE, *_rank(row.organisation)))


def count_states(rows: Iterable[PartyRow]) -> Counter[str]:
    """How many parties are in each state."""
    return Counter(row.line.state for row in rows)


def likely_parties(subject: Statement | Matter) -> list[Organisation]:
    """Municipalities and regions that come to the bodies in question or sit there; or those above them."""
    meetings = _meetings_of(subject)
    bodies = Meeting.bodies.through.objects.filter(meeting__in=meetings).values("body")
    held = Meeting.bodies.through.objects.filter(body__in=bodies).values("meeting")
    came = Attendance.objects.filter(meeting__in=held, removed=False).exclude(organisation=None)
    sits = Seat.objects.filter(body__in=bodies, end_on=None).exclude(organisation=None)
    ids = {*came.order_by().values_list("organisation", flat=True).distinct(),
           *sits.order_by().values_list("organisation", flat=True).distinct()}  # fmt: skip
    found = Organisation.objects.in_bulk(_tops(pk for pk in ids if pk))
    return sorted((one for one in found.values() if one.kind in PRINCIPALS), key=_rank)


def _meetings_of(subject: Statement | Matter) -> list[int]:
    if isinstance(subject, Matter):
        return list(subject.knots.order_by().values_list("meeting", flat=True).distinct())
    return [subject.meeting_id]


def _tops(organisations: Iterable[int]) -> set[int]:
    """The organisations at the top of the tree that some belong to."""
    above = dict(Organisation.objects.order_by().values_list("pk", "parent"))
    found = set()
    for one in organisations:
        top = one
        for _level in range(len(above)):  # no tree is deeper than it has rows
            parent = above.get(top)
            if parent is None:
                break
            top = parent
        found.add(top)
    return found


def _rank(one: Organisation) -> tuple[int, str]:
    return (PRINCIPALS.index(one.kind) if one.kind in PRINCIPALS else len(PRINCIPALS), one.name.casefold())
