"""A few words that head a paragraph as a sentence of their own (rule I10)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.given_names import is_common_name
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

_OPENING = re.compile(r"(?P<words>[A-ZÅÄÖ][^\s.:!?]*(?: [^\s.:!?]+){0,4})\.(?:\s+(?=[A-ZÅÄÖ0-9])\S+ \S+|$)")
_NUMBERED = re.compile(r"(?:§\s*)?\d{1,3}[.):]?\s+[A-ZÅÄÖ]")
_BEFORE_COLON = re.compile(r"(?P<words>[A-ZÅÄÖ][^\s.:!?]*(?: [^\s.:!?]+){0,4}):\s+(?=[A-ZÅÄÖ0-9])\S+ \S+")
_WORD = re.compile(r"[\w-]+")
_ENDS = (".", "!", "?", ":")
_MIN_KNOWN = 2
_LONGEST_INITIALS = 4
_MOST_NAMES = 2  # words of a name in capitals
_MIN_SECTIONS = 2
_MIN_OPENINGS = 3
_SHORTEST_PARAGRAPH = 60  # letters


def find_openings(lines: Sequence[Line]) -> dict[int, int]:
    """Lines that a few words head as a sentence of their own, with the length of those words (rule I10).

    Only where most paragraphs of a text without headings and numbers begin so, or where two of those words
    head something in any agenda; then they may stand within a paragraph, and end in a colon.
    """
    if sum(1 for line in lines if _is_heading(line)) > _MIN_SECTIONS:
        return {}
    found: dict[int, int] = {}
    within: dict[int, int] = {}
    long = 0
    for at, line in enumerate(lines):
        if line.marker or line.cell is not None or line.heading:
            continue
        match = _OPENING.match(line.text) or _BEFORE_COLON.match(line.text)
        if match and not _is_labelled(line) and not _tells(normal(match["words"])):
            paragraph = line.first and line.text[match.end("words")] == "."
            if paragraph:
                found[at] = match.end("words")
            if paragraph or line.first or lines[at - 1].text.endswith(_ENDS):
                within[at] = match.end("words")
        long += int(bool(found) and line.first and len(line.text) > _SHORTEST_PARAGRAPH)
    known = [at for at, end in within.items() if lexicon().search("agenda_words", lines[at].text[:end])]
    if len(known) >= _MIN_KNOWN and len(within) >= _MIN_OPENINGS:
        kept = {at: end for at, end in within.items() if at >= known[0] or at in found}
        speakers = _speakers(lines, kept)
        return {at: end for at, end in kept.items() if at in known or at not in speakers}
    if len(found) >= _MIN_OPENINGS and len(found) * 5 >= long * 3:
        return found
    return _paragraphs_with_colon(lines, within)


def _paragraphs_with_colon(lines: Sequence[Line], within: dict[int, int]) -> dict[int, int]:
    """Three paragraphs or more on one another, each headed by words and a colon, as in a letter.

    None of them may be somebody who speaks.
    """
    best: list[int] = []
    run: list[int] = []
    for at in (at for at, line in enumerate(lines) if line.first):
        headed = at in within and lines[at].text[within[at]] == ":" and lines[at].text.endswith(_ENDS)
        run = [*run, at] if headed else []
        best = max(best, run, key=len)
    found = {at: within[at] for at in best}
    named = any(is_common_name(lines[at].text[:end].partition(" ")[0]) for at, end in found.items())
    return found if len(found) >= _MIN_OPENINGS and not named and not _speakers(lines, found) else {}


def _is_heading(line: Line) -> bool:
    marked = line.heading or line.heads != "" or line.marker[:1].isdigit()
    return marked or _NUMBERED.match(line.text) is not None


def _tells(words: str) -> bool:
    """Whether words are a name or a sentence, and so head nothing."""
    named = is_name(words) and not (words.isupper() and len(words.split()) > _MOST_NAMES)
    return named or lexicon().pattern("acts_later").match(words) is not None


def _speakers(lines: Sequence[Line], found: dict[int, int]) -> set[int]:
    """Lines whose one word before a colon is somebody who speaks: it stands elsewhere too, or is initials."""
    single = {at: lines[at].text[:end] for at, end in found.items() if lines[at].text[end] == ":"}
    single = {at: word for at, word in single.items() if " " not in word}
    uses = Counter(word for line in lines for word in _WORD.findall(line.text)) if single else Counter[str]()
    return {
        at
        for at, word in single.items()
        if (word.isupper() and len(word) <= _LONGEST_INITIALS) or uses[word] > 1 or uses[f"{word}s"]
    }


def _is_labelled(line: Line) -> bool:
    return find_label(line) is not None or find_label(line, "statement_labels") is not None


def behind_opening(line: Line, length: int) -> Iterator[Line]:
    """The words that head a paragraph, and the paragraph."""
    rest = line.text[length:].lstrip(".: ")
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
