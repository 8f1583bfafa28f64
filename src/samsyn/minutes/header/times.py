"""When the meeting began and ended: rules H5 and H6."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.clock import find_clock_times
from samsyn.minutes.header.blanks import without_days
from samsyn.minutes.labels import find_label
from samsyn.minutes.records import Found
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import time

    from samsyn.minutes.header.parts import Field, Header, Reader
    from samsyn.minutes.lines import Line


_OPENING = re.compile(
    r"^(?:mötets öppnande|mötet öppnas|öppnande)\b\D{0,12}(?P<time>\d{1,2}[.:]\d\d)", re.IGNORECASE
)


_CLOSING = re.compile(
    r"^(?:mötet avslutas|mötets avslutande|mötet avslutades|avslutning)\b\D{0,12}(?P<time>\d{1,2}[.:]\d\d)?",
    re.IGNORECASE,
)


def read_times(reader: Reader, fields: Sequence[Field]) -> None:
    """Rule H5: times by label, else on the line that tells the day."""
    labelled = [(f.text, f.start) for f in fields if f.name in {"time", "place_and_time", "date"}]
    held = reader.header.held
    same = [
        (line.text, line.start) for line in reader.front if held and line.start <= held.span.start < line.end
    ]
    near = [
        (line.text, line.start)
        for line in top_lines(reader)
        if re.search(r"\b(?:kl|tid)\b", line.text, re.IGNORECASE)
    ]
    for text, start in (*labelled, *same, *near):
        clear = without_days(text)
        times = find_clock_times(clear, labelled=bool(labelled) and (text, start) in labelled)
        if times:
            reader.header.start = _time(text, start, times.start, times.start_at)
            if times.end and times.end_at:
                reader.header.end = _time(text, start, times.end, times.end_at)
            return


def top_lines(reader: Reader) -> Iterator[Line]:
    """The lines above the first list or longer text."""
    for line in reader.front:
        label = find_label(line)
        if label and label.field in {"present", "absent", "called", "next_meeting"}:
            return
        if len(line.text) <= 120:
            yield line


def _time(text: str, start: int, value: time, place: tuple[int, int]) -> Found[time]:
    return Found(value, text[place[0] : place[1]], Span(start + place[0], start + place[1]), "H5")


def read_opening_and_closing(header: Header, lines: Sequence[Line]) -> None:
    """Rule H6: times beside "Mötets öppnande" and "Mötet avslutas" count where the head has none."""
    for at, line in enumerate(lines):
        opened = _OPENING.match(line.text)
        if opened and header.start is None and (times := find_clock_times(opened["time"])):
            header.start = _time(line.text, line.start, times.start, opened.span("time"))
        closed = _CLOSING.match(line.text)
        if closed is None or header.end is not None or header.start is None:
            continue
        where = line if closed["time"] else lines[at + 1] if at + 1 < len(lines) else None
        times = find_clock_times(where.text) if where and len(where.text) < 30 else None
        if where and times:
            header.end = _time(where.text, where.start, times.start, times.start_at)
