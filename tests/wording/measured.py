"""How well remarks agree with the labels, rule by rule.

Run as `python -m tests.wording.measured` to see the table; with `--errors`, what differs on the seen
sentences. The held and the blind ones are only counted.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.wording.labels import RULES, labelled, running

from samsyn.wording import measuring
from samsyn.wording.measuring import Score, compare
from samsyn.wording.sentences import words_of
from samsyn.wording.verbs import Tag, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samsyn.wording.labels import Labelled


def scores(sentences: Iterable[Labelled]) -> dict[str, Score]:
    """The counts of each rule."""
    return measuring.scores([compare(sentence) for sentence in sentences], RULES)


def passive_score(*, held: bool) -> Score:
    """How well s-passives are told from other words in running text."""
    rows = [row for row in running() if row.held == held]
    pairs = [(set(row.passives), _passives(row.text)) for row in rows]
    right = sum(len(said & found) for said, found in pairs)
    return Score(right, sum(len(f - s) for s, f in pairs), sum(len(s - f) for s, f in pairs))


def _passives(text: str) -> set[str]:
    """The words of a text that can be s-passives."""
    return {word.text for word in words_of(text) if Tag.PASSIVE in tags_of(word.text)}


def table() -> Iterator[str]:
    """Precision, recall and counts for each rule, on both parts."""
    for part in ("seen", "held", "blind"):
        yield f"{part:16}{'precision':>10}{'recall':>8}{'right':>7}{'extra':>7}{'missed':>8}"
        rows = scores(labelled(part))
        if part != "blind":
            rows["s-passive"] = passive_score(held=part == "held")
        for rule, score in rows.items():
            shares = f"{score.precision:>10.3f}{score.recall:>8.3f}"
            yield f"{rule:16}{shares}{score.right:>7}{score.extra:>7}{score.missed:>8}"


def differences() -> Iterator[str]:
    """What differs on the seen sentences."""
    for one in map(compare, labelled("seen")):
        if one.extra or one.missed:
            yield f"{one.text}\n    extra {one.extra}\n    missed {one.missed}"
    for row in running():
        found = _passives(row.text) ^ set(row.passives)
        if found and not row.held:
            yield f"{row.text}\n    passive {sorted(found)}"


if __name__ == "__main__":
    print("\n".join(differences() if "--errors" in sys.argv else table()))  # noqa: T201
