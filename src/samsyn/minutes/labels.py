"""Labels: words that stand before a value and name it ("Datum:", "Närvarande", "Beslut:").

Rule H1: a label is followed by a colon or a gap, is bold, has a line or a cell of its own, or is
glued to a value that begins with a capital.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon, words_pattern
from samsyn.minutes.texts import folded

if TYPE_CHECKING:
    from samsyn.minutes.lines import Line

_MAX_LABEL = 60


@dataclass(frozen=True, slots=True)
class Label:
    """A label on a line.

    Attributes:
        field: Which value it names: a list of `labels` in the lexicon.
        words: The label as written.
        value_at: Where the value begins in the line's text (its length where there is none).
    """

    field: str
    words: str
    value_at: int


@cache
def _table(name: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for field, words in lexicon().lists(name).items():
        for word in words:
            table.setdefault(word, field)
    return table


@cache
def _open_ended(name: str) -> re.Pattern[str]:
    """Labels whose words may begin with anything ("*nens beslut")."""
    words = [word for word in _table(name) if "*" in word]
    return re.compile("^(?:" + (words_pattern(words) or "(?!)") + ")$")


@cache
def _glued(name: str) -> re.Pattern[str]:
    words = [word for word in _table(name) if len(word) > 5 and "*" not in word]
    return re.compile(r"^(?P<label>(?i:" + words_pattern(words) + r"))(?=[A-ZÅÄÖ][a-zåäö])")


@cache
def _opening(name: str) -> re.Pattern[str]:
    """A label with a few words more before its colon ("Närvarande från kommunerna:")."""
    words = [word for word in _table(name) if len(word) > 6 and "*" not in word]
    return re.compile(r"^(?P<label>" + words_pattern(words) + r")(?:\s+[\w&-]+){1,6}\s*:", re.IGNORECASE)


def field_of(words: str, table: str = "labels") -> str | None:
    """The field that a label names, None where the words are no label."""
    if len(words) > _MAX_LABEL + 10:
        return None
    key = folded(words)
    if not key or len(key) > _MAX_LABEL:
        return None
    found = _table(table).get(key)
    if found is None and _open_ended(table).match(key):
        wild = (word for word in _table(table) if "*" in word)
        found = next(_table(table)[w] for w in wild if re.fullmatch(words_pattern([w]), key))
    return found


_BEFORE_VALUE = re.compile(r"^(?P<label>[^\n:.]{1,60}?\.?)\s*(?::\s*|\t\s*|\s{2,})(?P<value>.*)$", re.DOTALL)
_DASHED = re.compile(r"^(?P<label>[^\n:–—-]{3,40}?)\s+[–—-]\s+(?P<value>.+)$", re.DOTALL)


def find_label(line: Line, table: str = "labels") -> Label | None:
    """The label that a line begins with, None where there is none."""
    return _find(line.text, line.bold_end, table)


@lru_cache(maxsize=4096)
def _find(text: str, bold_end: int, table: str) -> Label | None:
    return (
        _in_bold(text, bold_end, table)
        or _before_sign(text, table)
        or _alone(text, table)
        or _extended(text, table)
    )


def _in_bold(text: str, bold_end: int, table: str) -> Label | None:
    if not 0 < bold_end < len(text):
        return None
    words = text[:bold_end]
    field = field_of(words, table)
    return Label(field, words.strip(), bold_end + _lead(text[bold_end:])) if field else None


def _lead(rest: str) -> int:
    return len(rest) - len(rest.lstrip(" :\t\n"))


def _before_sign(text: str, table: str) -> Label | None:
    match = _BEFORE_VALUE.match(text)
    field = field_of(match["label"], table) if match else None
    return Label(field, match["label"], match.start("value")) if match and field else None


def _alone(text: str, table: str) -> Label | None:
    field = field_of(text, table)
    return Label(field, text.rstrip(": "), len(text)) if field else None


def _extended(text: str, table: str) -> Label | None:
    glued = _glued(table).match(text)
    if glued:
        return Label(field_of(glued["label"], table) or "other", glued["label"], glued.end())
    match = _opening(table).match(text) if table == "labels" and ":" in text[:90] else None
    if match is None:
        return None
    field = field_of(match["label"], table)
    if field not in {"present", "absent", "called"}:
        return None
    return Label(field, text[: match.end()].rstrip(": "), match.end() + _lead(text[match.end() :]))
