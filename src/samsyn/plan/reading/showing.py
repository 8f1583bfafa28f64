"""Words that say how far somebody named has come with a step; what is planned or denied shows nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.plan.reading.spelling import flat
from samsyn.plan.reading.steps import steps_in
from samsyn.plan.reading.words import pattern, says

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEST = re.compile(r"\b(?:testar|prövar)\b")


def tells_progress(small: str) -> bool:
    """Whether a text in small letters tells how far somebody has come, or is to come, with a step."""
    if not steps_in(small).numbers:
        return False
    return _moves(small) is not None or re.search(r"\bta(?:r)? steg \d", small) is not None


def _moves(small: str) -> re.Match[str] | None:
    """The words of having come so far: with a step right behind them."""
    for match in pattern("evidence", "reached").finditer(small):
        behind = small[match.end() :]
        if re.match(r" (?:från )?steg \d| (?:\w+ ){0,8}?(?:och )?(?:står|är) på steg", behind):
            return match
    return None


def shown_by(text: str, among: Sequence[str]) -> tuple[list[str], int | None] | None:
    """Who has come how far, as a sentence tells.

    Args:
        text: The sentence.
        among: Names by which those are known of whom it may tell.

    Returns:
        The names, and the number of the step (None where only that they test is told); None where it
        tells of nobody, of what is to come, or of what is not so.
    """
    small = text.lower()
    if says("evidence", "not_so", small):
        return None
    move = _moves(small) or pattern("evidence", "reached").search(small)
    if move is None:
        return None
    names = _names_before(text[: move.start()], among)
    steps = steps_in(small).numbers
    if not names or (not steps and _TEST.search(small) is None):
        return None
    return names, max(steps, default=None)


def _names_before(text: str, among: Sequence[str]) -> list[str]:
    """Those who act: their names stand before the verb, with a capital."""
    there = flat(text)
    return [name for name in among if name in text and re.search(rf"\b{re.escape(flat(name))}\b", there)]
