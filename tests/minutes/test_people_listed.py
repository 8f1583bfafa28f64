"""Who is listed as present or absent: layouts, shapes of names, and what stands beside them."""

from __future__ import annotations

import pytest
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


LAYOUTS = {
    "no-sign-before-the-organisation": (
        "Närvarande: Rut Vifell Flens kommun, Tage Wrangmark Trosa kommun, Siv Fjällgren Region Sörmland",
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


SAID = {
    "Rut Vifell, ordförande": ("role", "ordförande"),
    "Rut Vifell (ordf.)": ("role", "ordf."),
    "Rut Vifell sekreterare": ("role", "sekreterare"),
    "Kassör Rut Vifell": ("role", "Kassör"),
    "Rut Vifell, justerare": ("role", "justerare"),
    "Rut Vifell, adjungerad": ("role", "adjungerad"),
    "Rut Vifell (inbjuden)": ("role", "inbjuden"),
    "Rut Vifell, gäst": ("role", "gäst"),
    "Rut Vifell, tjänstgörande ersättare": ("role", "tjänstgörande ersättare"),
    "Rut Vifell, ej tjänstgörande": ("role", "ej tjänstgörande"),
    "Rektor Rut Vifell": ("title", "Rektor"),
    "Rut Vifell, t.f. rektor": ("title", "t.f. rektor"),
    "Rut Vifell, rep. Elevrådet": ("on_behalf_of", "Elevrådet"),
    "Rut Vifell representerar Elevrådet": ("on_behalf_of", "Elevrådet"),
    "Rut Vifell ersätter Bo Ek": ("substitute_for", "Bo Ek"),
    "Rut Vifell (ers. Bo Ek)": ("substitute_for", "Bo Ek"),
    "Rut Vifell, tjänstgörande ersättare för Bo Ek": ("substitute_for", "Bo Ek"),
    "Rut Vifell Ordf": ("role", "Ordf"),
    "Rut Vifell (V) för Bo Ek (V)": ("substitute_for", "Bo Ek"),
    "Rut Vifell §§ 4-7": ("part", "§§ 4-7"),
    "Rut Vifell, §§ 4-7": ("part", "§§ 4-7"),
    "Rut Vifell (pkt 4)": ("part", "pkt 4"),
    "Rut Vifell till kl 14": ("part", "till kl 14"),
    "Rut Vifell, fr.o.m. punkt 3": ("part", "fr.o.m. punkt 3"),
    "Rut Vifell, kl. 13.00-14.30": ("part", "kl. 13.00-14.30"),
    "Rut Vifell (anslöt 13.30)": ("part", "anslöt 13.30"),
    "Rut Vifell via Teams": ("part", "via Teams"),
    "Rut Vifell, på länk": ("part", "på länk"),
    "Rut Vifell (lör)": ("part", "lör"),
}


@pytest.mark.parametrize("run", [False, True], ids=["a-line-each", "one-run"])
@pytest.mark.parametrize(("words", "wanted"), SAID.items(), ids=SAID)
def test_what_stands_beside_a_name(words: str, wanted: tuple[str, str], run: bool) -> None:
    """Role, title, whom somebody stands for and the part of the meeting, with a comma or without."""
    gap = {False: "\n", True: ", "}[run]
    attendance = f"Närvarande:{gap.strip(',')}{gap.join(('Olle Ekeving', words, 'Tage Wrangmark'))}"
    found = read(HEAD + attendance + ITEMS, name="a.txt").attendees
    assert [one.name.value for one in found] == ["Olle Ekeving", RUT, TAGE]
    value = getattr(found[1], wanted[0])
    assert value is not None
    assert value.value == wanted[1]


AWAY = [
    "Rut Vifell, ej närvarande", "Rut Vifell (förhinder)", "Rut Vifell, frånvarande med giltigt förfall",
    "Rut Vifell ej närvarande", "Rut Vifell (anmält förhinder)", "Rut Vifell, anmält förhinder",
    "Rut Vifell, avbokat", "Rut Vifell, sjuk",
]  # fmt: skip


@pytest.mark.parametrize("words", AWAY)
def test_a_mark_behind_one_name_says_that_one_was_away(words: str) -> None:
    """The others of the list were there."""
    assert gone(f"Närvarande: Olle Ekeving, {words}, Tage Wrangmark") == [RUT]


LABELS = [
    "Frånvarande:", "Ej närvarande:", "Förhinder:", "Anmält förhinder:", "Återbud:", "Avbokat:", "Deltog ej:",
    "Frånvarande med giltigt förfall:", "Förhindrade:", "Frånvaro anmäld:", "Meddelat förhinder:",
]  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_labels_of_those_away(label: str) -> None:
    """Whoever stands behind such a label was not there."""
    assert gone(f"Närvarande: Olle Ekeving, Siv Fjällgren\n{label} Rut Vifell, Tage Wrangmark") == [RUT, TAGE]


SENTENCES = [
    "Rut Vifell och Tage Wrangmark hade anmält förhinder.",
    "Rut Vifell, Flen, och Tage Wrangmark, Trosa, hade fått förhinder.",
    "Rut Vifell hade meddelat att hon var bortrest. Tage Wrangmark uteblev.",
    "Rut Vifell, Flen, samt Tage Wrangmark, Gnesta, hade anmält förhinder.",
    "Rut Vifell ringde och var hemma med sjukt barn. Tage Wrangmark var sjuk.",
    "Förhinder hade anmälts av Rut Vifell och Tage Wrangmark.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_behind_the_list_tell_who_was_away(sentence: str) -> None:
    """A sentence on the same line as the list, and one below it, tell the same."""
    lists = "Närvarande: Olle Ekeving, Siv Fjällgren"
    assert [gone(f"{lists}{gap}{sentence}") for gap in (". ", "\n\n")] == [[RUT, TAGE]] * 2


def test_a_sentence_behind_a_list_is_nobodys_organisation() -> None:
    """What tells of another person does not describe the last one of the list."""
    attendance = "Med var: Olle Ekeving och Linn T (suppleant). Rut Vifell hade meddelat att hon var i Lund."
    assert people(attendance) == [
        ("Olle Ekeving", None, True), ("Linn T", None, True), (RUT, None, False),
    ]  # fmt: skip


def test_somebody_with_a_role_between_lists_was_there() -> None:
    """Who took the notes and stands between those present and those invited was there."""
    attendance = (
        "Närvarande: Rut Vifell, Flen\nOlle Ekeving, Trosa\nSekr: Tage Wrangmark\nInbjuden: Siv Fjällgren"
    )
    assert [name for name, _ in there(attendance)] == [RUT, "Olle Ekeving", TAGE, SIV]


def test_chair_and_secretary_beside_the_members() -> None:
    """Where the list is of the members, chair and secretary by their labels were there too."""
    attendance = "Ordförande: Rut Vifell\nSekreterare: Tage Wrangmark\nLedamöter: Siv Fjällgren, Olle Ekeving"
    assert {name for name, _ in there(attendance)} == {RUT, TAGE, SIV, "Olle Ekeving"}


def test_others_that_were_called_came_too() -> None:
    """Beside a list of members, others that were called are listed as there."""
    attendance = "Ledamöter: Rut Vifell, Siv Fjällgren\nÖvriga kallade: Tage Wrangmark, Trosa kommun"
    assert there(attendance)[-1] == (TAGE, TROSA)


def test_an_abbreviation_glued_to_a_name_is_the_organisation() -> None:
    """Web forms lose the gap between the columns."""
    assert there("Beslutande\nRut VifellSRF\nTage WrangmarkHRF\nSiv FjällgrenNeuro") == [
        (RUT, "SRF"), (TAGE, "HRF"), (SIV, "Neuro"),
    ]  # fmt: skip
