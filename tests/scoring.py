"""Compare readings with expected readings, field by field.

Words count as the same where their tokens agree to 60 percent (F1 of the two bags of tokens); days, times
and people's names must agree wholly. What is marked optional counts neither way. Where a field holds
nothing in both, nothing is counted, so that notes without a field say nothing about it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

Record = dict[str, Any]
Entry = dict[str, Any]

EXACT = ("date", "start", "end", "chair", "secretary", "next_meeting")
WORDED = ("body", "title", "place")
LISTS = ("present", "absent", "items", "decisions", "agreements", "actions")
PARTS = {"present": ("affiliation",), "absent": ("affiliation",), "actions": ("responsible", "due")}


@dataclass(frozen=True, slots=True)
class Score:
    """How many values were right, extra and missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        """The counts of both."""
        return Score(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Share of what was read that is right; 1 where nothing was read."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that was read; 1 where there is nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return (
            2 * self.right / (2 * self.right + self.extra + self.missed)
            if self.right
            else float(not self.wrong)
        )

    @property
    def wrong(self) -> int:
        """How many values are not right."""
        return self.extra + self.missed


class Pairs(NamedTuple):
    """Entries of two lists that speak of the same, and those left over on either side."""

    both: list[tuple[Entry, Entry]]
    extra: list[Entry]
    missed: list[Entry]


def tokens(words: str) -> list[str]:
    """The words and numbers of a text, in small letters."""
    return re.findall(r"\w+", words.casefold())


def likeness(one: str, other: str) -> float:
    """F1 of two texts' tokens, from 0 to 1."""
    left, right = Counter(tokens(one)), Counter(tokens(other))
    shared = (left & right).total()
    return 2 * shared / (left.total() + right.total()) if shared else 0.0


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same in about the same words."""
    return likeness(one, other) >= 0.6


def same_name(one: str, other: str) -> bool:
    """Whether two names or codes are the same, spaces and case aside."""
    return tokens(one) == tokens(other)


def accepted(entry: Entry, field: str, *, more: Sequence[str] = ()) -> list[str]:
    """All right answers for a field."""
    answers = [entry.get(field), *entry.get(f"{field}_alt", ()), *more]
    return [answer for answer in answers if answer]


def score_value(
    read: str | None, answers: Sequence[str], *, asked: bool, same: Callable[[str, str], bool]
) -> Score:
    """Score one value; `asked` is false where leaving it out is right as well."""
    if read is None:
        return Score(missed=int(asked))
    if any(same(read, answer) for answer in answers):
        return Score(right=1)
    return Score(extra=1, missed=int(asked))


def likeness_of(field: str, one: Entry, other: Entry) -> float:
    """How well two entries of a list agree; 0 where they do not speak of the same."""
    if field in {"present", "absent"}:
        return float(same_name(one["name"], other["name"]))
    if field == "items":
        same_number = tokens(one["number"] or "") == tokens(other["number"] or "")
        return likeness(one["heading"], other["heading"]) if same_number else 0.0
    return likeness(one["text"], other["text"])


def pair(field: str, read: Sequence[Entry], expected: Sequence[Entry]) -> Pairs:
    """Pair the entries of two lists, the most alike first."""
    grades = (
        (likeness_of(field, one, other), i, j)
        for i, one in enumerate(read)
        for j, other in enumerate(expected)
    )
    left, right, both = set(range(len(read))), set(range(len(expected))), []
    for grade, i, j in sorted(grades, key=lambda row: -row[0]):
        if grade >= 0.6 and i in left and j in right:
            both.append((read[i], expected[j]))
            left.discard(i)
            right.discard(j)
    return Pairs(both, [read[i] for i in sorted(left)], [expected[j] for j in sorted(right)])


def entries(record: Record, field: str) -> list[Entry]:
    """A list of a record, plain words made into entries."""
    return [entry if isinstance(entry, dict) else {"text": entry} for entry in record.get(field, ())]


def score_list(field: str, read: Record, expected: Record) -> dict[str, Score]:
    """Score one list and the parts of its entries."""
    pairs = pair(field, entries(read, field), entries(expected, field))
    allowed = pair(field, pairs.extra, entries(expected.get("optional", {}), field))
    scores = {field: Score(len(pairs.both), len(allowed.extra), len(pairs.missed))}
    for part in PARTS.get(field, ()):
        scores[f"{field}.{part}"] = sum((score_part(part, *both) for both in pairs.both), Score())
    return scores


def score_part(part: str, read: Entry, expected: Entry) -> Score:
    """Score one part of an entry that was found."""
    answers = accepted(expected, part)
    return score_value(read.get(part), answers, asked=bool(expected.get(part)), same=same_words)


def score_record(read: Record, expected: Record) -> dict[str, Score]:
    """Score all fields of one note."""
    scores: dict[str, Score] = {}
    for fields, same in ((EXACT, same_name), (WORDED, same_words)):
        for field in fields:
            answers = accepted(expected, field, more=expected.get("alt", {}).get(field, ()))
            asked = bool(expected.get(field))
            scores[field] = score_value(read.get(field), answers, asked=asked, same=same)
    for field in LISTS:
        scores |= score_list(field, read, expected)
    return scores


def add_up(many: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """The scores of many notes, field by field."""
    total: dict[str, Score] = {}
    for scores in many:
        for field, score in scores.items():
            total[field] = total.get(field, Score()) + score
    return total


def overall(scores: dict[str, Score]) -> Score:
    """All fields together, each value counting once."""
    return sum(scores.values(), Score())


def as_table(scores: dict[str, Score]) -> str:
    """The scores as lines of text, the sum last."""
    rows = [*scores.items(), ("all", overall(scores))]
    return "\n".join(
        f"{field:20} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}"
        f"   {score.right:4} right {score.extra:3} extra {score.missed:3} missed"
        for field, score in rows
    )


def read_expected(path: Path) -> Record:
    """An expected reading."""
    record: Record = json.loads(path.read_text(encoding="utf-8"))
    return record
