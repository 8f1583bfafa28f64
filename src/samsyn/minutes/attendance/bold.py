"""Persons in a run of text where the names are bold (rule A1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.attendance.pieces import Entry
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from samsyn.reading import Document, Span


def bold_entries(document: Document, span: Span) -> list[Entry]:
    """Persons in a run where the names are bold (rule A1); empty where none is."""
    names: list[tuple[int, int, bool]] = []
    reach = -1  # where the last bold run ended, blank or not
    for run in document.runs_in(span):
        start, end = max(run.start, span.start), min(run.end, span.end)
        if not run.bold:
            continue
        goes_on, reach = start == reach, end
        if not document.text[start:end].strip(" ,.:;\n"):
            continue
        if names and _is_same_name(document, names[-1], start, struck=run.struck, goes_on=goes_on):
            names[-1] = (names[-1][0], end, run.struck)
        else:
            names.append((start, end, run.struck))
    found = []
    for order, (start, end, struck) in enumerate(names):
        stop = names[order + 1][0] if order + 1 < len(names) else span.end
        begin, finish = _trim(document.text, start, end)
        if is_name(normal(document.text[begin:finish]), alone=True):
            found.append(Entry((begin, finish), (end, stop), "A1", struck))
    return found


def _is_same_name(
    document: Document, name: tuple[int, int, bool], start: int, *, struck: bool, goes_on: bool
) -> bool:
    """Whether bold words from `start` go on a name; struck ones do so only within the one line drawn."""
    between = document.text[name[1] : start]
    if between.strip():
        return False
    return (goes_on and struck and "\n" not in between) if name[2] else not struck


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip(" ,;:\n\t"))
    return start + lead, start + len(piece.rstrip(" ,;:\n\t")) if piece.strip(" ,;:\n\t") else start + lead
