"""Invented notes for tests: a head that is always the same, and a body that each test is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes import read_minutes
from samsyn.reading import read_bytes

if TYPE_CHECKING:
    from samsyn.minutes import Minutes, Statement

PRESENT = """**Närvarande:**

Rut Vifell, Flens kommun

Tage Wrangmark, Trosa kommun

Katarina Lodin, Gnesta kommun

Katarina Skoglar, Region Sörmland, sekreterare
"""


def read(text: str, *, name: str = "anteckningar.md") -> Minutes:
    """Read notes given as text."""
    return read_minutes(read_bytes(text.encode(), name=name), name=name)


def notes(
    body: str, *, title: str = "Minnesanteckningar Arbetsgrupp Norra Barn", attendance: str = PRESENT
) -> str:
    """Notes of 10 March 2026 with one agenda item, "Läget", that holds the body."""
    return (
        f"# {title}\n\n**Datum:** 2026-03-10\n\n{attendance}\n## 1. Läget\n\n{body}\n\n## 2. Övrigt\n\n"
        f"Inget.\n"
    )


def said(body: str) -> list[Statement]:
    """The statements read out of the item "Läget"."""
    return [statement for statement in read(notes(body)).statements if statement.item == 0]


def kinds(body: str) -> list[str]:
    """The kinds of the statements, in order."""
    return [str(statement.kind.value) for statement in said(body)]


def present(attendance: str) -> list[tuple[str, str | None]]:
    """Those present, with their organisation, out of a list of attendance."""
    people = read(notes("Inget nytt.", attendance=attendance)).attendees
    return [
        (one.name.value, one.affiliation.value if one.affiliation else None) for one in people if one.present
    ]


def absent(attendance: str) -> list[str]:
    """Those absent out of a list of attendance."""
    people = read(notes("Inget nytt.", attendance=attendance)).attendees
    return [one.name.value for one in people if not one.present]
