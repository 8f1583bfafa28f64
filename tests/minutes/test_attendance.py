"""Lists of those present and absent, in the layouts that secretaries use."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import absent, notes, present, read

THREE = [
    ("Rut Vifell", "Flens kommun"),
    ("Tage Wrangmark", "Trosa kommun"),
    ("Siv Fjällgren", "Region Sörmland"),
]

LAYOUTS = {
    "bold-run-on": "**Närvarande:** **Rut Vifell**, Flens kommun **Tage Wrangmark**, Trosa "
    "kommun **Siv Fjällgren**, Region Sörmland",
    "bold-name-broken-over-lines": "**Närvarande:** **Rut\nVifell**, Flens kommun, **Tage "
    "Wrangmark**, Trosa\nkommun **Siv Fjällgren** Region Sörmland",
    "one-a-line": "Närvarande:\nRut Vifell, Flens kommun\nTage Wrangmark, Trosa kommun\nSiv "
    "Fjällgren, Region Sörmland",
    "one-a-paragraph": "**Närvarande**\n\nRut Vifell, Flens kommun\n\nTage Wrangmark, Trosa "
    "kommun\n\nSiv Fjällgren, Region Sörmland",
    "list": "Deltagare:\n\n- Rut Vifell, Flens kommun\n- Tage Wrangmark, Trosa kommun\n- Siv "
    "Fjällgren, Region Sörmland",
    "sentence-above": "Följande personer deltog:\nRut Vifell, Flens kommun\nTage Wrangmark, Trosa kommun\n"
    "Siv Fjällgren, Region Sörmland",
    "brackets": "Närvarande: Rut Vifell (Flens kommun), Tage Wrangmark (Trosa kommun), Siv "
    "Fjällgren (Region Sörmland)",
    "semicolons": "Deltog: Rut Vifell, Flens kommun; Tage Wrangmark, Trosa kommun; Siv "
    "Fjällgren, Region Sörmland",
    "plus-signs": "Närvarande: Rut Vifell, Flens kommun + Tage Wrangmark, Trosa kommun + "
    "Siv Fjällgren, Region Sörmland",
    "commas-alone": "Närvarande: Rut Vifell, Flens kommun, Tage Wrangmark, Trosa kommun, Siv "
    "Fjällgren, Region Sörmland",
    "two-columns-apart": "Närvarande:\nRut Vifell\nTage Wrangmark\nSiv Fjällgren\nFlens kommun\n"
    "Trosa kommun\nRegion Sörmland",
    "table": "**Närvarande**\n\n| Namn | Organisation |\n|---|---|\n| Rut Vifell | Flens kommun "
    "|\n| Tage Wrangmark | Trosa kommun |\n| Siv Fjällgren | Region Sörmland |",
    "table-with-marks": "**Närvaro**\n\n| Organisation | Namn | Närvarande |\n|---|---|---|\n| "
    "Flens kommun | Rut Vifell | x |\n| Trosa kommun | Tage Wrangmark | X |\n"
    "| Gnesta kommun | Olle Ekeving | - |\n| Region Sörmland | Siv Fjällgren "
    "| x |",
    "grouped": "Närvarande:\nFlens kommun\nRut Vifell\nTrosa kommun\nTage Wrangmark\nRegion "
    "Sörmland\nSiv Fjällgren",
    "group-labels": "Närvarande:\n\nRut Vifell, Flens kommun\n\nÖvriga deltagare:\n\nTage "
    "Wrangmark, Trosa kommun\n\nSiv Fjällgren, Region Sörmland",
}


@pytest.mark.parametrize("attendance", LAYOUTS.values(), ids=LAYOUTS)
def test_a_list_of_those_present(attendance: str) -> None:
    """Three people with their organisations, whatever the layout."""
    assert present(attendance + "\n") == THREE


ABSENT = {
    "label": "Ej närvarande: Tage Wrangmark, Trosa kommun",
    "frånvarande": "**Frånvarande:** Tage Wrangmark, Trosa kommun",
    "förhinder": "Förhinder: Tage Wrangmark, Trosa kommun",
    "återbud": "Återbud\nTage Wrangmark, Trosa kommun",
    "sentence": "Tage Wrangmark, Trosa kommun, hade anmält förhinder.",
    "struck": "~~Tage Wrangmark~~, Trosa kommun",
    "behind-the-name": "Tage Wrangmark, Trosa kommun, ej närvarande",
    "bracket": "Tage Wrangmark (Trosa kommun), frånvarande",
}


@pytest.mark.parametrize("line", ABSENT.values(), ids=ABSENT)
def test_somebody_absent(line: str) -> None:
    """A label, a mark, a sentence or a stroke says that somebody was not there."""
    attendance = f"**Närvarande:**\n\nRut Vifell, Flens kommun\n\nSiv Fjällgren, Region Sörmland\n\n{line}\n"
    assert absent(attendance) == ["Tage Wrangmark"]


def test_a_cell_without_a_mark_means_absent() -> None:
    """In a table with a column for marks, those without one were not there."""
    table = (
        "**Närvaro**\n\n| Namn | Kommun | Närvarande |\n|---|---|---|\n| Rut Vifell | Flen | x "
        "|\n| Tage Wrangmark | Trosa | |\n"
    )
    assert absent(table) == ["Tage Wrangmark"]


def test_a_struck_name_is_a_doubt() -> None:
    """A struck name counts as absent, and a person is asked whether that is right."""
    minutes = read(
        notes("Inget.", attendance="**Närvarande:**\n\nRut Vifell, Flen\n\n~~Tage Wrangmark~~, Trosa\n")
    )
    assert [(doubt.rule, doubt.about) for doubt in minutes.doubts] == [("A10", "attendees[1].present")]


def test_surnames_first_are_turned_round() -> None:
    """Where the running text calls people the other way round, the list has the surname first."""
    attendance = "Närvarande\n\nVifell Rut, Flens kommun\n\nWrangmark Tage, Trosa kommun\n"
    people = read(notes("Rut Vifell berättar om läget.", attendance=attendance)).attendees
    assert [one.name.value for one in people] == ["Rut Vifell", "Tage Wrangmark"]


PARTS = {
    "Rut Vifell, Flens kommun, ordförande": ("role", "ordförande"),
    "Rut Vifell, skolchef, Flens kommun": ("title", "skolchef"),
    "Rut Vifell, utbildningschef Flens kommun": ("title", "utbildningschef"),
    "Rut Vifell, Flens kommun, rep. Skolchefsnätverket": ("on_behalf_of", "Skolchefsnätverket"),
    "Rut Vifell, Flens kommun, ersätter Siv Fjällgren": ("substitute_for", "Siv Fjällgren"),
    "Rut Vifell (ers. Siv Fjällgren), Flens kommun": ("substitute_for", "Siv Fjällgren"),
    "Rut Vifell, Flens kommun, §§ 4-7": ("part", "§§ 4-7"),
    "Rut Vifell, Flens kommun (till kl 14)": ("part", "till kl 14"),
    "Rut Vifell, Flens kommun, via Teams": ("part", "via Teams"),
    "Rut Vifell, Flens kommun, adjungerad": ("role", "adjungerad"),
}


@pytest.mark.parametrize(("line", "wanted"), PARTS.items(), ids=PARTS)
def test_what_is_said_of_a_person(line: str, wanted: tuple[str, str]) -> None:
    """Title, role, body represented, person replaced and part of the meeting are told apart."""
    minutes = read(notes("Inget.", attendance=f"Närvarande:\n\n{line}\n\nTage Wrangmark, Trosa kommun\n"))
    found = getattr(minutes.attendees[0], wanted[0])
    assert found is not None
    assert found.value == wanted[1]


@pytest.mark.parametrize("line", PARTS, ids=PARTS)
def test_the_organisation_is_found_beside_other_words(line: str) -> None:
    """Whatever else stands there, the organisation is the organisation."""
    assert present(f"Närvarande:\n\n{line}\n\nTage Wrangmark, Trosa kommun\n")[0] == (
        "Rut Vifell",
        "Flens kommun",
    )


NAMES = [
    "Anna-Greta Lodin",
    "Sara Linnell Åhs", "Carl von Ekeby", "Mirja Kallio-Berg", "Sten-Åke Ek", "Maria te Boer",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_names_of_all_shapes(name: str) -> None:
    """Hyphens, double surnames and particles belong to the name."""
    assert present(f"Närvarande:\n\n{name}, Flens kommun\n\nTage Wrangmark, Trosa kommun\n")[0][0] == name


NOBODY = ["Region Sörmland", "Flens kommun", "Barn- och utbildningsförvaltningen", "BUP", "Polisen"]


@pytest.mark.parametrize("organisation", NOBODY)
def test_an_organisation_is_nobody(organisation: str) -> None:
    """A line with an organisation alone, among people, adds no person."""
    attendance = f"Närvarande:\nRut Vifell, Flens kommun\n{organisation}\nTage Wrangmark, Trosa kommun\n"
    assert [name for name, _ in present(attendance)] == ["Rut Vifell", "Tage Wrangmark"]


def test_the_secretary_of_the_list_is_the_secretary() -> None:
    """A role behind a name in the list fills the head of the record."""
    secretary = read(notes("Inget.")).secretary
    assert secretary is not None
    assert secretary.value == "Katarina Skoglar"


def test_a_list_of_organisations_alone_keeps_them() -> None:
    """Where nobody is named, the organisations that came are what is known."""
    assert present("Närvarande: Synskadades förbund, Föräldraföreningen, Polisen\n") == [
        ("Synskadades förbund", "Synskadades förbund"),
        ("Föräldraföreningen", "Föräldraföreningen"),
        ("Polisen", "Polisen"),
    ]


def test_a_list_without_a_label() -> None:
    """Lines that begin with a name in bold are the list, where nothing says so."""
    lines = (
        "**Rut Vifell**, Flens kommun",
        "**Tage Wrangmark**, Trosa kommun",
        "**Siv Fjällgren**, Region Sörmland",
    )
    assert present("\n\n".join(lines) + "\n") == THREE
