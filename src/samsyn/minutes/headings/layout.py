"""Headings by layout alone, where the text has no marks (rule I7)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.headings.kinds import Heading
from samsyn.minutes.labels import find_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line


def headings_by_layout(lines: Sequence[Line], first: int) -> list[Heading]:
    """Rule I7: in text without any marks, a short line that opens a block, closed by no sign."""
    found = []
    for at in range(first, len(lines) - 1):
        line, following = lines[at], lines[at + 1]
        if (
            not line.first
            or line.marker
            or line.cell
            or find_label(line)
            or find_label(line, "statement_labels")
        ):
            continue
        short = len(line.text.split()) <= 7 and re.fullmatch(r"[A-ZÅÄÖ][^.!?:;,]+", line.text)
        if (
            short
            and (following.block == line.block or following.marker)
            and re.match(r"[A-ZÅÄÖ\"”]", following.text)
        ):
            found.append(Heading(at, at, line.start, line.end, line.text, 9, "I7"))
    return found if len(found) > 1 else []
