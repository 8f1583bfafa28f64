"""Where the meeting was: rule H7."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.header.blanks import WEEKDAY, blanked
from samsyn.minutes.header.times import top_lines
from samsyn.minutes.header.title import title_word
from samsyn.minutes.labels import find_label
from samsyn.minutes.records import Certainty, Found
from samsyn.minutes.texts import normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.header.parts import Field, Reader
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Period


_LEAD = re.compile(r"^[\s,.;:/–—-]+|^(?:i|på|hos)\s+(?=[A-ZÅÄÖ])")


def read_place(reader: Reader, fields: Sequence[Field]) -> None:
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
        if (
            line.start <= held.span.start < line.end
            and find_label(line) is None
            and not is_name(normal(line.text))
        ):
            if _beside_day(reader, line, at):
                return
    started = reader.header.start
    for line in top_lines(reader):
        if (
            started
            and started.rule == "H5"
            and line.start <= started.span.start < line.end
            and not (line.start <= held.span.start < line.end)
            and find_label(line) is None
        ):
            _set_place(reader, line.text, line.start, "H7b", Certainty.LIKELY)
            return
    if _below_day(reader, held):
        return
    for line in reader.front:
        link = re.fullmatch(r"https?://\S+", line.text)
        if link:
            reader.header.place = Found(line.text, line.text, line.span, "H7u", Certainty.LIKELY)
            return


def _beside_day(reader: Reader, line: Line, at: int) -> bool:
    """Place on the day's line: before it ("Vallby 2016-02-17") or after it ("…, Stadshuset")."""
    held = reader.header.held
    assert held is not None  # noqa: S101 - the caller found the day
    before = line.text[: held.span.start - line.start]
    after = reader.document.text[held.span.end : _line_end(reader, at)]
    if at == reader.header.title_line or title_word().search(before):
        return bool(re.match(r"\s*(?:kl\S*\s*[\d.:–-]+\s*)?(?:,|hos|i|på)\s", after)) and _set_place(
            reader, after, held.span.end, "H7b", Certainty.LIKELY
        )
    bare = WEEKDAY.sub("", before).strip(" ,.")
    if bare and re.fullmatch(r"[A-ZÅÄÖ][\wåäöé-]*(?:\s[A-ZÅÄÖ\w][\w-]*){0,3}", bare) and not find_label(line):
        return _set_place(reader, before, line.start, "H7b", Certainty.LIKELY)
    return _set_place(reader, after, held.span.end, "H7b", Certainty.LIKELY)


def _below_day(reader: Reader, held: Found[Period]) -> bool:
    """Rule H7d: a short line without label straight below the day, where a list or a gap follows."""
    for above, line in zip(reader.front, reader.front[1:], strict=False):
        if above.start <= held.span.start < above.end and above.block == line.block and line.last:
            plain = (
                find_label(line) is None
                and len(line.text) <= 60
                and not line.text.endswith((".", ":"))
                and not is_name(normal(line.text))
            )
            return plain and _set_place(reader, line.text, line.start, "H7d", Certainty.LIKELY)
    return False


def _line_end(reader: Reader, at: int) -> int:
    """Where the line ends, or the next one where its last word is broken."""
    line = reader.front[at]
    if line.text.endswith("-") and at + 1 < len(reader.front) and reader.front[at + 1].block == line.block:
        return reader.front[at + 1].end
    return line.end


def _set_place(
    reader: Reader, text: str, start: int, rule: str, certainty: Certainty = Certainty.CLEAR
) -> bool:
    """Take what is left of the words when day and time are cut out; False where nothing is left."""
    blank = blanked(text)
    for match in re.finditer(r"\S(?:.*?\S)?(?=\s{3,}|\s*$)", re.sub(r"(?<!-)\n", " ", blank)):
        piece = match[0]
        lead = _LEAD.match(piece)
        begin = match.start() + (lead.end() if lead else 0)
        words = re.split(r"(?<=\w\w\w)\.\s+(?=[A-ZÅÄÖ])", text[begin : match.end()])[0].rstrip(" ,;.–-\n")
        if len(re.findall(r"\w", words)) >= 2:
            reader.header.place = Found(
                normal(words), words, Span(start + begin, start + begin + len(words)), rule, certainty
            )
            return True
    return False
