"""When and where the meeting was, in labels, lines and loose talk: rules H5, H7, H31 and H32."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

TITLE = "Minnesanteckningar Länsstyrgruppen"
LIST = (
    "Närvarande: Rut Vifell, Flens kommun; Tage Wrangmark, Trosa kommun\n\n1. Läget\nInget nytt.\n\n"
    "2. Övrigt\nInget.\n"
)

TOLD = {
    "Vi sågs i biblioteket klockan nio.": ("09:00", None, "biblioteket"),
    "Mötet hölls i Stadshuset i Flen och slutade strax före elva.": (None, "11:00", "Stadshuset i Flen"),
    "Vi träffades på Folkets hus kl 13 och höll på till halv fyra.": ("13:00", "15:30", "Folkets hus"),
    "Mötet började strax efter nio och avslutades vid lunch.": ("09:00", None, None),
    "Styrelsemöte i tvättstugan, vi började strax efter sju på kvällen och höll på till kvart över nio.": (
        "19:00",
        "21:15",
        "tvättstugan",
    ),
    "Vi satt i konferensrummet Eken från klockan ett till tre.": ("13:00", "15:00", "konferensrummet Eken"),
    "Digitalt möte via Teams kl. 8.30–10.00.": ("08:30", "10:00", "Digitalt möte via Teams"),
    "Plats: Flen\nTid: 9-12 (lunch 12-13)": ("09:00", "12:00", "Flen"),
    "Tid: lunch 12-13 Restaurang Eken, möte 13-16.30 Ekensalen, Flens kommunhus": (
        "12:00",
        "16:30",
        "Ekensalen, Flens kommunhus",
    ),
    "Plats och tid: Stadshuset, lokal Eken, kl 9.00-11.30": ("09:00", "11:30", "Stadshuset, lokal Eken"),
    "Tid och plats: kl 9.00–11.30, Stadshuset": ("09:00", "11:30", "Stadshuset"),
    "Tid och plats: Tisdagen den 10 mars 2026 klockan 09.00–11.30 i Stadshuset, lokal Eken": (
        "09:00",
        "11:30",
        "Stadshuset, lokal Eken",
    ),
    "Plats: Stadshuset          Tid: klockan 13:00 – 17:15": ("13:00", "17:15", "Stadshuset"),
    "Mötet öppnades kl 9.05 av ordföranden. Mötet avslutades 11.20.": ("09:05", "11:20", None),
    "Start: 9.00\nSlut: 11.30": ("09:00", "11:30", None),
    "Starttid: 9.00   Sluttid: 11.30": ("09:00", "11:30", None),
    "Tid: 9 - ca 11": ("09:00", "11:00", None),
    "Tid: Kl.13–15": ("13:00", "15:00", None),
    "Tid: kl 7,30 - 8,30": ("07:30", "08:30", None),
    "Tid: kl18.30-19.30": ("18:30", "19:30", None),
    "Tid: klockan 18:00": ("18:00", None, None),
    "Tid: från 9 till 11.30": ("09:00", "11:30", None),
    "Tid: kl. 9–11, därefter lunch": ("09:00", "11:00", None),
    "Tid: 8:30 - ca 11.30": ("08:30", "11:30", None),
    "Lördag start 11.00, söndag slut 12.30": ("11:00", "12:30", None),
    "Mötet pågick 17.30 till 19": ("17:30", "19:00", None),
    "Plats: Via länk": (None, None, "Via länk"),
    "Via länk (Teams)": (None, None, "Via länk (Teams)"),
    "Vi möttes digitalt.": (None, None, "digitalt"),
    "Sammanträde i lokalen Eken på Vårdcentralen i Flen": (
        None,
        None,
        "lokalen Eken på Vårdcentralen i Flen",
    ),
    "Vi var hemma hos Rut.": (None, None, "Rut"),
    "Vi höll till i klubbstugan.": (None, None, "klubbstugan"),
    "Vi började 18.00 och slutade 20.45.": ("18:00", "20:45", None),
    "Mötet tog slut kvart i fem.": (None, "16:45", None),
    "Mötet slutade strax före elva.": (None, "11:00", None),
}

WITH_THE_DAY = {
    "Minnesanteckningar Länsstyrgruppen\nFlen den 10 mars 2026 kl 9-11": ("09:00", "11:00", "Flen"),
    "Minnesanteckningar Länsstyrgruppen\n\n2026-03-10 kl 13.00-15.30, Stadshuset, Flen": (
        "13:00",
        "15:30",
        "Stadshuset, Flen",
    ),
    "Minnesanteckningar Länsstyrgruppen\n\nTisdag 10 mars 2026 | 13.00-15.30 | Teams": (
        "13:00",
        "15:30",
        "Teams",
    ),
    "Protokoll fört vid möte med Länsstyrgruppen den 10 mars 2026 kl. 13.00-15.00 i Stadshuset, Flen": (
        "13:00",
        "15:00",
        "Stadshuset, Flen",
    ),
}

NO_PLACES = ["2026-03-10, lunch, 12.10", "10 mars 2026, heldag"]


def when_and_where(text: str) -> tuple[str | None, str | None, str | None]:
    """Start, end and place of notes with these words in their head."""
    minutes = read(f"{text}\n\n{LIST}", name="a.txt")
    start, end = (f"{found.value:%H:%M}" if found else None for found in (minutes.start, minutes.end))
    return start, end, minutes.place.value if minutes.place else None


@pytest.mark.parametrize(("line", "expected"), TOLD.items(), ids=TOLD)
def test_when_and_where_below_a_title(line: str, expected: tuple[str | None, ...]) -> None:
    """A label, a short line or a sentence tells when the meeting began and ended, and where it was."""
    assert when_and_where(f"{TITLE} 10 mars 2026\n\n{line}") == expected


@pytest.mark.parametrize(("text", "expected"), WITH_THE_DAY.items(), ids=WITH_THE_DAY)
def test_when_and_where_beside_the_day(text: str, expected: tuple[str | None, ...]) -> None:
    """Times and place stand beside the day, on its line or in the title."""
    assert when_and_where(text) == expected


@pytest.mark.parametrize("line", NO_PLACES)
def test_what_was_done_is_no_place(line: str) -> None:
    """A word for a meal or a part of the day beside the day doesn't tell where."""
    assert when_and_where(f"{TITLE}\n{line}")[2] is None


def test_an_end_before_the_start_is_one_of_the_evening() -> None:
    """Whoever began at seven in the evening ended at a quarter past nine the same evening."""
    told = "Vi började strax efter sju på kvällen och höll på till kvart över nio."
    assert when_and_where(f"{TITLE} 10 mars 2026\n\n{told}")[:2] == ("19:00", "21:15")


def test_a_time_over_two_lines_runs_to_the_end_of_the_last() -> None:
    """Activities on two lines behind one label make one meeting."""
    lines = "Tid           fika 9.30-10 i matsalen\n              rådsmöte 10.00-14.45 (lunch 12-13)"
    assert when_and_where(f"{TITLE} 10 mars 2026\n\n{lines}")[:2] == ("09:30", "14:45")


def test_a_digital_meeting_in_brackets_behind_its_time() -> None:
    """ "(Teams)" behind day and time is the place; behind a person's name it isn't."""
    assert when_and_where(f"{TITLE} 10 mars 2026 kl 13.15-14.30 (Teams)")[2] == "Teams"


def test_a_link_behind_its_label_is_the_place() -> None:
    """A meeting that is held behind a link was held there."""
    link = "https://meet.example/norra-barn"
    assert when_and_where(f"{TITLE} 10 mars 2026\n\nLänk: {link}")[2] == link
