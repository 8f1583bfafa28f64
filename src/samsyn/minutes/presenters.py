"""Who presents an item: rules P1 (label), P2 ("presentation av …"), P3 (a name before a verb of telling)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Doubt, Found
from samsyn.minutes.subjects import find_subject
from samsyn.minutes.texts import lower, normal, words_around
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.casts import Cast
    from samsyn.minutes.records import AgendaItem


_LINE_END = re.compile(r"\n")
_SENTENCE_END = re.compile(r"\.(?:\s|$)|\n")
_SENTENCE_BEGIN = re.compile(r"[.!?:]\s+|\n\n|\n(?=[A-ZÅÄÖ•–-])")

# What may stand between a name and its verb: a party or place in brackets, a title between commas.
_APPOSITION = re.compile(r"[\s,]*(?:\([^()\n]{1,40}\)[\s,]*|,\s+[a-zåäö][^.:;,\n]{2,50},\s+)?")

_Presenter = tuple[Found[str], tuple[str, ...]]


def read_presenters(
    items: Sequence[AgendaItem], text: str, cast: Cast
) -> tuple[list[AgendaItem], list[Doubt]]:
    """The items with their presenters, and a doubt for each given name that two attendees bear."""
    doubts: list[Doubt] = []
    filled = []
    for at, item in enumerate(items):
        stop = next((other.heading.span.start for other in items[at + 1 :]), item.span.end)
        start = item.heading.span.end
        presenters: dict[str, Found[str]] = {}
        for found, ambiguous in _presenters(text[start:stop], start, cast):
            presenters.setdefault(found.value, found)
            if ambiguous:
                doubts.append(_which(found, ambiguous, at))
        filled.append(replace(item, presenters=tuple(presenters.values())) if presenters else item)
    return filled, doubts


def _which(found: Found[str], ambiguous: Sequence[str], at: int) -> Doubt:
    names = " eller ".join(ambiguous)
    return Doubt(f"Vem är ”{found.value}”: {names}?", f"items[{at}].presenters", found.span, found.rule)


def _presenters(text: str, start: int, cast: Cast) -> Iterator[_Presenter]:
    """Presenters in the text below a heading, each with the attendees that a lone given name could mean."""
    lowered = lower(text)
    if ":" in text:
        for match in lexicon().pattern("presenter_label").finditer(text):
            yield from _named(text, match.end(), _end(_LINE_END, text, match.end()), start, "P1")
    for word in words_around(lexicon().tables["stems"]["presented_by"], lowered):
        said = lexicon().pattern("presented_by").match(text, word.start)
        if said:
            yield from _named(text, said.end(), _end(_SENTENCE_END, text, said.end()), start, "P2")
    for word in words_around(lexicon().tables["stems"]["presenting"], lowered):
        if lexicon().whole_words("verbs", "presenting").match(text, word.start):
            yield from _subject(text, _begin_of_sentence(text, word.start), word.start, start, cast)


def _begin_of_sentence(text: str, at: int) -> int:
    ends = [match.end() for match in _SENTENCE_BEGIN.finditer(text, 0, at)]
    return ends[-1] if ends else at - len(text[:at].lstrip())


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.search(text, at)
    return match.start() if match else len(text)


def _named(text: str, begin: int, stop: int, start: int, rule: str) -> Iterator[_Presenter]:
    """Names between two positions."""
    for match in lexicon().pattern("full_name").finditer(text, begin, stop):
        if is_name(normal(match[0])):
            span = Span(start + match.start(), start + match.end())
            yield Found(normal(match[0]), match[0], span, rule), ()


def _subject(text: str, begin: int, verb_at: int, start: int, cast: Cast) -> Iterator[_Presenter]:
    """The persons that a sentence begins with, where the verb follows them."""
    subject = find_subject(text, cast, begin)
    if subject is None or not _APPOSITION.fullmatch(text, begin + subject.end, verb_at):
        return
    at = begin
    for words in lexicon().pattern("name_link").split(text[begin : begin + subject.end]):
        known = cast.persons(normal(words))
        place = text.index(words, at)
        at = place + len(words)
        span = Span(start + place, start + at)
        if len(known) == 1:
            yield Found(known[0], words, span, "P3", Certainty.LIKELY), ()
        elif known:
            yield Found(normal(words), words, span, "P3", Certainty.DOUBTFUL), tuple(known)
