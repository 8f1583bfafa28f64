"""What the actors of the example county's plan asked for and got, what was learned, and whether it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.cli.example_plan_changes import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.cli.example_plan_changes import Hand, Row


def _ask(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import SupportWanted, ask_for_support

    area = hand.part(row["area"]) if "area" in row else None
    wanted = SupportWanted(row["asked"], area, asked_by=row["by"], statement=words_of(row))
    ask_for_support(hand.actor(row["actor"]), wanted, on=row["on"], by=hand.by)


def _settle(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import SupportGiven, decline_support, give_support

    support, on = hand.actor(row["actor"]).support.get(asked=row["asked"]), row["on"]
    if "declined" in row:
        decline_support(support, row["declined"], on=on, by=hand.by)
    else:
        give_support(support, SupportGiven(row["given"], row["by"], on), on=on, by=hand.by)


def _learn(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import LessonWanted, tell_lesson

    wanted = LessonWanted(
        row["text"],
        hand.part(row["part"]),
        hand.actor(row["actor"]) if "actor" in row else None,
        statement=words_of(row),
        told_by=row.get("by", ""),
    )
    tell_lesson(hand.plan, wanted, on=row["on"], by=hand.by)


def _last(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import Lasting, tell_sustainment

    said = Lasting(**row["answers"], note=row["text"])
    actor, area = hand.actor(row["actor"]), hand.part(row["area"])
    tell_sustainment(actor, area, row["months"], said, on=row["on"], by=hand.by)


SUPPORT: dict[str, Callable[[Hand, Row], None]] = {
    "support": _ask,
    "settled": _settle,
    "lesson": _learn,
    "lasts": _last,
}
