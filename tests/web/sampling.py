"""What an address is tried with."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sample:
    """What stands in an address, and what is posted to it."""

    arguments: tuple[object, ...] = ()
    posted: dict[str, object] = field(default_factory=dict)


def at(*arguments: object, **posted: object) -> Sample:
    """A sample of an address."""
    return Sample(arguments, posted)
