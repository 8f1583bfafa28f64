"""Notes as they were read, without a register."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from samsyn.plan.reading.records import Notes, Said, Section

if TYPE_CHECKING:
    from samsyn.minutes import Minutes


def notes_of(minutes: Minutes, *, key: int) -> Notes:
    """The notes of a reading; items and statements are known by their positions."""
    said: dict[int | None, list[Said]] = defaultdict(list)
    for at, one in enumerate(minutes.statements):
        said[one.item].append(Said(at, one.text.value, one.kind.value.value))
    sections = [
        Section(at, item.heading.value, tuple(said[at]), item.parent) for at, item in enumerate(minutes.items)
    ]
    if said[None]:
        sections.append(Section(None, "", tuple(said[None])))
    return Notes(key, tuple(sections), minutes.held.value.start if minutes.held else None)
