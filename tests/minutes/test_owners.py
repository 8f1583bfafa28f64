"""Who is to act: persons, roles, organisations and bodies, known from the list or kept as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.minutes.make_notes import notes, read

if TYPE_CHECKING:
    from samsyn.minutes import Minutes

PEOPLE = """**Närvarande:**

Rut Vifell, Flens kommun, ordförande

Tage Wrangmark, Trosa kommun

Katarina Lodin, Gnesta kommun

Katarina Skoglar, Region Sörmland

Sten-Åke Ek, Flens kommun, ekonom

Siri af Lund, BUP, enhetschef

Fatima Abdi Warsame, SRF
"""


def minutes_of(body: str) -> Minutes:
    """Notes of an item with this body, and a list of seven people."""
    return read(notes(body, attendance=PEOPLE))


def owners(body: str) -> list[tuple[str, str]]:
    """Name and kind of each owner."""
    found = [statement.owner for statement in minutes_of(body).statements if statement.owner]
    return [(owner.value.name, str(owner.value.kind)) for owner in found]


PERSONS = [
    "Rut", "Rut Vifell", "Rut V", "RV", "Vifell", "SÅE", "SE", "SaL", "FAW", "Katarina S", "Rut och Tage",
    "Rut, Tage och Siri", "Katarina Lodin och Katarina S", "Peter och Rut", "Rut och Peter",
]  # fmt: skip


@pytest.mark.parametrize("name", PERSONS)
def test_somebody_in_the_list_by_any_part_of_the_name(name: str) -> None:
    """Given name, surname, initials, several together; one of two may be missing in the list."""
    assert owners(f"{name} tar fram ett förslag.") == [(name, "person")]


TITLED = {
    "Rektor Rut": "Rut",
    "Ordförande Rut Vifell": "Rut Vifell",
    "Kurator Tage": "Tage",
    "Ordföranden RV": "RV",
}


@pytest.mark.parametrize(("words", "name"), TITLED.items(), ids=TITLED)
def test_a_title_before_a_name_is_not_the_owner(words: str, name: str) -> None:
    """The person is, and the words stay as written."""
    (found,) = (one.owner for one in minutes_of(f"{words} tar fram ett förslag.").statements if one.owner)
    assert (found.value.name, str(found.value.kind), found.words) == (name, "person", words)


OTHERS = {
    "Processledarna": "role",
    "Ordföranden": "role",
    "Ekonomen": "role",
    "Skolchefen i Flen": "role",
    "Enhetschefen på BUP": "role",
    "Representanterna från Flen och Trosa": "role",
    "Flens kommun": "organisation",
    "Flen": "organisation",
    "Region Sörmland": "organisation",
    "BUP och SRF": "organisation",
    "Socialtjänsten i Trosa": "organisation",
    "Länsstyrelsen och polisen": "organisation",
    "Arbetsgruppen": "body",
    "Hela gruppen": "body",
    "Skolchefsnätverket": "body",
    "Arbetsgrupp Norra Barn": "body",
    "Alla aktörer": "unresolved",
    "Berörda verksamheter": "unresolved",
    "Samtliga kommuner": "unresolved",
    "Varje kommun": "unresolved",
}


@pytest.mark.parametrize(("words", "kind"), OTHERS.items(), ids=OTHERS)
def test_roles_organisations_and_bodies(words: str, kind: str) -> None:
    """Each is kept as written, with what it is; nobody in particular stays unresolved."""
    assert owners(f"{words} ser över sina rutiner före sommaren.") == [(words, kind)]


NOBODY = ["Vi tar fram en rutin.", "Den som kan tar fram ett förslag.", "Ingen tar på sig uppgiften."]


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody_is_named(sentence: str) -> None:
    """Words that stand for no one in particular give no owner."""
    assert owners(sentence) == []


GIVEN = {
    "Rut får i uppdrag att ta fram en plan.": ("Rut", "person"),
    "Uppdrogs åt Rut att ta fram en plan.": ("Rut", "person"),
    "Styrgruppen ger processledarna i uppdrag att ta fram en plan.": ("processledarna", "role"),
    "Styrelsen ger i uppdrag åt valberedningen att ta fram en plan.": ("valberedningen", "role"),
    "Det uppdras åt Region Sörmland att ta fram en plan.": ("Region Sörmland", "organisation"),
    "Styrgruppen beslutar att Rut och Tage får i uppdrag att ta fram en plan.": ("Rut och Tage", "person"),
    "Uppdrag till Rut och Tage: ta fram en plan.": ("Rut och Tage", "person"),
    "Planen tas fram av Rut och Tage till den 10 april.": ("Rut och Tage", "person"),
}


@pytest.mark.parametrize(("sentence", "owner"), GIVEN.items(), ids=GIVEN)
def test_whoever_is_given_the_task(sentence: str, owner: tuple[str, str]) -> None:
    """The one who gets it is the owner, and not the one who gives it."""
    assert owners(sentence) == [owner]


BEHIND = {
    "Boka lokal (Rut)": "Rut",
    "Boka lokal – Tage W": "Tage W",
    "Boka lokal -> Siri, senast nästa möte": "Siri",
    "Boka lokal, ansvarig: SÅE": "SÅE",
    "Boka lokal. Ansvarig Siri": "Siri",
    "Rut: boka lokal": "Rut",
    "Tage och Rut: boka lokal": "Tage och Rut",
    "Boka lokal @Rut": "Rut",
    "Boka lokal – @rutvif, till 9 juni": "rutvif",
    "Boka lokal (alla)": "alla",
}


@pytest.mark.parametrize(("entry", "name"), BEHIND.items(), ids=BEHIND)
def test_owners_beside_an_entry_of_a_list(entry: str, name: str) -> None:
    """In brackets, behind a dash, an arrow or a sign, or before a colon."""
    assert [found for found, _ in owners(f"**Att göra:**\n\n- {entry}\n")] == [name]


def test_a_name_that_two_bear_is_asked_about() -> None:
    """A given name alone that two in the list have means neither of them."""
    doubts = minutes_of("Katarina tar fram ett förslag.").doubts
    assert [doubt.reason for doubt in doubts if doubt.rule == "O5"] == [
        "Vem är ”Katarina”: Katarina Lodin eller Katarina Skoglar?"
    ]
