"""Numbers that stand apart from the headings they count, made the numbers of a list (rule I4).

A page or a converter may leave a bullet before the number ("• 1 Läget"), the number on a line above its
heading, or the first number misread ("l. Läget"); and where a writer has indented all that was said, the
numbers in the margin need neither sign nor capital ("1 läget").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line

_NUMBERED = re.compile(
    r"(?:(?P<section>§\s?)|(?P<hash>#\s?|\[))?(?P<number>\d{1,3})[].):]?\s+(?=[^\W\d_]|[\"”])"
)
_MISREAD_ONE = re.compile(r"[lI|][.)]\s+(?=[A-ZÅÄÖ])")
_TWO = re.compile(r"2[.)]\s+\S")
_OPENING_SIGNS = "§#[PpÄ0123456789"
_MIN_SERIES = 3
_MOST_WORDS = 10
_CLOSED = (".", ",", ";", "?", "!")
_ITEMS_TOO = frozenset({"adjuster", "next_meeting", "other"})  # labels that are headings below a number


class _Entry(NamedTuple):
    """A number, how much of its line it takes up, and whether it is sure to head something."""

    number: int
    skip: int
    apart: bool = True
    alone: bool = False
    section: bool = False
    margin: bool = False


def with_numbers(lines: Sequence[Line], blocks: int) -> Sequence[Line]:
    """The lines, with headings whose numbers stood apart as entries of a numbered list.

    Args:
        lines: All lines.
        blocks: How many blocks the document has; an entry that is made opens one of its own.
    """
    found = dict(_series(lines))
    if sum(entry.apart for entry in found.values()) < _MIN_SERIES:
        return _first_read(lines)
    return list(_renumbered(lines, found, blocks))


def _series(lines: Sequence[Line]) -> Iterator[tuple[int, _Entry]]:
    """The lines with numbers that rise one by one from 1; a series that has gone on may begin again."""
    last = 0
    seen: set[int] = set()
    margin = _margin(lines)
    for at, line in enumerate(lines):
        if line.cell is not None or line.heading or line.text[0] not in _OPENING_SIGNS:
            continue
        entry = _entry(lines, at, margin)
        if entry is None:
            continue
        left_out = entry.margin and last >= _MIN_SERIES and entry.number not in seen
        if entry.number == 1 and last >= _MIN_SERIES:
            seen.clear()
        elif entry.number != last + 1 and not (left_out and entry.number <= last + 2):
            continue
        seen.add(entry.number)
        last = max(seen)
        yield at, entry


def _entry(lines: Sequence[Line], at: int, margin: set[int]) -> _Entry | None:
    line = lines[at]
    if match := _NUMBERED.match(line.text):
        section, apart = match["section"] is not None, _is_apart(line, match) or at in margin
        if not apart and (section or len(line.text.split()) > _MOST_WORDS):
            return None
        skip = 0 if section else match.end()
        return _Entry(int(match["number"]), skip, apart, section=section, margin=at in margin)
    match = lexicon().pattern("number_alone").fullmatch(line.text)
    if match and at + 1 < len(lines) and _may_head(lines[at + 1]):
        return _Entry(int(match["number"]), 0, alone=True)
    return None


def _is_apart(line: Line, match: re.Match[str]) -> bool:
    """Whether a number stands behind a sign that is none of a number."""
    if match["hash"]:
        return True
    return line.kind is BlockKind.LIST_ENTRY and line.first and not line.marker[:1].isdigit()


def _may_head(line: Line) -> bool:
    """Whether a line may be the heading of the number above it: a few words in capital, not a sentence."""
    if line.cell is not None or len(line.text.split()) > _MOST_WORDS or line.text.endswith(_CLOSED):
        return False
    label = find_label(line)
    named = label is None or (label.field in _ITEMS_TOO and label.value_at >= len(line.text))
    return line.text[0].isupper() and named


def _margin(lines: Sequence[Line]) -> set[int]:
    """The numbered lines at the outer edge, where all lines between them are indented."""
    found: set[int] = set()
    run: list[int] = []
    below = 0
    for at, line in enumerate(lines):
        numbered = line.indent == 0 and line.text[0].isdigit() and _NUMBERED.match(line.text) is not None
        if numbered and len(line.text.split()) <= 2 * _MOST_WORDS:
            run.append(at)
        elif run and (line.indent or line.marker):
            below += 1
        else:
            found.update(run if below * 2 > len(run) else ())
            run, below = [], 0
    found.update(run if below * 2 > len(run) else ())
    return found


def _renumbered(lines: Sequence[Line], found: dict[int, _Entry], blocks: int) -> Iterator[Line]:
    """The lines with entries in place of numbered lines, each of them in a block of its own."""
    old = new = -1  # the block that an entry stood in, and that of the entry
    above: _Entry | None = None
    below = False
    for at, line in enumerate(lines):
        entry = above or found.get(at)
        if entry and entry.alone and above is None:
            above = entry
        elif entry:
            above, below, old, new = None, entry.margin, line.block, blocks + line.start
            yield _opened(line, entry, new)
        elif line.block == old and not line.marker:
            new = blocks + line.start if below else new
            yield replace(line, block=new, first=below, kind=BlockKind.PARAGRAPH, labels={})
            below = False
        else:
            old = -1
            yield line


def _opened(line: Line, entry: _Entry, block: int) -> Line:
    """A line as an entry of a numbered list, or as the line of a section."""
    return replace(
        line,
        text=line.text[entry.skip :].rstrip(" :" if entry.alone else ""),
        start=line.start + entry.skip,
        block=block,
        first=True,
        kind=BlockKind.PARAGRAPH if entry.section else BlockKind.LIST_ENTRY,
        level=0,
        marker="" if entry.section else f"{entry.number}.",
        heads="I4" if entry.margin else "",
        bold_end=max(0, line.bold_end - entry.skip),
        labels={},
    )


def _first_read(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with a 1 that was read as a letter before the line with 2 mended."""
    misread: int | None = None
    for at, line in enumerate(lines):
        if line.first and line.text[0] in "lI|" and _MISREAD_ONE.match(line.text):
            misread = at
        elif misread is not None and line.text[0].isdigit():
            if _TWO.match(line.text):
                one = lines[misread]
                mended = replace(one, text=f"1{one.text[1:]}", labels={})
                return [*lines[:misread], mended, *lines[misread + 1 :]]
            misread = None
    return lines
