"""A plan that somebody wants, before it is one: out of a form, an outline, a sheet or notes. No database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from samsyn.register.models import Organisation, Statement


@dataclass(frozen=True, slots=True)
class PartWanted:
    """A part with what stands below it.

    Attributes:
        kind: A value of `PartKind`.
        name: What it is called.
        text: Its words; empty where there are none yet.
        meaning: Of a step: a value of `Meaning`, or empty.
        when: Its time, as written.
        source: The words in notes that it was read from.
        when_source: The words in notes that its time was read from.
        when_on: The day on which they were said, from which a time without year is counted.
        how: How it is followed up; with it `who` looks, and when it is `checked`, as written.
    """

    kind: str
    name: str
    text: str = ""
    meaning: str = ""
    when: str = ""
    parts: tuple[PartWanted, ...] = ()
    source: Statement | None = None
    when_source: Statement | None = None
    when_on: date | None = None
    how: str = ""
    who: str = ""
    checked: str = ""

    def walk(self) -> Iterator[PartWanted]:
        """This part and all below it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class PlanWanted:
    """A plan.

    Attributes:
        parts: Target pictures and areas, in order, with what stands below them.
        actors: Whom it is for, in order.
    """

    name: str
    parts: tuple[PartWanted, ...]
    actors: tuple[Organisation, ...] = ()
    began_on: date | None = None
