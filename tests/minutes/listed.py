"""Lists of invented people, put into notes and read."""

from __future__ import annotations

from tests.minutes.make_notes import read

RUT, TAGE, SIV = "Rut Vifell", "Tage Wrangmark", "Siv Fjällgren"
FLEN, TROSA, REGION = "Flens kommun", "Trosa kommun", "Region Sörmland"
THREE = [(RUT, FLEN), (TAGE, TROSA), (SIV, REGION)]
HEAD = "Minnesanteckningar Arbetsgrupp Norra Barn 2026-03-10\n\n"
ITEMS = "\n\n1. Läget\nInget nytt.\n\n2. Övrigt\nInget.\n"


def people(attendance: str, name: str = "a.txt") -> list[tuple[str, str | None, bool]]:
    """Everybody listed in the head of notes: name, organisation, and whether present."""
    head = HEAD if name == "a.txt" else f"# {HEAD}"
    return [
        (one.name.value, one.affiliation.value if one.affiliation else None, one.present)
        for one in read(head + attendance + ITEMS, name=name).attendees
    ]


def there(attendance: str, name: str = "a.txt") -> list[tuple[str, str | None]]:
    """Those present, with their organisations."""
    return [(who, where) for who, where, present in people(attendance, name) if present]


def gone(attendance: str, name: str = "a.txt") -> list[str]:
    """The names of those absent."""
    return [who for who, _, present in people(attendance, name) if not present]
