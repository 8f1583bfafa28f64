"""Points by letters that share a line, or stand below a heading without a break (rule I3c)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

_LETTER = re.compile(r"(?:(?<![\w(.,)])(?P<letter>[a-h])\)|^(?P<stopped>[a-h])\.)\s+(?=[^\W\d_a-zåäö])")
_MIN_POINTS = 2


def with_letters(lines: Sequence[Line], blocks: int) -> Sequence[Line]:
    """The lines, with points by letters from a on as entries of a list, each in a block of its own.

    Args:
        lines: All lines.
        blocks: How many blocks the document has; a point that is cut out opens one of its own.
    """
    points = _points(lines)
    if not points:
        return lines
    found: list[Line] = []
    old = new = -1  # the block that a point stood in, and that of the point
    for at, line in enumerate(lines):
        pieces = list(_pieces(line, points.get(at, []), blocks))
        if line.block == old and not line.first:
            pieces[0] = replace(pieces[0], block=new, labels={})
        found.extend(pieces)
        if at in points:
            old, new = line.block, pieces[-1].block
    return found


def _points(lines: Sequence[Line]) -> dict[int, list[re.Match[str]]]:
    """The letters on each line that follow on one another from a, two at least."""
    found: dict[int, list[re.Match[str]]] = {}
    run: list[tuple[int, re.Match[str]]] = []
    for at, line in enumerate(lines):
        may = ") " in line.text or line.text[1:3] == ". "
        matches = _LETTER.finditer(line.text) if may and line.cell is None else ()
        for match in matches:
            letter = match["letter"] or match["stopped"]
            if ord(letter) != ord("a") + len(run):
                _keep(run, found)
                run = []
            if ord(letter) == ord("a") + len(run):
                run.append((at, match))
    _keep(run, found)
    return found


def _keep(run: Sequence[tuple[int, re.Match[str]]], found: dict[int, list[re.Match[str]]]) -> None:
    if len(run) >= _MIN_POINTS:
        for at, match in run:
            found.setdefault(at, []).append(match)


def _pieces(line: Line, points: Sequence[re.Match[str]], blocks: int) -> Iterator[Line]:
    """The line, and each point on it as an entry."""
    if not points:
        yield line
        return
    if before := line.text[: points[0].start()].rstrip():
        yield replace(line, text=before, labels={})
    for match, stop in zip(points, [*(point.start() for point in points[1:]), len(line.text)], strict=True):
        start = line.start + match.end()
        yield replace(
            line,
            text=line.text[match.end() : stop].rstrip(),
            start=start,
            block=blocks + start,
            first=True,
            kind=BlockKind.LIST_ENTRY,
            level=line.level + 1,
            marker=f"{match['letter'] or match['stopped']})",
            bold_end=max(0, min(line.bold_end, stop) - match.end()),
            labels={},
        )
