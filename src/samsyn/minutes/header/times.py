"""When the meeting began and ended: rules H5 and H6."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.minutes.clock import find_clock_times
from samsyn.minutes.clock_words import find_times
from samsyn.minutes.header.blanks import without_days
from samsyn.minutes.header.noise import with_figures
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Found
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import time

    from samsyn.minutes.header.parts import Field, Header, Reader
    from samsyn.minutes.lines import Line

_LISTS = frozenset({"present", "absent", "called", "next_meeting"})
_LABELS = frozenset({"time", "place_and_time", "date"})
_LONGEST_LINE = 120
_LONGEST_TIME = 30
_LONGEST_TOLD = 60
_LONGEST_GAP = 40  # characters before a line that goes on with the value


def read_times(reader: Reader, fields: Sequence[Field]) -> None:
    """Rule H5: times by label, by words for start and end, else on the line that tells the day."""
    labelled = [(each.text, each.start) for each in fields if each.name in _LABELS]
    held = reader.header.held
    same = [
        (line.text, line.start) for line in reader.front if held and line.start <= held.span.start < line.end
    ]
    near = [
        (line.text, line.start)
        for line in top_lines(reader)
        if (lexicon().pattern("clock_word").search(line.text) or _is_time_line(line))
        and lexicon().search("meeting_ran", line.text) is None  # a sentence: rule H31
    ]
    if _start_and_end(reader) or _over_lines(reader, labelled):
        return
    for text, start in (*labelled, *same, *near):
        clear = without_days(with_figures(text))
        bare = (text, start) in labelled or _bare_hours(reader, text, start)
        times = find_times(clear, labelled=bare)
        if times:
            reader.header.start = _time(text, start, times.start, times.start_at)
            if times.end and times.end_at:
                reader.header.end = _time(text, start, times.end, times.end_at)
            return


def _start_and_end(reader: Reader) -> bool:
    """Start and end by words of their own ("Start: 9.00", "söndag slut 12.30")."""
    for role, name in (("start", "start_told"), ("end", "end_told")):
        for line in reader.front:
            told = lexicon().search(name, line.text) if len(line.text) <= _LONGEST_TOLD else None
            times = find_clock_times(told["time"]) if told else None
            if told and times:
                setattr(reader.header, role, _time(line.text, line.start, times.start, told.span("time")))
                break
    return reader.header.start is not None


def _over_lines(reader: Reader, labelled: Sequence[tuple[str, int]]) -> bool:
    """A time split over activities on two lines behind one label."""
    for (text, start), (more, begin) in pairwise(labelled):
        if not 0 < begin - start - len(text) <= _LONGEST_GAP:
            continue
        first, second = (find_clock_times(without_days(words), labelled=True) for words in (text, more))
        if first and second and second.end and second.end_at and second.start >= (first.end or first.start):
            reader.header.start = _time(text, start, first.start, first.start_at)
            reader.header.end = _time(more, begin, second.end, second.end_at)
            return True
    return False


def _is_time_line(line: Line) -> bool:
    """Whether a short line tells a full time of day ("Zoom, 17.15-18.40")."""
    return (
        len(line.text) <= _LONGEST_TOLD
        and ": " not in line.text
        and lexicon().pattern("full_time").search(line.text) is not None
        and lexicon().pattern("signed_at").match(line.text) is None
    )


def _bare_hours(reader: Reader, text: str, start: int) -> bool:
    """Whether hours without minutes stand straight behind the day ("11 september 2025, 9-12, …")."""
    held = reader.header.held
    if held is None or not start <= held.span.end <= start + len(text):
        return False
    return lexicon().pattern("bare_hours").search(text[held.span.end - start :]) is not None


def top_lines(reader: Reader) -> Iterator[Line]:
    """The lines above the first list or longer text."""
    for line in reader.front:
        label = find_label(line)
        if label and label.field in _LISTS:
            return
        if len(line.text) <= _LONGEST_LINE:
            yield line


def _time(text: str, start: int, value: time, place: tuple[int, int]) -> Found[time]:
    return Found(value, text[place[0] : place[1]], Span(start + place[0], start + place[1]), "H5")


def read_opening_and_closing(header: Header, lines: Sequence[Line]) -> None:
    """Rule H6: times beside "Mötets öppnande" and "Mötet avslutas" count where the head has none."""
    for at, line in enumerate(lines):
        if header.start is None:
            opened = lexicon().pattern("meeting_opens").match(line.text)
            times = find_clock_times(opened["time"]) if opened else None
            if opened and times:
                header.start = _time(line.text, line.start, times.start, opened.span("time"))
        elif header.end is None and (closed := lexicon().pattern("meeting_closes").match(line.text)):
            header.end = _closing_time(lines, at, on_line=closed["time"] is not None)


def _closing_time(lines: Sequence[Line], at: int, *, on_line: bool) -> Found[time] | None:
    """The time on the line that closes the meeting, or alone on the next."""
    if not on_line:
        at += 1
    if at >= len(lines) or len(lines[at].text) >= _LONGEST_TIME:
        return None
    times = find_clock_times(lines[at].text)
    return _time(lines[at].text, lines[at].start, times.start, times.start_at) if times else None
