"""Who presents an item: rules P1 (label), P2 ("presentation av …"), P3 (a name before a verb of telling)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.lexicon import lexicon, words_pattern
from samsyn.minutes.records import Certainty, Doubt, Found
from samsyn.minutes.subjects import find_subject
from samsyn.minutes.texts import normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.records import AgendaItem
    from samsyn.minutes.subjects import Cast


@cache
def _presenting() -> re.Pattern[str]:
    verbs = words_pattern(lexicon().words("verbs", "presenting"))
    return re.compile(rf"(?<!\w)(?:{verbs})(?!\w)", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    words = words_pattern(lexicon().words("labels", "presenter"))
    return re.compile(rf"(?:^|\n|(?<=\s))(?:{words})\s*:\s*(?P<who>[^\n]+)", re.IGNORECASE)


_BY = re.compile(
    r"\b(?:presentation|information|redovisning|genomgång|föredragning|inledning)(?:en)? (?:av|från|med) (?=[A-ZÅÄÖ])",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[A-ZÅÄÖÉÜ][\wåäöé'-]+(?:\s+(?:von|af|de|te|van|der|[A-ZÅÄÖÉÜ][\wåäöé'-]+|[A-ZÅÄÖ]\.?(?!\w))){1,4}"
)


def read_presenters(
    items: Sequence[AgendaItem], text: str, cast: Cast
) -> tuple[list[AgendaItem], list[Doubt]]:
    """The items with their presenters, and a doubt for each given name that two attendees bear."""
    doubts: list[Doubt] = []
    filled = []
    for at, item in enumerate(items):
        stop = next((other.heading.span.start for other in items[at + 1 :]), len(text))
        start = item.heading.span.end
        presenters: dict[str, Found[str]] = {}
        for found, ambiguous in _presenters(text[start:stop], start, cast):
            presenters.setdefault(found.value, found)
            if ambiguous:
                doubts.append(_which(found, ambiguous, at))
        filled.append(replace(item, presenters=tuple(presenters.values())))
    return filled, doubts


def _which(found: Found[str], ambiguous: Sequence[str], at: int) -> Doubt:
    names = " eller ".join(ambiguous)
    return Doubt(f"Vem är ”{found.value}”: {names}?", f"items[{at}].presenters", found.span, found.rule)


def _presenters(text: str, start: int, cast: Cast) -> Iterator[tuple[Found[str], tuple[str, ...]]]:
    for match in _label().finditer(text):
        yield from _named(text, match.start("who"), match.end("who"), start, "P1")
    for match in _BY.finditer(text):
        stop = _end_of_sentence(text, match.end())
        yield from _named(text, match.end(), stop, start, "P2")
    for match in _presenting().finditer(text):
        begin = _begin_of_sentence(text, match.start())
        yield from _subject(text, begin, match.start(), start, cast)


def _begin_of_sentence(text: str, at: int) -> int:
    ends = [match.end() for match in re.finditer(r"[.!?:]\s+|\n\n|\n(?=[A-ZÅÄÖ•–-])", text[:at])]
    return ends[-1] if ends else len(text[:at]) - len(text[:at].lstrip())


def _end_of_sentence(text: str, at: int) -> int:
    match = re.compile(r"\.(?:\s|$)|\n").search(text, at)
    return match.start() if match else len(text)


def _named(
    text: str, begin: int, stop: int, start: int, rule: str
) -> Iterator[tuple[Found[str], tuple[str, ...]]]:
    for match in _NAME.finditer(text, begin, stop):
        if is_name(normal(match[0])):
            yield (
                Found(normal(match[0]), match[0], Span(start + match.start(), start + match.end()), rule),
                (),
            )


def _subject(
    text: str, begin: int, verb_at: int, start: int, cast: Cast
) -> Iterator[tuple[Found[str], tuple[str, ...]]]:
    subject = find_subject(text, cast, begin)
    if subject is None or text[begin + subject.end : verb_at].strip(" ,\n"):
        return
    for match in re.finditer(r"[^,/]+?(?=\s*,|\s+(?:och|samt)\s|\s*/|$)", text[begin : begin + subject.end]):
        words = match[0].strip()
        lead = match[0].index(words) if words else 0
        words = re.sub(r"^(?:och|samt)\s+", "", words)
        known = cast.people.get(normal(words)) or cast.people.get(normal(words).casefold())
        if not known:
            continue
        place = begin + match.start() + lead + len(match[0].strip()) - len(words)
        span = Span(start + place, start + place + len(words))
        if len(known) == 1:
            yield Found(known[0], words, span, "P3", Certainty.LIKELY), ()
        else:
            yield Found(normal(words), words, span, "P3", Certainty.DOUBTFUL), tuple(known)
