"""Whose meeting it was: the association, the body that sent the mail, and what names nobody (rule B6)."""

from __future__ import annotations

import pytest
from tests.minutes.make_notes import read

LIST = "\n\nNärvarande: Rut Vifell, Tage Wrangmark\n\n1. Läget\nInget nytt.\n\n2. Övrigt\nInget.\n"

HEADS = {
    "with-its-meeting": (
        "Protokoll, fört vid Ekbackens byalags extra årsmöte, 10 mars 2026",
        "Ekbackens byalag",
    ),
    "founding": ("Ekbackens konstituerande styrelsemöte för år 2026\n2026-03-10", "Ekbacken"),
    "below-a-mere-board": (
        "Protokoll från Styrelsemöte 2026-03-10\n\n12:ans samfällighetsförening i Eksta",
        "12:ans samfällighetsförening i Eksta",
    ),
    "below-the-name-of-a-form": (
        "Mall styrelseprot. rev 2025-01\n\nVÄGFÖRENINGEN EKEN            Org.nr 769000-0000\n"
        "STYRELSEMÖTE                  Protokoll nr 2026:6\n2026-03-10 kl 9-11",
        "VÄGFÖRENINGEN EKEN",
    ),
    "sender": (
        "Från: Föräldrarådet Ekens skola <radet@eken.example>\nTill: alla klassombud\n"
        "Ämne: Ant. föräldraråd 10 mars\nSkickat: den 12 mars 2026 21:47\n\nHär kommer anteckningarna.",
        "Föräldrarådet Ekens skola",
    ),
    "broken-in-a-column": (
        "EKSTA KOMMUN            SAMMANTRÄDESPROTOKOLL\nBarn- och utbildnings-       Sammanträdesdatum\n"
        "nämnden                      2026-03-10\n\nPlats och tid     Kommunhuset kl. 13:15-15.40",
        "Barn- och utbildningsnämnden",
    ),
}


@pytest.mark.parametrize(("head", "body"), HEADS.values(), ids=HEADS)
def test_whose_meeting_it_was(head: str, body: str) -> None:
    """The body is whoever met, without its meeting, its form and its columns."""
    assert [found.value for found in read(f"{head}{LIST}", name="a.txt").bodies] == [body]


@pytest.mark.parametrize("title", ["Anteckningar från arbetsmöte", "Anteckningar från planeringsträff"])
def test_a_mere_meeting_is_no_body(title: str) -> None:
    """Words that only tell that there was a meeting name nobody."""
    assert read(f"{title}\n2026-03-10{LIST}", name="a.txt").bodies == ()


def test_where_one_met_is_no_body() -> None:
    """A line that tells of a place and a time of day names no body."""
    minutes = read(f"Noteringar från mötet 10/3-26\n\nTeams, tisdag em. 14.30-16{LIST}", name="a.txt")
    assert minutes.bodies == ()
