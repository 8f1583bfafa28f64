"""Attachments that notes name (rules R5 to R7)."""

from __future__ import annotations

import pytest

from samsyn.minutes import Minutes, read_minutes
from samsyn.reading import read_bytes

HEAD = "# Minnesanteckningar Styrgruppen\n\nDatum: 2026-03-10\n\nNärvarande: Rut Vifell, Tage Wrangmark\n\n"


def read(body: str) -> Minutes:
    return read_minutes(read_bytes((HEAD + body).encode(), name="möte.md"), name="möte.md")


def named(body: str) -> list[tuple[str, str, str, int | None]]:
    """Label, title, file name and item of each attachment."""
    return [(one.label, one.title.value, one.file_name, one.item) for one in read(body).attachments]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "## 1. Läget\n\nBilaga 1: Tidsplan\n\n## 2. Övrigt\n\nInget.",
            ("Bilaga 1", "Tidsplan", "", 0),
            id="label-with-title-below-an-item",
        ),
        pytest.param(
            "## 1. Läget\n\nAllt väl.\n\nBilaga 2 – Budget för 2026",
            ("Bilaga 2", "Budget för 2026", "", None),
            id="last-of-all",
        ),
        pytest.param(
            "## 1. Läget\n\nBilaga A\n\n## 2. Mer", ("Bilaga A", "Bilaga A", "", 0), id="label-alone"
        ),
        pytest.param(
            "## 1. Läget\n\nRut går igenom planen (bilaga 3).", ("Bilaga 3", "Bilaga 3", "", 0), id="sentence"
        ),
        pytest.param(
            "## 1. Läget\n\nPresentationen bifogas.", ("", "Presentationen", "", 0), id="said-to-be-enclosed"
        ),
        pytest.param(
            "## 1. Läget\n\nSe ”Budget 2026.xlsx” för mer.",
            ("", "Budget 2026.xlsx", "Budget 2026.xlsx", 0),
            id="quoted-file",
        ),
        pytest.param(
            "## 1. Läget\n\nSe budget-2026.xlsx.", ("", "budget-2026.xlsx", "budget-2026.xlsx", 0), id="file"
        ),
    ],
)
def test_an_attachment_is_named_once_with_its_item(
    body: str, expected: tuple[str, str, str, int | None]
) -> None:
    """Label, title and file name as far as the notes give them."""
    assert named(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("## 1. Läget\n\nVäl.\n\nBilagor: 1. Tidsplan; 2. Budget", id="on-one-line"),
        pytest.param("## 1. Läget\n\nVäl.\n\nBilagor:\n\n1. Tidsplan\n2. Budget", id="list"),
        pytest.param("## 1. Läget\n\nVäl.\n\nBilagor\n\nBilaga 1 Tidsplan\nBilaga 2 Budget", id="lines"),
        pytest.param("## 1. Läget\n\nVäl.\n\nBilaga 1: Tidsplan\n\nBilaga 2: Budget", id="labels"),
    ],
)
def test_a_list_of_attachments_is_read_entry_by_entry(body: str) -> None:
    """However the list is written."""
    assert named(body) == [("Bilaga 1", "Tidsplan", "", None), ("Bilaga 2", "Budget", "", None)]


def test_the_item_that_speaks_of_an_attachment_has_it() -> None:
    """The list last in the notes gives the title, the item where it is spoken of the place."""
    body = "## 1. Läget\n\nInget.\n\n## 2. Plan\n\nSe bilaga 1.\n\n## 3. Slut\n\nTack.\n\nBilaga 1: Tidsplan"
    assert named(body) == [("Bilaga 1", "Tidsplan", "", 1)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "## 1. Läget\n\nSe bilaga 1.\n\n## Bilaga 1\n\nTidsplanen i sin helhet.", id="in-the-notes"
        ),
        pytest.param("## 1. Läget\n\nBilagan ska skrivas om.", id="other-form"),
        pytest.param("## 1. Läget\n\nSe https://exempel.se/plan.pdf", id="address-on-the-web"),
        pytest.param("## 1. Läget\n\nRedovisas som bilaga i budgeten.", id="no-number"),
    ],
)
def test_what_is_no_attachment_is_none(body: str) -> None:
    """A section of the notes, a word in a sentence, a page on the web."""
    assert named(body) == []


def test_the_place_of_an_attachment_cuts_its_words() -> None:
    """Each one points to where it is named."""
    minutes = read("## 1. Läget\n\nBilagor: Tidsplan; Budget.\n")
    text = read_bytes((HEAD + "## 1. Läget\n\nBilagor: Tidsplan; Budget.\n").encode(), name="a.md").text
    assert [text[slice(*one.title.span)] for one in minutes.attachments] == ["Tidsplan", "Budget"]
