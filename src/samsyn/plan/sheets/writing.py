"""Write tables as an Excel workbook: text stays text, days are days, the head stays in sight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | date | None

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAY = "yyyy-mm-dd"
WIDE, NARROW = 48, 16
LONG = 32
"""Texts longer than this get a wide column."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet.

    Attributes:
        head: What the columns are called.
    """

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Value]]


def write_book(tables: Sequence[Table], *, hide: Callable[[str], str] = str) -> bytes:
    """A workbook with a sheet for each table.

    No cell is ever a formula, whatever it begins with: each text is written as a text.

    Args:
        tables: In order, at least one.
        hide: Takes out of each text what whoever gets the file is not to see.
    """
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    for table in tables:
        _write(book.create_sheet(table.name), table, hide)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write(sheet: Worksheet, table: Table, hide: Callable[[str], str]) -> None:
    for column, name in enumerate(table.head, 1):
        _put(sheet, 1, column, name).font = Font(bold=True)
        texts = (row[column - 1] for row in table.rows)
        is_long = any(len(text) > LONG for text in texts if isinstance(text, str))
        sheet.column_dimensions[get_column_letter(column)].width = WIDE if is_long else NARROW
    for number, row in enumerate(table.rows, 2):
        for column, value in enumerate(row, 1):
            _put(sheet, number, column, hide(value) if isinstance(value, str) else value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.head))}{len(table.rows) + 1}"


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> Cell:
    cell = cast("Cell", sheet.cell(row, column))  # none is merged with others
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) or None
        if cell.value is not None:
            cell.data_type = "s"
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = DAY
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
