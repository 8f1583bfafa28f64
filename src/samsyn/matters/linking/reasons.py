"""Why two topics are thought to be of one matter, as codes with the words they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from samsyn.matters.linking.chaining import WORTH
from samsyn.matters.linking.features import shared_terms
from samsyn.matters.linking.pointing import BY_DAY, pointer_between
from samsyn.matters.linking.profiles import cosine
from samsyn.matters.linking.scoring import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.matters.linking.profiles import Profile
from samsyn.matters.linking.scoring import Compared

CODES = ("date", "terms", "headings", "told", "words", "subject", "body", "through", "named")
ALIKE = 0.35  # headings, from which likeness is a reason
TOLD = 0.5  # of what a heading tells, that stands in the other's text
ABOUT = 0.4
RARE = 0.45  # how telling a common word must be to be named
OF_ITS_OWN = frozenset(("date", "terms", "headings", "told"))  # more than words in common
MOST_WORDS, MOST_TERMS, MOST_REASONS = 4, 2, 4


class Reason(TypedDict):
    """A reason: one of `CODES`, and the words of the notes that it rests on."""

    code: str
    words: list[str]


def reasons_of(row: Compared) -> list[Reason]:
    """The reasons for a link, the weightiest first; at most four."""
    return list(_reasons(row))[:MOST_REASONS]


def is_strong(row: Compared) -> bool:
    """Whether a link is shown as strong: it is sure, and more speaks for it than words in common.

    Two long items of a small register have many words in common whatever they are about; and a third topic
    makes no link strong that is not so without it.
    """
    return row.near >= fitted().strong and any(reason["code"] in OF_ITS_OWN for reason in _reasons(row))


def _reasons(row: Compared) -> Iterator[Reason]:
    one, other, figures = row.one, row.other, row.figures
    pointer = pointer_between(one.topic, other.topic)
    if pointer is not None and figures["pointer"] == BY_DAY:
        yield Reason(code="date", words=[pointer.words])
    for here, there in shared_terms(one, other)[:MOST_TERMS]:
        yield Reason(code="terms", words=[here, there])
    if one.topic.heading and other.topic.heading and cosine(one.heading_grams, other.heading_grams) > ALIKE:
        yield Reason(code="headings", words=[one.topic.heading, other.topic.heading])
    elif figures["told_elsewhere"] > TOLD:
        yield Reason(code="told", words=_told(one, other))
    common = _common(one, other)
    if common:
        yield Reason(code="words", words=common)
    if figures["subject"] > ABOUT:
        about = one if _about(one, other) else other
        yield Reason(code="subject", words=list(about.topic.meeting.bodies))
    if row.bridge is not None and row.bridge.topic.heading and figures["bridge"] >= WORTH:
        yield Reason(code="through", words=[row.bridge.topic.heading])
    if pointer is not None and figures["pointer"] < BY_DAY:
        yield Reason(code="body", words=[pointer.words])


def _told(one: Profile, other: Profile) -> list[str]:
    """Words of a heading that stand in the other topic, of the heading that more of stands there."""
    found = [
        [held.written[root] for root in held.written if root in held.heading & text.weights.keys()]
        for held, text in ((one, other), (other, one))
    ]
    return max(found, key=len)


def _common(one: Profile, other: Profile) -> list[str]:
    """The rarest words that stand in both."""
    shared = [root for root in one.weights.keys() & other.weights.keys() if one.told[root] > RARE]
    named = sorted((root for root in shared if root in one.written), key=lambda root: (-one.told[root], root))
    return [one.written[root] for root in named[:MOST_WORDS]]


def _about(one: Profile, other: Profile) -> bool:
    return any(root in other.weights for root in one.subject)
