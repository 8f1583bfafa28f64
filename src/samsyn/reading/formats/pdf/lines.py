"""Words -> lines in reading order: over columns, with tables and rules in their places."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from samsyn.reading.formats.pdf.geometry import SIZE, WIDE_GAP, Line, Segment, Stroke, Word
from samsyn.reading.formats.pdf.tables import find_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.reading.formats.pdf.pages import Page
    from samsyn.reading.formats.pdf.tables import Table

SAME_LINE = 0.35
FEWEST = 4  # lines of a column
GUTTER = 6.0
N_CANDIDATES = 8
LONG_RULE = 0.3  # of the page's width
TURN, X0, X1 = attrgetter("turn"), attrgetter("x0"), attrgetter("x1")
MEASURES = attrgetter("x0", "x1", "y", "size")


def find_lines(page: Page, first_flow: int) -> list[Line]:
    """All lines of a page, in the order in which they are read."""
    turns = Counter(map(TURN, page.words)).most_common()
    main = turns[0][0] if turns else 0
    upright = [word for word in page.words if word.turn == main] if len(turns) > 1 else page.words
    words = _struck(upright, page.strokes)
    tables = [] if main else find_tables(page.strokes)
    free = [word for word in words if not any(table.take(word) for table in tables)] if tables else words
    tables = [table for table in tables if table.cells]
    segments = find_segments(free)
    segments += [_segment_of(table) for table in tables]
    if not main:
        segments += _rules(page, words, tables)
    lines: list[Line] = []
    for flow, column in enumerate(_columns(segments), start=first_flow):
        lines += _lines(column, page.number, flow)
    _mark_dots(lines, [stroke for stroke in page.strokes if stroke.is_dot])
    for turn in sorted(turn for turn, _ in turns[1:]):
        turned = find_segments([word for word in page.words if word.turn == turn])
        lines += _lines(turned, page.number, first_flow + 1000 + turn)
    return lines


def find_segments(words: list[Word]) -> list[Segment]:
    """Words put together as they follow each other in the file; without wide gaps."""
    parted = [words[first:end] for first, end in pairwise([*_begins(words), len(words)])]
    return [Segment(some, some[0].x0, max(map(X1, some)), some[0].y, max(map(SIZE, some))) for some in parted]


def _begins(words: Sequence[Word]) -> Iterator[int]:
    """Which words do not go on where the word before them ends."""
    edge, height, before = math.inf, 0.0, 0.0  # of the word before
    for number, (x0, x1, y, size) in enumerate(map(MEASURES, words)):
        larger = size if size == before else max(size, before)
        if not -0.5 * larger < x0 - edge < WIDE_GAP * larger or not abs(y - height) < SAME_LINE * larger:
            yield number
        edge, height, before = x1, y, size


def cell_lines(words: list[Word], page: int, flow: int) -> list[Line]:
    """The lines of a cell."""
    return _lines(find_segments(words), page, flow)


def _segment_of(table: Table) -> Segment:
    return Segment([], table.xs[0], table.xs[-1], table.ys[0], 0.0, table=table)


def _columns(segments: Sequence[Segment], depth: int = 0) -> list[list[Segment]]:
    """The columns of a page one after the other, what goes across them in between."""
    ordered = sorted(segments, key=lambda each: (-each.y, each.x0))
    starts = Counter(round(each.x0) for each in ordered if each.is_text)
    left = min((each.x0 for each in ordered), default=0.0)
    likely = [x for x, count in starts.most_common(N_CANDIDATES) if count >= FEWEST and x > left + 40]
    for x in likely if depth < 4 else ():
        run = _find_run(ordered, x)
        if run:
            first, end = run
            inside = ordered[first:end]
            west = [each for each in inside if each.x0 < x - 2]
            east = [each for each in inside if each.x0 >= x - 2]
            parts = [*_columns(ordered[:first], depth + 1), *_columns(west, depth + 1)]
            return [*parts, *_columns(east, depth + 1), *_columns(ordered[end:], depth + 1)]
    return [ordered] if ordered else []


def _find_run(ordered: Sequence[Segment], x: float) -> tuple[int, int] | None:
    """The segments, from above, that a gutter left of `x` parts into two columns of running text."""
    first = 0
    for end in range(len(ordered) + 1):
        crossing = end == len(ordered) or (ordered[end].x0 < x - 2 and ordered[end].x1 > x - GUTTER)
        if not crossing:
            continue
        inside = ordered[first:end]
        west = [each for each in inside if each.x0 < x - 2]
        east = [each for each in inside if each.x0 >= x - 2]
        if min(len(west), len(east)) >= FEWEST and _are_columns(west, east):
            return first, end
        first = end + 1
    return None


def _are_columns(west: Sequence[Segment], east: Sequence[Segment]) -> bool:
    """Columns are filled with text, or their lines stand at heights of their own; tables are neither."""
    if _is_filled(west) and _is_filled(east):
        return True
    heights = [each.y for each in west]
    shared = sum(any(abs(each.y - y) < 2 for y in heights) for each in east)
    return shared < 0.4 * min(len(west), len(east))


def _is_filled(column: Sequence[Segment]) -> bool:
    width = max(each.x1 for each in column) - min(each.x0 for each in column)
    long = sum(each.x1 - each.x0 > 0.7 * width for each in column)
    size = column[0].size or 10.0
    return long >= 0.5 * len(column) and width > 10 * size


def _lines(segments: Sequence[Segment], page: int, flow: int) -> list[Line]:
    """Segments at one height are one line, from left to right."""
    lines: list[Line] = []
    open_: list[Segment] = []

    def close() -> None:
        if open_:
            parts = sorted(open_, key=X0)
            lines.append(Line([word for each in parts for word in each.words], page, flow))
            open_.clear()

    for each in sorted(segments, key=lambda each: (-each.y, each.x0)):
        if not each.is_text:
            close()
            lines.append(Line(each.words, page, flow, each.table, each.is_rule))
            continue
        if open_ and abs(open_[0].y - each.y) > SAME_LINE * max(each.size, open_[0].size):
            close()
        open_.append(each)
    close()
    return lines


def _mark_dots(lines: Sequence[Line], dots: Sequence[Stroke]) -> None:
    """Bullets that are drawn and no letters: round or square dots a little before a line."""
    for line in lines if dots else ():
        if line.words:
            size, y = line.size, line.y
            near = (dot.x0 for dot in dots if _precedes(dot, line.x0, y, size))
            line.dot = max(near, default=None)


def _precedes(dot: Stroke, x: float, y: float, size: float) -> bool:
    return 0 < x - dot.x1 < 2.5 * size and y - 0.1 * size < dot.y0 and dot.y1 < y + 0.9 * size


def _struck(words: Sequence[Word], strokes: Sequence[Stroke]) -> list[Word]:
    """The words, marked where a stroke goes through them."""
    marked = list(words)
    lying = [each for each in strokes if each.lying]
    if not lying or not words:
        return marked
    places = sorted(range(len(words)), key=lambda place: words[place].y)
    heights = [words[place].y for place in places]
    largest = max(word.size for word in words)
    for stroke in lying:
        first = bisect_left(heights, stroke.y0 - largest)
        for place in places[first : bisect_left(heights, stroke.y1)]:
            if _strikes(stroke, words[place]):
                marked[place] = words[place]._replace(struck=True)
    return marked


def _strikes(stroke: Stroke, word: Word) -> bool:
    """Whether a stroke goes through at least half of a word, between its foot and its top."""
    height = (stroke.y0 + stroke.y1) / 2 - word.y
    if not 0.1 * word.size < height < 0.55 * word.size:
        return False
    covered = min(stroke.x1, word.x1) - max(stroke.x0, word.x0)
    return covered >= 0.5 * (word.x1 - word.x0)


def _rules(page: Page, words: Sequence[Word], tables: Sequence[Table]) -> list[Segment]:
    """Long strokes between the words, which part the notes."""
    rules: list[Segment] = []
    for stroke in sorted(page.strokes, key=lambda each: -each.y0):
        is_long = stroke.lying and stroke.x1 - stroke.x0 > LONG_RULE * page.width
        y = (stroke.y0 + stroke.y1) / 2
        if not is_long or any(table.holds((stroke.x0 + stroke.x1) / 2, y) for table in tables):
            continue
        if (rules and abs(rules[-1].y - y) < 4) or _underlines(stroke, words):
            continue
        rules.append(Segment([], stroke.x0, stroke.x1, y, 0.0, is_rule=True))
    if not rules:
        return []
    above, below = max((w.y for w in words), default=0.0), min((w.y for w in words), default=0.0)
    return [rule for rule in rules if below < rule.y < above]


def _underlines(stroke: Stroke, words: Sequence[Word]) -> bool:
    """Whether a stroke belongs to words: right below them or through them."""
    touched = sum(
        min(stroke.x1, word.x1) - max(stroke.x0, word.x0)
        for word in words
        if -0.35 * word.size < stroke.y0 - word.y < word.size
        and min(stroke.x1, word.x1) > max(stroke.x0, word.x0)
    )
    return touched > 0.5 * (stroke.x1 - stroke.x0)
