"""How well remarks agree with the labels, rule by rule.

Run as `python -m tests.wording.measured` to see the table; with `--errors`, what differs on the seen
sentences. The held and the blind ones are only counted.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.wording.labels import RULES, Sentence, labelled, running

from samsyn.wording import Kind, Remark, remarks_on
from samsyn.wording.sentences import words_of
from samsyn.wording.verbs import Tag, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True)
class Score:
    """Counts of a rule: right remarks, remarks too many, labels missed."""

    right: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        """Right of those made."""
        return self.right / max(1, self.right + self.extra)

    @property
    def recall(self) -> float:
        """Right of those labelled."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.extra + self.missed)


@dataclass(frozen=True)
class Compared:
    """A sentence's labels beside its remarks: rule and words."""

    text: str
    right: list[tuple[str, str]]
    extra: list[tuple[str, str]]
    missed: list[tuple[str, str]]


def compare(sentence: Sentence) -> Compared:
    """A remark is right if the rule is the label's and the words overlap; each label counts once."""
    made = remarks_on(
        sentence.text,
        kind=Kind(sentence.kind),
        contested=sentence.contested or {},
        groups=sentence.groups,
    )
    left = list(made)
    right: list[tuple[str, str]] = []
    missed: list[tuple[str, str]] = []
    for label in sentence.remarks:
        found = next((one for one in left if _agrees(one, label.rule, label.words, sentence.text)), None)
        (missed if found is None else right).append((label.rule, label.words))
        left = [one for one in left if one is not found]
    return Compared(sentence.text, right, [(one.rule, one.words) for one in left], missed)


def _agrees(remark: Remark, rule: str, words: str, text: str) -> bool:
    start = text.find(words)
    overlaps = remark.span.start < start + len(words) and start < remark.span.end
    return remark.rule == rule and (not words or overlaps)


def scores(sentences: Iterable[Sentence]) -> dict[str, Score]:
    """The counts of each rule."""
    compared = [compare(sentence) for sentence in sentences]
    return {rule: _count(compared, rule) for rule in sorted(RULES)}


def _count(compared: Sequence[Compared], rule: str) -> Score:
    right, extra, missed = (
        sum(name == rule for one in compared for name, _ in getattr(one, part))
        for part in ("right", "extra", "missed")
    )
    return Score(right, extra, missed)


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
