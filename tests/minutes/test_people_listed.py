"""Who is listed as present: layouts and shapes of names."""

from __future__ import annotations

import pytest
from tests.minutes.listed import FLEN, HEAD, ITEMS, RUT, SIV, TAGE, THREE, TROSA, gone, people, there
from tests.minutes.make_notes import read

LAYOUTS = {
    "no-sign-before-the-organisation": (
        "Närvarande: Rut Vifell Flens kommun, Tage Wrangmark Trosa kommun, Siv Fjällgren Region Sörmland",
    ),
    "no-sign-and-a-line-each": (
        "Närvarande:",
        "Rut Vifell Flens kommun",
        "Tage Wrangmark Trosa kommun",
        "Siv Fjällgren Region Sörmland",
    ),
    "names-broken-over-lines": (
        "Närvarande: Rut Vifell, Flens kommun, Tage",
        "Wrangmark, Trosa kommun, Siv Fjäll-",
        "gren, Region Sörmland",
    ),
    "organisation-in-a-column-before": (
        "Närvarande",
        "Flens kommun      Rut Vifell",
        "Trosa kommun      Tage Wrangmark",
        "Region Sörmland   Siv Fjällgren",
    ),
    "organisation-in-a-column-behind": (
        "Närvarande",
        "Rut Vifell       Flens kommun",
        "Tage Wrangmark   Trosa kommun",
        "Siv Fjällgren    Region Sörmland",
    ),
    "tabs": (
        "Närvarande",
        "Rut Vifell\tFlens kommun",
        "Tage Wrangmark\tTrosa kommun",
        "Siv Fjällgren\tRegion Sörmland",
    ),
    "groups-on-the-line": (
        "Närvarande:",
        "Flens kommun: Rut Vifell",
        "Trosa kommun: Tage Wrangmark",
        "Region Sörmland: Siv Fjällgren",
    ),
    "surname-comma-given-name": (
        "Närvarande:",
        "Vifell, Rut, Flens kommun",
        "Wrangmark, Tage, Trosa kommun",
        "Fjällgren, Siv, Region Sörmland",
    ),
    "short-label": (
        "Närv:  Rut Vifell, Flens kommun",
        "       Tage Wrangmark, Trosa kommun",
        "       Siv Fjällgren, Region Sörmland",
    ),
    "roles-beside-names-in-columns": (
        "Närvarande",
        "Rut Vifell, ordf",
        "Tage Wrangmark p 4-7",
        "Siv Fjällgren",
        "",
        "Flens kommun",
        "Trosa kommun",
        "Region Sörmland",
    ),
    "boxes-ticked": (
        "Närvarande:",
        "☒ Rut Vifell, Flens kommun",
        "☒ Tage Wrangmark, Trosa kommun",
        "☐ Olle Ekeving, Flen",
        "☑ Siv Fjällgren, Region Sörmland",
    ),
    "marks-with-parts": (
        "Närvaro",
        "Rut Vifell, Flens kommun            X",
        "Tage Wrangmark, Trosa kommun        X, ej § 4",
        "Olle Ekeving, Flen                  anmält förhinder",
        "Siv Fjällgren, Region Sörmland      X (via länk)",
    ),
}


@pytest.mark.parametrize("attendance", LAYOUTS.values(), ids=LAYOUTS)
def test_three_people_in_any_layout(attendance: tuple[str, ...]) -> None:
    """Three people with their organisations, whatever sets them apart."""
    assert there("\n".join(attendance)) == THREE


def test_a_table_with_a_column_for_each_day() -> None:
    """Whoever came on one of the days was there."""
    table = "| Namn | Roll | 26/1 | 27/1 |\n|---|---|---|---|\n| Rut Vifell | Ordförande | X | X |\n"
    table += "| Tage Wrangmark | Ledamot | | X |\n| Siv Fjällgren | Ledamot | | |\n"
    assert people(table, "a.md") == [(RUT, None, True), (TAGE, None, True), (SIV, None, False)]


def test_classes_and_roles_before_a_colon() -> None:
    """A class is a group; a title is one person's, and ends the group."""
    attendance = "Närvarande:\nKlass 7A: Rut Vifell, Tage Wrangmark\nRektor: Siv Fjällgren"
    assert there(attendance) == [(RUT, "Klass 7A"), (TAGE, "Klass 7A"), (SIV, None)]


def test_taking_part_otherwise_is_said_of_one() -> None:
    """What stands behind one name in a run takes nobody else out of it."""
    attendance = "Närvarande: Rut Vifell, Tage Wrangmark, Siv Fjällgren deltog via länk"
    assert [name for name, _ in there(attendance)] == [RUT, TAGE, SIV]


def test_pupils_are_listed_by_class() -> None:
    """The label of a group of people begins a list; a class may stand straight behind the name."""
    assert there("Elever: Rut Vifell 7A, Tage Wrangmark 8B, Siv Fjällgren 9C") == [
        (RUT, "7A"), (TAGE, "8B"), (SIV, "9C"),
    ]  # fmt: skip


GIVEN = {
    "a-line-each": "Närvarande:\nRut\nTage\nSiv",
    "two-lines-with-a-role": "Närvarande:\nRut, ordf\nTage\nSiv",
    "one-line": "Närvarande: Rut, Tage, Siv",
    "with-organisations": "Närvarande: Rut (Flen), Tage (Trosa), Siv på soc",
}


@pytest.mark.parametrize("attendance", GIVEN.values(), ids=GIVEN)
def test_given_names_alone(attendance: str) -> None:
    """Lists of small groups have no surnames."""
    assert [name for name, _ in there(attendance)] == ["Rut", "Tage", "Siv"]


def test_one_given_name_behind_a_label() -> None:
    """Somebody who is called so in the notes too; an empty place is nobody."""
    attendance = "Närvarande: Rut Vifell, Tage Wrangmark\nSuppleanter: Mange\nAdjungerad: Vakant"
    found = read(f"{HEAD}{attendance}\n\n1. Läget\nMange läser.", name="a.txt").attendees
    assert [one.name.value for one in found] == [RUT, TAGE, "Mange"]


BROKEN = {
    "before-the-surname": "Frånvarande: Lisbet\nHammarbro, Olle Ekeving",
    "within-the-surname": "Frånvarande: Lisbet Hammar-\nbro, Olle Ekeving",
    "at-the-end-of-the-list": "Frånvarande: Olle Ekeving, Lisbet Hammar-\nbro (SPF)",
}


@pytest.mark.parametrize("attendance", BROKEN.values(), ids=BROKEN)
def test_a_name_broken_over_two_lines_of_a_short_list(attendance: str) -> None:
    """Two lines are enough to tell that the first one goes on."""
    assert sorted(gone(f"Närvarande: Rut Vifell\n{attendance}")) == ["Lisbet Hammarbro", "Olle Ekeving"]


def test_lines_set_further_in_share_the_organisation_before_them() -> None:
    """An organisation in a column stands for the lines below it, up to the next one."""
    attendance = "Deltagare\nHallsberg   Rut Vifell\n            Tage Wrangmark\nKansliet    Siv Fjällgren"
    assert there(attendance) == [(RUT, "Hallsberg"), (TAGE, "Hallsberg"), (SIV, "Kansliet")]


def test_names_below_an_empty_head_of_a_table() -> None:
    """A table whose only heads are those of its marks."""
    table = (
        "| | Närvarande | Ej närvarande |\n|---|---|---|\n| Rut Vifell | x | |\n| Tage Wrangmark | | x |\n"
    )
    assert people(table, "a.md") == [(RUT, None, True), (TAGE, None, False)]


def test_given_names_in_brackets_behind_organisations() -> None:
    """Where all stand in brackets by given name, what is before each bracket is their organisation."""
    attendance = "Deltagare: Flens kommun (Rut, Marléne), Stora Berga (Tor-Björn), Skolverket (Siv - till 14)"
    assert there(attendance) == [
        ("Rut", FLEN), ("Marléne", FLEN), ("Tor-Björn", "Stora Berga"), ("Siv", "Skolverket"),
    ]  # fmt: skip


def test_a_couple_shares_its_surname() -> None:
    """A given name before "och" and a full name takes that surname, and the organisation."""
    attendance = "Närvarande: Siv Fjällgren (6B), Rut och Tage Wrangmark (2A + fsk), Olle Ekeving (åk 5)"
    assert there(attendance) == [
        (SIV, "6B"), ("Rut Wrangmark", "2A + fsk"), (TAGE, "2A + fsk"), ("Olle Ekeving", "åk 5"),
    ]  # fmt: skip


NAMES = {
    "arabic-article": "Ahmed al-Rashidi",
    "arabic-two-words": "Mohammed Al Hassan",
    "somali-three-names": "Fatima Abdi Warsame",
    "vietnamese-order": "Nguyen Van Thanh",
    "chinese": "Li Wei",
    "bosnian": "Amira Hadžić",
    "serbian": "Đorđe Petrović",
    "turkish": "Şirin Yılmaz",
    "polish": "Łukasz Wiśniewski",
    "norwegian": "Øystein Hauge",
    "finnish": "Jukka-Pekka Eskola",
    "irish": "Björn O'Neill",
    "particle-af": "Ola af Ekenstam",
    "particles": "Maria de la Cruz",
    "particle-and-hyphen": "Eva von Lilja-Ek",
    "two-surnames": "Sara Linnell Åhs",
    "hyphens": "Ann-Sofie Nilsson-Ek",
    "nickname": 'Per-Åke "Peppe" Lund',
    "initials-first": "J. A. Vifell",
    "surname-in-capitals": "Rut VIFELL",
    "given-name-like-a-union": "Lo Vifell",
    "surname-like-a-school": "Tiina Eskola",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_names_from_everywhere(name: str) -> None:
    """No list of names is asked: what is written like a name, and like no organisation, is one."""
    assert there(f"Närvarande:\n{name}, Flens kommun\nTage Wrangmark, Trosa kommun")[0] == (name, FLEN)


def test_all_in_capitals() -> None:
    """A list that is set in capitals throughout is read as any other."""
    attendance = "NÄRVARANDE\nRUT VIFELL, FLENS KOMMUN\nANNA-GRETA LODIN, REGION SÖRMLAND"
    assert there(attendance) == [("RUT VIFELL", "FLENS KOMMUN"), ("ANNA-GRETA LODIN", "REGION SÖRMLAND")]


def test_surnames_in_capitals_stand_first() -> None:
    """Where all first words are in capitals and the last ones are not, those are the surnames."""
    assert [name for name, _ in there("Närvarande:\nVIFELL Rut, Flen\nWRANGMARK Tage, Trosa")] == [
        "Rut VIFELL", "Tage WRANGMARK",
    ]  # fmt: skip


NOBODY = [
    "Rädda Barnen",
    "Röda Korset",
    "Autism Flen",
    "Svenskt Näringsliv",
    "Kvinnojouren Viola",
    "Trosa IK",
]


@pytest.mark.parametrize("organisation", NOBODY)
def test_organisations_that_look_like_names(organisation: str) -> None:
    """Two capitalised words are no person where one of them belongs to organisations."""
    attendance = f"Närvarande: Rut Vifell, {organisation}, Tage Wrangmark, Trosa kommun"
    assert there(attendance) == [(RUT, organisation), (TAGE, TROSA)]


def test_an_organisation_behind_och_describes_nobody() -> None:
    """An organisation that is joined to persons came beside them."""
    assert there("Närvarande: Rut Vifell, Tage Wrangmark samt Polisen och Svenska kyrkan") == [
        (RUT, None), (TAGE, None),
    ]  # fmt: skip


def test_a_title_behind_och_begins_the_next_person() -> None:
    """A title in small letters stands before its name."""
    found = read(HEAD + "Närvarande: Rut Vifell och skolkuratorn Tage Wrangmark" + ITEMS, name="a.txt")
    assert [(one.name.value, one.title.value if one.title else None) for one in found.attendees] == [
        (RUT, None), (TAGE, "skolkuratorn"),
    ]  # fmt: skip
