"""When the same bodies meet next: rules N1-N3."""

from __future__ import annotations

from datetime import date

import pytest
from tests.minutes.make_notes import read

HEAD = (
    "Minnesanteckningar Länsstyrgruppen\nDatum: 2026-03-10\nTid: 9-12\nPlats: Stadshuset\n\nNärvarande: Rut "
    "Vifell, Flens kommun; Tage Wrangmark, Trosa kommun\n\n1. Läget\nInget nytt.\n\n"
)

DAYS = {
    "2. Nästa möte\n9 oktober": date(2026, 10, 9),
    "2. Nästa möte\nNästa möte 9 oktober, samtal om budgeten.": date(2026, 10, 9),
    "2. Nästa möte\nTorsdagen den 9 april kl 13 på Teams.": date(2026, 4, 9),
    "2. Nästa möte\nTisdag 14/4 kl 9-12": date(2026, 4, 14),
    "2. Nästa möte: tisdag 14/4": date(2026, 4, 14),
    "2. Nästa möte 14/4": date(2026, 4, 14),
    "2. Nästa sammanträde\nDen 14 april 2026.": date(2026, 4, 14),
    "2. Övrigt\nNästa möte är preliminärt den 14 april.": date(2026, 4, 14),
    "2. Övrigt\nPreliminärt datum för nästa möte: 14 april": date(2026, 4, 14),
    "2. Övrigt\nVi ses igen 14 april.": date(2026, 4, 14),
    "2. Övrigt\nVi ses nästa gång den 14 april, samma tid och plats.": date(2026, 4, 14),
    "2. Övrigt\nSamma tid och plats den 14 april.": date(2026, 4, 14),
    "2. Kommande möten\n14 april, 12 maj och 9 juni": date(2026, 4, 14),
    "2. Kommande möten\n- 12 maj\n- 14 april\n- 9 juni": date(2026, 4, 14),
    "2. Mötestider\nVårens möten: 14/4, 12/5 och 9/6.": date(2026, 4, 14),
    "2. Höstens möten\n25 augusti, 22 september": date(2026, 8, 25),
    "2. Nästa möte\n260414": date(2026, 4, 14),
    "2. Nästa möte\n2026-04-14, 8.30 - 12.00": date(2026, 4, 14),
    "2. Övrigt\nNytt möte bokas in den 14 april.": date(2026, 4, 14),
    "2. Övrigt\nNästkommande möte blir måndagen den 4/5 kl 13.": date(2026, 5, 4),
    "2. Övrigt\nMötet avslutas. Nästa träff onsdag 15/4.": date(2026, 4, 15),
    "2. Övrigt\nHöstens första möte äger rum den 26 augusti i Trosa.": date(2026, 8, 26),
    "2. Övrigt\nRut kallar till nästa möte den 14 april.": date(2026, 4, 14),
    "2. Övrigt\nGruppen träffas igen den 14 april.": date(2026, 4, 14),
    "2. Övrigt\nDatum för nästa möte: tisdag den 14 april kl. 9": date(2026, 4, 14),
    "2. Övrigt\nNästa möte är den 14 april i Trosa, därefter 12 maj.": date(2026, 4, 14),
    "2. Övrigt\nNästa nämnd: onsdagen den 14 april klockan 13:00": date(2026, 4, 14),
    "2. Övrigt\nNästa styrelsemöte blir den 14 april.": date(2026, 4, 14),
    "Nästa möte\n\nTisdag 14 april": date(2026, 4, 14),
    "2. Övrigt\nRut tackade och nästa möte är den 14 april.": date(2026, 4, 14),
    "2. Övrigt\nDet bestämdes att nästa möte hålls den 14 april.": date(2026, 4, 14),
    "2. Beslut\nNästa möte flyttas från 14 april till 21 april.": date(2026, 4, 21),
    "2. Övrigt\nNästa möte\tTisdag 14 april": date(2026, 4, 14),
    "2. Övrigt\nNästa gång ses vi tisdag 14 april.": date(2026, 4, 14),
    "2. Övrigt\nNästa tillfälle: 14/4-26": date(2026, 4, 14),
    "2. Övrigt\nNästa möte är om fyra veckor, 7 april.": date(2026, 4, 7),
    "2. Övrigt\nNästa möte: 14 april eller 16 april, Rut återkommer.": date(2026, 4, 14),
}

OTHERS = [
    "2. Övrigt\nMötet flyttas till den 14 april.",
    "2. Övrigt\nRut lyfter frågan på nästa möte i styrgruppen den 3 mars.",
    "2. Övrigt\nArbetsgruppen träffas den 24 mars.",
    "2. Övrigt\nNästa steg: utbildning den 24 mars.",
    "2. Övrigt\nTid för nästa möte bestäms senare.",
]

WORDS = ["vecka 16", "efter sommaren"]


@pytest.mark.parametrize(("text", "day"), DAYS.items(), ids=DAYS)
def test_the_next_meeting_in_every_form(text: str, day: date) -> None:
    """The first day to come behind words on the next meeting is its day, whatever they are."""
    upcoming = read(f"{HEAD}{text}\n", name="a.txt").next_meeting
    assert upcoming is not None
    assert upcoming.value.start == day


@pytest.mark.parametrize("text", OTHERS)
def test_other_days_are_not_the_next_meeting(text: str) -> None:
    """A day of another body, of a step, or of none is not that of the next meeting."""
    assert read(f"{HEAD}{text}\n", name="a.txt").next_meeting is None


@pytest.mark.parametrize("words", WORDS)
def test_a_time_without_a_day_is_kept_as_written(words: str) -> None:
    """Words that tell a time and no day are kept, and nothing is made of them."""
    upcoming = read(f"{HEAD}2. Övrigt\nNästa möte: {words}\n", name="a.txt").next_meeting
    assert upcoming is not None
    assert upcoming.words == words


def test_a_heading_of_the_next_meeting_wins_over_a_sentence() -> None:
    """Where an item is called so, what stands below it counts before what an earlier item mentions."""
    text = "2. Kafé\nNästa tillfälle: 16 november\n\n3. Nästa möte\n25 oktober\n"
    upcoming = read(f"{HEAD}{text}".replace("3. Nästa möte", "Nästa möte"), name="a.txt").next_meeting
    assert upcoming is not None
    assert upcoming.value.start == date(2026, 10, 25)
