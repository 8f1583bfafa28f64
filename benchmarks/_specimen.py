"""Word files of realistic size, written by a common tool, with invented people."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document

if TYPE_CHECKING:
    from docx.document import Document as Word

PEOPLE = (
    "Ada Lindkvist, Flens kommun",
    "Bo Hallström, Trosa kommun",
    "Cilla Nordvall, Gnesta kommun",
    "Doris Ekmark, Region Sörmland",
    "Erik Savela, Nyköpings kommun",
)
ITEMS = ("Föregående anteckningar", "Lägesrapport", "Utbildning för ombud", "Tidsplan", "Övriga frågor")
WORDS = (
    "Processledarna redogör för läget i länet och för de synpunkter som kommit in sedan förra mötet. "
    "Gruppen ser behov av tydligare formuleringar och av mer tid för de mindre kommunerna. "
)


def write(path: Path, *, n_rounds: int) -> None:
    """Write notes whose items come `n_rounds` times."""
    word = Document()
    word.add_heading("Minnesanteckningar arbetsgrupp utbildning", 1)
    for label, value in (("Datum:", "2026-03-12"), ("Tid:", "09.00-11.00"), ("Plats:", "Kommunhuset")):
        _add_labelled(word, label, value)
    for person in PEOPLE:
        word.add_paragraph(person)
    struck = word.add_paragraph().add_run("Frida Malm, Vingåkers kommun")
    struck.font.strike = True
    for number in range(n_rounds * len(ITEMS)):
        _add_item(word, number)
    _add_table(word)
    word.save(str(path))


def _add_labelled(word: Word, label: str, value: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(label).bold = True
    paragraph.add_run(f" {value}")


def _add_item(word: Word, number: int) -> None:
    word.add_heading(f"{number + 1}. {ITEMS[number % len(ITEMS)]}", 2)
    word.add_paragraph(WORDS)
    for entry in ("Anmälan öppnar i april.", "Ada tar fram ett förslag till den 15 maj."):
        word.add_paragraph(entry, style="List Bullet")
    _add_labelled(word, "Beslut:", "Gruppen godkänner förslaget.")


def _add_table(word: Word) -> None:
    table = word.add_table(rows=1, cols=3)
    for cell, words in zip(table.rows[0].cells, ("Vad", "Vem", "När"), strict=True):
        cell.text = words
    for person in PEOPLE:
        for cell, words in zip(table.add_row().cells, ("Skicka underlag", person, "1 juni"), strict=True):
            cell.text = words


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write(folder / "two pages.docx", n_rounds=2)
    write(folder / "ten pages.docx", n_rounds=10)
