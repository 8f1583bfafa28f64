"""Lines that run on: labels within them, places behind names, numbers with and without signs."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

from samsyn.minutes import Kind

PLACED = (
    "Rut Larsson Torpa\nTage Wrangmark Tuna\nAnna-Karin Fjällgren Tuna\nSven Ahlgrim Stigby\n"
    "Bengt Vifell Ljusbro"
)
FULL = "Anna Maria Vifell\nLars Göran Wrangmark\nEva Britt Fjällgren\nSven Olof Vifell"
GROUPED = "Åk 4: Rut & Tage\n\nÅk 5, Siv & Leyla\n\nÅk 6: Sune\n\nVuxna: Edit & Moa"


def test_place_behind_each_name_is_no_part_of_it() -> None:
    """A third word behind each name of a list tells where the person comes from."""
    minutes = read(f"Protokoll 2026-03-10\n\nNärvarande\n{PLACED}\n\n§ 1 Öppnande\nMötet öppnades.\n")
    assert [(one.name.value, one.affiliation and one.affiliation.value) for one in minutes.attendees] == [
        ("Rut Larsson", "Torpa"),
        ("Tage Wrangmark", "Tuna"),
        ("Anna-Karin Fjällgren", "Tuna"),
        ("Sven Ahlgrim", "Stigby"),
        ("Bengt Vifell", "Ljusbro"),
    ]


def test_two_given_names_keep_their_surname() -> None:
    """Where the second words are given names, the third are surnames."""
    minutes = read(f"Protokoll 2026-03-10\n\nNärvarande\n{FULL}\n\n§ 1 Öppnande\nMötet öppnades.\n")
    assert [one.name.value for one in minutes.attendees] == FULL.split("\n")


def test_classes_are_groups_of_given_names() -> None:
    """Classes before given names number no items and are no people."""
    head = f"Protokoll elevråd 2026-03-10\n\nNärvarande:\n\n{GROUPED}"
    minutes = read(f"{head}\n\n1. Maten\n\n2. Rasten\n\nDen är bra.\n")
    named = [one.name.value for one in minutes.attendees]
    assert (named, len(minutes.items)) == (["Rut", "Tage", "Siv", "Leyla", "Sune", "Edit", "Moa"], 2)


@pytest.mark.parametrize(
    "glued",
    [
        "Minnesanteckningar 2026-03-10Närvarande: Rut Vifell, Tage Wrangmark",
        "Minnesanteckningar från byarådet 2026-03-10Deltagare: Rut Vifell, Tage Wrangmark",
        "Minnesanteckningar 2026-03-10 i skolanNärvarande: Rut Vifell, Tage Wrangmark",
    ],
    ids=["day", "other-label", "word"],
)
def test_label_glued_to_the_title_opens_a_list(glued: str) -> None:
    """A label of a list glued to the words before it opens the list."""
    minutes = read(f"{glued}\n\n1. Läget\nDet är bra.\n\n2. Lokaler\nTage ringer skolan.\n")
    assert [one.name.value for one in minutes.attendees] == ["Rut Vifell", "Tage Wrangmark"]


WITHIN = (
    "Minnesanteckningar 2026-03-10\nNärvarande: Rut Vifell, Tage Wrangmark\n"
    "1. Årsmötet i maj Beslut: Rut bokar salen Beslut: Tage skickar kallelsen.\n"
    "2. Hemsidan Beslut: Att sidan görs om.\n"
)


def test_heading_ends_before_a_label_on_its_line() -> None:
    """The heading of an item ends where "Beslut:" stands on its line."""
    items = read(WITHIN, name="anteckningar.txt").items
    assert [item.heading.value for item in items] == ["Årsmötet i maj", "Hemsidan"]


def test_each_label_within_a_line_opens_a_decision() -> None:
    """Each "Beslut:" within the line of an item opens a decision."""
    statements = read(WITHIN, name="anteckningar.txt").statements
    decided = [one.text.value for one in statements if one.kind.value is Kind.DECISION]
    assert decided == ["Rut bokar salen", "Tage skickar kallelsen.", "Att sidan görs om."]


def test_numbers_may_go_on_without_sign() -> None:
    """Numbers without sign go on where only the first has one."""
    minutes = read(
        "Protokoll 2026-03-10\nNärvarande: Rut Vifell, Tage Wrangmark\n\n1. Öppnande\n\n"
        "Rut öppnade mötet.\n\n2 Val av kassör\n\nTage valdes.\n\n3 Lokaler\n\nRut bokar salen.\n\n"
        "4 Avslutning\n\nMötet avslutades.\n"
    )
    assert [item.number and item.number.value for item in minutes.items] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("top", "place"),
    [
        ("Protokoll 2026-03-10\nProtokoll fört vid styrelsemöte 10 mars 2026 i Bygdegården.", "Bygdegården"),
        ("Protokoll 2026-03-10\nStyrelsemöte\nTuna hembygdsgård 2026-03-10", "Tuna hembygdsgård"),
        ("Protokoll 2026-03-10\nTuna byalag, 10 mars 2026 på Nygatan 3, Tuna", "Nygatan 3, Tuna"),
    ],
    ids=["behind-the-day", "before-the-day", "street"],
)
def test_place_beside_the_day_told_again(top: str, place: str) -> None:
    """Where the day comes twice in the head, the place may stand beside either."""
    minutes = read(
        f"{top}\n\nNärvarande: Rut Vifell, Tage Wrangmark\n\n1. Läget\n\n2. Lokaler\n", name="a.txt"
    )
    assert minutes.place is not None
    assert minutes.place.value == place


def test_person_beside_the_day_told_again_is_no_place() -> None:
    """Somebody who signed beside the same day is no place."""
    minutes = read(
        "Protokoll 2026-03-10\nRut Vifell 2026-03-10\n\nNärvarande: Rut Vifell, Tage Wrangmark\n\n"
        "1. Läget\n\n2. Lokaler\n",
        name="a.txt",
    )
    assert minutes.place is None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Rut Vifell och Tage Wrangmark omvaldes.", Kind.DECISION),
        ("Vi röstade för att servera saft.", Kind.DECISION),
        ("Rut gör inköp av bollar.", Kind.ASSIGNMENT),
        ("Byarådet skall under 2026 undersöka en ny tavla.", Kind.ASSIGNMENT),
        ("Rut ska till nästa möte räkna på hyran.", Kind.ASSIGNMENT),
    ],
)
def test_plain_words_of_associations(sentence: str, kind: Kind) -> None:
    """Associations tell of elections, votes and errands in a few plain words."""
    head = "Protokoll byarådet 2026-03-10\n\nNärvarande: Rut Vifell, Tage Wrangmark"
    minutes = read(f"{head}\n\n## 1. Läget\n\n{sentence}\n\n## 2. Övrigt\n\nInget.\n")
    assert [one.kind.value for one in minutes.statements if one.item == 0] == [kind]
