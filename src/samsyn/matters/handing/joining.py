"""What an item says twice of the same bodies is one hand-over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.matters.models.states import HandOverKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.matters.handing.records import Handed

REPEATS = (HandOverKind.REPORT_BACK, HandOverKind.MORE_TIME)


def joined(handed: Iterable[Handed]) -> list[Handed]:
    """What an item says twice of the same bodies, or some of them, as one, with the day that either gives."""
    kept: list[Handed] = []
    for one in handed:
        at = next((at for at, other in enumerate(kept) if _same(one, other)), None)
        if at is None:
            kept.append(one)
            continue
        first, second = (kept[at], one) if len(one.to.bodies) <= len(kept[at].to.bodies) else (one, kept[at])
        lines = (*first.others, *second.others, second.line)
        others = tuple(line for line in lines if line is not None and line != first.line)
        kept[at] = replace(first, day=first.day or second.day, others=others)
    return kept


def _same(one: Handed, other: Handed) -> bool:
    """Whether two hand-overs of an item are one; each message below a heading is its own."""
    if HandOverKind.MESSAGE in {one.kind, other.kind} and one.kind == other.kind:
        return False
    if (one.kind in REPEATS) != (other.kind in REPEATS):
        return False
    if one.to.bodies and other.to.bodies:
        few, many = sorted((set(one.to.bodies), set(other.to.bodies)), key=len)
        return few <= many
    return _receiver(one) == _receiver(other)


def _receiver(one: Handed) -> tuple[tuple[int, ...], str]:
    """Bodies, or what an organisation or somebody unknown is called."""
    unknown = "" if one.to.bodies or one.to.is_joint else one.to.words.casefold()
    return one.to.bodies, one.to.organisation or unknown
