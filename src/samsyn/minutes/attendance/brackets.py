"""Persons whose names stand in brackets, behind their organisation or their initials (rule A4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import (
    initials_of,
    is_given_name,
    is_name,
    is_organisation_word,
    place_length,
)
from samsyn.minutes.attendance.pieces import Entry, Stretch, segments
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

_MIN_HOLDERS = 2
_APART = re.compile(r"\s+[–—-]\s+")
_HOLDER = re.compile(r"(?P<holder>[^()]+?)\s*\((?P<names>[^()]+)\)$")


def _initials(name: str) -> set[str]:
    """The initials of a name in small letters, with and without those of particles."""
    return {letters.casefold() for letters in initials_of(name)}


def given_names_in_brackets(pieces: Sequence[Stretch], rule: str) -> list[Entry]:
    """The persons of a list that gives all of them by given names, in brackets behind their organisations.

    In "Flens kommun (Rut, Tage), Skolverket (Siv - till 14)" each organisation is that of its bracket;
    none where anything else stands in the list, or where nothing before a bracket is an organisation.
    """
    matches = [_HOLDER.match(piece.text) for piece in pieces]
    if len(pieces) < _MIN_HOLDERS or not any(match and _is_holder(match["holder"]) for match in matches):
        return []
    found: list[Entry] = []
    for piece, match in zip(pieces, matches, strict=True):
        group = (piece.start, piece.start + match.end("holder")) if match else None
        for one in segments(match["names"], piece.start + match.start("names")) if match else ():
            name = _APART.split(one.text)[0]
            if not is_given_name(name):
                return []
            end = one.start + len(name)
            found.append(Entry((one.start, end), (end, one.end), rule, group=group))
        if group is None:
            return []
    return found


def _is_holder(words: str) -> bool:
    tokens = words.split()
    return place_length(tokens) > 0 or any(map(is_organisation_word, (tokens[0], tokens[-1])))


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
