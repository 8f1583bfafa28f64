"""Measures of a whole document: the size of its text, how far lines stand apart, where they end."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samsyn.reading.formats.pdf.geometry import Line

USUAL_LEADING = 1.25
SHORTEST = 12.0
# What opens a line of its own: "[BESLUT]", "Övriga kallade:".
OPENING = re.compile(r"\[[A-ZÅÄÖ]+\]|[A-ZÅÄÖ][^\s:.,;()]*(?: [^\s:.,;()]+){0,3}: ")
LARGER = 1.1  # a heading's letters to those of the text
FLOWS = 10_000  # flows of a page are counted from this times its number
ROOM = 0.75  # in sizes of the letters: a space, and what the longest line may fall short of the margin


@dataclass(frozen=True, slots=True)
class Layout:
    """What is usual in a document.

    Attributes:
        body: Size of the letters of the running text.
        leading: From line to line of a paragraph, in sizes of the letters.
        sizes: Sizes of headings, the largest first.
        margins: Where the lines of each flow have to end.
        shortest: Lines shorter than this, in sizes of the letters, are never full.
    """

    body: float
    leading: float
    sizes: tuple[float, ...]
    margins: dict[int, float]
    shortest: float = SHORTEST

    def level(self, size: float) -> int:
        """The level of a heading of a size; 0 for the text's own."""
        if size < self.body * LARGER:
            return 0
        return next((n for n, known in enumerate(self.sizes, start=1) if size > known - 0.6), 9)

    def fits(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would have found room: the line was ended on purpose."""
        is_short = line.x1 - line.x0 < self.shortest * line.size
        if is_short or following.has_gap or OPENING.match(following.text):
            return True
        return _fits(line, following, self.margins)

    def is_tight(self, line: Line, following: Line) -> bool:
        """Whether a line stands as close below another as those of a paragraph do."""
        gap = (line.y - following.y) / max(line.size, following.size, 1.0)
        return 0 < gap <= self.leading * 1.15 + 0.05


def measure(lines: Sequence[Line], widths: Mapping[int, float]) -> Layout:
    """Measure a document's lines.

    Args:
        lines: All of them.
        widths: The width of each page.
    """
    texts = [line for line in lines if line.words]
    sizes = _sizes(texts)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    margins = _margins(texts, widths)
    gaps = Counter(_gaps(texts, margins))
    leading = gaps.most_common(1)[0][0] if gaps else USUAL_LEADING
    larger = {_rounded(line.size) for line in texts if line.size >= body * LARGER}
    return Layout(body, leading, tuple(sorted(larger, reverse=True)[:9]), margins)


def _sizes(lines: Sequence[Line]) -> Counter[float]:
    """How many letters there are of each size."""
    exact: dict[float, int] = defaultdict(int)
    for line in lines:
        if line.runs_on:  # words of one size, with a space between each two
            exact[line.size] += len(line.text) - len(line.words) + 1
            continue
        for word in line.words:
            exact[word.size] += len(word.text)
    sizes: Counter[float] = Counter()
    for size, n_letters in exact.items():
        sizes[_rounded(size)] += n_letters
    return sizes


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def measure_cell(lines: Sequence[Line], margin: float) -> Layout:
    """Measure the lines of a cell that ends at `margin`."""
    layout = measure(lines, {})
    return replace(layout, margins=dict.fromkeys(layout.margins, margin), shortest=0.0)


def _margins(lines: Sequence[Line], widths: Mapping[int, float]) -> dict[int, float]:
    """Where the lines of each flow have to end: flows that begin alike share a margin.

    The longest line says how far it is at least, a sentence that goes on in the next line how far at most:
    its next word found no room. Between the two, pages are mostly as wide on the right as on the left.
    """
    columns: dict[int, list[Line]] = defaultdict(list)
    begins: dict[int, float] = {}
    for line in lines:
        begins[line.flow] = min(begins.get(line.flow, line.x0), line.x0)
    for line in lines:
        columns[round(begins[line.flow] / 8)].append(line)
    margins = {key: _margin(inside, widths, begins) for key, inside in columns.items()}
    return {flow: margins[round(begin / 8)] for flow, begin in begins.items()}


def _margin(lines: Sequence[Line], widths: Mapping[int, float], begins: Mapping[int, float]) -> float:
    least = max(line.x1 for line in lines)
    ends = [
        line.x1 + 0.3 * line.size + following.first_width
        for line, following in pairwise(lines)
        if line.flow == following.flow and following.text[0].islower() and not line.text.endswith((".", ":"))
    ]
    wraps = [end for end in ends if end > least]
    # Where most sentences are broken before the longest line's end, breaks are by hand, as in a letter.
    most = min(wraps) if len(wraps) > 0.6 * len(ends) else float("inf")
    page, begin = lines[0].page, begins[lines[0].flow]
    mirrored = widths.get(page, 0.0) - begin
    beside = any(flow // FLOWS == page and other > least for flow, other in begins.items())
    if beside or begin > mirrored / 3:
        return least
    return max(least, min(most, mirrored))


def _gaps(lines: Sequence[Line], margins: dict[int, float]) -> Iterator[float]:
    """From line to line where the first is full, so that both are of one paragraph."""
    for line, following in pairwise(lines):
        if line.flow == following.flow and abs(line.size - following.size) < 0.6:
            gap = round((line.y - following.y) / line.size * 20) / 20
            if 0.8 < gap < 2.2 and not _fits(line, following, margins):
                yield gap


def _fits(line: Line, following: Line, margins: dict[int, float]) -> bool:
    room = margins.get(line.flow, line.x1) - line.x1 - ROOM * line.size
    return following.first_width < room
