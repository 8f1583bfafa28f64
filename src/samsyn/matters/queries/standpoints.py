"""Where bodies stand on a matter's question: the last that each has said which binds it, and how firmly."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from samsyn.matters.queries.same_thing import content_of, roots_told
from samsyn.minutes.records import Kind
from samsyn.register.search.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samsyn.matters.queries.page import MatterPage, Said
    from samsyn.register.models import Statement


class Standpoint(StrEnum):
    """Where a body stands, the firmest first."""

    DECIDED = "decided"
    AGREED = "agreed"
    POSTPONED = "postponed"
    PROPOSED = "proposed"
    QUESTIONED = "questioned"


FIRMEST = tuple(Standpoint)
OF_KIND = {
    Kind.DECISION: Standpoint.DECIDED,
    Kind.AGREED_OUTCOME: Standpoint.AGREED,
    Kind.POSTPONEMENT: Standpoint.POSTPONED,
    Kind.PROPOSAL: Standpoint.PROPOSED,
    Kind.QUESTION: Standpoint.QUESTIONED,
}
MAY_PUT_OFF = (Kind.DECISION, Kind.AGREED_OUTCOME, Kind.POSTPONEMENT, Kind.NEXT_STEP)
LEAST_OWN = 2  # words that tell: with fewer, a sentence leans on its heading
IN_HEADINGS = 2  # headings that hold a word which tells what the matter is of


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """What one body, or several together, said.

    Attributes:
        standpoint: Where that puts them; None for what gives no standpoint.
    """

    said: Said
    statement: Statement
    standpoint: Standpoint | None = None

    @property
    def bodies(self) -> frozenset[int]:
        """Ids of the bodies whose meeting it was; of none, the meeting's own with a minus."""
        meeting = self.said.knot.meeting
        return frozenset(body.pk for body in meeting.named_bodies) or frozenset({-meeting.pk})


def find_standpoints(page: MatterPage) -> list[Voice]:
    """The last standpoint of each body, the firmest first and then the latest; no question to the database.

    Of an item the firmest that was said on the matter's own question counts, or the firmest of all where
    nothing there names the question. What bodies said together is
    one voice, as long as none of them has said anything since.
    """
    known = words_of_matter(page)
    last: dict[int, Voice] = {}
    for one in page.said:
        voice = _firmest(one, known)
        if voice is not None:
            last |= dict.fromkeys(voice.bodies, voice)
    voices = dict.fromkeys(last.values())
    latest_first = sorted(voices, key=lambda voice: str(voice.said.knot.meeting.start_on or ""), reverse=True)
    return sorted(latest_first, key=_firmness)


def words_of_matter(page: MatterPage) -> frozenset[str]:
    """Roots that tell what a matter is of: those of its name, and those that several of its headings hold."""
    held = [roots_told(one.knot.heading) for one in page.said]
    often = {root for roots in held for root in roots if sum(root in one for one in held) >= IN_HEADINGS}
    return roots_told(page.matter.name) | often


def standpoint_of(said: Statement) -> Standpoint | None:
    """Where those who said it stand by that; None where they note, tell of others or only inform."""
    words = words_of(said.text)
    kind = Kind(said.kind)
    if kind in MAY_PUT_OFF and _holds(words, _words()["more_time"]):
        return None if _holds(words, _words()["told_of"]) else Standpoint.POSTPONED
    if kind in (Kind.POSTPONEMENT, Kind.QUESTION) and _holds(words, _words()["told_of"]):
        return None
    if kind in (Kind.DECISION, Kind.AGREED_OUTCOME) and _holds(words, _words()["noting"]):
        return None
    return OF_KIND.get(kind)


def _firmest(one: Said, known: frozenset[str]) -> Voice | None:
    voices = list(_voices(one))
    named = [voice for voice in voices if _is_on_question(voice, known)]
    return min(
        named or voices,
        key=lambda voice: (_firmness(voice), -len(known & content_of(voice.statement))),
        default=None,
    )


def _firmness(voice: Voice) -> int:
    return FIRMEST.index(voice.standpoint or Standpoint.QUESTIONED)


def _voices(one: Said) -> Iterator[Voice]:
    """What gives a standpoint, the last said first; a question that was answered at once gives none."""
    after = None
    for said in reversed(one.statements):
        standpoint = standpoint_of(said)
        answered = standpoint is Standpoint.QUESTIONED and after == Kind.ANSWER
        if standpoint is not None and not answered:
            yield Voice(one, said, standpoint)
        after = said.kind


def _is_on_question(voice: Voice, known: frozenset[str]) -> bool:
    """Whether it speaks of the matter itself: by its own words, or by its heading where they tell little."""
    own = content_of(voice.statement)
    return bool(known & own) or (len(own) < LEAST_OWN and bool(known & roots_told(voice.said.knot.heading)))


def _holds(words: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> bool:
    """Whether the words hold a phrase, its last word by its beginning."""
    return any(
        words[at : at + len(phrase) - 1] == [*phrase[:-1]]
        and words[at + len(phrase) - 1].startswith(phrase[-1])
        for phrase in phrases
        for at in range(len(words) - len(phrase) + 1)
    )


@cache
def _words() -> Mapping[str, Sequence[tuple[str, ...]]]:
    held = tomllib.loads((files("samsyn.matters") / "data" / "standpoints.toml").read_text("utf-8"))
    return {name: [tuple(words_of(phrase)) for phrase in phrases] for name, phrases in held.items()}
