"""Lists without a label, of lines that begin with a name (rule A12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import begins_with_name, first_words
from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.attendance.openings import is_named
from samsyn.minutes.attendance.pieces import bare_words, segments
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
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
    return named if len(named) >= _MIN_UNLABELLED else _described(lines) or _in_a_row(lines)


def _in_a_row(lines: Sequence[Line]) -> list[Line]:
    """A line that holds nothing but three names or more between its commas; given names must be known."""
    for line in lines:
        if line.text.count(",") < _MIN_UNLABELLED - 2 or line.heading or line.cell or find_label(line):
            continue
        words = [bare_words(piece.text) for piece in segments(line.text, 0)]
        if len(words) >= _MIN_UNLABELLED and all(each and _is_known(each) for each in words):
            return [line]
    return []


def _is_known(words: str) -> bool:
    return is_named(words) and words.split(maxsplit=1)[0].casefold() in lexicon().words(
        "persons", "given_names"
    )


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
    known = name.partition(" ")[0].casefold() in lexicon().words("persons", "given_names")
    if line.heading or find_label(line) is not None:
        return False
    return (told and is_name(name)) or (known and begins_with_name(line.text))
