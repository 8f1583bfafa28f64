"""Headings that signs stand around ("=== Läget ===", "*** Läget ***"), as if they were bold (rule I1b)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.labels import find_label
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_SIGNS = "=*~_#+<>|-"
_DECORATED = re.compile(
    r"(?P<before>([=*~_#+|-])\2+|<{2,}|>{2,})\s*(?P<words>\w.{0,80}?)\s*(?:\2{2,}|<{2,}|>{2,})"
)
_MIN_DECORATED = 2
# Signs that stand before or around words alone: only several of them are headings.
_SIGNED = re.compile(r"(?:\[(?P<a>[A-ZÅÄÖ][^\[\]]{2,60})\]|[►▶■◆●»]\s*(?P<b>[A-ZÅÄÖ][^.!?:]{2,60}))")
_MIN_SIGNED = 3


def without_decoration(lines: Sequence[Line], blocks: int) -> Sequence[Line]:
    """The lines, with the words between signs as headings, each in a block of its own.

    Args:
        lines: All lines.
        blocks: How many blocks the document has; a heading, and what stands below it, opens one of its own.
    """
    found = {
        at: match.span("words")
        for at, line in enumerate(lines)
        if line.text[0] in _SIGNS and line.cell is None and (match := _DECORATED.fullmatch(line.text))
    }
    if len(found) < _MIN_DECORATED:
        found = _signed(lines)
    if not found:
        return lines
    made: list[Line] = []
    old = new = -1
    for at, line in enumerate(lines):
        place = found.get(at)
        if place:
            start = line.start + place[0]
            old, new = line.block, blocks + start
            made.append(
                replace(
                    line,
                    text=line.text[slice(*place)],
                    start=start,
                    block=new,
                    first=True,
                    last=True,
                    kind=BlockKind.PARAGRAPH,
                    marker="",
                    bold_end=0,
                    heads="I1b",
                    labels={},
                )
            )
        elif line.block == old and not line.first:
            opens = at - 1 in found
            new = blocks + line.start if opens else new
            made.append(replace(line, block=new, first=opens, labels={}))
        else:
            made.append(line)
    return made


def _signed(lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Words in square brackets or behind a sign, each above a line that is none of them."""
    found: dict[int, tuple[int, int]] = {}
    for at, line in enumerate(lines):
        match = _SIGNED.fullmatch(line.text) if line.text[0] in "[►▶■◆●»" and line.cell is None else None
        if match and match.lastgroup and find_label(line, "statement_labels") is None:
            found[at] = match.span(match.lastgroup)
    above = [at for at in found if at + 1 < len(lines) and at + 1 not in found]
    return found if len(above) >= _MIN_SIGNED and len(above) == len(found) else {}
