"""Notes that a page or a PDF has poured into one stream: no line breaks, or others than the writer's."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
from tests.minutes.make_notes import read
from tests.minutes.specimens import values
from tests.minutes.test_spans import read_if_possible

COLONS = (
    "Mälby kommun Minnesanteckningar Rådet för samverkan Dag: 2026-03-10 Tid: 13.00 – 14.30 Plats: Rådhuset"
)
BARE = "Minnesanteckningar Rådet för samverkan 2026-03-10 Tid kl 13.00 - 14.30 Plats Rådhuset"
PEOPLE = (
    "Närvarande Rut Vifell (S), ordförande Tage Wrangmark (M) Siv Fjällgren, Flens kommun Sune Ahlgrim, "
    "sekreterare Frånvarande Edit Skoglar, BUP"
)
GROUPED = (
    "Närvarande Politiker Rut Vifell (S), ordförande Tage Wrangmark (M) Tjänstepersoner Siv Fjällgren, "
    "skolchef Sune Ahlgrim, sekreterare Frånvarande Edit Skoglar, BUP"
)
ROLES_FIRST = (
    "Närvarande Ordförande Rut Vifell, D-09 Kassör Tage Wrangmark, D-10 Ledamot för frågor om lokaler "
    "Siv Fjällgren, D-08 Sekreterare Sune Ahlgrim, D-11 Frånvarande Edit Skoglar, D-10"
)
TOLD = "Siv visade siffrorna för hösten."
TASK = "Tage ringer fastighetskontoret."
DECIDED = "Rådet beslutar att bjuda in rektorerna."


def points(*numbers: str, page: str = "") -> str:
    """Four items that run into their texts, with a page's sign before the third."""
    first, second, third, fourth = numbers
    return (
        f"{first} Mötet öppnas Ordföranden hälsade välkomna. {second} Läget i skolorna {TOLD} {DECIDED} "
        f"{page}{third} Lokaler {TASK} {fourth} Nästa möte 12 maj kl. 13.00 i Rådhuset. Vid anteckningarna "
        "Sune Ahlgrim Justeras Rut Vifell"
    )


STOPS = points("1.", "2.", "3.", "4.")
POURED = {
    "one-line": f"{COLONS} {PEOPLE} {STOPS}",
    "wrapped": textwrap.fill(f"{COLONS} {PEOPLE} {STOPS}", 72),
    "wrapped-narrow": textwrap.fill(f"{COLONS} {PEOPLE} {STOPS}", 50),
    "head-apart": f"{COLONS} {PEOPLE}\n\n{textwrap.fill(STOPS, 80)}",
    "labels-without-colon": f"{BARE} {PEOPLE} {STOPS}",
    "people-in-groups": textwrap.fill(f"{COLONS} {GROUPED} {STOPS}", 84),
    "roles-before-names": f"{BARE} {ROLES_FIRST} {STOPS}",
    "brackets": textwrap.fill(f"{COLONS} {PEOPLE} {points('1)', '2)', '3)', '4)')}", 80),
    "sections": textwrap.fill(f"{COLONS} {PEOPLE} {points('§ 1', '§ 2', '§ 3', '§ 4')}", 80),
    "bullets-within": f"{COLONS} {PEOPLE} {STOPS}".replace(TOLD, f"• {TOLD}").replace(
        DECIDED, f"• {DECIDED}"
    ),
    "people-without-signs": f"{COLONS} Närvarande Rut Vifell Tage Wrangmark Siv Fjällgren Sune Ahlgrim "
    f"Frånvarande Edit Skoglar {STOPS}".replace("Ordföranden hälsade", "Ordföranden Rut Vifell hälsade"),
    "points": f"{COLONS} {PEOPLE} {points('Punkt 1.', 'Punkt 2.', 'Punkt 3.', 'Punkt 4.')}",
    "numbers-without-sign": textwrap.fill(f"{COLONS} {PEOPLE} {points('1', '2', '3', '4')}", 80),
    "page-in-brackets": textwrap.fill(
        f"1(2) {COLONS} {PEOPLE} {points('1.', '2.', '3.', '4.', page='2(2) ')}", 80
    ),
    "page-of-pages": f"{COLONS} {PEOPLE} {points('1.', '2.', '3.', '4.', page='Sida 2 av 2 ')}",
    "running-head": f"1 Rådet för samverkan (2) {BARE} {PEOPLE} "
    f"{points('1.', '2.', '3.', '4.', page='2 Rådet för samverkan (2) ')}",
}


@pytest.mark.parametrize("text", POURED.values(), ids=POURED)
def test_items_of_poured_text(text: str) -> None:
    """Numbers that go on within the stream begin items, and a heading ends where a sentence begins."""
    items = read(f"{text}\n", name="a.txt").items
    assert [(one.number and one.number.value, one.heading.value) for one in items] == [
        ("1", "Mötet öppnas"),
        ("2", "Läget i skolorna"),
        ("3", "Lokaler"),
        ("4", "Nästa möte"),
    ]


@pytest.mark.parametrize("text", POURED.values(), ids=POURED)
def test_people_of_poured_text(text: str) -> None:
    """Each name before a comma or bracket is a person; groups and roles before it are none."""
    people = read(f"{text}\n", name="a.txt").attendees
    assert [(one.name.value, one.present) for one in people] == [
        ("Rut Vifell", True),
        ("Tage Wrangmark", True),
        ("Siv Fjällgren", True),
        ("Sune Ahlgrim", True),
        ("Edit Skoglar", False),
    ]


@pytest.mark.parametrize("text", POURED.values(), ids=POURED)
def test_head_of_poured_text(text: str) -> None:
    """Day, place, chair, secretary and the next meeting stand apart though no line break does."""
    minutes = read(f"{text}\n", name="a.txt")
    assert [
        minutes.held and minutes.held.value.day,
        minutes.place and minutes.place.value,
        minutes.chair and minutes.chair.value,
        minutes.secretary and minutes.secretary.value,
        minutes.next_meeting and minutes.next_meeting.value.day,
    ] == [date(2026, 3, 10), "Rådhuset", "Rut Vifell", "Sune Ahlgrim", date(2026, 5, 12)]


@pytest.mark.parametrize("text", POURED.values(), ids=POURED)
def test_values_of_poured_text_cut_their_own_words(text: str) -> None:
    """Though lines are joined and cut anew, each value stands where the text has its words."""
    document, minutes = read_if_possible(f"{text}\n", "a.txt")
    assert [one for one in values(minutes) if document.cut(one.span) != one.words] == []


@pytest.mark.parametrize("text", POURED.values(), ids=POURED)
def test_statements_of_poured_text(text: str) -> None:
    """A decision and a task are read whole out of the stream, below their items."""
    found = read(f"{text}\n", name="a.txt").statements
    assert [(one.text.value, one.item) for one in found if one.action or one.kind.value == "decision"] == [
        (DECIDED, 1),
        (TASK, 2),
    ]


AGENDA = (
    f"{COLONS} {PEOPLE}. Mötets öppnande Ordföranden hälsade välkomna. Val av justerare Siv valdes. "
    f"Ekonomi {TOLD} {DECIDED} Övriga frågor {TASK} Nästa möte 12 maj kl. 13.00. "
    "Vid anteckningarna Sune Ahlgrim"
)


@pytest.mark.parametrize("width", [2000, 84, 60])
def test_poured_text_without_numbers(width: int) -> None:
    """Headings that any agenda has are found within a stream where numbers are lost too."""
    minutes = read(f"{textwrap.fill(AGENDA, width)}\n", name="a.txt")
    headings = [one.heading.value for one in minutes.items]
    tasks = [(one.text.value, one.item) for one in minutes.statements if one.action]
    known = ["Val av justerare", "Ekonomi", "Övriga frågor", "Nästa möte"]
    assert (headings, tasks) == (known, [(TASK, 2)])


RUN_IN = {
    "sections": "§ 1 Mötets öppnande Rut Vifell öppnade mötet och hälsade\nalla välkomna.\n\n"
    "§ 2 Val av justerare Till justerare valdes Siv Fjällgren.\n\n"
    "§ 3 Lokaler och regler Det bestämdes att godta de regler\nsom gruppen skrivit.",
    "section-glued-to-the-title": "Fört vid årsmöte 2026§ 1 Mötets öppnande Rut Vifell öppnade mötet.\n\n"
    "§ 2 Val av justerare Till justerare valdes Siv Fjällgren.\n\n"
    "§ 3 Lokaler och regler Det bestämdes att godta de regler som gruppen skrivit.",
    "stops": "1. Mötets öppnande Ordföranden öppnade mötet.\n\n"
    "2. Val av justerare Siv Fjällgren valdes till justerare.\n\n"
    "3. Lokaler och regler Mötet beslutade att godta reglerna.",
    "dashes": "1. Mötets öppnande - Rut öppnade mötet.\n2. Val av justerare - Siv valdes till justerare.\n"
    "3. Lokaler och regler - Mötet beslutade att godta reglerna.",
    "colons": "1. Mötets öppnande: Rut öppnade mötet.\n2. Val av justerare: Siv valdes till justerare.\n"
    "3. Lokaler och regler: Mötet beslutade att godta reglerna.",
    "columns": "§ 1 Mötets öppnande        Rut öppnade mötet.\n\n§ 2 Val av justerare       Siv valdes.\n\n"
    "§ 3 Lokaler och regler     Mötet beslutade att godta de\n                           nya reglerna.",
    "capitals": "1. MÖTETS ÖPPNANDE Ordföranden öppnade mötet.\n\n"
    "2. VAL AV JUSTERARE Siv Fjällgren valdes till justerare.\n\n"
    "3. LOKALER OCH REGLER Mötet beslutade att godta reglerna.",
}


@pytest.mark.parametrize("text", RUN_IN.values(), ids=RUN_IN)
def test_headings_with_their_text_behind_them(text: str) -> None:
    """Where two columns have become one line, the heading ends where the sentence begins."""
    items = read(
        f"Protokoll Byalaget 2026-03-10\n\nNärvarande: Rut Vifell, Tage Ek\n\n{text}\n", name="a.txt"
    ).items
    assert [(one.number and one.number.value, one.heading.value.casefold()) for one in items] == [
        ("1", "mötets öppnande"),
        ("2", "val av justerare"),
        ("3", "lokaler och regler"),
    ]


def test_sections_of_an_extract() -> None:
    """The sections of an extract go on from any number, and labels part what is told from what is decided."""
    text = (
        f"{COLONS} {PEOPLE} § 112 Dagordning Rådets beslut Rådet godkänner dagordningen. § 113 Budget 2027 "
        "Sammanfattning av ärendet Ett förslag finns. Rådets beslut Rådet beslutar att anta det. "
        "§ 114 Övrigt Inget."
    )
    minutes = read(f"{text}\n", name="a.txt")
    decided = [one.text.value for one in minutes.statements if one.kind.value == "decision"]
    numbers = [one.number and one.number.value for one in minutes.items]
    assert (numbers, decided) == (["112", "113", "114"], ["Rådet godkänner dagordningen.", "att anta det."])


WHOLE = {
    "names-in-headings": "1. Information från Rut Vifell\nHon visade bilder.\n\n2. Besök av Region Sörmland\n"
    "De visade filmen.\n\n3. Val av Tage Ek till ordförande\nMötet valde Tage Ek.",
    "sentences-as-points": "1. Rut Vifell öppnade mötet.\n\n2. Tage Ek valdes till sekreterare.\n\n"
    "3. Siv Fjällgren redovisade ekonomin.",
    "points-in-a-sentence": "1. Läget\nVi såg tre frågor: 1. Lokaler 2. Bussar 3. Mat och alla var klara.\n\n"
    "2. Bussar\nSiv visade tidtabellen.\n\n3. Mat\nInget nytt.",
}
HEADINGS = {
    "names-in-headings": [
        "Information från Rut Vifell",
        "Besök av Region Sörmland",
        "Val av Tage Ek till ordförande",
    ],
    "sentences-as-points": [
        "Rut Vifell öppnade mötet.",
        "Tage Ek valdes till sekreterare.",
        "Siv Fjällgren redovisade ekonomin.",
    ],
    "points-in-a-sentence": ["Läget", "Bussar", "Mat"],
}


@pytest.mark.parametrize("name", WHOLE)
def test_headings_that_stand_alone_are_not_cut(name: str) -> None:
    """Names and numbers within lines that were not poured together cut nothing."""
    text = f"Protokoll Byalaget 2026-03-10\n\nNärvarande: Rut Vifell, Tage Ek\n\n{WHOLE[name]}\n"
    assert [one.heading.value for one in read(text, name="a.txt").items] == HEADINGS[name]


MARGIN = (
    "1 Protokoll från styrelsens möte nr 8 tisdagen den 10 mars 2026 kl. 16 i Smedjan "
    "1 Mötets öppnande Öppnande Ordföranden Rut Vifell hälsade välkommen. "
    "2 Upprop Upprop Närvarande ledamöter: Rut Vifell, Tage Wrangmark, Siv Fjällgren och Sune Ahlgrim. "
    "Övrig närvarande: Moa Skoglar. Anmält förhinder: Edit Ek. "
    "3 Godkännande av dagordning Dagordning Den utsända listan gäller. "
    "4 Föregående mötes protokoll Ingen hade något att säga om det. "
    "5 Justering Justering Siv Fjällgren valdes att justera."
)


def test_page_number_before_the_first_item_is_none() -> None:
    """Numbers before words of any agenda begin items, also behind those from the margin; a page's not."""
    headings = [item.heading.value.split()[0] for item in read(MARGIN, name="a.txt").items[:4]]
    assert headings == ["Mötets", "Upprop", "Godkännande", "Föregående"]


def test_lists_within_an_item_of_poured_text() -> None:
    """Labels of lists with a colon open lists within an item, too."""
    people = [(one.name.value, one.present) for one in read(MARGIN, name="a.txt").attendees]
    present = ["Rut Vifell", "Tage Wrangmark", "Siv Fjällgren", "Sune Ahlgrim", "Moa Skoglar"]
    assert people == [*((name, True) for name in present), ("Edit Ek", False)]
