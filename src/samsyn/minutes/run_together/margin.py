"""Key words in the margin are lines of their own, and head the words beside them (rule I9)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.labels import field_of
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

_MIN_MARGIN = 3  # key words in the margin, beside one column
_MIN_WORDS = 5  # beside a key word stands running text
_MARGIN = re.compile(
    r"(?P<key>(?:(?:§\s?)?\d{1,3}[.)]?\s+)?[A-ZÅÄÖ][^\s:]*(?: [^\s:]+){0,3})\s{3,}(?P<rest>\S.*)"
)
_NUMBER_OF_ITEM = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö/]{0,8} \d{1,3}")  # "SON 109", with the heading beside it
_NUMBERED = re.compile(r"(?:§\s*)?\d{1,3}[.):]?\s+[A-ZÅÄÖ]")


def find_margin(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
    """Lines with a key word in the margin, and the words beside it in one column (rule I9)."""
    found: dict[int, re.Match[str]] = {}
    columns: Counter[int] = Counter()
    for at, line in enumerate(lines):
        match = _MARGIN.fullmatch(line.text) if "   " in line.text and line.cell is None else None
        if match and not _is_value(match):
            found[at] = match
            columns[line.indent + match.start("rest")] += 1
    common = {column for column, count in columns.items() if count >= _MIN_MARGIN}
    return {at: match for at, match in found.items() if lines[at].indent + match.start("rest") in common}


def _is_value(match: re.Match[str]) -> bool:
    """Whether the words beside it are the value of a label, or tell more of a person."""
    if _NUMBERED.match(match["rest"]):
        return False
    if _NUMBERED.match(match["key"]) and match["rest"].endswith((".", "!", "?")):
        return "   " in match["rest"]
    key = normal(match["key"])
    if _NUMBER_OF_ITEM.fullmatch(key):
        return True
    if lexicon().pattern("clause").match(key + " "):
        return True
    if is_name(key) or field_of(key) or field_of(key, "statement_labels") or is_name(match["rest"]):
        return True
    return len(match["rest"].split()) < _MIN_WORDS


def beside_margin(line: Line, match: re.Match[str]) -> Iterator[Line]:
    """The key word, unless it repeats a numbered heading, and the words beside it."""
    begin = match.start("rest")
    numbered = _NUMBERED.match(match["rest"]) is not None
    if not numbered:
        yield replace(line, text=match["key"], last=False, heads="I9", labels={})
    yield replace(
        line,
        text=match["rest"],
        start=line.start + begin,
        first=numbered,
        bold_end=0,
        indent=line.indent + begin,
        labels={},
    )
