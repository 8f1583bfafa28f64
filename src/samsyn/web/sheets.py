"""A list as a CSV file that opens right in the spreadsheet programs in use here."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from samsyn.register.exchange.cells import safe_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def write_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with byte order mark and semicolons: what a Swedish Excel opens by a double click."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
