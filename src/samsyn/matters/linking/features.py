"""What speaks for and against two topics being of one matter, as figures from 0 to 1."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from samsyn.matters.linking.pointing import points
from samsyn.matters.linking.profiles import cosine

if TYPE_CHECKING:
    from samsyn.matters.linking.profiles import Profile

NAMES = (
    "letters", "words", "told_elsewhere", "terms", "amount", "pointer", "same_body", "same_heading", "apart",
    "subject",
)  # fmt: skip
LONG = 365.0  # days
MANY = 8
LEAST_TOLD = 0.4  # of words in common: one that is seldom written, or two that often are
HALF = 4.0
LITTLE = 0.3  # so much must a heading tell for half of what stands in it to count
LOG_LONG = log(1 + 1000.0)


def compare(one: Profile, other: Profile) -> dict[str, float]:
    """How two topics of different meetings look beside one another.

    Returns:
        By the names of `NAMES`: likeness of all by letters (cosine of pieces of three to five) and by words
        (BM25 in both directions, over what each scores with itself), how much of either heading stands in
        the other's text, whether the county's list ties different words, how much they have in common,
        whether one points to the other's meeting, bodies in common, the very same heading, days apart, and
        whether one's body is there for what the other is about.
    """
    common = one.weights.keys() & other.weights.keys()
    same = bool(one.heading) and one.topic.heading.casefold() == other.topic.heading.casefold()
    return {
        "letters": cosine(one.grams, other.grams),
        "words": _bm25(one, other, common),
        "told_elsewhere": max(_told(one, other), _told(other, one)),
        "terms": _terms(one, other),
        "amount": _amount(one, other, common),
        "pointer": points(one.topic, other.topic),
        "same_body": 1.0 if set(one.topic.meeting.bodies) & set(other.topic.meeting.bodies) else 0.0,
        "same_heading": 1.0 if same else 0.0,
        "apart": _apart(one, other),
        "subject": max(_about(one, other), _about(other, one)),
    }


def is_worth_comparing(one: Profile, other: Profile) -> bool:
    """Whether two topics have so much in common that they may be of one matter at all, told quickly."""
    common = one.weights.keys() & other.weights.keys()
    if len(common) >= MANY:
        return True
    told = sum(one.told[root] for root in common)
    return told >= LEAST_TOLD or (bool(common) and points(one.topic, other.topic) > 0)


def shared_terms(one: Profile, other: Profile) -> list[tuple[str, str]]:
    """What the two call by different words of one group of the county's list, headings' words first."""
    found = []
    for group in one.terms.keys() & other.terms.keys():
        for here in sorted(one.terms[group]):
            other_ways = sorted(other.terms[group] - {here})
            if other_ways:
                found.append((group not in one.heading_terms & other.heading_terms, here, other_ways[0]))
    return [(here, there) for _, here, there in sorted(found)]


def _terms(one: Profile, other: Profile) -> float:
    """1 where both headings name it, in whatever words; half where one does and the other's text."""
    if not shared_terms(one, other):
        return 0.0
    if one.heading_terms & other.heading_terms:
        return 1.0
    either = one.heading_terms & other.terms.keys() or other.heading_terms & one.terms.keys()
    return 0.5 if either else 0.2


def _share(part: frozenset[str], whole: frozenset[str], told: dict[str, float]) -> float:
    weight = sum(told[root] for root in whole)
    return sum(told[root] for root in part) / (weight + LITTLE)


def _bm25(one: Profile, other: Profile, common: set[str]) -> float:
    """BM25 of each as a question to the other, over what it scores with itself; their mean."""
    return (_scored(one, other, common) + _scored(other, one, common)) / 2


def _scored(asked: Profile, text: Profile, common: set[str]) -> float:
    return sum(text.scores[root] for root in common) / asked.own_score if asked.own_score else 0.0


def _amount(one: Profile, other: Profile, common: set[str]) -> float:
    """How much they have in common, whatever their length: half at `HALF`."""
    found = sum(one.scores[root] + other.scores[root] for root in common) / 2
    return found / (found + HALF)


def _told(one: Profile, other: Profile) -> float:
    """How much of one's heading stands anywhere in the other."""
    return _share(one.heading & other.weights.keys(), one.heading, one.told)


def _about(one: Profile, other: Profile) -> float:
    """How much of what one's body is there for stands in the other's heading, or half of it in the text."""
    whole = sum(one.subject.values())
    found = sum(
        weight * (1.0 if root in other.heading else 0.5)
        for root, weight in one.subject.items()
        if root in other.weights
    )
    return one.silence * found / whole if whole else 0.0


def _apart(one: Profile, other: Profile) -> float:
    first, second = one.topic.meeting.day, other.topic.meeting.day
    if first is None or second is None:
        return 0.5
    return min(1.0, log(1 + abs((second - first).days)) / LOG_LONG)
