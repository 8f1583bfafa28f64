"""Lines that a form or an extraction has run together, cut apart again (rules H16, I9, I10).

A line that holds several labels of the head is one line for each ("Datum: … Tid: … Plats: …"). Where a whole
text has lost its line breaks, page marks, labels without colon and numbered items begin lines too, and a
heading ends where its first sentence begins. Key words in the margin are lines of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.labels import field_of, find_label, label_in
from samsyn.minutes.lexicon import lexicon, per_lexicon, words_pattern
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

_HEAD_FIELDS = (
    "date", "time", "place", "place_and_time", "present", "absent", "called", "chair", "secretary",
    "adjuster", "body", "other",
)  # fmt: skip
_TOP_FIELDS = {"date", "time", "place"}
_OPENS_DATED = re.compile(r"[A-ZÅÄÖ]\w+ (?=\S*\d|[a-zåäö]+dag)")
_MIN_LABEL = 3
_FLAT_LINE = 120  # letters: a text whose lines are longer on average may have lost its breaks
_FLAT_HEAD = 200  # letters: a line with the whole head is longer
_MIN_FLAT_FIELDS = 3
_MIN_MARGIN = 3  # key words in the margin, beside one column
_MIN_WORDS = 5  # beside a key word stands running text
_MARGIN = re.compile(r"(?P<key>(?:\d{1,3}\s+)?[A-ZÅÄÖ][^\s:]*(?: [^\s:]+){0,3})\s{3,}(?P<rest>\S.*)")
_OPENING = re.compile(r"(?P<words>[A-ZÅÄÖ][^\s.:!?]*(?: [^\s.:!?]+){0,4})\.(?:\s+(?=[A-ZÅÄÖ0-9])\S+ \S+|$)")
_NUMBERED = re.compile(r"(?:§\s*)?\d{1,3}[.):]?\s+[A-ZÅÄÖ]")
_MIN_LABELS = 2
_MIN_SECTIONS = 2
_PAGE = re.compile(r"(?<!\S)\d{1,2}\s?\(\d{1,2}\)(?!\S)")
_ISO_DAY = re.compile(r"(?<=[a-zåäö]\s)(?:19|20)\d\d-\d\d-\d\d(?!\S)")
_ITEM = re.compile(r"(?<!\S)(?:§\s?(?P<section>\d{1,3})|(?P<number>\d{1,2})[.)])\s+(?=[A-ZÅÄÖ])")
_CAPITAL = re.compile(r"(?<=\s)[A-ZÅÄÖ][\wåäöÅÄÖé-]*")
_WIDE_GAP = re.compile(r"\s{2,}|\t")
_VALUED = frozenset({"date", "time", "place", "chair", "secretary"})
_STOP = re.compile(r"[.!?]\s")
_SENTENCE_END = re.compile(r"[.!?]\s+$")
_TOP = 8  # lines at the head of the notes
_LONGEST_HEADING = 70
_SHORTEST_FLAT_BLOCK = 60


@per_lexicon
def _labels(sign: bool) -> re.Pattern[str]:
    """The labels of the head as they open a value, in capital; with a colon or without."""
    tables = lexicon().lists("labels")
    words = [word for name in _HEAD_FIELDS for word in tables[name] if len(word) >= _MIN_LABEL]
    if sign:
        return re.compile(rf"(?<![\w(/-])(?=[A-ZÅÄÖ])(?P<label>(?i:{words_pattern(words)}))\s*:(?!//)")
    first = sorted({f"{word[0].upper()}{word[1:]}" for word in words if word not in tables["other"]})
    return re.compile(rf"(?<!\S)(?P<label>{words_pattern([*first, 'Underskrift'])})(?=\s)")


def cut_apart(lines: Sequence[Line], blocks: int) -> list[Line]:
    """The lines, with those that were run together cut.

    Args:
        lines: All lines of the document.
        blocks: How many blocks the document has; what is cut out counts as a block of its own.
    """
    flat, margin, opening = _is_flat(lines), _margin(lines), _opening_words(lines)
    found: list[Line] = []
    for at, line in enumerate(lines):
        if at in margin:
            found.extend(_beside_margin(line, margin[at]))
            continue
        if at in opening:
            found.extend(_behind_opening(line, opening[at]))
            continue
        places = _places(line, flat=flat, top=at < _TOP)
        found.extend(_pieces(line, places, blocks) if places else (line,))
    return found


def _margin(lines: Sequence[Line]) -> dict[int, re.Match[str]]:
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
    key = normal(match["key"])
    if lexicon().pattern("clause").match(key + " "):
        return True
    if is_name(key) or field_of(key) or field_of(key, "statement_labels") or is_name(match["rest"]):
        return True
    return len(match["rest"].split()) < _MIN_WORDS


def _beside_margin(line: Line, match: re.Match[str]) -> Iterator[Line]:
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


def _opening_words(lines: Sequence[Line]) -> dict[int, int]:
    """Lines that a few words head as a sentence of their own, with the length of those words (rule I10).

    Only where most paragraphs of a text without headings and numbers begin so.
    """
    if sum(1 for line in lines if line.heading or _NUMBERED.match(line.text)) > _MIN_SECTIONS:
        return {}
    found: dict[int, int] = {}
    long = 0
    for at, line in enumerate(lines):
        if not line.first or line.marker or line.cell is not None or line.heading:
            continue
        match = _OPENING.match(line.text)
        if match and not _is_labelled(line) and not is_name(normal(match["words"])):
            found[at] = match.end("words")
        long += int(bool(found) and len(line.text) > _SHORTEST_FLAT_BLOCK)
    return found if len(found) >= _MIN_MARGIN and len(found) * 5 >= long * 3 else {}


def _is_labelled(line: Line) -> bool:
    return find_label(line) is not None or find_label(line, "statement_labels") is not None


def _behind_opening(line: Line, length: int) -> Iterator[Line]:
    """The words that head a paragraph, and the paragraph."""
    rest = line.text[length:].lstrip(". ")
    begin = len(line.text) - len(rest)
    yield replace(line, text=line.text[:length], last=False, heads="I10", labels={})
    if rest:
        yield replace(
            line,
            text=rest,
            start=line.start + begin,
            first=False,
            bold_end=max(0, line.bold_end - begin),
            labels={},
        )


Places = dict[int, bool]  # where a line is cut, and whether a block begins there


def _is_flat(lines: Sequence[Line]) -> bool:
    """Whether the text has lost its line breaks: long lines, and one with several labels in it."""
    letters = sum(len(line.text) for line in lines)
    if letters < _FLAT_LINE * max(1, len(lines)):
        return False
    heads = (line.text for line in lines if len(line.text) > _FLAT_HEAD)
    return any(len(_fields(text, sign=False)) >= _MIN_FLAT_FIELDS for text in heads)


def _fields(text: str, *, sign: bool) -> set[str]:
    return {field_of(match["label"]) or "" for match in _labels(sign).finditer(text)}


def _places(line: Line, *, flat: bool, top: bool) -> Places:
    if flat:
        return {place: opens for place, opens in _flat_places(line.text) if 0 < place < len(line.text)}
    if top and (beside := _labels_in_columns(line) or _labels_without_colon(line)):
        return beside
    colons = line.text.count(":")
    if line.heading or colons == 0 or (colons < _MIN_LABELS and not (top and _STOP.search(line.text))):
        return {}
    starts = [match.start() for match in _labels(True).finditer(line.text)]
    if top and (behind := [place for place in starts if _SENTENCE_END.search(line.text[:place])]):
        return dict.fromkeys(behind, True)
    if len(starts) < _MIN_LABELS or (starts[0] and len(starts) == _MIN_LABELS):
        return {}
    return dict.fromkeys((place for place in starts if place), True)


def _labels_in_columns(line: Line) -> Places:
    """Where labels begin behind wide gaps ("Datum 2025-05-13   Tid kl 13"), on a line that opens with one."""
    gaps = [match.end() for match in _WIDE_GAP.finditer(line.text)] if line.cell is None else []
    if not gaps or not _is_value_label(line.text):
        return {}
    return dict.fromkeys((place for place in gaps if _is_value_label(line.text[place:])), True)


def _is_value_label(text: str) -> bool:
    """Whether a label of day, time or place opens the words, with its value behind it."""
    label = label_in(text)
    return label is not None and label.field in _VALUED and label.value_at < len(text)


def _labels_without_colon(line: Line) -> Places:
    """Where labels without colon share a short line that opens with one ("Datum 2026-03-10 Tid 13-15")."""
    if line.heading or len(line.text) > _FLAT_LINE or not _OPENS_DATED.match(line.text):
        return {}
    matches = list(_labels(False).finditer(line.text))
    fields = {field_of(match["label"]) for match in matches}
    told = len(fields) >= _MIN_LABELS and fields <= _TOP_FIELDS and matches[0].start() == 0
    return {match.start(): True for match in matches[1:]} if told else {}


def _flat_places(text: str) -> Iterator[tuple[int, bool]]:
    """Places in a line of a text without line breaks: pages, days, labels, items, and where headings end."""
    pages = [match.span() for match in _PAGE.finditer(text)]
    days = [match.span() for match in _ISO_DAY.finditer(text)]
    labels: list[tuple[int, int]] = []
    if len(_fields(text, sign=False)) >= _MIN_FLAT_FIELDS:
        labels = [match.span() for match in _labels(False).finditer(text)]
    starts = [*(end for _, end in pages), *_items(text)]
    opened = bool(labels) or bool(pages and pages[0][0] == 0)
    for place in starts if opened else [0, *starts]:
        end = _end_of_heading(text, place)
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


def _end_of_heading(text: str, start: int) -> int | None:
    """Where the words of a heading end and those of its first sentence begin: at a capital of its own."""
    number = _ITEM.match(text, start)
    begin = number.end() if number else len(text) - len(text[start:].lstrip())
    if len(text) - begin < _SHORTEST_FLAT_BLOCK:
        return None
    for match in _CAPITAL.finditer(text, begin + 1, begin + _LONGEST_HEADING):
        before = text[begin : match.start()].rstrip()
        if before.endswith((".", ",", ":")):
            return None
        if before.split()[-1] not in lexicon().words("words", "before_names") and not _is_place(match[0]):
            return match.start()
    return None


def _is_place(word: str) -> bool:
    return word in lexicon().municipalities or word in lexicon().regions


def _pieces(line: Line, places: Places, blocks: int) -> Iterator[Line]:
    """The line cut at places; where a block begins, its place in the text makes its number."""
    begin, block = 0, line.block
    for place in [*sorted(places), len(line.text)]:
        words = line.text[begin:place]
        opens = places.get(begin, True)
        block = blocks + line.start + begin if opens else block
        lead = len(words) - len(words.lstrip())
        if words.strip():
            yield replace(
                line,
                text=words.strip(),
                start=line.start + begin + lead,
                block=block,
                first=opens,
                last=True,
                marker=line.marker if begin == 0 else "",
                bold_end=max(0, min(line.bold_end - begin - lead, len(words.strip()))),
                indent=line.indent if begin == 0 else 0,
                labels={},
            )
        begin = place
