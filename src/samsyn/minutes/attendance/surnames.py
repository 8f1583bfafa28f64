"""Lists with the surname first, with a comma behind it or none (rule A13)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_municipality, is_name, is_title_word
from samsyn.minutes.attendance.pieces import Entry
from samsyn.minutes.records import Certainty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Attendee, Found

_INVERTED = re.compile(r"(?P<surname>[^\W\d_][\w-]+),\s+(?P<given>[^\W\d_][\w-]+)\s*[,(]")
_MIN_INVERTED = 2


def are_inverted(lines: Sequence[Line], skip: int) -> bool:
    """Whether each line has surname, given name and more, between commas ("Vifell, Rut, Flens kommun")."""
    if skip or len(lines) < _MIN_INVERTED:
        return False
    matches = [_INVERTED.match(line.text) for line in lines]
    return all(match and is_name(f"{match['given']} {match['surname']}") for match in matches) and not any(
        is_municipality(match["given"]) or is_title_word(match["given"]) for match in matches if match
    )


def inverted_entry(text: str, at: int) -> Entry:
    """The person of such a line; the words of the name stand as they are until they are turned."""
    match = _INVERTED.match(text)
    end = at + (match.end("given") if match else len(text))
    return Entry((at, end), (end, at + len(text)), "A13")


def given_name_first(text: str, attendees: Sequence[Attendee]) -> list[Attendee]:
    """Turn names round where the list has the surname first.

    The notes' own text tells: it calls some of those listed by their name the other way round. Who is
    named only in the list is turned too, with the last word as given name.
    """
    attendees = [_behind_comma(person) for person in attendees]
    if _all_loud(attendees):
        return [
            replace(person, name=_as(person.name, _last_word_first(person.name.value)))
            for person in attendees
        ]
    turned = [_turned_in(text, person.name.value) for person in attendees]
    n_turned = sum(1 for name in turned if name)
    if not n_turned or n_turned <= sum(1 for person in attendees if text.count(person.name.value) > 1):
        return list(attendees)
    return [
        replace(person, name=_as(person.name, name or _last_word_first(person.name.value)))
        for person, name in zip(attendees, turned, strict=True)
    ]


def _behind_comma(person: Attendee) -> Attendee:
    """The name without the comma behind its surname."""
    surname, comma, given = person.name.value.partition(", ")
    return replace(person, name=_as(person.name, f"{given} {surname}")) if comma else person


def _all_loud(attendees: Sequence[Attendee]) -> bool:
    """Whether all have a first word in capitals and a last one that is not ("VIFELL Rut")."""
    names = [person.name.value.split() for person in attendees]
    return bool(names) and all(
        len(name[0]) > 1 and name[0].isupper() and not name[-1].isupper() for name in names
    )


def _turned_in(text: str, name: str) -> str | None:
    """The name with its last words first, as the text has it."""
    parts = name.split()
    turns = (" ".join([*parts[at:], *parts[:at]]) for at in range(len(parts) - 1, 0, -1))
    return next((turn for turn in turns if turn in text and _is_whole(turn, text)), None)


def _is_whole(words: str, text: str) -> bool:
    """Whether words stand in a text and are no part of longer ones there."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text) is not None


def _last_word_first(name: str) -> str:
    *surnames, given = name.split()
    return " ".join([given, *surnames])


def _as(name: Found[str], value: str) -> Found[str]:
    certainty = name.certainty if len(value.split()) == 2 else Certainty.LIKELY
    return replace(name, value=value, rule="A13", certainty=certainty)
