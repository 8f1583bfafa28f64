"""The clauses of a sentence that tell who was there or not: where their names stand (rule A20)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from samsyn.minutes.attendance.told_names import Place


class Clause(NamedTuple):
    """A part of a sentence that tells of attendance: where its names stand, and whether they came.

    Attributes:
        leads: Whether the words that tell stand before the names.
        group: The organisation that all of them are from.
    """

    start: int
    end: int
    present: bool
    leads: bool = True
    group: Place | None = None


def tells_attendance(text: str) -> bool:
    """Whether a sentence holds words that tell who was there or not."""
    return any(
        lexicon().search(name, text)
        for name in ("there_before", "gone_before", "there_behind", "gone_behind")
    )


def find_clauses(text: str, begin: int, end: int) -> list[Clause]:
    """The clauses of a sentence that tell of attendance; names alone belong to the clause beside them."""
    found: list[Clause] = []
    at = waiting = begin
    for border in [*_borders(text, begin, end), (end, end)]:
        clause = _clause(text, at, border[0])
        if clause:
            found.append(clause if clause.leads else clause._replace(start=min(clause.start, waiting)))
        elif lexicon().pattern("other_verb").search(text, at, border[0]):
            waiting = border[1]
        elif found and found[-1].leads:
            found[-1] = found[-1]._replace(end=border[0])
        at = border[1]
        waiting = at if clause or (found and found[-1].leads) else waiting
    return found


def _borders(text: str, begin: int, end: int) -> list[Place]:
    return [match.span() for match in lexicon().pattern("clause_end").finditer(text, begin, end)]


def _clause(text: str, begin: int, end: int) -> Clause | None:
    """A clause by the words that lead names in or stand behind them; absence is tried first."""
    words = text[begin:end]
    if gone := lexicon().search("gone_before", words):
        return Clause(begin + gone.end(), end, present=False)
    if gone := lexicon().search("gone_behind", words):
        lead, group = _teller(words[: gone.start()], begin)
        return Clause(begin + lead, begin + gone.start(), present=False, leads=False, group=group)
    if there := lexicon().search("there_before", words):
        name = "group" if there["group"] else "from"
        group = (begin + there.start(name), begin + there.end(name)) if there[name] else None
        return Clause(begin + there.end(), end, present=True, group=group)
    if there := lexicon().search("there_behind", words):
        return Clause(begin, begin + there.start(), present=True, leads=False)
    return None


def _teller(words: str, begin: int) -> tuple[int, Place | None]:
    """Who reported the absence ("Trosa hade meddelat att …"): the organisation of those named."""
    told = lexicon().pattern("has_told").search(words)
    if told is None:
        return 0, None
    who = words[: told.start()].rstrip()
    at = len(words[: told.start()]) - len(words[: told.start()].lstrip())
    return told.end(), None if is_name(normal(who)) or not who.strip() else (begin + at, begin + len(who))
