"""Whole heads as they are laid out in practice: each value of the head in each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.minutes.make_notes import read

if TYPE_CHECKING:
    from samsyn.minutes import Minutes

TWO_COLUMN_PROTOCOL = """VALLBY KOMMUN                         SAMMANTRÄDESPROTOKOLL        Sida
Socialnämndens arbetsutskott          Sammanträdesdatum           1 (9)
                                      2026-03-10

Plats och tid          Kommunhuset, Eken, klockan 08.30-11.45

Beslutande             Rut Vifell (S), ordförande
                       Tage Wrangmark (M)
Övriga deltagande      Sune Ahlgrim, sekreterare

Utses att justera      Tage Wrangmark
Justeringens
plats och tid          Kommunkansliet 2026-03-16

Underskrifter  Sekreterare   ..............................   Paragrafer 12-18
                             Sune Ahlgrim

§ 12
Val av justerare
Arbetsutskottet beslutar att utse Tage Wrangmark.
"""

EXTRACT = """Utdrag ur protokoll fört vid sammanträde med Länsstyrgruppen den 10 mars 2026

Närvarande: Rut Vifell, ordförande, Tage Wrangmark, sekreterare, Ingeborg Tallros

§ 5 Målbild
Länsstyrgruppen beslutar att anta målbilden.

Rätt utdraget intygar
Tage Wrangmark
"""

JOINT_MEETING = """Minnesanteckningar från gemensamt möte
Skolchefsnätverket och Länsstyrgruppen

Datum: 26-03-10  Tid: 9.30–12  Plats: Hotell Eken, Flen
Ordförande: Rut Vifell  Sekreterare: Sune Ahlgrim

Närvarande: Rut Vifell, Flen; Sune Ahlgrim, Trosa; Tage Wrangmark, Gnesta

1. Läget
Inget nytt.
2. Övrigt
Inget.
"""

WEB_PAGE = """Hem > Förtroendevalda > Protokoll
Folkhälsorådet 10 mars 2026
Publicerad 15 mars 2026
Skriv ut  Dela

Tid: kl. 13.15–15.00
Plats: Rådhuset, Eksalen
Närvarande: Rut Vifell (ordförande), Tage Wrangmark, Sune Ahlgrim (sekreterare)

1. Mötet öppnas
Rut hälsar välkommen.
2. Läget
Inget nytt.
"""

RUN_TOGETHER = (
    "1 (2) Minnesanteckningar Nätverket för elevhälsochefer Datum 2026-03-10 Tid 09.00-11.30 Plats "
    "Stadshuset, Vallby Närvarande Rut Vifell, Flen, Tage Wrangmark, Trosa Sekreterare Sune Ahlgrim "
    "1 Läget Inget nytt. 2 Övrigt Inget. Nästa möte 14 april 2026.\n"
)

MISREAD = """Minnesanteckn1ngar Länsstyrgruppen
Datun: 2O26-O3-1O
Tid: kl. 9.OO-11.3O
P1ats: Stadshuset, Vallby
Narvarande: Rut Vifell, Flens kommun; Tage Wrangmark, Trosa kommun
Vid protokol1et: Sune Ahlgrim

1. Läget
Inget nytt.
2. Övrigt
Inget.
"""

PROJECT_AND_GROUP = """En väg in
Styrgruppsmöte 10 mars 2026 kl 13-15 (Teams)

Deltagare: Rut Vifell (ordf), Tage Wrangmark, Sune Ahlgrim (antecknar)
Förhinder: Ingeborg Tallros

Laget runt
Inget nytt.
"""

MAIL = """Från: Rut Vifell <rut@vallby.example>
Skickat: den 11 mars 2026 08:12
Till: Arbetsgrupp Norra Barn
Ämne: Minnesanteckningar Arbetsgrupp Norra Barn 10/3

Hej!
Här kommer anteckningarna från i går. Vi sågs på Teams mellan kl 9 och 10.30.

Med: Rut Vifell, Tage Wrangmark, Sune Ahlgrim. Ej med: Ingeborg Tallros.

1. Läget
Inget nytt.

2. Övrigt
Inget.

Nästa möte 14/4.

/Rut
"""

TABLE = """# Mötesanteckningar

| Möte | Beredningsgrupp barn och unga |
|---|---|
| Datum och tid | 2026-03-10, 13.00–15.30 |
| Plats | Region Södra, rum 4 |
| Deltagare | Rut Vifell, Flen; Tage Wrangmark, Trosa |
| Ordförande | Rut Vifell |
| Antecknat av | Sune Ahlgrim |

## 1. Läget

Inget nytt.

## 2. Övrigt

Inget.
"""

ASSOCIATION = """PROTOKOLL  nr 3/2026
Fört vid styrelsemöte i Vallby Skidklubb
Dag: tisdag 10 mars kl 18.30-20.15
Lokal: Klubbstugan
Mötesledare: Rut Vifell
Vid pennan: Sune Ahlgrim
Närvarande: Rut Vifell, Sune Ahlgrim, Tage Wrangmark
Förhinder: Ingeborg Tallros

§ 1 Mötet öppnas
Rut öppnade mötet.
§ 2 Dagordning
Godkändes.
§ 3 Nästa möte
Samma tid och plats den 14 april.
"""

TOLD = """Föräldrarådet Ekskolan
Onsdagen den 11 mars 2026
Vi möttes i matsalen klockan sex på kvällen.
Närvarande var Rut Vifell, Tage Wrangmark och Sune Ahlgrim som skrev.
Rut ledde mötet.

Skolgården
Vi enades om att rusta gungorna. Tage kontaktar kommunen.

Mötet slutade strax före åtta. Vi ses igen den 15 april.
"""

PARTIES = """Anteckningar FSG Barn och utbildning 260310
Tid: 08.00-09.30, Plats: Stadshuset, rum 3
För arbetsgivaren: Rut Vifell (ordf), Tage Wrangmark
För arbetstagarna: Sune Ahlgrim (Vision), Ingeborg Tallros (Sveriges Lärare)
Justerare: Sune Ahlgrim

1. Föregående anteckningar
Läggs till handlingarna.
2. Information
Budget gås igenom.
Nästa FSG: 14 april kl 8
"""

HEADS = {
    "two-column-protocol": (
        TWO_COLUMN_PROTOCOL,
        {
            "bodies": "Socialnämndens arbetsutskott",
            "day": "2026-03-10",
            "start": "08:30",
            "end": "11:45",
            "place": "Kommunhuset, Eken",
            "chair": "Rut Vifell",
            "secretary": "Sune Ahlgrim",
        },
    ),
    "extract": (
        EXTRACT,
        {
            "bodies": "Länsstyrgruppen",
            "day": "2026-03-10",
            "start": None,
            "end": None,
            "place": None,
            "chair": "Rut Vifell",
            "secretary": "Tage Wrangmark",
        },
    ),
    "joint-meeting": (
        JOINT_MEETING,
        {
            "bodies": "Skolchefsnätverket|Länsstyrgruppen",
            "day": "2026-03-10",
            "start": "09:30",
            "end": "12:00",
            "place": "Hotell Eken, Flen",
            "chair": "Rut Vifell",
            "secretary": "Sune Ahlgrim",
        },
    ),
    "web-page": (
        WEB_PAGE,
        {
            "bodies": "Folkhälsorådet",
            "day": "2026-03-10",
            "start": "13:15",
            "end": "15:00",
            "place": "Rådhuset, Eksalen",
            "chair": "Rut Vifell",
            "secretary": "Sune Ahlgrim",
        },
    ),
    "run-together": (
        RUN_TOGETHER,
        {
            "bodies": "Nätverket för elevhälsochefer",
            "day": "2026-03-10",
            "start": "09:00",
            "end": "11:30",
            "place": "Stadshuset, Vallby",
            "chair": None,
            "secretary": "Sune Ahlgrim",
        },
    ),
    "misread": (
        MISREAD,
        {
            "bodies": "Länsstyrgruppen",
            "day": "2026-03-10",
            "start": "09:00",
            "end": "11:30",
            "place": "Stadshuset, Vallby",
            "chair": None,
            "secretary": "Sune Ahlgrim",
        },
    ),
    "project-and-group": (
        PROJECT_AND_GROUP,
        {
            "bodies": "Styrgrupp En väg in",
            "day": "2026-03-10",
            "start": "13:00",
            "end": "15:00",
            "place": "Teams",
            "chair": "Rut Vifell",
            "secretary": "Sune Ahlgrim",
        },
    ),
    "mail": (
        MAIL,
        {
            "bodies": "Arbetsgrupp Norra Barn",
            "day": "2026-03-10",
            "start": "09:00",
            "end": "10:30",
            "place": "Teams",
            "chair": None,
            "secretary": "Rut Vifell",
        },
    ),
    "table": (
        TABLE,
        {
            "bodies": "Beredningsgrupp barn och unga",
            "day": "2026-03-10",
            "start": "13:00",
            "end": "15:30",
            "place": "Region Södra, rum 4",
            "chair": "Rut Vifell",
            "secretary": "Sune Ahlgrim",
        },
    ),
    "association": (
        ASSOCIATION,
        {
            "bodies": "Vallby Skidklubb",
            "day": "2026-03-10",
            "start": "18:30",
            "end": "20:15",
            "place": "Klubbstugan",
            "chair": "Rut Vifell",
            "secretary": "Sune Ahlgrim",
        },
    ),
    "told": (
        TOLD,
        {
            "bodies": "Föräldrarådet Ekskolan",
            "day": "2026-03-11",
            "start": "18:00",
            "end": "20:00",
            "place": "matsalen",
            "chair": "Rut Vifell",
            "secretary": "Sune Ahlgrim",
        },
    ),
    "parties": (
        PARTIES,
        {
            "bodies": "FSG Barn och utbildning",
            "day": "2026-03-10",
            "start": "08:00",
            "end": "09:30",
            "place": "Stadshuset, rum 3",
            "chair": "Rut Vifell",
            "secretary": None,
        },
    ),
}
UPCOMING = {
    "association": (ASSOCIATION, "2026-04-14"),
    "told": (TOLD, "2026-04-15"),
    "parties": (PARTIES, "2026-04-14"),
}


def head_of(text: str) -> Minutes:
    """The notes, read as Markdown where they look so."""
    return read(text, name="a.md" if text.startswith("#") else "a.txt")


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_the_whole_head_in_each_layout(text: str, expected: dict[str, str | None]) -> None:
    """Nothing of the head is missed, and nothing is made up."""
    minutes = head_of(text)
    start, end = (f"{found.value:%H:%M}" if found else None for found in (minutes.start, minutes.end))
    values = [found.value if found else None for found in (minutes.place, minutes.chair, minutes.secretary)]
    assert expected == {
        "bodies": "|".join(body.value for body in minutes.bodies),
        "day": str(minutes.held.value.start) if minutes.held else None,
        "start": start,
        "end": end,
        **dict(zip(("place", "chair", "secretary"), values, strict=True)),
    }


@pytest.mark.parametrize(("text", "day"), UPCOMING.values(), ids=UPCOMING)
def test_the_next_meeting_of_whole_notes(text: str, day: str) -> None:
    """The next meeting stands at the end of the notes, in words of their own."""
    upcoming = head_of(text).next_meeting
    assert upcoming is not None
    assert str(upcoming.value.start) == day
