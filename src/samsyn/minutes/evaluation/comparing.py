"""A reading beside the expected one, field by field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.evaluation.labels import FIELDS, PARTS, PEOPLE, TEXTS, VALUES, labels_of
from samsyn.minutes.evaluation.likeness import (
    name_key,
    pair,
    same_name,
    same_number,
    same_value,
    same_words,
)
from samsyn.minutes.evaluation.scores import Score, Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samsyn.minutes.evaluation.labels import Entry, Expected

_BY_WORDS = frozenset({"body", "title", "place"})
_BY_NAME = frozenset({"chair", "secretary"})


class Miss(NamedTuple):
    """One value that is not right.

    Attributes:
        field: The field, or the part of one ("actions.due").
        wanted: What was expected; "" where nothing was.
        read: What was read; "" where nothing was.
    """

    field: str
    wanted: str
    read: str


@dataclass(slots=True)
class Comparison:
    """What came of a comparison: counts by field and by part, and each miss."""

    scores: dict[str, Score] = field(default_factory=lambda: dict.fromkeys(FIELDS, Score()))
    parts: dict[str, Share] = field(
        default_factory=lambda: {f"{name}.{part}": Share() for name, parts in PARTS.items() for part in parts}
    )
    misses: list[Miss] = field(default_factory=list)

    @property
    def whole(self) -> Score:
        """All fields together, each value counting once (micro average)."""
        return sum(self.scores.values(), Score())


def compare(read: Mapping[str, object], expected: Expected) -> Comparison:
    """Compare a reading with what a careful reader found.

    Days and times must be equal, names of people too once brackets are left out; body, title, place and all
    texts count as the same from a likeness of 0.6 (F1 of their words) on. Entries of lists are paired one to
    one, the most alike first; an entry that fits an optional label counts neither way.

    Args:
        read: The short record (`to_record`); missing keys count as empty.
        expected: The labels of the same note.
    """
    labels, found = labels_of(read), Comparison()
    for name in VALUES:
        _compare_value(found, name, labels.values[name][0], expected.values[name])
    for name in PEOPLE:
        _compare_people(found, name, labels.lists[name], expected)
    for name in TEXTS:
        _compare_texts(found, name, labels.lists[name], expected)
    return found


def add_up(many: Iterable[Comparison]) -> Comparison:
    """The counts and misses of many notes together."""
    total = Comparison()
    for one in many:
        for name, score in one.scores.items():
            total.scores[name] += score
        for part, share in one.parts.items():
            total.parts[part] += share
        total.misses += one.misses
    return total


def _compare_value(found: Comparison, name: str, read: str, answers: Sequence[str]) -> None:
    asked = answers[0] != ""
    hit = bool(read) and any(answer and _same(name, answer, read) for answer in answers)
    if hit:
        found.scores[name] = Score(right=int(asked))  # a right answer where none is asked counts neither way
    else:
        found.scores[name] = Score(extra=int(bool(read)), missed=int(asked))
    if found.scores[name].wrong:
        found.misses.append(Miss(name, answers[0], read))


def _same(name: str, one: str, other: str) -> bool:
    if name in _BY_WORDS:
        return same_words(one, other)
    return same_name(one, other) if name in _BY_NAME else same_value(one, other)


def _compare_people(found: Comparison, name: str, read: Sequence[Entry], expected: Expected) -> None:
    free, right = list(read), 0
    for person in expected.lists[name]:
        same = next((one for one in free if _is(one, person)), None)
        if same is None:
            found.misses.append(Miss(name, person.texts[0], ""))
            continue
        free.remove(same)
        right += 1
        _compare_parts(found, name, person, same)
    extra = [one for one in free if not any(_is(one, person) for person in expected.optional[name])]
    found.misses += [Miss(name, "", one.texts[0]) for one in extra]
    found.scores[name] = Score(right, len(extra), len(expected.lists[name]) - right)


def _is(read: Entry, person: Entry) -> bool:
    return name_key(read.texts[0]) in {name_key(text) for text in person.texts}


def _compare_texts(found: Comparison, name: str, read: Sequence[Entry], expected: Expected) -> None:
    wanted = expected.lists[name]
    pairs = pair([entry.texts for entry in wanted], [entry.texts[0] for entry in read])
    for i, j in pairs:
        _compare_parts(found, name, wanted[i], read[j])
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    rest = [entry.texts[0] for j, entry in enumerate(read) if j not in used]
    excused = {j for _, j in pair([entry.texts for entry in expected.optional[name]], rest)}
    extra = [text for j, text in enumerate(rest) if j not in excused]
    missed = [entry.texts[0] for i, entry in enumerate(wanted) if i not in hit]
    found.misses += [Miss(name, text, "") for text in missed] + [Miss(name, "", text) for text in extra]
    found.scores[name] = Score(len(pairs), len(extra), len(missed))


def _compare_parts(found: Comparison, name: str, wanted: Entry, read: Entry) -> None:
    """Judge the parts of an entry that was found; what is empty on both sides is not asked."""
    for part in PARTS.get(name, ()):
        answers, given = wanted.parts[part], read.parts[part][0]
        if not (answers[0] or given):
            continue
        same = same_number if part == "number" else same_words
        right = bool(given) and any(answer and same(answer, given) for answer in answers)
        key = f"{name}.{part}"
        found.parts[key] += Share(int(right), 1)
        if not right:
            found.misses.append(Miss(key, answers[0], given))
