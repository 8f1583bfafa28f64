"""Read the cells of an Excel workbook as text, within bounds; formulas by what they last came to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from samsyn.plan.errors import PlanUnusable
from samsyn.reading import Limits, ReadingError, find_identity_numbers
from samsyn.reading.formats.archives import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

MEGABYTE = 2**20
LIMITS = Limits(file=10 * MEGABYTE, part=10 * MEGABYTE, unpacked=60 * MEGABYTE, n_parts=500)
MOST_PLACES = 3
MOST_SHEETS, MOST_ROWS, MOST_COLUMNS, LONGEST = 12, 3000, 40, 8000
MOST_CELLS, MOST_CHARACTERS = 100_000, 1_000_000
"""Over all sheets: a small file can say one long text in each of its cells, or one cell over and over."""
LONGEST_CODE = 255
"""Characters of a number's format, as Excel has it."""
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
EPOCH = date(1899, 12, 30)
LAST_SERIAL = 2_958_465
"""The number of 31 December 9999."""
MOST_EXACT = 10**15
"""A workbook keeps fifteen figures of a number; it may write them with a power of ten."""
BUILT_IN_DAYS = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
IN_QUOTES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class Cell(NamedTuple):
    """A cell with something in it.

    Attributes:
        at: Its place ("B7").
    """

    column: int
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        rows: Those with something in them.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]


class _Room:
    """How much of a workbook has been gone through, rows and cells without anything in them too."""

    def __init__(self) -> None:
        self.cells = self.characters = 0

    def take(self, text: str = "") -> None:
        """Count a row or a cell.

        Raises:
            PlanUnusable: There are more than a plan can have.
        """
        self.cells += 1
        self.characters += len(text)
        if self.cells > MOST_CELLS or self.characters > MOST_CHARACTERS:
            raise PlanUnusable("Filen har fler rader eller mer text än en plan kan ha.")


def read_book(content: bytes, *, name: str) -> list[Sheet]:
    """The sheets of a workbook.

    Args:
        content: The file.
        name: What it is called.

    Raises:
        PlanUnusable: It is no Excel workbook, is damaged or locked, is larger than a plan can be, or holds
            an identity number.
    """
    try:
        archive = Archive(content, name=name, limits=LIMITS, title="en Excelfil")
        book = archive.tree("xl/workbook.xml")
        if book is None:
            raise PlanUnusable("Filen är ingen Excelfil (.xlsx): spara den som Excelarbetsbok.")
        texts, days = _shared_texts(archive), _day_styles(archive)
        room = _Room()
        found = [Sheet(called, _rows(tree, texts, days, room)) for called, tree in _sheets(archive, book)]
    except ReadingError as error:
        raise PlanUnusable(str(error)) from error
    _refuse_numbers(found)
    return found


def _refuse_numbers(sheets: list[Sheet]) -> None:
    """Let no identity number in: the file is refused before anything of it is kept or shown.

    Raises:
        PlanUnusable: Some cells hold one.
    """
    if any(find_identity_numbers(sheet.name) for sheet in sheets):
        raise PlanUnusable("Ett blad har ett namn som ser ut som ett personnummer. Filen togs inte in.")
    places = [
        f"{sheet.name}, {cell.at}"
        for sheet in sheets
        for row in sheet.rows
        for cell in row
        if find_identity_numbers(cell.text)
    ]
    if places:
        where = " och ".join(places[:MOST_PLACES])
        raise PlanUnusable(
            f"{where}: här står något som ser ut som ett personnummer. Filen togs inte in. "
            "Ta bort det och försök igen."
        )


def _sheets(archive: Archive, book: _Element) -> Iterator[tuple[str, _Element]]:
    relations = archive.tree("xl/_rels/workbook.xml.rels")
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations} if relations is not None else {}
    found = book.findall(f"{MAIN}sheets/{MAIN}sheet")
    if len(found) > MOST_SHEETS:
        raise PlanUnusable(f"Filen har fler än {MOST_SHEETS} blad: spara bara planens.")
    for sheet in found:
        target = targets.pop(sheet.get(RELATION, ""), "")  # no two sheets are the same part
        if not target or sheet.get("state", "visible") != "visible":
            continue
        tree = archive.tree(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        if tree is not None:
            yield sheet.get("name", ""), tree


def _shared_texts(archive: Archive) -> list[str]:
    tree = archive.tree("xl/sharedStrings.xml")
    return [] if tree is None else [_words(one) for one in tree.findall(f"{MAIN}si")]


def _words(item: _Element) -> str:
    """The text of a cell without readings above the words."""
    own = [one.text or "" for one in item.findall(f"{MAIN}t")]
    runs = [one.text or "" for one in item.findall(f"{MAIN}r/{MAIN}t")]
    return "".join(own + runs)


def _day_styles(archive: Archive) -> set[int]:
    """Numbers of the styles that show a number as a day."""
    tree = archive.tree("xl/styles.xml")
    if tree is None:
        return set()
    own = {
        _number(one.get("numFmtId")) for one in tree.iter(f"{MAIN}numFmt") if _is_day(one.get("formatCode"))
    }
    styles = tree.findall(f"{MAIN}cellXfs/{MAIN}xf")
    return {at for at, one in enumerate(styles) if _number(one.get("numFmtId")) in own | BUILT_IN_DAYS}


def _is_day(code: str | None) -> bool:
    plain = IN_QUOTES.sub("", (code or "")[:LONGEST_CODE]).lower()
    return "y" in plain or "å" in plain or "d" in plain


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else -1


def _rows(tree: _Element, texts: list[str], days: set[int], room: _Room) -> tuple[tuple[Cell, ...], ...]:
    found = []
    for row in tree.iterfind(f"{MAIN}sheetData/{MAIN}row"):
        room.take()
        cells = tuple(_cells(row, texts, days, room))
        if cells:
            found.append(cells)
        if len(found) > MOST_ROWS:
            raise PlanUnusable(f"Ett blad har fler än {MOST_ROWS} rader: så stor kan en plan inte vara.")
    return tuple(found)


def _cells(row: _Element, texts: list[str], days: set[int], room: _Room) -> Iterator[Cell]:
    for cell in row.iterfind(f"{MAIN}c"):
        room.take()
        place = PLACE.fullmatch(cell.get("r", ""))
        if place is None:
            continue
        column = _column(place[1])
        text = " ".join(_text(cell, texts, days).replace("\x00", "").split(" ")).strip()
        if column > MOST_COLUMNS or not text:
            continue
        if len(text) > LONGEST:
            raise PlanUnusable(f"Cell {place[0]} har mer än {LONGEST} tecken.")
        room.take(text)
        yield Cell(column, text, place[0])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _text(cell: _Element, texts: list[str], days: set[int]) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v") or ""
    if kind == "inlineStr":
        inline = cell.find(f"{MAIN}is")
        return _words(inline) if inline is not None else ""
    if kind == "s":
        at = _number(value)
        return texts[at] if 0 <= at < len(texts) else ""
    if kind == "b":
        return "ja" if value == "1" else "nej"
    if kind == "e":
        return ""
    if kind == "n":
        return _figure(value, is_day=_number(cell.get("s", "0")) in days)
    return value


def _figure(value: str, *, is_day: bool) -> str:
    """A number as people write it: a day as 2026-08-31, whole numbers without decimals."""
    try:
        number = float(value)
    except ValueError:
        return value
    if is_day and 1 <= number <= LAST_SERIAL:
        return (EPOCH + timedelta(days=int(number))).isoformat()
    return str(int(number)) if number.is_integer() and abs(number) < MOST_EXACT else value
