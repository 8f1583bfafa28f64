"""Lists of people in words and layouts of one's own: rules A8, A12, A20, A21, A23."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

HEAD = "Minnesanteckningar Byarådet\n2026-03-10 kl 9-11\n\n"
ITEMS = "\n\n1. Läget\nInget nytt att säga om läget i dag.\n\n2. Övrigt\nInget.\n"
THERE = ["Rut Vifell", "Siv Fjällgren", "Tage Wrangmark"]
GONE = ["Olle Ekeving"]


def _people(text: str) -> tuple[list[str], list[str]]:
    minutes = read(text, name="a.txt")
    return (
        sorted(person.name.value for person in minutes.attendees if person.present),
        sorted(person.name.value for person in minutes.attendees if not person.present),
    )


LISTS = {
    "asked": "Vilka kom? Rut Vifell, Tage Wrangmark, Siv Fjällgren\n"
    "Hört av sig att de inte kunde: Olle Ekeving",
    "list-of-participants": "Deltagarlista\nRut Vifell          Trosa bibliotek\nTage Wrangmark      Flen\n"
    "Siv Fjällgren       Länskulturen\nAvbokade\nOlle Ekeving        Gnesta",
    "crosses": "Ledamöter Närvarande\nRut Vifell X\nTage Wrangmark X, mötesordf. § 2\n"
    "Olle Ekeving Anmält förhinder\nSekretariatet\nSiv Fjällgren X, ej § 2",
    "crosses-apart": "Ledamöter              Närvaro   Frånvaro\n"
    "Rut Vifell, kassör\nTage Wrangmark\nSiv Fjällgren\n"
    "Olle Ekeving\n                       X\n                       X\n                       X\n"
    "                                 X",
    "broken-name-and-crosses": "Ledamöter              Närvaro   Frånvaro\nRut Vifell, kassör\n"
    "Tage Wrang-\nmark\n"
    "Siv Fjällgren\nOlle Ekeving\n                       X\n                       X\n"
    "                       X\n                                 X",
    "a-body-of-health-before-a-name": "Närvarande      Siv Fjällgren (S)\n"
    "                Hälso- och sjukvårdsnämnden:  Rut Vifell (M)\n"
    "                Tage Wrangmark, vårdcentralschef\n\nFrånvarande     Olle Ekeving",
    "roles-below-a-label": "Närvarande:\nKassör: Rut Vifell\nLedamot: Tage Wrangmark\n"
    "Ledamot: Siv Fjällgren\n\n"
    "Frånvarande: Olle Ekeving",
    "in-the-room-and-afar": "I lokalen: Rut Vifell, Tage Wrangmark\n"
    "Via Zoom: Siv Fjällgren\nKunde ej: Olle Ekeving",
    "broken-behind-a-sign": "Närvarande Rut Vifell, Trosa • Tage\nWrangmark, Flen • Siv Fjällgren, Gnesta\n"
    "Ej närvarande Olle Ekeving",
    "broken-below-a-group": "Deltagande\n  Kommuner        Rut Vifell (Trosa), Tage\n"
    "                  Wrangmark (Flen)\n"
    "  Region          Siv Fjällgren divisionschef primärvård\n\nFrånvarande      Olle Ekeving",
    "those-who-were-there": "Vi som var där var Rut Vifell, Tage Wrangmark och Siv Fjällgren. "
    "Olle Ekeving kunde inte komma.",
    "told-before": "En som inte kunde komma hörde av sig i förväg: Olle Ekeving.\n\n"
    "De som kom var Rut Vifell, Tage Wrangmark från Trosa samt Siv Fjällgren.",
    "came-and-was-ill": "Bara Rut Vifell, Tage Wrangmark och Siv Fjällgren kom, Olle Ekeving var sjuk.",
    "small-and-dash": "närv - Rut Vifell, Tage Wrangmark, Siv Fjällgren\nej närv - Olle Ekeving",
    "slashes": "Närvarande: Rut Vifell / Tage Wrangmark / Siv Fjällgren\nFrånvarande: Olle Ekeving",
    "missed-in-brackets": "Närvarande: Rut Vifell, Tage Wrangmark, Siv Fjällgren (Olle Ekeving förhindrad)",
    "missed-behind": "Närvarande: Rut Vifell, Tage Wrangmark, Siv Fjällgren. Olle Ekeving "
    "frånvarande (sjuk).",
    "names-alone": "Rut Vifell\nTage Wrangmark\nSiv Fjällgren\nOlle Ekeving - förhinder",
    "and-others": "Närvarande: Rut Vifell, Tage Wrangmark, Siv Fjällgren m.fl.\nFrånvarande: Olle Ekeving",
    "initials-before": "Närvarande: RV Rut Vifell, TW Tage Wrangmark, SF Siv Fjällgren\n"
    "Frånvarande: OE Olle Ekeving",
    "organisation-behind-slash": "Deltagare: Rut Vifell/Trosa, Tage Wrangmark/Flen, Siv Fjällgren/Gnesta\n"
    "Frånvarande: Olle Ekeving/Nyköping",
    "in-somebodys-place": "Närvarande:\n"
    "Rut Vifell\nOlle Ekeving förhindrad, ersatt av Tage Wrangmark\nSiv Fjällgren",
    "legend": "RV = Rut Vifell, Trosa  |  TW = Tage Wrangmark\nSF = Siv Fjällgren skola\n"
    "OE = Olle Ekeving (ej i dag)",
    "forgotten": "Med var Rut Vifell, Tage Wrangmark och jag som skriver, Siv Fjällgren. "
    "Olle Ekeving hade glömt bort det.",
    "call-heard": "Följande personer hade hörsammat kallelsen: Rut Vifell, Tage "
    "Wrangmark och Siv Fjällgren.\n"
    "Meddelat förhinder: Olle Ekeving",
    "talk-below": "Närvarande: Rut Vifell, Tage Wrangmark, Siv Fjällgren\nFrånvarande: Olle Ekeving\n"
    "Rut för anteckningar, Tage leder",
}


@pytest.mark.parametrize("body", LISTS.values(), ids=LISTS)
def test_lists_in_other_words(body: str) -> None:
    """The same people are there however the list is opened and set."""
    assert _people(f"{HEAD}{body}{ITEMS}") == (THERE, GONE)


ITEM = {
    "sentence": "1. Närvaro\n"
    "Rut Vifell, Tage Wrangmark och Siv Fjällgren var där. Olle Ekeving hade förhinder.",
    "lists": "§ 1 Närvarande\nRut Vifell\nTage Wrangmark\nSiv Fjällgren\nFrånvarande\nOlle Ekeving",
}


@pytest.mark.parametrize("item", ITEM.values(), ids=ITEM)
def test_attendance_as_an_item(item: str) -> None:
    """An item of attendance lists people as the head would."""
    assert _people(f"{HEAD}{item}\n\n2. Läget\nInget nytt.\n") == (THERE, GONE)


GIVEN = {
    "asked": "Vilka kom? Rut, Tage, Siv\nInte här: Olle",
    "talked": "På mötet: Rut, Tage o Siv. Olle kunde inte.",
    "small-letters": "närv: Rut, Tage, Siv\nej: Olle",
    "one-a-line": "Deltagare:\n- Rut\n- Tage\n- Siv\nFrånvarande:\n- Olle",
    "without-words": "Rut, Tage, Siv (ej Olle)",
}


@pytest.mark.parametrize("body", GIVEN.values(), ids=GIVEN)
def test_given_names_in_other_words(body: str) -> None:
    """Given names alone are people there too."""
    assert _people(f"{HEAD}{body}{ITEMS}") == (["Rut", "Siv", "Tage"], ["Olle"])


NOBODY = {
    "topics": "Deltagande: frågor om stöd, lokaler och pengar",
    "places": "Vi besökte: Trosa, Flen, Gnesta",
    "no-people": "Ekonomi, Lokaler, Sommaren",
}


@pytest.mark.parametrize("line", NOBODY.values(), ids=NOBODY)
def test_other_lists_hold_nobody(line: str) -> None:
    """Words that open no list, and lists of other things, give no people."""
    assert _people(f"{HEAD}{line}{ITEMS}Ordförande: Rut Vifell\nSekreterare: Tage Wrangmark\n") == ([], [])


DESCRIBED = {
    "handle": ("Tor Erlander (torer), Flens kommun", "Flens kommun"),
    "unknown-place": ("Tor Erlander, skolchef Nybrosund (sammankallande)", "Nybrosund"),
    "letters": ("PO Erlander, Flens kommun", "Flens kommun"),
}


@pytest.mark.parametrize(("line", "affiliation"), DESCRIBED.values(), ids=DESCRIBED)
def test_what_stands_behind_names(line: str, affiliation: str) -> None:
    """A handle is no organisation; a place behind a title is one, though nobody knows it."""
    minutes = read(f"{HEAD}Närvarande:\n{line}\nRut Vifell, Trosa kommun{ITEMS}", name="a.txt")
    found = minutes.attendees[0].affiliation
    assert found is not None
    assert found.value == affiliation
