"""Persons whose names stand in brackets, behind their organisation or their initials (rule A4)."""

from __future__ import annotations

import re

from samsyn.minutes.attendance.names import initials_of, is_name
from samsyn.minutes.attendance.pieces import Entry, Stretch, segments
from samsyn.minutes.texts import normal

_HOLDER = re.compile(r"(?P<holder>[^()]+?)\s*\((?P<names>[^()]+)\)$")


def _initials(name: str) -> set[str]:
    """The initials of a name in small letters, with and without those of particles."""
    return {letters.casefold() for letters in initials_of(name)}


def names_in_brackets(piece: Stretch, rule: str) -> list[Entry]:
    """The persons in "Timrå (Per Norell, Åsa Hall)" or "PN (Per Norell, Timrå)"; none in other words.

    Args:
        piece: Words between two commas of a list.
        rule: Number to give the entries.
    """
    match = _HOLDER.match(piece.text)
    if match is None or is_name(normal(match["holder"])):
        return []
    names = list(segments(match["names"], piece.start + match.start("names")))
    if not names or not is_name(normal(names[0].text)):
        return []
    if match["holder"].casefold() in _initials(normal(names[0].text)):
        return [Entry((names[0].start, names[0].end), (names[0].end, piece.end - 1), rule)]
    if not all(is_name(normal(name.text)) for name in names):
        return []
    group = (piece.start, piece.start + match.end("holder"))
    return [Entry((one.start, one.end), (one.end, one.end), rule, group=group) for one in names]
