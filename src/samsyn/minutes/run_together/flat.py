"""Where a text that has lost its line breaks is cut: pages, days, labels, items, ends of headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.labels import field_of
from samsyn.minutes.lexicon import lexicon, per_lexicon, words_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

_HEAD_FIELDS = (
    "date", "time", "place", "place_and_time", "present", "absent", "called", "chair", "secretary",
    "adjuster", "body", "other",
)  # fmt: skip
_MIN_LABEL = 3
FLAT_LINE = 120  # letters: a text whose lines are longer on average may have lost its breaks
_FLAT_HEAD = 200  # letters: a line with the whole head is longer
_MIN_FLAT_FIELDS = 3
_MIN_SECTIONS = 2
_PAGE = re.compile(r"(?<!\S)\d{1,2}\s?\(\d{1,2}\)(?!\S)")
_ISO_DAY = re.compile(r"(?<=[a-zåäö]\s)(?:19|20)\d\d-\d\d-\d\d(?!\S)")
_ITEM = re.compile(r"(?<!\S)(?:§\s?(?P<section>\d{1,3})|(?P<number>\d{1,2})[.)])\s+(?=[A-ZÅÄÖ])")
_CAPITAL = re.compile(r"(?<=\s)[A-ZÅÄÖ][\wåäöÅÄÖé-]*")
_LONGEST_HEADING = 70
_SHORTEST_FLAT_BLOCK = 60


@per_lexicon
def head_labels(sign: bool) -> re.Pattern[str]:
    """The labels of the head as they open a value, in capital; with a colon or without."""
    tables = lexicon().lists("labels")
    words = [word for name in _HEAD_FIELDS for word in tables[name] if len(word) >= _MIN_LABEL]
    if sign:
        return re.compile(rf"(?<![\w(/-])(?=[A-ZÅÄÖ])(?P<label>(?i:{words_pattern(words)}))\s*:(?!//)")
    first = sorted({f"{word[0].upper()}{word[1:]}" for word in words if word not in tables["other"]})
    return re.compile(rf"(?<!\S)(?P<label>{words_pattern([*first, 'Underskrift'])})(?=\s)")


def is_flat(lines: Sequence[Line]) -> bool:
    """Whether the text has lost its line breaks: long lines, and one with several labels in it."""
    letters = sum(len(line.text) for line in lines)
    if letters < FLAT_LINE * max(1, len(lines)):
        return False
    heads = (line.text for line in lines if len(line.text) > _FLAT_HEAD)
    return any(len(_fields(text, sign=False)) >= _MIN_FLAT_FIELDS for text in heads)


def _fields(text: str, *, sign: bool) -> set[str]:
    return {field_of(match["label"]) or "" for match in head_labels(sign).finditer(text)}


def flat_places(text: str) -> Iterator[tuple[int, bool]]:
    """Places in a line of a text without line breaks: pages, days, labels, items, and where headings end."""
    pages = [match.span() for match in _PAGE.finditer(text)]
    days = [match.span() for match in _ISO_DAY.finditer(text)]
    labels: list[tuple[int, int]] = []
    if len(_fields(text, sign=False)) >= _MIN_FLAT_FIELDS:
        labels = [match.span() for match in head_labels(False).finditer(text)]
    starts = [*(end for _, end in pages), *_items(text)]
    opened = bool(labels) or bool(pages and pages[0][0] == 0)
    for place in starts if opened else [0, *starts]:
        end = end_of_heading(text, place)
        if end:
            yield end, False
    for place in (*starts, *(place for span in (*pages, *days, *labels) for place in span)):
        yield place, True


def _items(text: str) -> list[int]:
    """Where numbered items begin in a text without line breaks: numbers that follow on one another."""
    found: list[tuple[int, int]] = []
    for match in _ITEM.finditer(text):
        number = int(match["section"] or match["number"])
        if not found or number == found[-1][0] + 1:
            found.append((number, match.start()))
    return [place for _, place in found] if len(found) >= _MIN_SECTIONS else []


def end_of_heading(text: str, start: int, shortest: int = _SHORTEST_FLAT_BLOCK) -> int | None:
    """Where the words of a heading end, and those of its first sentence begin: at a capital of its own.

    Args:
        text: A text, up to where the next item begins.
        start: Where the heading's number begins, or the heading.
        shortest: How many letters heading and text must have together.
    """
    number = _ITEM.match(text, start)
    begin = number.end() if number else len(text) - len(text[start:].lstrip())
    if len(text) - begin < shortest:
        return None
    standing = lexicon().pattern("opens_standing").match(text, begin)
    if standing:
        return standing.end()
    for match in _CAPITAL.finditer(text, begin + 1, begin + _LONGEST_HEADING):
        before = text[begin : match.start()].rstrip()
        if before.endswith((".", ",", ":")):
            return None
        if before.split()[-1] not in lexicon().words("words", "before_names") and not _is_place(match[0]):
            return match.start()
    return None


def _is_place(word: str) -> bool:
    return word in lexicon().municipalities or word in lexicon().regions
