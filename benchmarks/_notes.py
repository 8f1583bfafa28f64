"""A made archive: notes of invented people, each different, in the formats and layouts that archives hold.

The same seed gives the same words. Notes of `LONG` are as long as those of a half-day meeting of many
parties (three to four pages, between one and two and a half hundred values), those of `SHORT` one page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from benchmarks._formats import WRITERS

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = (
    *("Alva", "Bertil", "Cilla", "David", "Ebba", "Folke", "Greta", "Hugo", "Iris", "Joel", "Karin"),
    *("Love", "Maja", "Nils", "Olga", "Per", "Rut", "Sixten", "Tora", "Ulf", "Vera", "Wilma", "Ylva"),
    *("Åke", "Ärla", "Östen"),
)
FAMILY = (
    *("Almgård", "Björkvik", "Cederlid", "Dalhem", "Ekmark", "Fallström", "Grönvall", "Hedlinge"),
    *("Isberga", "Jordevik", "Kvarnlid", "Lindmark", "Månsarp", "Nordvall", "Oxhagen", "Palmgård"),
    *("Rosenvik", "Savelund", "Tallberga", "Ullerud", "Vikström", "Åkerlid", "Älgmark", "Östhem"),
)
PLACES = (
    "Flens kommun",
    "Trosa kommun",
    "Gnesta kommun",
    "Nyköpings kommun",
    "Katrineholms kommun",
    "Vingåkers kommun",
    "Eskilstuna kommun",
    "Strängnäs kommun",
    "Oxelösunds kommun",
    "Region Sörmland",
)
TITLES = (
    "Skolchef",
    "Socialchef",
    "Enhetschef",
    "Processledare",
    "Verksamhetschef",
    "Utvecklingsledare",
    "Rektor",
)
GROUPS = ("Nätverk", "Arbetsgrupp", "Beredningsgrupp", "Styrgrupp", "Samrådsgrupp")
FIELDS = ("elevhälsa", "närvaro", "tidiga insatser", "hjälpmedel", "familjestöd", "övergångar")
TOPICS = (
    "Lägesrapport",
    "Tidsplan",
    "Utbildning för ombud",
    "Gemensam rutin",
    "Uppföljning av pilot",
    "Remiss",
    "Kommunikation",
    "Budget",
    "Samtycke och sekretess",
    "Lokaler",
)
SUBJECTS = ("Processledarna", "Arbetsgruppen", "Kommunerna", "Regionen", "Skolorna", "Mottagningen")
VERBS = ("redogör för", "har gått igenom", "berättar om", "lyfter frågor om", "visar exempel på")
OBJECTS = (
    "läget i länet",
    "de synpunkter som kommit in sedan sist",
    "hur rutinen används i vardagen",
    "vad som återstår innan nästa steg kan tas",
    "skillnader mellan mindre och större kommuner",
    "hur familjer möter flera verksamheter samtidigt",
)
ENDINGS = (
    "och önskar en tydligare beskrivning av vem som gör vad",
    "men mer tid behövs för att samla in underlag från alla",
    "eftersom flera chefer är nya i sina uppdrag",
    "vilket stämmer med det som kom fram i höstas",
)
THINGS = (
    "rutinen",
    "tidsplanen",
    "utbildningen",
    "blanketten",
    "statusrapporten",
    "kontaktlistan",
    "överenskommelsen",
)
WAYS = ("godkänns", "skickas ut till alla parter", "prövas under våren", "följs upp efter ett år")
DEEDS = ("tar fram ett förslag till", "samlar in synpunkter på", "uppdaterar", "skickar ut")


N_PEOPLE = 250
PAGE = 2_300  # characters


class Person(NamedTuple):
    """Somebody who keeps title and place through the years."""

    name: str
    title: str
    place: str


COUNTY = [
    Person(f"{given} {family}", TITLES[number % len(TITLES)], PLACES[number % len(PLACES)])
    for number, (given, family) in enumerate(islice(product(GIVEN, FAMILY), 0, None, 2))
][:N_PEOPLE]


@dataclass(frozen=True, slots=True)
class Length:
    """How many people, items and passages below each item the notes have, at least and at most."""

    people: tuple[int, int]
    items: tuple[int, int]
    passages: tuple[int, int]


LONG = Length((9, 30), (7, 9), (2, 4))
SHORT = Length((6, 10), (4, 6), (1, 3))


def write_archive(folder: Path, *, n_notes: int, length: Length, seed: int = 1) -> None:
    """Write notes in all formats, some years of meetings of thirty bodies."""
    folder.mkdir(parents=True)
    chance = Random(seed)
    bodies = [f"{group} {field}" for group in GROUPS for field in FIELDS]
    for number in range(n_notes):
        body = bodies[number % len(bodies)]
        day = date(2022, 1, 10) + timedelta(weeks=4 * (number // len(bodies)), days=number % 5)
        ending, write = WRITERS[number % len(WRITERS)]
        name = f"{day} {body.lower()}{ending}"
        (folder / name).write_bytes(write(write_note(chance, body, day, length)))


def write_note(chance: Random, body: str, day: date, length: Length) -> list[str]:
    """Blocks of Markdown: one meeting's notes."""
    people = chance.sample(COUNTY, chance.randint(*length.people))
    blocks = [*_head(chance, body, day), *_list(chance, people)]
    for number in range(1, chance.randint(*length.items) + 1):
        blocks += _item(chance, people, day, number, chance.randint(*length.passages))
    return [*blocks, *_end(day)]


def write_pages(n_pages: int, *, seed: int = 1) -> list[str]:
    """Blocks of Markdown: notes that go on for about so many pages."""
    chance, day = Random(seed), date(2026, 3, 12)
    people = chance.sample(COUNTY, 10)
    blocks, number = [*_head(chance, "Arbetsgrupp närvaro", day), *_list(chance, people)], 0
    while sum(map(len, blocks)) < n_pages * PAGE:
        number += 1
        blocks += _item(chance, people, day, number, 3)
    return [*blocks, *_end(day)]


def _item(chance: Random, people: list[Person], day: date, number: int, n_passages: int) -> list[str]:
    heading = f"### {number}. {chance.choice(TOPICS)} {chance.choice(FIELDS)}"
    return [heading, *(_passage(chance, people, day) for _ in range(n_passages))]


def _end(day: date) -> list[str]:
    following = day + timedelta(weeks=4)
    return ["### Nästa möte", f"Nästa möte är den {following.day}/{following.month} kl. 09.00."]


def _head(chance: Random, body: str, day: date) -> list[str]:
    written = (f"{day}", f"{day:%y%m%d}", f"{day.day}/{day.month} {day.year}")
    return [
        f"# Minnesanteckningar {body}",
        f"**Datum:** {chance.choice(written)}",
        f"**Tid:** {chance.randint(8, 10)}.00-{chance.randint(11, 15)}.30",
        f"**Plats:** Kommunhuset i {chance.choice(PLACES).split()[0].removesuffix('s')}",
    ]


def _list(chance: Random, people: list[Person]) -> list[str]:
    """Those present, in one of three layouts, those absent, and who wrote."""
    there, away = people[2:], people[:2]
    layout = chance.randrange(3)
    if layout == 0:
        shown = [f"**Närvarande:** {', '.join(f'{name} ({place})' for name, _, place in there)}"]
    elif layout == 1:
        shown = ["**Närvarande:**", "\n".join(f"- {name}, {title}, {place}" for name, title, place in there)]
    else:
        run = " ".join(f"**{name}**, {place}" for name, _, place in there)
        shown = [f"**Närvarande:** {run}"]
    absent = ", ".join(f"{name} ({place})" for name, _, place in away)
    return [*shown, f"**Frånvarande:** {absent}", f"**Sekreterare:** {people[2].name}"]


def _passage(chance: Random, people: list[Person], day: date) -> str:
    """A paragraph, a list or a decision below an item."""
    due = day + timedelta(days=chance.randint(10, 200))
    thing, earlier = chance.choice(THINGS), day - timedelta(weeks=4)
    deed = f"{chance.choice(people).name.split()[0]} {chance.choice(DEEDS)} {thing}"
    kinds = (
        f"{_sentence(chance)} {_sentence(chance)} {_sentence(chance)}",
        f"{_sentence(chance)} {_sentence(chance)}",
        f"**Beslut:** {thing.capitalize()} {chance.choice(WAYS)}.",
        f"**Överenskommet:** {deed} till den {due.day}/{due.month}.",
        f"- {_sentence(chance)}\n- {deed} senast {due}.\n- {_sentence(chance)}",
        f"{_sentence(chance)} Frågan togs upp vid mötet den {earlier.day}/{earlier.month} och återkommer.",
    )
    return chance.choice(kinds)


def _sentence(chance: Random) -> str:
    words = (chance.choice(SUBJECTS), chance.choice(VERBS), chance.choice(OBJECTS), chance.choice(ENDINGS))
    return f"{' '.join(words)}."
