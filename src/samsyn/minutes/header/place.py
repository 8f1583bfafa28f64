"""Where the meeting was: rule H7."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.body_words import has_body_word
from samsyn.minutes.days import find_mentions
from samsyn.minutes.header.blanks import blanked
from samsyn.minutes.header.times import top_lines
from samsyn.minutes.header.title import has_title_word
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found
from samsyn.minutes.texts import folded, normal
from samsyn.minutes.years import Direction, date_mention
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from samsyn.minutes.header.parts import Field, Reader
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Period


_NAME_OF_PLACE = re.compile(r"[A-ZÅÄÖ][\wåäöé-]*(?:\s[A-ZÅÄÖ\w][\w-]*){0,3}")
_LINK = re.compile(r"(?:(?:möteslänk|länk)\s*:\s*)?(?P<link>https?://\S+)", re.IGNORECASE)
_PIECE = re.compile(r"\S(?:.*?\S)?(?=\s{3,}|\s*$)")
_LINE_BREAK = re.compile(r"(?<!-)\n")
_SENTENCE = re.compile(r"(?<=\w\w\w)\.\s+(?=[A-ZÅÄÖ])")
_MOST_LETTERS = 60
_LONGEST_PLAIN = 90


def read_place(reader: Reader, fields: Sequence[Field]) -> None:
    """Rule H7: the place by label; else what stands beside the day, or a link on a line of its own."""
    for name in ("place", "place_and_time"):
        for each in fields:
            if each.name == name and _set_place(reader, each.text, each.start, "H7"):
                return
    held = reader.header.held
    if (held and _on_line_of_day(reader, held)) or _on_line_of_time(reader, held):
        return
    if held and _where_day_comes_again(reader, held):
        return
    if held and not _below_day(reader, held):
        _set_link(reader)


def _on_line_of_day(reader: Reader, held: Found[Period]) -> bool:
    return any(
        _beside_day(reader, held, line, at)
        for at, line in enumerate(reader.front)
        if _holds(line, held) and find_label(line) is None and not is_name(normal(line.text))
    )


def _where_day_comes_again(reader: Reader, held: Found[Period]) -> bool:
    """On another line that tells the same day, straight behind it or as a name before it and nothing else."""
    for line in reader.front:
        if _holds(line, held) or find_label(line) is not None:
            continue
        for mention in find_mentions(line.text):
            again = date_mention(mention, met_on=None, direction=Direction.UNKNOWN).period
            if mention.year is None or again != held.value:
                continue
            before, after = line.text[: mention.start], line.text[mention.end :]
            if lexicon().pattern("place_after_day").match(after):
                return _set_place(reader, after, line.start + mention.end, "H7b", Certainty.LIKELY)
            if not after.strip(" .") and _is_place_alone(before.strip(" ,.")):
                return _set_place(reader, before, line.start, "H7b", Certainty.LIKELY)
    return False


def _is_place_alone(words: str) -> bool:
    """Whether words before a day are a place and neither a person, a body nor what the notes are called."""
    return (
        _NAME_OF_PLACE.fullmatch(words) is not None
        and not is_name(words)
        and not has_title_word(words)
        and not has_body_word(words)
    )


def _on_line_of_time(reader: Reader, held: Found[Period] | None) -> bool:
    """Beside the time of day, where it stands on another line than the day."""
    started = reader.header.start
    if started is None or started.rule != "H5":
        return False
    titled = reader.header.title_line
    for line in top_lines(reader):
        if _holds(line, started) and not (held and _holds(line, held)) and _is_plain(line):
            named = 0 <= titled < len(reader.front) and reader.front[titled].start == line.start
            begin = started.span.end if named else line.start
            words = line.text[begin - line.start :]
            if not named or lexicon().pattern("place_after_day").match(words):
                return _set_place(reader, words, begin, "H7b", Certainty.LIKELY) or _below_time(reader, line)
    return False


def _below_time(reader: Reader, above: Line) -> bool:
    """A short line of the same block below one that tells the time of day and nothing else."""
    at = next(at for at, line in enumerate(reader.front) if line.start == above.start) + 1
    line = reader.front[at] if at < len(reader.front) else None
    if line is None or line.block != above.block or len(line.text) > _MOST_LETTERS or not _is_plain(line):
        return False
    if line.text.endswith((".", ":")) or is_name(normal(line.text)):
        return False
    return _set_place(reader, line.text, line.start, "H7d", Certainty.LIKELY)


def _is_plain(line: Line) -> bool:
    """Whether a line is neither labelled nor a sentence."""
    return (
        find_label(line) is None
        and len(line.text) <= _LONGEST_PLAIN
        and not (line.text.endswith(".") and len(line.text) > _MOST_LETTERS)
        and lexicon().search("meeting_ran", line.text) is None
    )


def _holds(line: Line, found: Found[Period] | Found[time]) -> bool:
    return line.start <= found.span.start < line.end


def _set_link(reader: Reader) -> None:
    """Rule H7u: a link on a line of its own."""
    for line in reader.front:
        link = _LINK.fullmatch(line.text)
        if link:
            span = Span(line.start + link.start("link"), line.start + link.end("link"))
            reader.header.place = Found(link["link"], link["link"], span, "H7u", Certainty.LIKELY)
            return


def _beside_day(reader: Reader, held: Found[Period], line: Line, at: int) -> bool:
    """Place on the day's line: before it ("Vallby 2016-02-17") or after it ("…, Stadshuset")."""
    before = line.text[: held.span.start - line.start]
    after = reader.document.text[held.span.end : _line_end(reader, at)]
    if at == reader.header.title_line or has_title_word(before) or has_body_word(before):
        told = lexicon().pattern("place_after_day").match(after)
        return told is not None and _set_place(reader, after, held.span.end, "H7b", Certainty.LIKELY)
    if lexicon().pattern("was_held").search(before):
        told = lexicon().pattern("place_in_sentence").match(after)
        return told is not None and _set_place(reader, told[0], held.span.end, "H7b", Certainty.LIKELY)
    bare = lexicon().pattern("weekday").sub("", before).strip(" ,.")
    if _NAME_OF_PLACE.fullmatch(bare):
        return _set_place(reader, before, line.start, "H7b", Certainty.LIKELY)
    return _set_place(reader, after, held.span.end, "H7b", Certainty.LIKELY)


def _below_day(reader: Reader, held: Found[Period]) -> bool:
    """Rule H7d: a short line without label straight below the day, where a list or a gap follows."""
    for at, (above, line) in enumerate(pairwise(reader.front)):
        if above.start <= held.span.start < above.end and line.last and _closes_top(reader, at + 1, above):
            plain = (
                find_label(line) is None
                and len(line.text) <= _MOST_LETTERS
                and not line.text.endswith((".", ":"))
                and not is_name(normal(blanked(line.text)).strip(" ,."))
                and not lexicon().pattern("no_place").search(line.text)
                and not _LINK.fullmatch(line.text)
            )
            return plain and _set_place(reader, line.text, line.start, "H7d", Certainty.LIKELY)
    return False


def _closes_top(reader: Reader, at: int, above: Line) -> bool:
    """Whether a line goes on with the block of the day, or stands between the day and the first list."""
    line = reader.front[at]
    if above.block == line.block:
        return True
    label = find_label(reader.front[at + 1]) if at + 1 < len(reader.front) else None
    return line.first and not line.heading and not has_title_word(line.text) and label is not None


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
    blank = _LINE_BREAK.sub(" ", blanked(text))
    for match in _PIECE.finditer(blank):
        lead = lexicon().pattern("place_lead").match(match[0])
        begin = _behind_times(reader, start, match.start() + (lead.end() if lead else 0), match.end())
        words = _SENTENCE.split(text[begin : match.end()])[0].rstrip(" ,;.–-\n")
        if sum(1 for letter in words if letter.isalpha()) >= 2 and not _is_no_place(words):
            span = Span(start + begin, start + begin + len(words))
            reader.header.place = Found(normal(words), words, span, rule, certainty)
            return True
    return False


def _behind_times(reader: Reader, start: int, begin: int, end: int) -> int:
    """Where words go on behind the times of day that were read from them ("10–11, Teams")."""
    for found in (reader.header.start, reader.header.end):
        if found and start + begin <= found.span.start < start + end:
            begin = found.span.end - start
    text = reader.document.text[start + begin : start + end]
    return begin + len(text) - len(text.lstrip(" ,;–-"))


def _is_no_place(words: str) -> bool:
    """Whether words beside a day or time tell what was done, and not where ("lunch")."""
    until = words.startswith("till ")  # "till strax efter 21"
    return until or folded(words) in lexicon().words("header", "no_places")
