"""Sections of a reading, for notes that are not in any register."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from samsyn.matters.handing.directory import PRINCIPALS, Directory, forms_of
from samsyn.matters.handing.records import Day, Line, Section
from samsyn.register.recognition import body_key, recognise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from samsyn.minutes import Minutes, Period, Statement


def directory_of(minutes: Minutes, others: Collection[Minutes]) -> Directory:
    """Who there is, as far as some notes tell, and whose meeting one of them is."""
    keys: dict[str, int] = {}
    together = set()
    for one in others:
        own = tuple(keys.setdefault(body_key(body.value), len(keys) + 1) for body in one.bodies)
        together |= {own} if len(own) > 1 else set()
    own = tuple(keys.setdefault(body_key(body.value), len(keys) + 1) for body in minutes.bodies)
    joint = own if len(own) > 1 else together.pop() if len(together) == 1 else ()
    names = _organisations(others)
    return Directory(keys, own, joint, _inside(names), forms_of(sorted(names)))


def _organisations(notes: Iterable[Minutes]) -> set[str]:
    """Names of the organisations that people in the county's bodies come from."""
    return {
        attendee.affiliation.value
        for minutes in notes
        if minutes.bodies
        for attendee in minutes.attendees
        if attendee.affiliation
    }


def _inside(names: Iterable[str]) -> frozenset[str]:
    """Keys of the municipalities and regions among some organisations."""
    known = [meant for name in names if (meant := recognise(name)) is not None]
    return frozenset(meant.key for meant in known if meant.kind in PRINCIPALS)


def sections_of(minutes: Minutes) -> list[Section]:
    """The items of a reading with what was said in each; what stands outside them last."""
    said: dict[int | None, list[Line]] = defaultdict(list)
    for at, statement in enumerate(minutes.statements):
        said[statement.item].append(_line(at, statement))
    found = [
        Section(item.heading.value, tuple(said[at]), _heading_days(minutes, at))
        for at, item in enumerate(minutes.items)
    ]
    return [*found, *([Section("", tuple(said[None]))] if said[None] else [])]


def _line(at: int, statement: Statement) -> Line:
    dated = [(found.words, found.value.on) for found in statement.references if found.value.on]
    due = [(statement.due.words, statement.due.value)] if statement.due else []
    owner = statement.owner.value if statement.owner else None
    by_person = owner is not None and owner.kind in ("person", "role")
    name = owner.name if owner is not None and not by_person else ""
    days = tuple(_day(words, period) for words, period in (*due, *dated))
    return Line(at, statement.text.value, statement.kind.value.value, days, by_person, name)


def _day(words: str, period: Period) -> Day:
    return Day(words, period.start, period.end, period.precision.value)


def _heading_days(minutes: Minutes, at: int) -> tuple[Day, ...]:
    heading = minutes.items[at].heading.span
    return tuple(
        _day(found.words, found.value.on)
        for found in minutes.references
        if found.value.on and heading.start <= found.span.start < heading.end
    )
