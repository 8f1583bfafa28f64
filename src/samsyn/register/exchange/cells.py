"""Text in sheets, which spreadsheet programs read as more than text."""

from __future__ import annotations

# A cell that begins so would be run as a formula; the notes' words come from anybody.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(text: str) -> str:
    """The text as text: an apostrophe first where a program would read a formula."""
    plain = text.replace("\x00", "")
    return f"'{plain}" if plain.lstrip(" ").startswith(FORMULA_STARTS) else plain
