"""CSV that spreadsheet programs open right and run nothing from."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.register.exchange.cells import safe_cell
from samsyn.web.sheets import write_csv

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@pytest.mark.parametrize("text", ["=1+1", "+46", "-2", "@SUMMA(A1)", "\t=1", "  =1", "\r=1"])
def test_a_formula_becomes_text(text: str) -> None:
    """Words from notes never run as a formula."""
    assert safe_cell(text) == f"'{text}"


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5))
def test_every_cell_comes_back(rows: list[list[str]]) -> None:
    """Semicolons, quotation marks and line breaks within a cell stay within it."""
    text = write_csv(["a", "b", "c"], rows).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text, newline=""), delimiter=";"))[1:] == [
        [safe_cell(cell) for cell in row] for row in rows
    ]


def test_the_file_begins_with_a_byte_order_mark() -> None:
    """Without it å, ä and ö come out wrong in Excel."""
    assert write_csv(["Ägare"], []) == b"\xef\xbb\xbf\xc3\x84gare\r\n"
