"""What has been done with the example county's plan since it was made, a function for each kind of change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samsyn.cli.example_story import statement_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.accounts.models import User
    from samsyn.plan.models import Actor, Part, Plan
    from samsyn.register.models import Statement

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who changes which plan.

    Attributes:
        by: The process leader.
        tellers: Those who tell for an organisation signed in, by name.
    """

    plan: Plan
    by: User
    tellers: dict[str, User]

    def part(self, path: str) -> Part:
        """The part of a path: "area/number of a step/milestone", or "target/milestone"."""
        top, *below = path.split("/")
        part = self.plan.parts.get(parent=None, name=top)
        for name in below:
            key = {"kind": "step", "number": int(name)} if name.isdecimal() else {"name": name}
            part = part.parts.get(**key)
        return part

    def actor(self, name: str) -> Actor:
        """The actor that an organisation is."""
        return self.plan.actors.get(organisation__name=name)


def words_of(row: Row) -> Statement | None:
    """The words in notes that a row names; None where it names none or they could not be read."""
    return statement_of(row) if "note" in row else None


def _check(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import CheckingSaid, tell_checking
    from samsyn.register.models import Body, Organisation

    said = CheckingSaid(
        row["how"],
        who=row["who"],
        when=row["when"],
        organisation=Organisation.objects.filter(key=row.get("organisation")).first(),
        body=Body.objects.filter(name=row.get("body")).first(),
    )
    tell_checking(hand.part(row["part"]), said, on=row["on"], by=hand.by)


def _write(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import WordingWanted, write_wording

    wanted = WordingWanted(row["text"], row["why"], words_of(row), row.get("holds_from"))
    write_wording(hand.part(row["part"]), wanted, by=hand.by)


def _time(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import tell_period

    actor = hand.actor(row["actor"]) if "actor" in row else None
    for path in row["parts"]:
        tell_period(hand.part(path), row["when"], on=row["on"], actor=actor, source=words_of(row), by=hand.by)


def _reach(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import reach_period

    actor = hand.actor(row["actor"]) if "actor" in row else None
    period = hand.part(row["part"]).periods.get(actor=actor)
    reach_period(period, on=row["on"], today=row["on"], because=row["because"], by=hand.by)


def _bands(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import BandWanted, add_band

    for one in row["rows"]:
        add_band(BandWanted(row["kind"], one["name"], one["start_on"], one["end_on"]), by=hand.by)


def _outside(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import OutsideSaid, say_outside

    part = hand.part(row["part"]) if "part" in row else None
    said = OutsideSaid(part, row["why"], from_on=row.get("from_on"), source=words_of(row))
    say_outside(hand.actor(row["actor"]), said, by=hand.by)


def _group(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import resolve_group

    members = hand.plan.actors.exclude(organisation__name__in=row["without"])
    resolve_group(
        hand.plan, row["group"], list(members), decided_on=row["on"], source=words_of(row), by=hand.by
    )


CHANGES: dict[str, Callable[[Hand, Row], None]] = {
    "checked": _check,
    "wording": _write,
    "time": _time,
    "reached": _reach,
    "band": _bands,
    "outside": _outside,
    "group": _group,
}
