"""Which object of a new version is which object of the old one. Pure: it compares texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Sequence

SURE = 85.0  # alike enough anywhere in the notes
NEARBY = 65.0  # alike enough below the same heading


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared of a statement: its words, kind and the heading it stands below."""

    text: str
    kind: str
    heading: str


def match_statements(old: Sequence[Told], new: Sequence[Told]) -> dict[int, int]:
    """Pair old statements with new ones, each at most once: equal ones first, then the most alike.

    Returns:
        New position -> old position. Among equally good pairs the order of the notes decides.
    """
    pairs: dict[int, int] = {}
    _take_equal(old, new, pairs, fields=("text", "kind", "heading"))
    _take_equal(old, new, pairs, fields=("text", "kind"))
    _take_equal(old, new, pairs, fields=("text",))
    taken = set(pairs.values())
    alike = [
        (-_likeness(old[o], new[n]), abs(o - n), n, o)
        for n in range(len(new))
        if n not in pairs
        for o in range(len(old))
        if o not in taken and _likeness(old[o], new[n]) > 0
    ]
    for *_, n, o in sorted(alike):
        if n not in pairs and o not in pairs.values():
            pairs[n] = o
    return pairs


def match_names(old: Sequence[str], new: Sequence[str], *, cutoff: float = 100.0) -> dict[int, int]:
    """Pair names or headings: equal ones in order, then those at least as alike as `cutoff`."""
    pairs: dict[int, int] = {}
    for n, name in enumerate(new):
        for o, other in enumerate(old):
            if name == other and o not in pairs.values():
                pairs[n] = o
                break
    for n, name in enumerate(new):
        rest = [o for o in range(len(old)) if o not in pairs.values()]
        best = max(rest, key=lambda o: fuzz.ratio(old[o], name), default=None)
        if n not in pairs and best is not None and fuzz.ratio(old[best], name) >= cutoff:
            pairs[n] = best
    return pairs


def find_again(words: str, text: str, *, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
    """Where the very same words stand, if they stand just once between `start` and `end`."""
    if not words:
        return None
    end = len(text) if end is None else end
    first = text.find(words, start, end)
    if first < 0 or text.find(words, first + 1, end) >= 0:
        return None
    return first, first + len(words)


def _take_equal(
    old: Sequence[Told], new: Sequence[Told], pairs: dict[int, int], *, fields: tuple[str, ...]
) -> None:
    """Pair those that have some fields in common, in order."""
    taken = set(pairs.values())
    waiting: dict[tuple[str, ...], list[int]] = {}
    for o, told in enumerate(old):
        if o not in taken:
            waiting.setdefault(_key(told, fields), []).append(o)
    for n, told in enumerate(new):
        if n not in pairs and waiting.get(_key(told, fields)):
            pairs[n] = waiting[_key(told, fields)].pop(0)


def _key(told: Told, fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(getattr(told, field).split()).casefold() for field in fields)


def _likeness(old: Told, new: Told) -> float:
    """How alike two statements are, 0 where not enough to be one; the same kind wins over another."""
    cutoff = NEARBY if old.heading and old.heading == new.heading else SURE
    alike = fuzz.ratio(old.text, new.text, score_cutoff=cutoff)
    return alike + (old.kind == new.kind) if alike else 0.0
