"""What is written of a meeting, as the words that a Word template speaks of: `rubrik`, `punkter`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from babel.dates import format_date

from samsyn.register.alphabet import alphabetical_key
from samsyn.register.writing.content import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samsyn.register.writing.content import Came, Content, Item

BULLETS = ("- ", "* ", "• ", "– ")


@dataclass(frozen=True, slots=True)
class Deltagare:
    """A row of the list of those who were there, or not."""

    namn: str
    organisation: str
    narvaro: str


@dataclass(frozen=True, slots=True)
class Rad:
    """A row of a table of actions."""

    text: str
    ansvarig: str
    klart: str


@dataclass(frozen=True, slots=True)
class Del:
    """Some words of an item: `sort` is text, lista, beslut, overenskommet or atgarder."""

    sort: str
    text: str = ""
    rader: tuple[Rad, ...] = ()


@dataclass(frozen=True, slots=True)
class Punkt:
    """An item of the agenda."""

    nummer: int
    rubrik: str
    delar: tuple[Del, ...]


Words = dict[str, str | tuple[Deltagare, ...] | tuple[Punkt, ...]]


def words_for(content: Content, *, bodies: Sequence[str]) -> Words:
    """The words of a meeting; what is not given is empty, never made up.

    Args:
        content: What is written.
        bodies: Names of those whose meeting it is.
    """
    organ = " och ".join(bodies)
    return {
        "rubrik": f"Minnesanteckningar, {organ}",
        "organ": organ,
        "dag": write_day(content.day),
        "tid": write_times(content.starts, content.ends),
        "plats": content.place,
        "ordforande": content.chair,
        "sekreterare": content.secretary,
        "nasta_mote": _next_meeting(content),
        "deltagare": tuple(_people(content)),
        "punkter": tuple(_items(content.items)),
    }


def write_day(day: str) -> str:
    """A day in Swedish: 22 november 2026."""
    return format_date(date.fromisoformat(day), "d MMMM y", locale="sv") if day else ""


def write_times(starts: str, ends: str) -> str:
    """Times as they are written in Swedish: 10.00–12.00."""
    if starts and ends:
        return f"{_clock(starts)}–{_clock(ends)}"
    return f"kl. {_clock(starts)}" if starts else (f"till kl. {_clock(ends)}" if ends else "")


def _clock(words: str) -> str:
    return words[:5].replace(":", ".")


def _next_meeting(content: Content) -> str:
    clock = f"kl. {_clock(content.next_starts)}" if content.next_starts else ""
    when = " ".join(filter(None, (write_day(content.next_day), clock)))
    return ", ".join(filter(None, (when, content.next_place)))


def _people(content: Content) -> Iterator[Deltagare]:
    """Those present, and those absent where that is to be told, in order of organisation."""
    shown = [came for came in content.people if came.name and (came.present or content.lists_absent)]
    for came in sorted(shown, key=_place):
        yield Deltagare(came.name, came.organisation, "Närvarande" if came.present else "Frånvarande")


def _place(came: Came) -> tuple[str, bool]:
    return alphabetical_key(came.organisation), not came.present


def _items(items: Iterable[Item]) -> Iterator[Punkt]:
    """The items that hold anything, numbered."""
    written = (item for item in items if item.heading or any(not block.is_empty for block in item.blocks))
    for number, item in enumerate(written, start=1):
        yield Punkt(number, item.heading or "Utan rubrik", tuple(_parts(item.blocks)))


def _parts(blocks: Iterable[Block]) -> Iterator[Del]:
    """The blocks in their order; actions after each other are one table."""
    rows: list[Rad] = []
    for block in blocks:
        if block.is_empty:
            continue
        if block.kind is BlockKind.ACTION:
            rows.append(Rad(_joined(block.text), block.owner, block.due))
            continue
        if rows:
            yield Del("atgarder", rader=tuple(rows))
            rows = []
        yield from _words(block)
    if rows:
        yield Del("atgarder", rader=tuple(rows))


def _words(block: Block) -> Iterator[Del]:
    if block.kind is BlockKind.DECISION:
        yield Del("beslut", _joined(block.text))
    elif block.kind is BlockKind.AGREED:
        yield Del("overenskommet", _joined(block.text))
    else:
        yield from (_line(line.strip()) for line in block.text.split("\n") if line.strip())


def _line(line: str) -> Del:
    return Del("lista", line[2:].strip()) if line.startswith(BULLETS) else Del("text", line)


def _joined(text: str) -> str:
    """What binds is one passage: its lines are one."""
    return " ".join(text.split())
