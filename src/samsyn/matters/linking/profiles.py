"""A topic as it is compared: its words with their weights, its letters, what it calls things."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from samsyn.matters.linking.days import days_of
from samsyn.matters.linking.topics import is_talk, kinds_of_bodies
from samsyn.register.search.words import roots_of, words_of

if TYPE_CHECKING:
    from samsyn.matters.linking.frequencies import Frequencies
    from samsyn.matters.linking.terms import TermList
    from samsyn.matters.linking.topics import Topic

GRAMS = (3, 4, 5)
K1, B = 1.2, 0.5  # of BM25
USUAL = 60.0  # words of a topic
LEAST = 0.15  # a word that tells less is left out: it stands in half of all notes
IN_HEADING = 2  # so many times counts a word of the heading
SHORTEST = 2
PLAIN = 1.2  # a heading that tells so much says for itself what it is about
OPENING = 6  # words that stand for a heading where there is none that tells anything
WRITTEN_OTHERWISE = 0.5  # how much it tells that two speak of one thing of the county's list
SAME_DAY = 0.6  # and of one day of the year


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What of a topic is compared.

    Attributes:
        written: For each root, the first word that has it; for each day, how it is written.
        weights: Of each root: how much it tells, times how often it stands there.
        told: How much each root tells, from 0 to 1.
        scores: What BM25 gives each root asked for in this topic; `own_score` is that of all of them.
        heading: Roots of the heading.
        grams: Of the roots, as a vector of length 1; `heading_grams` of the heading's.
        subject: What the bodies are there for, as far as the heading does not say it; `silence` is how little
            is said by it, from 0 to 1.
        terms: Groups of the county's list, with the ways in which they are written here.
    """

    topic: Topic
    written: dict[str, str]
    weights: dict[str, float]
    told: dict[str, float]
    scores: dict[str, float]
    own_score: float
    heading: frozenset[str]
    grams: dict[str, float]
    heading_grams: dict[str, float]
    terms: dict[str, set[str]]
    heading_terms: frozenset[str]
    subject: dict[str, float]
    silence: float


def profile(topic: Topic, frequencies: Frequencies, terms: TermList) -> Profile:
    """Prepare a topic for comparison; names of people are no evidence and are left out."""
    heading, body = words_of(topic.heading), words_of(topic.text)
    words = heading * IN_HEADING + body
    roots = roots_of(words)
    hidden = topic.meeting.hidden
    kept = [
        (word, root)
        for word, root in zip(words, roots, strict=True)
        if len(word) >= SHORTEST and word not in hidden and not word.isdigit() and not is_talk(root)
    ]
    told = {root: frequencies.weight(root) for root in {root for _, root in kept}}
    named = {name: _groups(roots[at:to], terms) for name, at, to in _parts(heading, words)}
    told |= {group: WRITTEN_OTHERWISE for groups in named.values() for group in groups}
    days = days_of(topic)
    told |= dict.fromkeys(days, SAME_DAY)
    told = {root: weight for root, weight in told.items() if weight > LEAST}
    counts = Counter(root for _, root in kept if root in told)
    counts.update(group for groups in named.values() for group in groups)
    counts.update(days.keys())
    weights = {root: told[root] * (1 + log(count)) for root, count in counts.items()}
    in_heading = (frozenset(roots[: len(heading)]) & told.keys()) | named["heading"].keys()
    silence = 1 - min(1.0, sum(told[root] for root in in_heading) / PLAIN)
    if not in_heading:
        in_heading = frozenset([root for _, root in kept if root in told][:OPENING])
    scores = {root: _score(told[root], weight, len(weights)) for root, weight in weights.items()}
    return Profile(
        topic,
        {root: word for word, root in reversed(kept)} | days,
        weights,
        told,
        scores,
        sum(scores.values()),
        in_heading,
        vector(weights),
        vector({root: told[root] for root in in_heading}),
        {group: named["heading"].get(group, set()) | found for group, found in named["all"].items()},
        frozenset(named["heading"]),
        {root: weight * silence for root, weight in _subject(topic, frequencies).items()},
        silence,
    )


def _score(told: float, weight: float, n_roots: int) -> float:
    """How far a root counts that stands in a topic more than once, and in a long one."""
    often = exp(weight / told - 1)
    length = 1 - B + B * n_roots / USUAL
    return told * often * (K1 + 1) / (often + K1 * length)


def _parts(heading: list[str], words: list[str]) -> tuple[tuple[str, int, int], ...]:
    """The heading, and all of the topic once, as places among its words."""
    return ("heading", 0, len(heading)), ("all", len(heading) * (IN_HEADING - 1), len(words))


def _groups(roots: list[str], terms: TermList) -> dict[str, set[str]]:
    """Groups of the county's list that words name, as if each were a word of its own."""
    return {f"={group}": written for group, written in terms.find(roots).items()}


def _subject(topic: Topic, frequencies: Frequencies) -> dict[str, float]:
    """What the bodies are there for, by their names ("Arbetsgrupp En väg in"), as vector of length 1."""
    words = [word for name in topic.meeting.bodies for word in words_of(name)]
    roots = [root for root in roots_of(words) if root not in kinds_of_bodies()]
    told = {root: frequencies.weight(root) for root in roots}
    return {root: weight for root, weight in told.items() if weight > LEAST}


def vector(weights: dict[str, float]) -> dict[str, float]:
    """Pieces of three to five letters of some roots, as a vector of length 1."""
    found: dict[str, float] = {}
    for root, weight in weights.items():
        pieces = pieces_of(root)
        share = weight / sqrt(len(pieces))
        for piece in pieces:
            found[piece] = found.get(piece, 0.0) + share
    length = sqrt(sum(value * value for value in found.values()))
    return {piece: value / length for piece, value in found.items()} if length else {}


@lru_cache(50_000)
def pieces_of(root: str) -> tuple[str, ...]:
    """The pieces of one root, with a mark where it begins."""
    if root.startswith("="):
        return (root,)
    marked = f" {root}"
    return tuple({marked[at : at + size] for size in GRAMS for at in range(max(1, len(marked) - size + 1))})


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """How alike two vectors of length 1 are, from 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[piece] for piece, value in one.items() if piece in other)
