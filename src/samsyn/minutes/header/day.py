"""The day of the meeting: rule H3."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.header.noise import with_figures
from samsyn.minutes.header.title import subject_words
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found, Precision
from samsyn.minutes.years import Direction, date_mention
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.minutes.days import Mention
    from samsyn.minutes.header.parts import Field, Reader
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Period


_TIME_FIELDS = frozenset({"date", "time", "place_and_time"})
_DAY_FIELDS = _TIME_FIELDS | {"body", "title"}
_LONGEST_LINE = 120
_TOP = 6  # lines
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?![\d.])")
_SHORT = re.compile(r"(?<![\d-])(\d\d)-(0[1-9]|1[0-2])-([0-3]\d)(?![\d-])")


def read_day(reader: Reader, fields: Sequence[Field]) -> None:
    """Rule H3: the day by label, in the title, on a line before the first item, in a running head."""
    title = [reader.front[reader.header.title_line]] if reader.header.title_line >= 0 else []
    labelled = [(each.text, each.start, "H3") for each in fields if each.name in _DAY_FIELDS]
    lines = [(line.text, line.start, "H3t") for line in title]
    loose = [(line.text, line.start, "H3l") for line in reader.front if _may_tell_day(line)]
    other_day = lexicon().pattern("other_day")
    running = [(line.text, line.start, "H3r") for line in reader.aside if not other_day.search(line.text)]
    others = (*lines, *loose, *running)
    reader.header.held = (
        _first_day(labelled)
        or _first_day(labelled, noisy=True)
        or _first_day(others)
        or _first_day(others, noisy=True)
        or _day_of_title(reader, title)
        or _day_of_numbered_year(reader, [*labelled, *lines, *loose])
    )


def _day_of_numbered_year(reader: Reader, places: Sequence[tuple[str, int, str]]) -> Found[Period] | None:
    """A day without its year, of the year in which the notes are numbered ("nr 4 - 2026")."""
    top = reader.front[:_TOP]
    numbered = next(
        filter(None, (lexicon().pattern("numbered_year").search(line.text) for line in top)), None
    )
    for text, start, rule in places if numbered else ():
        if rule != "H3l" or lexicon().pattern("opens_with_day").match(text):
            for mention in find_mentions(text):
                if mention.year is None and mention.precision in {Precision.DAY, Precision.DAYS} and numbered:
                    dated = replace(mention, year=int(numbered["year"]))
                    return replace(_held(text, start, dated, rule), rule="H3y", certainty=Certainty.LIKELY)
    return None


def _day_of_title(reader: Reader, title: Sequence[Line]) -> Found[Period] | None:
    """A day without its year in the subject of a mail, which was before the mail; of an invitation after."""
    told = next(
        (one for line in title for one in find_mentions(line.text) if one.precision is Precision.DAY), None
    )
    dated = (one for line in reader.front for one in find_mentions(line.text) if one.year is not None)
    sent = next((one for one in dated if one.precision is Precision.DAY), None)
    if told is None or sent is None:
        return None
    sent_on = date_mention(sent, met_on=None, direction=Direction.UNKNOWN).period.start
    calls = lexicon().pattern("calls_to_meeting").match(subject_words(title[0].text))
    direction = Direction.FORWARD if calls else Direction.BACK
    period = date_mention(told, met_on=sent_on, direction=direction).period
    span = Span(title[0].start + told.start, title[0].start + told.end)
    return Found(period, title[0].text[told.start : told.end], span, "H3t", Certainty.LIKELY)


def _in_usual_form(text: str) -> str:
    """Forms of a day that only a label makes sure, in others as long ("3.10.2025": "3/10 2025")."""
    text = _DOTTED.sub(r"\1/\2 \3", text)
    text = _SHORT.sub(r"\1.\2.\3", text)
    return lexicon().pattern("day_and_short_year").sub(lambda match: f"{match['day']}-{match['year']}", text)


def _first_day(places: Iterable[tuple[str, int, str]], *, noisy: bool = False) -> Found[Period] | None:
    """The first day with its year; from noisy text with O and l read as 0 and 1 (rule H17)."""
    for text, start, rule in places:
        clear = with_figures(text) if noisy else text
        for mention in find_mentions(_in_usual_form(clear) if rule == "H3" else clear):
            if mention.year is not None and mention.precision in {Precision.DAY, Precision.DAYS}:
                found = _held(text, start, mention, rule)
                return replace(found, rule="H17", certainty=Certainty.LIKELY) if noisy else found
    return None


def _may_tell_day(line: Line) -> bool:
    """A short line that is no other value ("Vallby 2026-03-31, kl 9"), or a sentence ("Mötet hölls …")."""
    label = find_label(line)
    if label and label.field not in _TIME_FIELDS:
        return False
    short = len(line.text) <= _LONGEST_LINE or lexicon().pattern("was_held").search(line.text) is not None
    return short and not lexicon().pattern("other_day").search(line.text)


def _held(text: str, start: int, mention: Mention, rule: str) -> Found[Period]:
    words = text[mention.start : mention.end]
    period = date_mention(mention, met_on=None, direction=Direction.UNKNOWN).period
    certainty = Certainty.CLEAR if rule in {"H3", "H3t"} else Certainty.LIKELY
    return Found(period, words, Span(start + mention.start, start + mention.end), rule, certainty)
