"""What form fields of older Word files show: a ticked box, the entry that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.reading.formats.docx.names import VALUE, is_on, word

if TYPE_CHECKING:
    from lxml.etree import _Element

TICKED, EMPTY = "☒", "☐"


def shown_in(field: _Element) -> str:
    """What a form field shows without holding it as words; empty for all other fields."""
    properties = field.find(word("ffData"))
    if properties is None:
        return ""
    box = properties.find(word("checkBox"))
    if box is not None:
        return TICKED if _is_ticked(box) else EMPTY
    choice = properties.find(word("ddList"))
    return "" if choice is None else _chosen(choice)


def _is_ticked(box: _Element) -> bool:
    said = [element for name in ("checked", "default") if (element := box.find(word(name))) is not None]
    return bool(said) and is_on(said[0].get(VALUE))


def _chosen(choice: _Element) -> str:
    entries = [entry.get(VALUE, "") for entry in choice.iterchildren(word("listEntry"))]
    result = choice.find(word("result"))
    written = "0" if result is None else result.get(VALUE, "0")
    place = int(written) if written.isdecimal() and len(written) < 6 else 0
    return entries[place] if place < len(entries) else ""
