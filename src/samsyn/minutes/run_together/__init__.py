"""Lines that a form or an extraction has run together, cut apart again (rules H16, I9, I10).

A line that holds several labels of the head is one line for each ("Datum: … Tid: … Plats: …"). Where a whole
text has lost its line breaks, page marks, labels without colon and numbered items begin lines too, and a
heading ends where its first sentence begins. Key words in the margin are lines of their own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.columns import lists_beside
from samsyn.minutes.labels import field_of, label_in
from samsyn.minutes.run_together.decorated import without_decoration
from samsyn.minutes.run_together.flat import FLAT_LINE, flat_places, head_labels, is_flat
from samsyn.minutes.run_together.inner import inner_places
from samsyn.minutes.run_together.letters import with_letters
from samsyn.minutes.run_together.margin import beside_margin, find_margin
from samsyn.minutes.run_together.numbers import with_numbers
from samsyn.minutes.run_together.openings import behind_opening, find_openings
from samsyn.minutes.run_together.streams import in_streams

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

__all__ = ["cut_apart"]

Places = dict[int, bool]  # where a line is cut, and whether a block begins there
_TOP_FIELDS = {"date", "time", "place"}
_OPENS_DATED = re.compile(r"[A-ZÅÄÖ]\w+ (?=\S*\d|[a-zåäö]+dag)")
_MIN_LABELS = 2
_WIDE_GAP = re.compile(r"\s{2,}|\t")
_VALUED = frozenset({"date", "time", "place", "chair", "secretary"})
_STOP = re.compile(r"[.!?]\s")
_SENTENCE_END = re.compile(r"[.!?]\s+$")
_TOP = 8  # lines at the head of the notes


def cut_apart(lines: Sequence[Line], blocks: int) -> list[Line]:
    """The lines, with those that were run together cut.

    Args:
        lines: All lines of the document.
        blocks: How many blocks the document has; what is cut out counts as a block of its own.
    """
    lines = with_letters(with_numbers(in_streams(without_decoration(lines, blocks), blocks), blocks), blocks)
    flat, margin, opening = is_flat(lines), find_margin(lines), find_openings(lines)
    found: list[Line] = []
    for at, line in enumerate(lines):
        if at in margin:
            found.extend(beside_margin(line, margin[at]))
            continue
        if at in opening:
            found.extend(behind_opening(line, opening[at]))
            continue
        places = _places(line, flat=flat, top=at < _TOP) or inner_places(line, top=at < _TOP)
        found.extend(_pieces(line, places, blocks) if places else (line,))
    return found


def _places(line: Line, *, flat: bool, top: bool) -> Places:
    if flat:
        return {place: opens for place, opens in flat_places(line.text) if 0 < place < len(line.text)}
    if top and (beside := _labels_in_columns(line) or _labels_without_colon(line)):
        return beside
    colons = line.text.count(":")
    few = line.heading or colons == 0 or (colons < _MIN_LABELS and not (top and _STOP.search(line.text)))
    if few or lists_beside(line):  # lists beside one another go on below, each in its column
        return {}
    starts = [match.start() for match in head_labels(True).finditer(line.text)]
    if top and (behind := [place for place in starts if _SENTENCE_END.search(line.text[:place])]):
        return dict.fromkeys(behind, True)
    if len(starts) < _MIN_LABELS or (starts[0] and len(starts) == _MIN_LABELS):
        return {}
    return dict.fromkeys((place for place in starts if place), True)


def _labels_in_columns(line: Line) -> Places:
    """Where labels begin behind wide gaps ("Datum 2025-05-13   Tid kl 13"), on a line that opens with one."""
    gaps = [match.end() for match in _WIDE_GAP.finditer(line.text)] if line.cell is None else []
    if not gaps or not _is_value_label(line.text):
        return {}
    return dict.fromkeys((place for place in gaps if _is_value_label(line.text[place:])), True)


def _is_value_label(text: str) -> bool:
    """Whether a label of day, time or place opens the words, with its value behind it."""
    label = label_in(text)
    return label is not None and label.field in _VALUED and label.value_at < len(text)


def _labels_without_colon(line: Line) -> Places:
    """Where labels without colon share a short line that opens with one ("Datum 2026-03-10 Tid 13-15")."""
    if line.heading or len(line.text) > FLAT_LINE or not _OPENS_DATED.match(line.text):
        return {}
    matches = list(head_labels(False).finditer(line.text))
    fields = {field_of(match["label"]) for match in matches}
    told = len(fields) >= _MIN_LABELS and fields <= _TOP_FIELDS and matches[0].start() == 0
    return {match.start(): True for match in matches[1:]} if told else {}


def _pieces(line: Line, places: Places, blocks: int) -> Iterator[Line]:
    """The line cut at places; where a block begins, its place in the text makes its number."""
    begin, block = 0, line.block
    for place in [*sorted(places), len(line.text)]:
        words = line.text[begin:place]
        opens = places.get(begin, True)
        block = blocks + line.start + begin if opens else block
        lead = len(words) - len(words.lstrip())
        if words.strip():
            yield replace(
                line,
                text=words.strip(),
                start=line.start + begin + lead,
                block=block,
                first=opens,
                last=True,
                marker=line.marker if begin == 0 else "",
                bold_end=max(0, min(line.bold_end - begin - lead, len(words.strip()))),
                indent=line.indent if begin == 0 else 0,
                labels={},
            )
        begin = place
