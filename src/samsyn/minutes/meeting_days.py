"""Which days of a sentence are those of meetings, and whose meetings they are (rules R1, R8-R10)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.tenses import clause_around, has_done_around, past_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.days import Mention
    from samsyn.reading import Span

_BEFORE = 70  # characters before a day in which its words stand
_BEHIND = 30


class MeetingDay(NamedTuple):
    """Whose meeting a day is.

    Attributes:
        bodies: Places of the bodies that met; none where the sentence does not say.
        rule: R9 for a meeting of the bodies that the notes themselves are from.
        past: Whether the words say that it has been.
        unsure: Whether it is open who met.
    """

    bodies: tuple[Span, ...] = ()
    rule: str = "R1"
    past: bool = False
    unsure: bool = False


def read_meeting_day(sentence: str, mention: Mention, bodies: Sequence[Span]) -> MeetingDay | None:
    """Whose meeting a day is; None where it is no meeting's day.

    Args:
        sentence: The words.
        mention: The day.
        bodies: Places of the bodies that the sentence names.
    """
    before = sentence[max(0, mention.start - _BEFORE) : mention.start]
    beside = lexicon().pattern("meeting_beside").search(before)
    if beside is None and lexicon().pattern("due_not_meeting").search(before):
        return None
    named = bodies_beside(sentence, mention, bodies)
    if named:
        return _sent_by(sentence, mention, bodies, named) or MeetingDay(named)
    if beside:
        past = bool(beside["earlier"] or beside["notes"] or beside["taken"])
        rule = "R9" if past or beside["coming"] or beside["planned"] else "R1"
        return MeetingDay(rule=rule, past=past, unsure=bool(beside["taken"] or beside["planned"]))
    return _told_by(sentence, mention, bodies) or _spoken_of(sentence, mention)


def bodies_beside(sentence: str, mention: Mention, bodies: Sequence[Span]) -> tuple[Span, ...]:
    """The bodies right before a time or right behind it.

    "skolchefsnätverkets och Länsstyrgruppens möte den 2/10", "nästa möte i Länsstyrgruppen".
    """
    earlier = [body for body in bodies if mention.start - _BEFORE <= body.end <= mention.start]
    if earlier and lexicon().pattern("body_beside").fullmatch(sentence, earlier[-1].end, mention.start):
        return _joined_with(sentence, earlier)
    later = next((body for body in bodies if mention.end <= body.start <= mention.end + _BEHIND), None)
    behind = lexicon().pattern("body_behind")
    return (later,) if later and behind.fullmatch(sentence, mention.end, later.start) else ()


def _joined_with(sentence: str, bodies: Sequence[Span]) -> tuple[Span, ...]:
    """The last of some bodies, and those that "och" joins to it."""
    joined = lexicon().pattern("bodies_joined")
    at = len(bodies) - 1
    for left, right in reversed(list(pairwise(bodies))):
        if not joined.fullmatch(sentence, left.end, right.start):
            break
        at -= 1
    return tuple(bodies[at:])


def _sent_by(
    sentence: str, mention: Mention, bodies: Sequence[Span], to: tuple[Span, ...]
) -> MeetingDay | None:
    """Rule R8: what one body sent to another was sent at the sender's meeting."""
    verb = past_verb(sentence, mention)
    if verb is None or not lexicon().pattern("sent_told").fullmatch(sentence, *verb):
        return None
    if not lexicon().pattern("receives").search(sentence, verb.end, to[0].start):
        return None
    senders = _acting(sentence, mention, bodies, verb.start)
    return MeetingDay(senders, "R8", unsure=not senders)


def _told_by(sentence: str, mention: Mention, bodies: Sequence[Span]) -> MeetingDay | None:
    """Rule R10: a body that decides, deals with or urges something on a day met on it."""
    start, end = clause_around(sentence, mention)
    now = lexicon().pattern("meets_now").search(sentence, start, end)
    verb = past_verb(sentence, mention)
    if verb is None and now is None and not has_done_around(sentence, mention):
        return None
    until = min(
        place for place in (verb and verb.start, now and now.start(), mention.start) if place is not None
    )
    met = _acting(sentence, mention, bodies, until)
    return MeetingDay(met, "R10") if met else None


def _acting(sentence: str, mention: Mention, bodies: Sequence[Span], until: int) -> tuple[Span, ...]:
    """The bodies that a clause is about: those named first in it, before its verb."""
    start, _ = clause_around(sentence, mention)
    inside = [body for body in bodies if start <= body.start and body.end <= until]
    return _joined_with(sentence, inside) if inside else ()


def _spoken_of(sentence: str, mention: Mention) -> MeetingDay | None:
    """A day behind a word for a meeting in the same clause ("Nästa möte blir den 4 maj")."""
    start = max(clause_around(sentence, mention).start, mention.start - _BEFORE)
    found = lexicon().pattern("meeting_word").search(sentence, start, mention.start)
    return MeetingDay() if found else None
