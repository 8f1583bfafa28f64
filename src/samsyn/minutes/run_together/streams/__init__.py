"""Text that was poured into one stream, its lines broken anew or not at all (rule H16).

What tells is a number in the middle of a line, straight behind a sentence, that goes on where the last one
ended ("… utses. 3. Ekonomi Kassören …"): such numbers begin items, and without
any the headings that any agenda has ("Val av justerare"). Page signs are cut out, labels of the
head begin lines, and a heading ends where its first sentence begins.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.run_together.streams.pages import is_page_sign, page_signs, running_heads
from samsyn.minutes.run_together.streams.places import bounds_of, places_in
from samsyn.minutes.run_together.streams.series import MIN_SERIES, find_items, run_in
from samsyn.minutes.run_together.streams.stream import Cut, form_of, streams_of
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.run_together.streams.stream import Stream

__all__ = ["in_streams"]

_RUN_IN = re.compile(r"(?:§\s?)?\d{1,2}[.)]?\s+[A-ZÅÄÖ][^.!?:]{3,60}?(?:\s|:\s|\s[–—-]\s)[A-ZÅÄÖ]")
_RULES = {"§": "I3§", "": "I3b", ".": "I3", ")": "I3"}
_ENTRIES = frozenset({Cut.POINT, Cut.BULLET})
_MIN_IN_LINE = 2
_FILLED = 60  # letters


def in_streams(lines: Sequence[Line], blocks: int) -> Sequence[Line]:
    """The lines, cut anew where they were poured into one stream.

    Args:
        lines: All lines.
        blocks: How many blocks the document has; what is cut out opens a block of its own.
    """
    if not _may_be_poured(lines):
        return lines
    streams = list(streams_of(lines))
    heads = running_heads(streams)
    pages = [page_signs(stream.text, heads) for stream in streams]
    items = find_items(streams, pages)
    inside = sum(1 for item in items if item.at not in streams[item.stream].breaks)
    poured = inside >= _MIN_IN_LINE
    if not items or not (poured or run_in(streams, items)):
        return lines
    first, last = items[0][:2], items[-1][:2]
    found: list[Line] = []
    for number, stream in enumerate(streams):
        starts = [item for item in items if item.stream == number]
        bounds = bounds_of(number, len(stream.text), first, last) if poured else (0, len(stream.text))
        if poured or starts:
            found.extend(_pieces(stream, places_in(stream, starts, pages[number], bounds), blocks))
        else:
            found.extend(stream.lines)
    return [line for at, line in enumerate(found) if not is_page_sign(line.text, heads if at else set())]


def _has_long_lines(lines: Sequence[Line]) -> bool:
    """Whether lines are filled on average, as in text that has lost the writer's breaks."""
    return sum(len(line.text) for line in lines) >= _FILLED * len(lines)


def _may_be_poured(lines: Sequence[Line]) -> bool:
    """A quick look: numbers within lines or headings with text behind them, no marks and no columns."""
    if any(line.heading or line.struck or line.cell or line.bold_end for line in lines):
        return False
    in_line = lexicon().pattern("number_in_line")
    inside = sum(len(in_line.findall(line.text)) for line in lines)
    opened = sum(1 for line in lines if _RUN_IN.match(line.text))
    if inside < _MIN_IN_LINE and opened < MIN_SERIES and not _has_long_lines(lines):
        return False
    return sum(1 for line in lines if "   " in line.text) * 10 <= len(lines)


def _marker(cut: Cut, number: re.Match[str] | None) -> str:
    """The label of an entry that a stream was cut at."""
    if cut is Cut.BULLET:
        return "-"
    return f"{number['number']}." if cut is Cut.POINT and number else ""


def _pieces(stream: Stream, places: dict[int, Cut], blocks: int) -> Iterator[Line]:
    """The stream cut at places; where a block begins, its place in the text makes its number."""
    begin, first = 0, stream.lines[0]
    block = first.block
    for place in [*sorted(place for place in places if place), len(stream.text)]:
        cut = places.get(begin, Cut.BLOCK)
        number = (
            lexicon().pattern("stream_number").match(stream.text, begin)
            if cut in {Cut.ITEM, Cut.POINT}
            else None
        )
        if cut is Cut.POINT and number:
            begin = number.end()
        elif cut is Cut.BULLET:
            begin += 1
        words = stream.text[begin:place]
        start = first.start + begin + len(words) - len(words.lstrip())
        block = block if cut is Cut.LINE or not begin else blocks + start
        if words.strip():
            yield replace(
                first,
                text=words.strip().rstrip(" :–—-") if cut is Cut.ITEM else words.strip(),
                start=start,
                block=block,
                first=cut is not Cut.LINE,
                last=True,
                kind=BlockKind.LIST_ENTRY if cut in _ENTRIES else BlockKind.PARAGRAPH,
                marker=_marker(cut, number),
                bold_end=0,
                heads=(_RULES[form_of(number)] if number else "I7") if cut is Cut.ITEM else "",
                labels={},
            )
        begin = place
