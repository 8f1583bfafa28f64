"""Lists without a label, of lines that begin with a name (rule A12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import first_words
from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.labels import find_label
from samsyn.minutes.texts import normal
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line

_MIN_UNLABELLED = 3


def unlabelled_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines of a list without label: those that begin with a name in bold, or describe a person."""
    named = [
        line
        for line in lines
        if line.first
        and line.kind is not BlockKind.HEADING
        and 0 < line.bold_end < len(line.text)
        and is_name(normal(line.text[: line.bold_end]).strip(" ,"))
    ]
    return named if len(named) >= _MIN_UNLABELLED else _described(lines)


def _described(lines: Sequence[Line]) -> list[Line]:
    """Three or more lines on end, each a name and what describes the person."""
    run: list[Line] = []
    for line in lines:
        if _describes_person(line):
            run.append(line)
        elif len(run) >= _MIN_UNLABELLED:
            break
        else:
            run = []
    return run if len(run) >= _MIN_UNLABELLED else []


def _describes_person(line: Line) -> bool:
    name = first_words(line.text)
    told = len(name) < len(normal(line.text)) and not line.text.endswith(".")
    return told and not line.heading and find_label(line) is None and is_name(name)
