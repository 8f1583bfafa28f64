"""Files that the notes say belong to them: rules R5 (label), R6 (list) and R7 (enclosed, file name)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from samsyn.minutes.items import item_at
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found, NamedAttachment
from samsyn.minutes.texts import normal
from samsyn.reading import BlockKind, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import AgendaItem
    from samsyn.reading import Document

_LABEL = "Bilaga"
_HINTS = ("bilag", "bifoga", "bilägg", ".doc", ".xls", ".ppt", ".pdf", ".od", ".csv", ".rtf")
_LONGEST_INLINE = 12  # so many entries on the line of a list


@dataclass(slots=True)
class _Finder:
    items: Sequence[AgendaItem]
    found: dict[str, NamedAttachment] = field(default_factory=dict)
    inside: set[str] = field(default_factory=set)

    def add(self, title: Found[str], label: str = "", file_name: str = "", *, loose: bool = False) -> None:
        """Add an attachment, or what is new of one that is known; `loose` ones are no item's own."""
        key = (label or title.value).casefold()
        item = None if loose else self._item(title.span)
        known = self.found.get(key)
        if known is None:
            self.found[key] = NamedAttachment(title, label, file_name, item)
            return
        if known.title.value == known.label:
            known = replace(known, title=title)
        self.found[key] = replace(
            known,
            file_name=known.file_name or file_name,
            item=item if known.item is None else known.item,
        )

    def _item(self, span: Span) -> int | None:
        """The item that a place lies below; none where the place is taken for a heading of its own."""
        item = item_at(self.items, span.start)
        if item is None or self.items[item].heading.span.end >= span.end:
            return None
        return item


def read_attachments(
    document: Document, lines: Sequence[Line], items: Sequence[AgendaItem]
) -> tuple[NamedAttachment, ...]:
    """The attachments that notes name, each once, in the order in which they first name them."""
    lowered = document.text.lower()
    if not any(hint in lowered for hint in _HINTS):
        return ()
    finder, at = _Finder(items), 0
    while at < len(lines):
        at = _take_line(finder, lines, at)
    for key in finder.inside:
        finder.found.pop(key, None)
    return tuple(sorted(finder.found.values(), key=lambda one: one.title.span))


def _take_line(finder: _Finder, lines: Sequence[Line], at: int) -> int:
    """Take the line at a place; gives the place of the next."""
    line = lines[at]
    match = lexicon().pattern("attachment_line").match(line.text)
    if match:
        _take_labelled(finder, lines, at, match)
        return at + 1
    match = lexicon().pattern("attachment_list").match(line.text)
    if match:
        return _take_list(finder, lines, at, match)
    _take_mentions(finder, line)
    return at + 1


def _take_labelled(finder: _Finder, lines: Sequence[Line], at: int, match: re.Match[str]) -> None:
    """Rule R5 on a line of its own; a heading with text below it is the attachment itself, in the notes."""
    line, label = lines[at], _label(match["number"])
    if line.heading and at + 1 < len(lines) and not lines[at + 1].heading:
        finder.inside.add((label or line.text).casefold())
        return
    group = "title" if match["title"] else "label"
    last = item_at(finder.items, line.start) == len(finder.items) - 1
    title = _found(line, match, group, "R5", Certainty.CLEAR)
    finder.add(title if match["title"] else replace(title, value=label or title.value), label, loose=last)


def _take_list(finder: _Finder, lines: Sequence[Line], at: int, match: re.Match[str]) -> int:
    """Rule R6: the entries on the line of the word, or those of the list below it."""
    line, after = lines[at], at + 1
    if match["list"].strip():
        start = match.start("list")
        for words in match["list"].split(";")[:_LONGEST_INLINE]:
            _take_entry(finder, line, start + len(words) - len(words.lstrip()), words.strip(), "")
            start += len(words) + 1
        return after
    while after < len(lines) and _is_entry(lines[after]):
        _take_entry(finder, lines[after], 0, lines[after].text, lines[after].marker)
        after += 1
    return after


def _is_entry(line: Line) -> bool:
    if line.kind is BlockKind.LIST_ENTRY:
        return True
    entry = lexicon().pattern("attachment_entry").match(line.text)
    return bool(entry and entry["number"]) and not line.heading


def _take_entry(finder: _Finder, line: Line, start: int, words: str, marker: str) -> None:
    match = lexicon().pattern("attachment_entry").match(words)
    if match is None:
        return
    number = match["number"] or marker.strip(".)( ")
    span = Span(line.start + start + match.start("title"), line.start + start + match.end("title"))
    title = Found(normal(match["title"]), match["title"], span, "R6", Certainty.CLEAR)
    file_name = lexicon().search("attached_file", match["title"])
    finder.add(title, _label(number if number.isalnum() else ""), _name_of(file_name), loose=True)


def _take_mentions(finder: _Finder, line: Line) -> None:
    """Rules R5 and R7 in a sentence."""
    for match in _all("attachment_mention", line.text):
        label = _label(match["number"])
        title = replace(_found(line, match, 0, "R5", Certainty.LIKELY), value=label)
        finder.add(title, label)
    for match in _all("attached_file", line.text):
        group = "quoted" if match["quoted"] else "bare"
        finder.add(_found(line, match, group, "R7", Certainty.LIKELY), file_name=_name_of(match))
    if not lexicon().pattern("attachment_mention").search(line.text):
        for match in _all("attached", line.text):
            finder.add(_found(line, match, "title", "R7", Certainty.LIKELY))


def _all(name: str, text: str) -> Iterator[re.Match[str]]:
    if lexicon().search(name, text):
        yield from lexicon().pattern(name).finditer(text)


def _found(line: Line, match: re.Match[str], group: str | int, rule: str, certainty: Certainty) -> Found[str]:
    span = Span(line.start + match.start(group), line.start + match.end(group))
    return Found(normal(match[group]).strip(" .,;"), match[group], span, rule, certainty)


def _label(number: str | None) -> str:
    return f"{_LABEL} {number.upper()}" if number else ""


def _name_of(match: re.Match[str] | None) -> str:
    return (match["quoted"] or match["bare"]) if match else ""
