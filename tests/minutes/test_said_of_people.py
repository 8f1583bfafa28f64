"""What stands beside people in lists, and what tells that somebody was away."""

from __future__ import annotations

import pytest
from tests.minutes.listed import HEAD, ITEMS, RUT, SIV, TAGE, TROSA, gone, people, there
from tests.minutes.make_notes import read

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
