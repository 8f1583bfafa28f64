"""Heads and lists of attendance that text taken out of columns, forms and tables leaves behind."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.minutes.make_notes import read

ITEMS = "\n\n1. Läget\nInget nytt.\n\n2. Övrigt\nInget.\n"
LIST = "\n\nNärvarande: Rut Vifell, Flens kommun; Tage Wrangmark, Trosa kommun"

HEADS = {
    "labels-first": "Tid:\nPlats:\nOmfattning:\n2026-03-10, 8.30 - 12.00\nHotell Ekbacken, Flen\np 31 - 38",
    "row-of-labels": "Datum            Tid            Plats\n"
    "2026-03-10       8.30-12        Hotell Ekbacken, Flen",
    "label-in-the-middle": "Mälby kommun          Sammanträdesdatum          1 (4)\n"
    "                      2026-03-10\n\nPlats och tid         Hotell Ekbacken, Flen kl. 08.30 - 12.00",
    "misread-figures": "Datum: 2026-O3-l0\nPlats och tid: Hotell Ekbacken, Flen k1. 08.30 - l2.00",
    "time-line": "Tisdag 10 mars 2026\n\nHotell Ekbacken, Flen, 8.30-ca 12.00",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_labels_apart_from_their_values(head: str) -> None:
    """Day, times and place are the same however labels and values have come apart."""
    minutes = read(f"Minnesanteckningar Styrgruppen\n\n{head}{LIST}{ITEMS}", name="a.txt")
    assert minutes.held is not None
    assert minutes.start is not None
    assert minutes.end is not None
    assert minutes.place is not None
    assert (minutes.held.value.day, minutes.start.value, minutes.end.value, minutes.place.value) == (
        date(2026, 3, 10),
        time(8, 30),
        time(12),
        "Hotell Ekbacken, Flen",
    )


def test_empty_labels_take_no_names_from_the_list() -> None:
    """Labels that a form left empty stand above a list of people: nobody gets a role by that."""
    minutes = read(
        f"Minnesanteckningar Styrgruppen 2026-03-10\n\nJusterare:\nSekreterare:\nNärvarande:\n"
        f"Rut Vifell\nTage Wrangmark\nSiv Fjällgren{ITEMS}",
        name="a.txt",
    )
    assert (minutes.secretary, len(minutes.attendees)) == (None, 3)


SIGNED = {
    "beside": "Underskrifter       Sekreterare  ..Rut Vifell..          Paragrafer 24-29\n"
    "                    Ordförande   ..Tage Wrangmark..",
    "below": "Sekreterare                  Ordförande\nRut Vifell                   Tage Wrangmark",
}


@pytest.mark.parametrize("lines", SIGNED.values(), ids=SIGNED)
def test_signatures_in_columns(lines: str) -> None:
    """A label in the middle of a line has its name beside it or below it."""
    minutes = read(f"Protokoll Styrgruppen 2026-03-10{LIST}{ITEMS}\n{lines}\n", name="a.txt")
    assert minutes.chair is not None
    assert minutes.secretary is not None
    assert (minutes.chair.value, minutes.secretary.value) == ("Tage Wrangmark", "Rut Vifell")


def people(attendance: str) -> list[tuple[str, str | None, bool]]:
    """Name, organisation and presence of each person in a list."""
    found = read(f"Minnesanteckningar Styrgruppen 2026-03-10\n\n{attendance}{ITEMS}", name="a.txt").attendees
    return [
        (one.name.value, one.affiliation.value if one.affiliation else None, one.present) for one in found
    ]


THREE = [
    ("Rut Vifell", "Flens kommun", True),
    ("Siv Fjällgren", "Region Sörmland", True),
    ("Tage Wrangmark", "Trosa kommun", False),
]

LISTS = {
    "lists-side-by-side": "Närvarande                        Frånvarande\n"
    "Rut Vifell, Flens kommun          Tage Wrangmark, Trosa kommun\nSiv Fjällgren, Region Sörmland",
    "organisations-behind-both-lists": "Närvarande:\nRut Vifell\nSiv Fjällgren\nEj närvarande:\n"
    "Tage Wrangmark\nFlens kommun\nRegion Sörmland\nTrosa kommun",
    "table-of-gaps": "Namn               Organisation        Närvarande\n"
    "Rut Vifell         Flens kommun        x\n"
    "Siv Fjällgren      Region Sörmland     x\nTage Wrangmark     Trosa kommun        -",
    "two-columns-of-marks": "Deltagare                        Närv   Frånv\n"
    "Rut Vifell, Flens kommun         x\n"
    "Siv Fjällgren, Region Sörmland   x\nTage Wrangmark, Trosa kommun            x",
    "table-of-tabs": "Deltagare\t\tOrganisation\tNärvaro\nRut Vifell\tFlens kommun\tJa\n"
    "Siv Fjällgren\tRegion Sörmland\tJa (digitalt)\nTage Wrangmark\tTrosa kommun\tNej, sjuk",
    "codes": "Ledamöter                          N/F\nRut Vifell (Flens kommun)          N\n"
    "Siv Fjällgren (Region Sörmland)    N\nTage Wrangmark (Trosa kommun)      F",
}


@pytest.mark.parametrize("attendance", LISTS.values(), ids=LISTS)
def test_flattened_columns_of_attendance(attendance: str) -> None:
    """Who was there, from where, and who was not, is the same however the columns were flattened."""
    assert people(attendance) == THREE


def test_a_mark_behind_each_name() -> None:
    """Names with a mark and no more: the mark says who was there."""
    assert people("Närvarande\n\nRut Vifell x\nTage Wrangmark -\nSiv Fjällgren x") == [
        ("Rut Vifell", None, True),
        ("Tage Wrangmark", None, False),
        ("Siv Fjällgren", None, True),
    ]


def test_parties_side_by_side() -> None:
    """The head of a column is the organisation of those below it who have none of their own."""
    attendance = (
        "För arbetsgivaren          För arbetstagarorganisationerna\n"
        "Rut Vifell, ordf           Tage Wrangmark, Kommunal\n"
        "                           Siv Fjällgren, Vision (t.o.m. § 5)"
    )
    assert people(attendance) == [
        ("Rut Vifell", "arbetsgivaren", True),
        ("Tage Wrangmark", "Kommunal", True),
        ("Siv Fjällgren", "Vision", True),
    ]


GLUED = {
    "(C)Tage": "BeslutandeRut Vifell (S)Tage Wrangmark (C)Siv Fjällgren (M)",
    "titleTage": "BeslutandeRut Vifell, socialchefTage Wrangmark, nämndsekreterareSiv Fjällgren, ekonom",
}


@pytest.mark.parametrize("attendance", GLUED.values(), ids=GLUED)
def test_names_glued_to_what_stands_before(attendance: str) -> None:
    """A name that a bracket or a word in small letters runs into begins a person."""
    assert [name for name, _, _ in people(attendance)] == ["Rut Vifell", "Tage Wrangmark", "Siv Fjällgren"]


GIVEN = {
    "first-names-and-initials": ("På plats: Leyla, Micke F, Annika Torpare (polisen)", "Leyla"),
    "brackets": ("Vi som var där: Leyla (Björnen), Micke F. (Räven), Annika", "Micke F."),
    "nickname": ('Deltog: Leyla Ekdal, Micke F, Simon "Simpa" Kårefält', 'Simon "Simpa" Kårefält'),
}


@pytest.mark.parametrize(("attendance", "name"), GIVEN.values(), ids=GIVEN)
def test_given_names_alone(attendance: str, name: str) -> None:
    """Where a list gives nothing but given names, with or without an initial, they are people."""
    found = people(attendance)
    assert (len(found), name in [one for one, _, _ in found]) == (3, True)


NO_PEOPLE = ["Närvarande: Trosa, Flen och Region Sörmland", "Frånvarande: Ingen", "Förhinder: Kommunal"]


@pytest.mark.parametrize("attendance", NO_PEOPLE)
def test_words_that_are_no_given_names(attendance: str) -> None:
    """Municipalities, unions and "ingen" are nobody."""
    assert [name for name, organisation, _ in people(attendance) if name != organisation] == []


def test_double_surnames_first() -> None:
    """Particles and double surnames before the given name are turned as the running text has them."""
    attendance = "Närvarande\n\nte Brunn Margot, DHR\n\nOlander Hult Siv, FUB\n\nRask Per-Olof, SRF"
    said = "1. Läget\nSiv Olander Hult frågar. Margot te Brunn svarar.\n"
    text = f"Protokoll Rådet 2026-03-10\n\n{attendance}\n\n{said}"
    assert [one.name.value for one in read(text, name="a.txt").attendees] == [
        "Margot te Brunn",
        "Siv Olander Hult",
        "Per-Olof Rask",
    ]


PAIRS = {
    "numbered": "Närvarande\n1. Rut Vifell, Flens kommun\n2. Tage Wrangmark, Trosa kommun",
    "group-before-names": "Deltagare:\nFlens kommun: Rut Vifell\nTrosa kommun: Tage Wrangmark",
    "group-and-dash": "Deltagare:\nFlens kommun – Rut Vifell\nTrosa kommun – Tage Wrangmark",
    "label-and-dash": "Deltagare – Rut Vifell (Flens kommun), Tage Wrangmark (Trosa kommun)",
    "in-capitals": "Närvarande: RUT VIFELL (Flens kommun), TAGE WRANGMARK (Trosa kommun)",
    "addresses": "Närvarande: Rut Vifell <rut@flen.example>, Flens kommun; "
    "Tage Wrangmark <tage@trosa.example>, Trosa kommun",
    "long-label": "Följande personer var närvarande vid mötet: Rut Vifell (Flens kommun) och Tage Wrangmark "
    "(Trosa kommun).",
}


@pytest.mark.parametrize("attendance", PAIRS.values(), ids=PAIRS)
def test_other_forms_of_a_list(attendance: str) -> None:
    """Two people with their organisations, whatever stands before and behind their names."""
    assert [(name.title(), place, there) for name, place, there in people(attendance)] == [
        ("Rut Vifell", "Flens kommun", True),
        ("Tage Wrangmark", "Trosa kommun", True),
    ]


def test_a_list_without_label_of_described_people() -> None:
    """Three lines on end, each a name and an organisation, are the list where nothing says so."""
    attendance = "Rut Vifell, Flens kommun\nSiv Fjällgren, Region Sörmland\nTage Wrangmark, Trosa kommun"
    assert [name for name, _, _ in people(attendance)] == ["Rut Vifell", "Siv Fjällgren", "Tage Wrangmark"]


def test_a_list_below_the_items() -> None:
    """Who was there may stand last in the notes."""
    text = (
        f"Minnesanteckningar Styrgruppen 2026-03-10{ITEMS}\nNärvarande: Rut Vifell (ordf), Tage Wrangmark\n"
    )
    minutes = read(text, name="a.txt")
    assert minutes.chair is not None
    assert (minutes.chair.value, len(minutes.attendees)) == ("Rut Vifell", 2)


ROLES = "Närvarande: Rut Vifell ordf., Tage Wrangmark sekr., Siv Fjällgren, rektor på Ekbackaskolan"


def test_roles_and_titles_straight_behind_names() -> None:
    """A role needs no comma, and a title no preposition of its organisation."""
    found = read(f"Minnesanteckningar Styrgruppen 2026-03-10\n\n{ROLES}{ITEMS}", name="a.txt").attendees
    assert [(one.role or one.title or one.name).value for one in found] == ["ordf.", "sekr.", "rektor"]


LABELLED_DAYS = [
    "Datum: 3.10.2025",
    "Datum: 25-10-03",
    "Datum: 3 oktober 25",
    "Datum 2025-10-03 Tid 9-11 Plats Flen",
]


@pytest.mark.parametrize("line", LABELLED_DAYS)
def test_forms_of_a_day_that_a_label_makes_sure(line: str) -> None:
    """Behind a label short forms are days."""
    held = read(f"Minnesanteckningar Styrgruppen\n\n{line}{LIST}{ITEMS}", name="a.txt").held
    assert held is not None
    assert held.value.day == date(2025, 10, 3)


def test_a_sentence_within_a_list_of_given_names() -> None:
    """ "Mia på soc" comes from there, and a line below an absence is no part of the name."""
    found = people("Med: Lena (rektor), Kalle (kurator), Mia på soc\nEj med: Stina\nLena antecknar")
    assert [(name, there) for name, _, there in found] == [
        ("Lena", True),
        ("Kalle", True),
        ("Mia", True),
        ("Stina", False),
    ]


BODIES = {
    "Möte: Styrgrupp Nära vård": "Styrgrupp Nära vård",
    "Föräldraföreningen Ekorren": "Föräldraföreningen Ekorren",
}


@pytest.mark.parametrize(("line", "body"), BODIES.items(), ids=BODIES)
def test_a_body_below_the_title(line: str, body: str) -> None:
    """A label for the meeting, or an association's name, tells who met."""
    bodies = read(f"Minnesanteckningar 2026-03-10\n{line}{LIST}{ITEMS}", name="a.txt").bodies
    assert [one.value for one in bodies] == [body]


TIMED = {
    "Tid: lunch kl 12-13 på Forum, möte kl 13-15 i Stadshuset": (time(12), time(15), "Stadshuset"),
    "Starttid: 13.00\nSluttid: 14.30\nPlats: Teams": (time(13), time(14, 30), "Teams"),
    "Tisdag 10 mars 2026 klockan 8.15 till 10\nEkbackaskolan": (time(8, 15), time(10), "Ekbackaskolan"),
}


@pytest.mark.parametrize(("lines", "wanted"), TIMED.items(), ids=TIMED)
def test_times_and_places_beside_one_another(lines: str, wanted: tuple[time, time, str]) -> None:
    """A place within the times, an end with a label of its own, and "till" between hours."""
    minutes = read(f"Minnesanteckningar Styrgruppen\n\n{lines}{LIST}{ITEMS}", name="a.txt")
    assert minutes.start is not None
    assert minutes.end is not None
    assert minutes.place is not None
    assert (minutes.start.value, minutes.end.value, minutes.place.value) == wanted
