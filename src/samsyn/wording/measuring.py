"""How well remarks agree with a careful reader's, rule by rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.wording.remarks import Kind, Remark, remarks_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.wording.labels import Label, Labelled


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


def compare(sentence: Labelled) -> Compared:
    """A remark is right if the rule is the label's and the words overlap; each label counts once."""
    left = remarks_on(
        sentence.text,
        kind=Kind(sentence.kind),
        contested=sentence.contested or {},
        groups=sentence.groups,
    )
    right: list[tuple[str, str]] = []
    missed: list[tuple[str, str]] = []
    for label in sentence.remarks:
        found = next((one for one in left if _agrees(one, label, sentence.text)), None)
        (missed if found is None else right).append((label.rule, label.words))
        left = [one for one in left if one is not found]
    return Compared(sentence.text, right, [(one.rule, one.words) for one in left], missed)


def _agrees(remark: Remark, label: Label, text: str) -> bool:
    start = text.find(label.words)
    overlaps = remark.span.start < start + len(label.words) and start < remark.span.end
    return remark.rule == label.rule and (not label.words or overlaps)


def scores(compared: Sequence[Compared], rules: Iterable[str]) -> dict[str, Score]:
    """The counts of each rule, by name."""
    return {rule: _count(compared, rule) for rule in sorted(rules)}


def _count(compared: Sequence[Compared], rule: str) -> Score:
    right, extra, missed = (
        sum(name == rule for one in compared for name, _ in getattr(one, part))
        for part in ("right", "extra", "missed")
    )
    return Score(right, extra, missed)
