"""How items are numbered, and what stands beside their headings without being part of them."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

HEAD = (
    "Minnesanteckningar Styrgruppen\n\nDatum: 2026-03-10\n\nNärvarande: Rut Vifell, Flens kommun; Tage "
    "Wrangmark, Trosa kommun\n\n"
)


Items = list[tuple[str | None, str]]


def items(body: str) -> Items:
    """Number and heading of each item in plain text."""
    found = read(HEAD + body, name="a.txt").items
    return [(one.number.value if one.number else None, one.heading.value) for one in found]


NUMBERS = {
    "§ 74": ("§ 75", ["74", "75"]),
    "§74": ("§75", ["74", "75"]),
    "§1.": ("§2.", ["1", "2"]),
    "FHR 29": ("FHR 30", ["29", "30"]),
    "Sn 49": ("Sn 50", ["49", "50"]),
    "SON 108": ("SON 109", ["108", "109"]),
    "SON/Au 2": ("SON/Au 3", ["2", "3"]),
    "18/16": ("19/16", ["18/16", "19/16"]),
    "p 9": ("p 10", ["9", "10"]),
    "pkt 6": ("pkt 7", ["6", "7"]),
    "24/": ("25/", ["24", "25"]),
    "KS § 12": ("KS § 13", ["12", "13"]),
    "1 §": ("2 §", ["1", "2"]),
    "Punkt 1:": ("Punkt 2:", ["1", "2"]),
    "Paragraf 1": ("Paragraf 2", ["1", "2"]),
    "Dagordningspunkt 1": ("Dagordningspunkt 2", ["1", "2"]),
    "1 –": ("2 –", ["1", "2"]),
    "1 -": ("2 -", ["1", "2"]),
}


@pytest.mark.parametrize(("first", "then"), NUMBERS.items(), ids=NUMBERS)
def test_every_way_to_number_items(first: str, then: tuple[str, list[str]]) -> None:
    """The words behind a number head the item, whatever stands before, between or behind its figures."""
    second, numbers = then
    body = f"{first} Läget i kommunerna\nRut berättade om Flen.\n\n{second} Tidsplan\nDen håller.\n"
    assert items(body) == list(zip(numbers, ["Läget i kommunerna", "Tidsplan"], strict=True))


BESIDE: dict[str, tuple[str, Items]] = {
    "ref-behind": (
        "SON 108    Godkännande av dagordningen\n"
        "           Dnr SON 2026/6\n"
        "\n"
        "Nämnden godkänner dagordningen.\n"
        "\n"
        "SON 109    Delårsrapport 2                       AU § 84\n"
        "           Dnr SON 2026/28\n"
        "\n"
        "Socialnämndens beslut\n"
        "•   Rapporten godkänns.\n"
        "\n"
        "SON 110    Verksamhetsplan 2027               AU § 85\n"
        "           Dnr SON 2026/31\n"
        "\n"
        "Socialnämndens beslut\n"
        "•   Planen fastställs.\n",
        [("108", "Godkännande av dagordningen"), ("109", "Delårsrapport 2"), ("110", "Verksamhetsplan 2027")],
    ),
    "dnr-behind": (
        "55  Dagordning\n"
        "Beslut\n"
        "Nämnden godkänner dagordningen.\n"
        "\n"
        "56  Ekonomi i maj                          Dnr BUN 2026-44\n"
        "Beslut\n"
        "Nämnden lägger rapporten till handlingarna.\n"
        "\n"
        "57  Rapport från skolorna\n"
        "Rut rapporterar.\n",
        [("55", "Dagordning"), ("56", "Ekonomi i maj"), ("57", "Rapport från skolorna")],
    ),
    "form-labels": (
        "§ 10\n"
        "Ärendemening: Dagordning\n"
        "Beslut: Dagordningen fastställs.\n"
        "\n"
        "§ 11\n"
        "Ärendemening: Ombyggnad\n"
        "Rut visar ritningar.\n",
        [("10", "Dagordning"), ("11", "Ombyggnad")],
    ),
    "form-labels-glued": (
        "§ 10\n"
        "ÄrendemeningDagordning\n"
        "BeslutDagordningen fastställs.\n"
        "\n"
        "§ 11\n"
        "ÄrendemeningOmbyggnad av resecentrum\n"
        "BeslutskrivningRut visar ritningar.\n",
        [("10", "Dagordning"), ("11", "Ombyggnad av resecentrum")],
    ),
    "heading-below-number": (
        "§ 10\n\nDagordning\n\nDagordningen godkänns.\n\n§ 11\n\nOmbyggnad\n\nRut visar ritningar.\n",
        [("10", "Dagordning"), ("11", "Ombyggnad")],
    ),
    "two-line-heading": (
        "1. Överenskommelse om samverkan kring barn och\n"
        "unga i länet\n"
        "Rut berättade.\n"
        "\n"
        "2. Tidsplan\n"
        "Den håller.\n",
        [("1", "Överenskommelse om samverkan kring barn och unga i länet"), ("2", "Tidsplan")],
    ),
}


@pytest.mark.parametrize(("body", "wanted"), BESIDE.values(), ids=BESIDE)
def test_what_stands_beside_headings(body: str, wanted: Items) -> None:
    """What a reference, a form or an agenda puts beside headings is no part of them."""
    assert items(body) == wanted


ORDER: dict[str, tuple[str, Items]] = {
    "sections-then-bare": (
        "§ 10  Val av justerare\n"
        "\n"
        "      Utskottet utser Rut Vifell.\n"
        "\n"
        "§ 11  Lokaler\n"
        "\n"
        "      Beslut kan fattas tidigast i maj.\n"
        "\n"
        "\n"
        "INFORMATIONSÄRENDEN\n"
        "\n"
        "12    Ombyggnad av akuten\n"
        "      Tage informerar. Inflyttning sker i september.\n"
        "\n"
        "13    Vårdcentralen i Flen\n"
        "      Rut visar lokalerna.\n"
        "\n"
        "14    Avslutning\n"
        "      Ordföranden tackar.\n",
        [
            ("10", "Val av justerare"),
            ("11", "Lokaler"),
            ("12", "Ombyggnad av akuten"),
            ("13", "Vårdcentralen i Flen"),
            ("14", "Avslutning"),
        ],
    ),
    "restart-agenda": (
        "Dagordning\n"
        "\n"
        "1. Läget\n"
        "2. Tidsplan\n"
        "3. Övrigt\n"
        "\n"
        "Anteckningar\n"
        "\n"
        "1. Läget\n"
        "Rut berättade.\n"
        "\n"
        "2. Tidsplan\n"
        "Den håller.\n"
        "\n"
        "3. Övrigt\n"
        "Inget.\n",
        [("1", "Läget"), ("2", "Tidsplan"), ("3", "Övrigt")],
    ),
    "agenda-bullets-then-heads": (
        "Dagordning:\n- Läget\n- Tidsplan\n\n1. Läget\nRut berättade.\n\n2. Tidsplan\nDen håller.\n",
        [("1", "Läget"), ("2", "Tidsplan")],
    ),
    "restart-per-part": (
        "Del A\n"
        "\n"
        "1. Läget\n"
        "Rut berättade.\n"
        "\n"
        "2. Ekonomi\n"
        "Inga frågor.\n"
        "\n"
        "Del B\n"
        "\n"
        "1. Kurser\n"
        "Tage berättade.\n"
        "\n"
        "2. Övrigt\n"
        "Inget.\n",
        [("1", "Läget"), ("2", "Ekonomi"), ("1", "Kurser"), ("2", "Övrigt")],
    ),
    "sub-numbers": (
        "1. Läget\n"
        "Allt väl.\n"
        "\n"
        "1.1 Flen\n"
        "Rut berättade.\n"
        "\n"
        "1.2 Trosa\n"
        "Tage berättade.\n"
        "\n"
        "2. Övrigt\n"
        "Inget.\n",
        [("1", "Läget"), ("1.1", "Flen"), ("1.2", "Trosa"), ("2", "Övrigt")],
    ),
    "skipped-number": (
        "§1. Öppnande\nRut öppnade.\n\n§3. Ekonomi\nInga frågor.\n\n§4. Övrigt\nInget.\n",
        [("1", "Öppnande"), ("3", "Ekonomi"), ("4", "Övrigt")],
    ),
    "roman": (
        "I. Öppnande\nRut öppnade.\n\nII. Ekonomi\nInga frågor.\n\nIII. Övrigt\nInget.\n",
        [("I", "Öppnande"), ("II", "Ekonomi"), ("III", "Övrigt")],
    ),
    "capitals": (
        "1. LÄGET I KOMMUNERNA\nAllt väl.\n\n2. TIDSPLAN\nDen håller.\n",
        [("1", "LÄGET I KOMMUNERNA"), ("2", "TIDSPLAN")],
    ),
}


@pytest.mark.parametrize(("body", "wanted"), ORDER.values(), ids=ORDER)
def test_the_order_of_numbers(body: str, wanted: Items) -> None:
    """Items may go on without section signs, start again, skip numbers and have parts."""
    assert items(body) == wanted


NONE: dict[str, tuple[str, Items]] = {
    "day-numbers": (
        "1. Läget\n10 april träffas vi.\n3 personer kom.\n\n2. Tidsplan\nDen håller.\n",
        [("1", "Läget"), ("2", "Tidsplan")],
    ),
    "steg-no-item": (
        "1. Läget\nSteg 2 är klart.\n\nSteg 3 börjar i maj.\n\n2. Tidsplan\nDen håller.\n",
        [("1", "Läget"), ("2", "Tidsplan")],
    ),
    "points-within": (
        "1. Läget\nTvå saker:\n1) Flen har börjat\n2) Trosa väntar\n\n2. Tidsplan\nDen håller.\n",
        [("1", "Läget"), ("2", "Tidsplan")],
    ),
}


@pytest.mark.parametrize(("body", "wanted"), NONE.values(), ids=NONE)
def test_numbers_that_head_nothing(body: str, wanted: Items) -> None:
    """Days, steps and numbered points within an item are no items."""
    assert items(body) == wanted


PLAIN: dict[str, tuple[str, Items]] = {
    "plain-capitals": (
        "LÄGET I KOMMUNERNA\nAllt är väl i Flen och Trosa.\n\nTIDSPLAN\nDen håller än så länge.\n",
        [(None, "LÄGET I KOMMUNERNA"), (None, "TIDSPLAN")],
    ),
    "underlined": (
        "Läget\n-----\nAllt väl i båda kommunerna.\n\nTidsplan\n--------\nDen håller än så länge.\n",
        [(None, "Läget"), (None, "Tidsplan")],
    ),
    "colon-heads": (
        "Läget:\n"
        "Allt är väl i Flen och Trosa.\n"
        "\n"
        "Tidsplan:\n"
        "Den håller än så länge.\n"
        "\n"
        "Kurser:\n"
        "En kurs är full.\n",
        [(None, "Läget"), (None, "Tidsplan"), (None, "Kurser")],
    ),
}


@pytest.mark.parametrize(("body", "wanted"), PLAIN.values(), ids=PLAIN)
def test_headings_without_numbers(body: str, wanted: Items) -> None:
    """Short lines head what stands below them: in capitals, underlined or with a colon."""
    assert items(body) == wanted


def test_a_heading_above_a_fresh_start_is_a_part_of_the_meeting() -> None:
    """Where numbers start at 1 again below it, a heading without number belongs to no item before it."""
    part = "### 1. Läget\n\nBra.\n\n### 2. Behov\n\nStöd.\n\n"
    found = read(f"# {HEAD}## Flen\n\n{part}## Trosa\n\n{part}").items
    assert [one.heading.value for one in found if one.level == 0 and one.number is None] == ["Flen", "Trosa"]


def test_a_summary_below_its_label_is_read() -> None:
    """ "Sammanfattning" stands before what was said, and what was agreed there is agreed."""
    body = "1. Läget\nSammanfattning\nVi enades om en gemensam blankett.\n\n2. Tidsplan\nDen håller.\n"
    assert "agreed_outcome" in [str(one.kind.value) for one in read(HEAD + body, name="a.txt").statements]
