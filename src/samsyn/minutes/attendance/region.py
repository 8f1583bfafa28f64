"""Lines that list persons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samsyn.minutes.lines import Line


@dataclass(slots=True)
class Region:
    """Lines that list persons.

    Attributes:
        present: What the label says of them.
        label: The label's words, for the group they stand for ("Adjungerade").
        lines: The lines; of the label's own line only what stands behind it, given by `skip`.
        skip: Characters of the first line that belong to the label.
        group: Place of the party that the label names ("För arbetsgivaren").
        head: The line of the label, or the heads of a table's columns.
    """

    present: bool
    label: str
    lines: list[Line] = field(default_factory=list)
    skip: int = 0
    group: tuple[int, int] | None = None
    head: Line | None = None
