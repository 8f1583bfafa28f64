"""Where bodies say different things of a matter: what each said last, beside one another and never judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.records import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.matters.queries.page import MatterPage, Said
    from samsyn.register.models import Statement

SETTLED = {Kind.DECISION, Kind.AGREED_OUTCOME}
UNSETTLED = {Kind.POSTPONEMENT, Kind.QUESTION, Kind.NEED}
SHOWN = 2  # of each side, the latest
SAME_STEM, LONG_WORD, IN_COMMON = 6, 5, 3


@dataclass(frozen=True, slots=True)
class Voice:
    """What one body said, and when."""

    said: Said
    statement: Statement


@dataclass(frozen=True, slots=True)
class Difference:
    """What bodies say differently.

    Attributes:
        about: "outcome" where one has settled what another leaves open; "due" where they give different days.
        voices: The earliest first.
    """

    about: str
    voices: Sequence[Voice]


def find_differences(page: MatterPage) -> list[Difference]:
    """What the bodies say differently of a matter; no question to the database."""
    return [*_outcomes(page), *_dues(page)]


def _outcomes(page: MatterPage) -> list[Difference]:
    """Bodies whose last word is settled, beside those whose last word leaves it open."""
    last: dict[str, Voice] = {}
    for one in page.said:
        spoken = [said for said in one.statements if said.kind in SETTLED | UNSETTLED]
        if spoken:
            last.pop(_who(one), None)  # so that the latest comes last
            last[_who(one)] = Voice(one, spoken[-1])
    settled = [voice for voice in last.values() if voice.statement.kind in SETTLED]
    unsettled = [voice for voice in last.values() if voice.statement.kind in UNSETTLED]
    if not settled or not unsettled:
        return []
    shown = {voice.statement.pk for side in (settled, unsettled) for voice in side[-SHOWN:]}
    return [Difference("outcome", [voice for voice in last.values() if voice.statement.pk in shown])]


def _dues(page: MatterPage) -> list[Difference]:
    """Statements of different bodies that say nearly the same with different days."""
    dated = [Voice(one, said) for one in page.said for said in one.statements if said.due_start]
    found, told = [], set[int]()
    for at, voice in enumerate(dated):
        others = [other for other in dated[at + 1 :] if _differ_in_day(voice, other)]
        if others and voice.statement.pk not in told:
            found.append(Difference("due", [voice, *others]))
            told.update(other.statement.pk for other in others)
    return found


def _differ_in_day(one: Voice, other: Voice) -> bool:
    if _who(one.said) == _who(other.said) or one.statement.due_start == other.statement.due_start:
        return False
    return len(_stems(one.statement.text) & _stems(other.statement.text)) >= IN_COMMON


def _stems(text: str) -> set[str]:
    words = ("".join(filter(str.isalpha, word)) for word in text.casefold().split())
    return {word[:SAME_STEM] for word in words if len(word) >= LONG_WORD}


def _who(said: Said) -> str:
    return " ".join(body.key for body in said.knot.meeting.named_bodies)
