"""The numbers that begin items within streams, and where the headings behind them end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.run_together.flat import end_of_heading
from samsyn.minutes.run_together.streams.stream import SENTENCE_END, Number, form_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.run_together.streams.stream import Stream

_CAPITALS = re.compile(r"(?:[A-ZÅÄÖ]{2}[A-ZÅÄÖ/,–-]*(?:\s+|$))+(?=[A-ZÅÄÖ][a-zåäö]|$)")
_SIGNED = re.compile(r"[A-ZÅÄÖ][^.!?:]{2,60}?(?::|\s[–—-])\s+(?=[A-ZÅÄÖ])")
_FORMS = ("§", "", ".", ")")
MIN_SERIES = 3
_MIN_TOLD = 2
_MOST_COUNTED = 2  # lines with numbers in a text whose items have none
_WITHIN = 6  # letters of a line before a number that stands within it: not "p. 3", "Nr. 3"
_REACH = 300  # letters behind a number in which its heading ends
_SHORTEST = 15  # letters of a heading and the text behind it


def find_items(streams: Sequence[Stream], pages: Sequence[Sequence[tuple[int, int]]]) -> list[Number]:
    """The numbers that begin items: those of a form that rises one by one from 1, three at least."""
    signs = [{place for span in spans for place in range(*span)} for spans in pages]
    numbers = [
        Number(at, match.start(), int(match["number"]), form_of(match))
        for at, stream in enumerate(streams)
        for match in lexicon().pattern("stream_number").finditer(stream.text)
        if match.start() not in signs[at]
    ]
    forms = [_series([one for one in numbers if one.form == form], streams) for form in _FORMS]
    ends = [{end for _, end in spans} for spans in pages]
    series = [
        one
        for one in forms
        if len(one) >= MIN_SERIES and all(_opens(other, streams, ends) for other in one[1:])
    ]
    if series:
        return min(series)
    counted = sum(1 for one in numbers if one.at in streams[one.stream].breaks)
    return [] if counted >= _MOST_COUNTED else _in_any_agenda(streams)


def _in_any_agenda(streams: Sequence[Stream]) -> list[Number]:
    """Headings that any agenda has, within lines: what is left in a text without breaks and numbers."""
    pattern = lexicon().pattern("agenda_headings")
    found = [
        Number(at, match.start(), 0, "")
        for at, stream in enumerate(streams)
        for match in pattern.finditer(stream.text)
    ]
    within = sum(1 for one in found if one.at not in streams[one.stream].breaks)
    return found if within >= MIN_SERIES and within * 3 >= len(found) * 2 else []


def _series(numbers: Sequence[Number], streams: Sequence[Stream]) -> list[Number]:
    """Numbers that follow on one another; one that begins a line goes before one within a line."""
    found: list[Number] = []
    begins = {one: one.at in streams[one.stream].breaks for one in numbers}
    last = {one.number: one for one in numbers if begins[one]}
    for one in numbers:
        if len(found) == 1 and one.number == 1 and _heads_agenda(one, streams[one.stream]):
            found = []  # the one before is that of a page
        first = one.number if one.form == _FORMS[0] else 1  # an extract has its sections from any on
        if one.number != (found[-1].number + 1 if found else first):
            continue
        if begins[one] or one.number not in last or last[one.number] < one:
            found.append(one)
    return found


def _heads_agenda(one: Number, stream: Stream) -> bool:
    """Whether words that head something in any agenda stand behind a number."""
    number = lexicon().pattern("stream_number").match(stream.text, one.at)
    return number is not None and lexicon().search("agenda_words", stream.text[number.end() :]) is not None


def _opens(one: Number, streams: Sequence[Stream], ends: Sequence[set[int]]) -> bool:
    """Whether a number stands where a sentence may begin: behind another one, a page or a line break."""
    stream = streams[one.stream]
    before = stream.text[: one.at]
    begun = max(place for place in stream.breaks if place <= one.at)
    if one.at == begun or (one.at - begun >= _WITHIN and SENTENCE_END.search(before[-3:])):
        return True
    if _heads_agenda(one, stream):
        return True
    return len(before.rstrip()) in ends[one.stream]


def run_in(streams: Sequence[Stream], items: Sequence[Number]) -> bool:
    """Whether most headings have their text behind them on the same line ("§ 3 Ekonomi Kassören visade")."""
    tells = lexicon().pattern("acts_later")
    count = 0
    for item, following in zip(items, [*items[1:], None], strict=True):
        text = streams[item.stream].text
        stop = following.at if following and following.stream == item.stream else len(text)
        end = heading_end(text, item.at, stop)
        if end is None or any(item.at < place <= end for place in streams[item.stream].breaks):
            continue
        count += text[:stop].rstrip().endswith((".", "!", "?")) and tells.match(text, end, stop) is not None
    return count >= _MIN_TOLD and count * 2 > len(items)


def heading_end(text: str, start: int, stop: int) -> int | None:
    """Where the heading behind a number ends, and a sentence begins on the same line."""
    number = lexicon().pattern("stream_number").match(text, start)
    begin = number.end() if number else start
    capitals = _CAPITALS.match(text, begin, stop)
    if capitals:
        return capitals.end() if capitals.end() < stop else None
    known = lexicon().pattern("agenda_headings").match(text, begin, stop) if number is None else None
    if known:
        return known.end()
    signed = _SIGNED.match(text, begin, stop)
    if signed and lexicon().pattern("acts_later").match(text, signed.end(), stop):
        return signed.end()
    near = text[begin : min(stop, begin + _REACH)]
    length = end_of_heading(near, 0, _SHORTEST)
    end = begin + length if length else None
    if end is None or len(text[begin:end].split()) > 1 or lexicon().search("agenda_words", text[begin:end]):
        return end
    acts = lexicon().pattern("acts").match(text, end)
    if acts and acts["who"].casefold() not in lexicon().words("persons", "openers"):
        return None  # "Rut Vifell öppnade" is no heading "Rut"
    return end
