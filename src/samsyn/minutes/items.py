"""Headings become agenda items: nesting, what belongs to them, and which item a position lies in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.headings import is_frame, is_standing
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import AgendaItem, Certainty, Found
from samsyn.minutes.texts import folded, normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.headings.kinds import Heading
    from samsyn.reading import Document


_AGENDA = "I11"
_ROW = "I8"
_PART = "I13"


def read_items(document: Document, headings: Sequence[Heading]) -> list[AgendaItem]:
    """The items by their headings, sub-headings on level 1 below the item they belong to."""
    headings = _with_parts(headings)
    kept = [heading for heading in headings if not is_frame(heading.text) or heading.number or heading.told]
    numbered = any(heading.number for heading in kept)
    items: list[AgendaItem] = []
    open_levels: list[tuple[int, int]] = []
    for at, heading in enumerate(kept):
        if heading.rule == _PART and items:
            items.append(_item(document, heading, _whole(items)))
            open_levels.append((heading.level, len(items) - 1))
            continue
        opens = numbered and bool(items) and not heading.number and _starts_afresh(kept[at + 1 : at + 2])
        parent = None if opens else _parent(heading, items, open_levels, numbered=numbered)
        items.append(_item(document, heading, parent))
        open_levels.append((heading.level, len(items) - 1))
    return _spans(document, kept, items)


def _whole(items: Sequence[AgendaItem]) -> int:
    """The item that a part below the last heading belongs to."""
    above = items[-1].parent
    return len(items) - 1 if above is None else above


def _with_parts(headings: Sequence[Heading]) -> list[Heading]:
    """Rule I13: headings such as "Bakgrund", where they come again or stand deeper than the item above."""
    words = [folded(heading.text) for heading in headings]
    parts = lexicon().words("title", "parts")
    again = any(words.count(word) > 1 for word in words if word in parts)
    marked: list[Heading] = []
    above: Heading | None = None
    for heading, word in zip(headings, words, strict=True):
        deeper = above is not None and heading.level > above.level
        if word in parts and not heading.number and above is not None and (again or deeper):
            marked.append(replace(heading, rule=_PART))
        else:
            marked.append(heading)
            above = heading
    return marked


def _starts_afresh(following: Sequence[Heading]) -> bool:
    """Whether the next heading is number one: what stands before it heads a part of the meeting."""
    return any(heading.number == "1" for heading in following)


def _parent(
    heading: Heading, items: Sequence[AgendaItem], open_levels: list[tuple[int, int]], *, numbered: bool
) -> int | None:
    """Rule I2 where numbers are used, rule I5 (the level) where they are not."""
    if numbered:
        if heading.number and "." not in heading.number:
            return None
        return next(
            (at for at in range(len(items) - 1, -1, -1) if items[at].level == 0 and items[at].number), None
        )
    while open_levels and (open_levels[-1][0] >= heading.level or is_standing(heading.text)):
        open_levels.pop()
    if not open_levels:
        return None
    return next((at for _, at in open_levels if items[at].level == 0), None)


def _item(document: Document, heading: Heading, parent: int | None) -> AgendaItem:
    words = document.text[heading.start : heading.end]
    certainty = Certainty.CLEAR if heading.rule in {"I1", "I3§"} else Certainty.LIKELY
    number = None
    if heading.number:
        place = heading.number_at or (heading.start, heading.start)
        number = Found(heading.number, document.text[slice(*place)], Span(*place), heading.rule, certainty)
    found = Found(
        normal(words).strip(" *_"), words, Span(heading.start, heading.end), heading.rule, certainty
    )
    return AgendaItem(found, Span(heading.start, heading.end), number, 0 if parent is None else 1, parent)


def _spans(document: Document, headings: Sequence[Heading], items: Sequence[AgendaItem]) -> list[AgendaItem]:
    starts = [(heading.number_at or (heading.start, 0))[0] for heading in headings]
    spanned = []
    for at, item in enumerate(items):
        stop = next(
            (starts[j] for j in range(at + 1, len(items)) if items[j].level <= item.level), len(document.text)
        )
        if headings[at].rule == _AGENDA:
            stop = headings[at].end  # what was said stands elsewhere, under no heading
        stop = min(stop, headings[at].stop or stop)
        end = starts[at] + len(document.text[starts[at] : stop].rstrip())
        spanned.append(replace(item, span=Span(starts[at], end)))
    return spanned


def item_at(items: Sequence[AgendaItem], position: int) -> int | None:
    """The nearest heading above a position, None before the first."""
    at = bisect_right(items, position, key=lambda item: item.heading.span.start) - 1
    if at >= 0 and items[at].heading.rule == _ROW and position >= items[at].span.end:
        return items[at].parent  # below the table, what was said belongs to what the table is about
    return at if at >= 0 and items[at].heading.rule != _AGENDA else None
