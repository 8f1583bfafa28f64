"""Whether a clause tells of a day as past or as coming (rule Y3)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.years import Direction, direction_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.days import Mention

_REACH = 400  # characters on either side of a time in which its clause is looked for
_KEPT = 16  # times, of which several rules ask the same


def clause_around(sentence: str, mention: Mention) -> Span:
    """The clause that holds a time: up to a word that opens another one, on both sides."""
    return _clause(sentence, mention.start, mention.end)


@lru_cache(maxsize=_KEPT)
def _clause(sentence: str, at: int, until: int) -> Span:
    first, last = max(0, at - _REACH), min(len(sentence), until + _REACH)
    edges = list(lexicon().pattern("clause_edge").finditer(sentence, first, last))
    start = max((edge.end() for edge in edges if edge.end() <= at), default=first)
    end = min((edge.start() for edge in edges if edge.start() >= until), default=last)
    return Span(start, end)


def past_verb(sentence: str, mention: Mention) -> Span | None:
    """The verb in past tense that the time belongs to: the last one before it, else the first behind it."""
    return _past_verb(sentence, mention.start, mention.end)


@lru_cache(maxsize=_KEPT)
def _past_verb(sentence: str, at: int, until: int) -> Span | None:
    start, end = _clause(sentence, at, until)
    verbs = [Span(*match.span()) for match in lexicon().pattern("told_past").finditer(sentence, start, end)]
    before = [verb for verb in verbs if verb.end <= at]
    return before[-1] if before else next((verb for verb in verbs if verb.start >= until), None)


def told_direction(sentence: str, mention: Mention) -> Direction:
    """Which way a sentence looks from the meeting to a day that it names.

    The past tense looks back; what was put to a meeting ("skrev fram frågan till mötet den 4 maj") may
    be either. Elsewhere the words around the day decide, as for any time.
    """
    verb = past_verb(sentence, mention)
    if verb is not None:
        between = sentence[verb.end : mention.start]
        put = lexicon().pattern("put_to_meeting").search(between)
        return Direction.UNKNOWN if put and _meeting_in(between[put.end() :]) else Direction.BACK
    return Direction.BACK if has_done_around(sentence, mention) else direction_of(sentence, mention)


def has_done_around(sentence: str, mention: Mention) -> bool:
    """Whether a day stands within a perfect ("har den 4 maj uppmanat")."""
    start, end = clause_around(sentence, mention)
    done = lexicon().pattern("has_done").search(sentence, start, mention.start)
    return done is not None and lexicon().pattern("supine").search(sentence, mention.end, end) is not None


def _meeting_in(words: str) -> bool:
    return lexicon().search("meeting_word", words) is not None
