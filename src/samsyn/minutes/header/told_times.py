"""When and where the meeting was, by sentences (rules H31, H32)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.clock_words import find_times, later
from samsyn.minutes.header.blanks import without_days
from samsyn.minutes.header.fields import fields_of
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Doubt, Found
from samsyn.minutes.texts import normal, sentences
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import time

    from samsyn.minutes.clock import ClockTimes
    from samsyn.minutes.clock_words import WordedTimes
    from samsyn.minutes.header.parts import Header
    from samsyn.minutes.lines import Line
    from samsyn.reading import Document

_FIRST_LINES, _LAST_LINES = 6, 10  # below the head, and at the end
_LONGEST_LINE = 60


class _Sentence(NamedTuple):
    text: str
    start: int


def read_told_times(header: Header, document: Document, lines: Sequence[Line], stop: int) -> list[Doubt]:
    """Rule H31: times in sentences of the head and the first item, and the end in those at the end.

    Args:
        header: What is known already stays.
        document: The whole document.
        lines: All lines of the notes.
        stop: How many of them stand before the first item.

    Returns:
        A doubt where the words leave it open whether morning or evening is meant.
    """
    doubts: list[Doubt] = []
    for each in fields_of(lines[:stop]):
        ending = find_times(each.text, labelled=True) if each.name == "end" else None
        if ending and header.end is None:
            header.end = replace(_found(document, ending.start, ending.start_at, each.start), rule="H5")
    for sentence in _told(document, lines[: stop + _FIRST_LINES]) if header.start is None else ():
        if header.start is None and (ran := lexicon().search("meeting_ran", sentence.text)):
            began = lexicon().pattern("began").search(ran[0]) is not None
            behind = find_times(without_days(sentence.text[ran.end() :]), bare=began)
            at = sentence.start + (ran.end() if behind else 0)
            doubts += _set(header, document, behind or find_times(without_days(sentence.text)), at)
    last = [*lines[: stop + _FIRST_LINES], *lines[-_LAST_LINES:]]
    for sentence in _told(document, last) if header.end is None else ():
        ended = lexicon().search("meeting_ended", sentence.text) if header.end is None else None
        if ended and (times := find_times(without_days(sentence.text[ended.end() :]), bare=True)):
            at = sentence.start + ended.end()
            end = times.start if header.start is None else later(times.start, header.start.value)
            if header.start is None or end > header.start.value:
                header.end = _found(document, end, times.start_at, at)
    return doubts


def _told(document: Document, lines: Sequence[Line]) -> Iterator[_Sentence]:
    """The sentences of running text, over the line breaks within a block."""
    at = 0
    while at < len(lines):
        last = at
        while last + 1 < len(lines) and lines[last + 1].block == lines[at].block:
            last += 1
        text = document.text[lines[at].start : lines[last].end]
        for begin, end in sentences(text):
            yield _Sentence(text[begin:end], lines[at].start + begin)
        at = last + 1


def _set(header: Header, document: Document, times: ClockTimes | WordedTimes | None, at: int) -> list[Doubt]:
    if times is None:
        return []
    header.start = _found(document, times.start, times.start_at, at)
    if header.end is None and times.end and times.end_at:
        header.end = _found(document, times.end, times.end_at, at)
    if not getattr(times, "unsure", False):
        return []
    question = f"Började mötet på eftermiddagen eller kvällen, {times.start:%H.%M}?"
    return [Doubt(question, "start", header.start.span, "K3")]


def _found(document: Document, value: time, place: tuple[int, int], at: int) -> Found[time]:
    span = Span(at + place[0], at + place[1])
    return Found(value, document.cut(span), span, "H31", Certainty.LIKELY)


def read_told_place(header: Header, document: Document, lines: Sequence[Line], stop: int) -> None:
    """Rule H32: the place in a sentence on the meeting, or on a line that tells of a digital meeting."""
    if header.place is None:
        _read_place_in_sentence(header, document, lines[: stop + _FIRST_LINES])
    for words, start in _places(header, lines[:stop] or lines[:1]) if header.place is None else ():
        _set_place(header, words, start)
        return


def _places(header: Header, front: Sequence[Line]) -> Iterator[tuple[str, int]]:
    """Words for places in the head with where they stand, the surest first."""
    for each in fields_of(front):
        if each.name == "time":
            for name in ("place_told", "place_of_stretch"):
                inside = list(lexicon().pattern(name).finditer(each.text))
                if inside and inside[-1]["place"]:
                    yield inside[-1]["place"], each.start + inside[-1].start("place")
    for line in front:
        beside = lexicon().search("met_at", line.text) or (
            lexicon().search("digital_in_brackets", line.text) if _tells_when(header, line) else None
        )
        if beside:
            group = beside.lastgroup or "place"
            yield beside[group], line.start + beside.start(group)
    for line in front:
        if len(line.text) <= _LONGEST_LINE and lexicon().pattern("digital_line").fullmatch(line.text):
            yield line.text, line.start


def _read_place_in_sentence(header: Header, document: Document, lines: Sequence[Line]) -> None:
    for sentence in _told(document, lines):
        ran = lexicon().search("meeting_ran", sentence.text) if header.place is None else None
        told = lexicon().pattern("place_told").search(sentence.text, ran.start()) if ran else None
        if told and told.lastgroup:
            words = told[told.lastgroup]
            if not is_name(normal(words)) or told[0].endswith(f"hos {words}"):
                _set_place(header, words, sentence.start + told.start(told.lastgroup))


def _set_place(header: Header, words: str, start: int) -> None:
    kept = words.rstrip(" .,*_")
    header.place = Found(normal(kept), kept, Span(start, start + len(kept)), "H32", Certainty.LIKELY)


def _tells_when(header: Header, line: Line) -> bool:
    """Whether a line tells the day or the start of the meeting."""
    told = (found.span.start for found in (header.held, header.start) if found)
    return any(line.start <= at < line.end for at in told)
