"""Lists with the surname first (rule A13)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.records import Certainty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.records import Attendee, Found


def given_name_first(text: str, attendees: Sequence[Attendee]) -> list[Attendee]:
    """Turn names round where the list has the surname first.

    The notes' own text tells: it calls some of those listed by their name the other way round. Who is
    named only in the list is turned too, with the last word as given name.
    """
    turned = [_turned_in(text, person.name.value) for person in attendees]
    straight = sum(1 for person in attendees if text.count(person.name.value) > 1)
    if sum(1 for name in turned if name) <= straight:
        return list(attendees)
    return [
        replace(person, name=_as(person.name, name or _last_word_first(person.name.value)))
        for person, name in zip(attendees, turned, strict=True)
    ]


def _turned_in(text: str, name: str) -> str | None:
    """The name with its last words first, as the text has it."""
    parts = name.split()
    turns = (" ".join([*parts[at:], *parts[:at]]) for at in range(len(parts) - 1, 0, -1))
    return next((turn for turn in turns if turn in text), None)


def _last_word_first(name: str) -> str:
    *surnames, given = name.split()
    return " ".join([given, *surnames])


def _as(name: Found[str], value: str) -> Found[str]:
    certainty = name.certainty if len(value.split()) == 2 else Certainty.LIKELY
    return replace(name, value=value, rule="A13", certainty=certainty)
