"""Lists of people in tables with several names in a cell, below bold organisations and headings of groups."""

from __future__ import annotations

import pytest
from tests.minutes.listed import REGION, RUT, SIV, TAGE, gone, there

TWO = [(RUT, "Trosa"), (TAGE, "Trosa")]
LISTS = {
    "several-in-a-cell": "| Kommun | Deltagare |\n|---|---|\n| Trosa | Rut Vifell, Tage Wrangmark |\n"
    "| Flen | ingen |",
    "bold-organisations": "**Deltagare**\n**Trosa** Rut Vifell, Tage Wrangmark\n**Flen** Siv Fjällgren",
    "headings-of-groups": "## Närvarande\n\n### Trosa\n- Rut Vifell\n- Tage Wrangmark\n\n### Flen\n"
    "- Siv Fjällgren",
    "groups-without-label": "Trosa: Rut Vifell, Tage Wrangmark\nFlen: Siv Fjällgren",
    "columns-of-names": "| Huvudman | Närvarande | Förhinder |\n|---|---|---|\n"
    "| Trosa | Rut Vifell, Tage Wrangmark | Siv Fjällgren |\n| Flen | – | – |",
    "part-behind-dash": "**Närvarande**\n\n- Trosa: Rut Vifell, Tage Wrangmark – från kl 14",
    "marks-behind-names": "| Kommun | Representant | Närvarande |\n|---|---|---|\n"
    "| Trosa | Rut Vifell | ja |\n| Trosa | Tage Wrangmark | ja |\n| Flen | Siv Fjällgren | nej |",
}


@pytest.mark.parametrize("attendance", LISTS.values(), ids=LISTS)
def test_those_from_one_organisation(attendance: str) -> None:
    """Two who were there from Trosa, however it is set."""
    assert there(attendance, "a.md")[:2] == TWO


def test_a_day_alone_heads_a_column_of_marks() -> None:
    """Names below an empty head with a day beside it were there or not as the marks say."""
    table = "| | 10/3 |\n|---|---|\n| Rut Vifell | ja |\n| Tage Wrangmark | nej |\n| Siv Fjällgren | ja |"
    assert (there(table, "a.md"), gone(table, "a.md")) == ([(RUT, None), (SIV, None)], [TAGE])


def test_a_row_of_roles_is_no_label() -> None:
    """A role in the first column tells of whoever stands beside it, also that of somebody absent."""
    table = (
        f"| Roll | Namn | Organisation |\n|---|---|---|\n| Ordförande | Rut Vifell | {REGION} |\n"
        f"| Frånvarande | Tage Wrangmark | {REGION} |"
    )
    assert (there(table, "a.md"), gone(table, "a.md")) == ([(RUT, REGION)], [TAGE])
