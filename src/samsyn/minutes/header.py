"""The head of the notes: title, bodies, day, times, place, chair, secretary.

Rules H1-H9 in docs/reading/header.md. What has no label is looked for in the title, then in the
lines before the first item, then in page headers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.clock import find_clock_times
from samsyn.minutes.days import find_mentions
from samsyn.minutes.labels import Label, find_label
from samsyn.minutes.lexicon import lexicon, words_pattern
from samsyn.minutes.records import Certainty, Found, Precision
from samsyn.minutes.texts import folded, normal
from samsyn.minutes.years import Direction, date_mention
from samsyn.reading import BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import time

    from samsyn.minutes.days import Mention
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Period
    from samsyn.reading import Document


@dataclass(slots=True)
class Header:
    """What the head of the notes tells; `title_line` is the position of the title among the lines."""

    title: Found[str] | None = None
    title_line: int = -1
    held: Found[Period] | None = None
    start: Found[time] | None = None
    end: Found[time] | None = None
    place: Found[str] | None = None
    chair: Found[str] | None = None
    secretary: Found[str] | None = None
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value: the label's field, and the value's words with their place."""

    name: str
    text: str
    start: int


@dataclass(slots=True)
class _Reader:
    """The document with the lines before the first item."""

    document: Document
    front: Sequence[Line]
    aside: Sequence[Line]
    header: Header = field(default_factory=Header)


@cache
def _title_word() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + words_pattern(lexicon().words("title", "words")) + r")(?!\w)", re.IGNORECASE)


@cache
def _notice_word() -> re.Pattern[str]:
    return re.compile(r"^(?:" + words_pattern(lexicon().words("title", "notice")) + r")(?!\w)", re.IGNORECASE)


_PAGE = re.compile(r"^\s*(?:sida?\s*)?\d{1,3}\s*(?:\(\d{1,3}\)|av\s+\d{1,3}|/\s?\d{1,3})\s*$", re.IGNORECASE)


def find_title_line(lines: Sequence[Line]) -> int:
    """The position of the title among the lines; -1 where the notes have none.

    Rule H2: among the first lines the first that holds a word for notes or meetings and is no
    label; else the first heading, else the first line where a label or a list follows.
    """
    top = [at for at in range(min(8, len(lines))) if not _PAGE.match(lines[at].text)]
    begun = False
    for at in top:
        line = lines[at]
        label = find_label(line)
        if label and label.field in {"present", "absent", "date", "time", "place", "place_and_time"}:
            break
        if re.match(r"§|\d+[.:)]\s", line.text) or line.marker:
            begun = True
            continue
        found = _title_word().match(line.text) if begun else _title_word().search(line.text)
        if found and len(line.text) <= 140 and not (begun and line.text.endswith(".")) and (label is None or line.heading or label.value_at < len(line.text)):
            return at
    if begun:
        return -1
    if top and (lines[top[0]].heading or _notice_word().match(lines[top[0]].text)):
        return top[0]
    return -1


def read_header(document: Document, front: Sequence[Line], aside: Sequence[Line], title_line: int) -> Header:
    """Read the head.

    Args:
        document: The whole document.
        front: Lines before the first item.
        aside: Lines of page headers and footers, where running heads tell the day.
        title_line: Position of the title in `front`, -1 for none.
    """
    reader = _Reader(document, front, aside)
    reader.header.title_line = title_line
    if title_line >= 0:
        line = front[title_line]
        words = _PAGE_TAIL.sub("", line.text)
        reader.header.title = Found(normal(words).strip(" *_#"), words, Span(line.start, line.start + len(words)), "H2", Certainty.CLEAR if _title_word().search(words) else Certainty.LIKELY)
        reader.header.notice = any(_notice_word().match(each.text) for each in front[: title_line + 1])
    fields = list(fields_of(front))
    _read_day(reader, fields)
    _read_times(reader, fields)
    _read_place(reader, fields)
    _read_persons(reader, fields)
    return reader.header


_PAGE_TAIL = re.compile(r"\s{2,}\d{1,3}\s*\(\d{1,3}\)\s*$")


def fields_of(lines: Sequence[Line]) -> Iterator[Field]:
    """The labelled values among the lines: behind the label, in the next cell, or on the next line."""
    for at, line in enumerate(lines):
        label = find_label(line)
        if label is None:
            continue
        yield from _values(lines, at, label)


def _values(lines: Sequence[Line], at: int, label: Label) -> Iterator[Field]:
    line = lines[at]
    if label.value_at < len(line.text):
        yield Field(label.field, line.text[label.value_at :], line.start + label.value_at)
        if label.field in {"place_and_time", "date", "time", "place"} and at + 1 < len(lines) and _continues(line, lines[at + 1]):
            yield Field(label.field, lines[at + 1].text, lines[at + 1].start)
        return
    if line.cell is not None:
        place = (line.cell.table, line.cell.row)
        row = (other for other in lines[at + 1 : at + 6] if other.cell)
        same = (other for other in row if other.cell and (other.cell.table, other.cell.row) == place)
        yield from (Field(label.field, other.text, other.start) for other in same)
        return
    if label.field in {"present", "absent", "called", "other"}:
        return
    for following in lines[at + 1 : at + 4]:
        if find_label(following) or following.kind is BlockKind.HEADING or following.marker:
            return
        yield Field(label.field, following.text, following.start)
        if label.field in {"chair", "secretary", "date"}:
            return


def _continues(line: Line, following: Line) -> bool:
    """Whether the next line goes on with the value: same block, no label, and set in."""
    return following.block == line.block and find_label(following) is None and (following.indent > line.indent + 2 or line.text.endswith(","))


# ---- Day --------------------------------------------------------------------------------------


def _read_day(reader: _Reader, fields: Sequence[Field]) -> None:
    """Rule H3: the day by label, in the title, on a line before the first item, in a running head."""
    title = [reader.front[reader.header.title_line]] if reader.header.title_line >= 0 else []
    labelled = [(f.text, f.start, "H3") for f in fields if f.name in {"date", "time", "place_and_time", "body", "title"}]
    lines = [(line.text, line.start, "H3t") for line in title]
    loose = [(line.text, line.start, "H3l") for line in reader.front if _may_tell_day(line)]
    running = [(line.text, line.start, "H3r") for line in reader.aside]
    for text, start, rule in (*labelled, *lines, *loose, *running):
        for mention in find_mentions(text):
            if mention.year is not None and mention.precision in {Precision.DAY, Precision.DAYS}:
                reader.header.held = _held(text, start, mention, rule)
                return


def _may_tell_day(line: Line) -> bool:
    """A short line that is no other value: "31 mars 2026", "Vallby 2026-03-31, kl 9"."""
    label = find_label(line)
    if label and label.field not in {"date", "time", "place_and_time"}:
        return False
    return len(line.text) <= 120 and not re.search(r"\b(?:föregående|förra|upprättad|daterad|tryckt|utskriven|justerades?|senast)\b", line.text, re.IGNORECASE)


def _held(text: str, start: int, mention: Mention, rule: str) -> Found[Period]:
    words = text[mention.start : mention.end]
    period = date_mention(mention, met_on=None, direction=Direction.UNKNOWN).period
    certainty = Certainty.CLEAR if rule in {"H3", "H3t"} else Certainty.LIKELY
    return Found(period, words, Span(start + mention.start, start + mention.end), rule, certainty)


# ---- Times ------------------------------------------------------------------------------------

_OPENING = re.compile(r"^(?:mötets öppnande|mötet öppnas|öppnande)\b\D{0,12}(?P<time>\d{1,2}[.:]\d\d)", re.IGNORECASE)
_CLOSING = re.compile(r"^(?:mötet avslutas|mötets avslutande|mötet avslutades|avslutning)\b\D{0,12}(?P<time>\d{1,2}[.:]\d\d)?", re.IGNORECASE)


def _read_times(reader: _Reader, fields: Sequence[Field]) -> None:
    """Rule H5: times by label, else on the line that tells the day."""
    labelled = [(f.text, f.start) for f in fields if f.name in {"time", "place_and_time", "date"}]
    held = reader.header.held
    same = [(line.text, line.start) for line in reader.front if held and line.start <= held.span.start < line.end]
    near = [(line.text, line.start) for line in _top(reader) if re.search(r"\b(?:kl|tid)\b", line.text, re.IGNORECASE)]
    for text, start in (*labelled, *same, *near):
        clear = _without_days(text)
        times = find_clock_times(clear, labelled=bool(labelled) and (text, start) in labelled)
        if times:
            reader.header.start = _time(text, start, times.start, times.start_at)
            if times.end and times.end_at:
                reader.header.end = _time(text, start, times.end, times.end_at)
            return


def _top(reader: _Reader) -> Iterator[Line]:
    """The lines above the first list or longer text."""
    for line in reader.front:
        label = find_label(line)
        if label and label.field in {"present", "absent", "called", "next_meeting"}:
            return
        if len(line.text) <= 120:
            yield line


def _without_days(text: str) -> str:
    """The text with dates blanked out, so that no part of one is taken for a time."""
    clear = text
    for mention in find_mentions(text):
        if mention.first:
            clear = clear[: mention.start] + " " * (mention.end - mention.start) + clear[mention.end :]
    return clear


def _time(text: str, start: int, value: time, place: tuple[int, int]) -> Found[time]:
    return Found(value, text[place[0] : place[1]], Span(start + place[0], start + place[1]), "H5")


def read_opening_and_closing(header: Header, lines: Sequence[Line]) -> None:
    """Rule H6: times beside "Mötets öppnande" and "Mötet avslutas" count where the head has none."""
    for at, line in enumerate(lines):
        opened = _OPENING.match(line.text)
        if opened and header.start is None and (times := find_clock_times(opened["time"])):
            header.start = _time(line.text, line.start, times.start, opened.span("time"))
        closed = _CLOSING.match(line.text)
        if closed is None or header.end is not None or header.start is None:
            continue
        where = line if closed["time"] else lines[at + 1] if at + 1 < len(lines) else None
        times = find_clock_times(where.text) if where and len(where.text) < 30 else None
        if where and times:
            header.end = _time(where.text, where.start, times.start, times.start_at)


# ---- Place ------------------------------------------------------------------------------------

_LEAD = re.compile(r"^[\s,.;:/–—-]+|^(?:i|på|hos)\s+(?=[A-ZÅÄÖ])")
_WEEKDAY = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b(?:\s+den)?", re.IGNORECASE)
_CLOCK_WORDS = re.compile(r"(?:\bkl(?:ockan)?\b\.?:?\s*)?\d{1,2}\s?[.:,]\s?\d\d(?:\s?[-–—]\s?\d{1,2}\s?[.:,]?\s?\d{0,2})?|\bkl\.?\s*\d{1,2}(?:\s?[-–]\s?\d{1,2}(?:[.:]\d\d)?)?|\bkl(?:ockan)?\b\.?", re.IGNORECASE)


def _read_place(reader: _Reader, fields: Sequence[Field]) -> None:
    """Rule H7: the place by label; else what stands beside the day, or a link on a line of its own."""
    for each in fields:
        if each.name == "place" and _set_place(reader, each.text, each.start, "H7"):
            return
    for each in fields:
        if each.name == "place_and_time" and _set_place(reader, each.text, each.start, "H7"):
            return
    held = reader.header.held
    if held is None:
        return
    for at, line in enumerate(reader.front):
        if line.start <= held.span.start < line.end and find_label(line) is None and not is_name(normal(line.text)):
            if _beside_day(reader, line, at):
                return
    started = reader.header.start
    for line in _top(reader):
        if started and started.rule == "H5" and line.start <= started.span.start < line.end and not (line.start <= held.span.start < line.end) and find_label(line) is None:
            _set_place(reader, line.text, line.start, "H7b", Certainty.LIKELY)
            return
    if _below_day(reader, held):
        return
    for line in reader.front:
        link = re.fullmatch(r"https?://\S+", line.text)
        if link:
            reader.header.place = Found(line.text, line.text, line.span, "H7u", Certainty.LIKELY)
            return


def _beside_day(reader: _Reader, line: Line, at: int) -> bool:
    """Place on the day's line: before it ("Vallby 2016-02-17") or after it ("…, Stadshuset")."""
    held = reader.header.held
    assert held is not None  # noqa: S101 - the caller found the day
    before = line.text[: held.span.start - line.start]
    after = reader.document.text[held.span.end : _line_end(reader, at)]
    if at == reader.header.title_line or _title_word().search(before):
        return bool(re.match(r"\s*(?:kl\S*\s*[\d.:–-]+\s*)?(?:,|hos|i|på)\s", after)) and _set_place(reader, after, held.span.end, "H7b", Certainty.LIKELY)
    bare = _WEEKDAY.sub("", before).strip(" ,.")
    if bare and re.fullmatch(r"[A-ZÅÄÖ][\wåäöé-]*(?:\s[A-ZÅÄÖ\w][\w-]*){0,3}", bare) and not find_label(line):
        return _set_place(reader, before, line.start, "H7b", Certainty.LIKELY)
    return _set_place(reader, after, held.span.end, "H7b", Certainty.LIKELY)


def _below_day(reader: _Reader, held: Found[Period]) -> bool:
    """Rule H7d: a short line without label straight below the day, where a list or a gap follows."""
    for above, line in zip(reader.front, reader.front[1:], strict=False):
        if above.start <= held.span.start < above.end and above.block == line.block and line.last:
            plain = find_label(line) is None and len(line.text) <= 60 and not line.text.endswith((".", ":")) and not is_name(normal(line.text))
            return plain and _set_place(reader, line.text, line.start, "H7d", Certainty.LIKELY)
    return False


def _line_end(reader: _Reader, at: int) -> int:
    """Where the line ends, or the next one where its last word is broken."""
    line = reader.front[at]
    if line.text.endswith("-") and at + 1 < len(reader.front) and reader.front[at + 1].block == line.block:
        return reader.front[at + 1].end
    return line.end


def _set_place(reader: _Reader, text: str, start: int, rule: str, certainty: Certainty = Certainty.CLEAR) -> bool:
    """Take what is left of the words when day and time are cut out; False where nothing is left."""
    blank = _blanked(text)
    for match in re.finditer(r"\S(?:.*?\S)?(?=\s{3,}|\s*$)", re.sub(r"(?<!-)\n", " ", blank)):
        piece = match[0]
        lead = _LEAD.match(piece)
        begin = match.start() + (lead.end() if lead else 0)
        words = re.split(r"(?<=\w\w\w)\.\s+(?=[A-ZÅÄÖ])", text[begin : match.end()])[0].rstrip(" ,;.–-\n")
        if len(re.findall(r"\w", words)) >= 2:
            reader.header.place = Found(normal(words), words, Span(start + begin, start + begin + len(words)), rule, certainty)
            return True
    return False


def _blanked(text: str) -> str:
    clear = _without_days(text)
    for pattern in (_CLOCK_WORDS, _WEEKDAY):
        clear = pattern.sub(lambda match: " " * len(match[0]), clear)
    return re.sub(r"[,(]\s{3,}|\s{3,}[,)]", lambda match: " " * len(match[0]), clear)


# ---- Persons ----------------------------------------------------------------------------------


def _read_persons(reader: _Reader, fields: Sequence[Field]) -> None:
    """Rule H8: chair and secretary by label; a name must stand there."""
    for each in fields:
        if each.name not in {"chair", "secretary"}:
            continue
        words = re.split(r"[,(;\n]", each.text)[0].strip(" *_")
        if getattr(reader.header, each.name) is None and is_name(normal(words)):
            begin = each.start + each.text.index(words)
            setattr(reader.header, each.name, Found(normal(words), words, Span(begin, begin + len(words)), "H8"))


_CHAIR_OPENS = re.compile(
    r"\b(?i:(?:mötes)?ordförande(?:n)?),?\s+(?P<a>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,2})(?:\s+\([^)]*\))?,?\s*(?:som\s+)?(?:hälsar|hälsade|öppnar|öppnade|förklarar|förklarade)"
    r"|(?:öppnades|öppnas)\s+av\s+(?:mötes)?ordförande(?:n)?,?\s+(?P<b>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,2})"
    r"|(?:^|(?<=[.]\s))(?P<c>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,2})\s+(?:hälsar|hälsade|öppnar|öppnade)\b[^.]*\b(?:mötet|välkom\w+)\b"
    r"|\b(?:ordföranden|ordförande)\s+(?P<d>[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,2})\s+\([A-ZÅÄÖ]{1,2}\)"
)


def read_chair_in_text(header: Header, lines: Sequence[Line]) -> None:
    """Rule H9: the chair by the words with which a meeting is opened, or by the signature."""
    for at, line in enumerate(lines):
        if header.chair is not None:
            return
        match = _CHAIR_OPENS.search(line.text)
        if match:
            group = match.lastgroup or "a"
            if match[group][0].isupper() and is_name(normal(match[group])):
                header.chair = Found(normal(match[group]), match[group], Span(line.start + match.start(group), line.start + match.end(group)), "H9", Certainty.LIKELY)
        elif folded(line.text) in {"ordförande", "mötesordförande"} and at and is_name(normal(lines[at - 1].text)):
            above = lines[at - 1]
            header.chair = Found(normal(above.text), above.text, above.span, "H9", Certainty.LIKELY)


def is_front_text(line: Line) -> bool:
    """Whether a heading only tells day, page or title, and so heads no item."""
    rest = _blanked(line.text)
    return _PAGE.match(line.text) is not None or not re.search(r"\w{3,}", rest) or folded(line.text) in lexicon().words("title", "notice")
