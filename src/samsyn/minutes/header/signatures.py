"""Signatures below the notes: roles below or above names, and a name below a greeting (rule H34)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.columns import cells_of
from samsyn.minutes.attendance.names import is_given_name, is_name
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

_NEAR = 12  # letters that a role may stand off the name above it
_ROLES = ("chair", "secretary")
_LINES = "_.-–—… "


def signed_roles(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The roles of those whose names stand above them in rows of signatures, with the names."""
    written = [line for line in lines if line.text.strip(_LINES)]
    # Nobody signs in a list or below a heading; both stand in the notes themselves.
    rows = [[] if line.heading or line.marker else cells_of(line) for line in written]
    for names, roles in pairwise(rows):
        if names and all(is_name(_bare(cell)) for cell in names):
            for order, cell in enumerate(roles):
                if role := _role(cell):
                    yield from ((role, name) for name in _above(names, cell, order))


def name_below_closing(lines: Sequence[Line]) -> Line | None:
    """The name below the words that end the notes ("Kram" / "Rut", "Dag som ovan" / "Rut Vifell")."""
    for closing, name in pairwise(lines):
        words = _bare(name)
        if lexicon().pattern("closing_line").fullmatch(closing.text) and (
            is_name(words) or is_given_name(words)
        ):
            return name
    return None


def _above(names: Sequence[Line], cell: Line, order: int) -> Iterator[Line]:
    """The name above a role: in the same column, or the same in order where the columns slipped."""
    near = [name for name in names if abs(name.indent - cell.indent) <= _NEAR]
    if len(near) == 1:
        yield near[0]
    elif order < len(names):
        yield names[order]


def _role(cell: Line) -> str | None:
    words = folded(cell.text)
    return next((role for role in _ROLES if words in lexicon().words("attendance", role)), None)


def _bare(line: Line) -> str:
    return normal(line.text).strip("*_ .,/")
