"""A text and what can be said of its wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Flag, StrEnum, auto
from time import monotonic
from typing import TYPE_CHECKING

from samsyn.wording.clauses import demand_of, present_of
from samsyn.wording.contested import contested_rule
from samsyn.wording.definitions import Extension, Level, Rule, Scope
from samsyn.wording.errors import RuleTooSlow
from samsyn.wording.loading import standing_rules
from samsyn.wording.sentences import Sentence, Span, sentences_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from samsyn.wording.checks import Hit

# Who is meant by a group that somebody has resolved is no longer unclear.
ABOUT_GROUPS = frozenset({"Absolut", "OklarGrupp"})
_QUOTED = re.compile(r"([”\"’])(?=\w)[^”\"’.]{1,40}(?<=\w)\1")
BUDGET = 2.0  # seconds that a rule may take over all sentences of a text


class Kind(StrEnum):
    """What a text is: the strict rules are for what is demanded, not for what is told."""

    MILESTONE = "milestone"
    DECISION = "decision"
    AGREEMENT = "agreement"
    TEXT = "text"


class Beside(Flag):
    """What is said beside a text, in a field of its own, and so is not asked for in it."""

    NOTHING = 0
    TIME = auto()
    OWNER = auto()


_ABOUT = {Beside.TIME: frozenset({"IngetDatum"}), Beside.OWNER: frozenset({"IngenAgerar"})}


@dataclass(frozen=True, slots=True)
class Remark:
    """A place in a text where something can be said of the wording.

    Attributes:
        rule: The rule's name.
        span: The words' place in the text.
        words: The words themselves; the whole sentence where it is about what is missing.
        sentence: The sentence they stand in.
        reason: What may go wrong with them.
        proposal: What to do.
        instead: Better words, the best first; empty where there are none to give.
        link: Where more can be read; may be empty.
    """

    rule: str
    level: Level
    span: Span
    words: str
    sentence: str
    reason: str
    proposal: str
    instead: tuple[str, ...] = ()
    link: str = ""


def remarks_on(
    text: str,
    *,
    kind: Kind = Kind.TEXT,
    contested: Mapping[str, Sequence[str]] | None = None,
    groups: Collection[str] = (),
    rules: Iterable[Rule] | None = None,
    beside: Beside = Beside.NOTHING,
) -> list[Remark]:
    """What can be said of a text's wording, from left to right.

    Args:
        text: A sentence or a whole text.
        kind: What it is; a text that only tells is looked through for contested words and its figures.
        contested: Words that the county has marked, with better ones for each.
        groups: Groups that somebody has resolved into a list ("alla aktörer"): they are clear.
        rules: Other rules than those that come with Samsyn.
        beside: What is said beside the text, in fields of its own.

    Raises:
        RuleTooSlow: A rule takes too long over a sentence.
    """
    used = [*(standing_rules() if rules is None else rules)]
    if contested:
        used.append(contested_rule(contested))
    sentences = list(sentences_of(text))
    clear = list(_places(text, groups))
    unasked = {rule for what, about in _ABOUT.items() if what in beside for rule in about}
    found = [
        remark
        for rule in used
        if (kind != Kind.TEXT or not rule.is_strict) and rule.name not in unasked
        for remark in _of_rule(rule, text, sentences)
        if not (rule.name in ABOUT_GROUPS and any(_touch(remark.span, place) for place in clear))
    ]
    return sorted(_without_repeats(found), key=lambda remark: (remark.span, remark.rule))


def _of_rule(rule: Rule, text: str, sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """What one rule says, sentence by sentence or of all at once."""
    if rule.scope in (Scope.SENTENCE, Scope.DEMAND):
        begun = monotonic()
        for sentence in sentences:
            if monotonic() - begun > BUDGET:
                raise RuleTooSlow(rule.name)
            for hit in _in_sentence(rule, sentence.text):
                if not (rule.is_strict and _is_in_name(sentence.text, hit)):
                    yield _remark(rule, text, hit, sentence)
        return
    for hit in rule.check.hits(_present(text, sentences) if rule.scope == Scope.PRESENT else text):
        if rule.extends == Extension.METRIC:
            yield _remark(rule, text, hit, Sentence(text, 0))
            continue
        at = _sentence_at(hit.start, sentences, text)
        start, end = max(hit.start, at.start), min(hit.end, at.end)
        if start < end:
            yield _remark(rule, text, hit._replace(start=start - at.start, end=end - at.start), at)


def _in_sentence(rule: Rule, sentence: str) -> Iterator[Hit]:
    """What a rule finds in a sentence; of what it demands, nothing in clauses that only describe."""
    if rule.scope == Scope.SENTENCE:
        return rule.check.hits(sentence)
    demand = demand_of(sentence)
    if rule.extends == Extension.SEQUENCE:  # words in order are those of the demand alone
        return rule.check.hits(demand)
    return (hit for hit in rule.check.hits(sentence) if not demand[hit.start].isspace())


def _present(text: str, sentences: Sequence[Sentence]) -> str:
    """A text with spaces for what tells of the past; as long as it was."""
    for one in sentences:
        text = text[: one.start] + present_of(one.text) + text[one.end :]
    return text


def _is_in_name(sentence: str, hit: Hit) -> bool:
    """Whether a place is a name or a word that is spoken of: "kursen Alla med", "ordet ”alla” byts"."""
    before = sentence[: hit.start].rstrip()
    if any(start < hit.start and hit.end < end for start, end in _quoted(sentence)):
        return True
    return sentence[hit.start].isupper() and bool(before) and before[-1] not in ".:;!?–-()\n"


def _quoted(sentence: str) -> Iterator[tuple[int, int]]:
    """Where few words stand in quotation marks."""
    return (found.span() for found in _QUOTED.finditer(sentence))


def _sentence_at(position: int, sentences: Sequence[Sentence], text: str) -> Sentence:
    """The sentence that a place lies in or after; before all of them the first."""
    if not sentences:
        return Sentence(text, 0)
    after = bisect_right(sentences, position, key=lambda one: one.start)
    return sentences[max(after - 1, 0)]


def _remark(rule: Rule, text: str, hit: Hit, sentence: Sentence) -> Remark:
    """The remark at a hit; places of the hit are counted in the sentence."""
    span = Span(hit.start + sentence.start, hit.end + sentence.start)
    words = text[span.start : span.end]
    shown = hit.instead if rule.extends == Extension.METRIC else (words,)
    return Remark(
        rule=rule.name,
        level=rule.level,
        span=span,
        words=words,
        sentence=sentence.text,
        reason=_said(rule, shown, hit.instead),
        proposal=_proposal(rule, hit.instead),
        instead=() if rule.extends == Extension.METRIC else hit.instead,
        link=rule.link,
    )


def _said(rule: Rule, words: Sequence[str], instead: Sequence[str]) -> str:
    """The message with words for its %s; of two, the first is what to write instead, as in Vale."""
    places = rule.message.count("%s")
    fill = [*instead[:1], *words] if places > 1 else [*words]
    said = rule.message
    for word in fill[:places]:
        said = said.replace("%s", word, 1)
    return said.replace("%s", "")


def _proposal(rule: Rule, instead: Sequence[str]) -> str:
    """What to do: the better words where there are any."""
    if rule.extends == Extension.METRIC or not instead or not any(instead):
        return rule.description
    either = " eller ".join(f"”{word}”" for word in instead)
    return f"Skriv till exempel {either}."


def _places(text: str, groups: Collection[str]) -> Iterator[Span]:
    """Where resolved groups stand in a text, capital and small letters alike."""
    for group in groups:
        if group.strip():
            for found in re.finditer(rf"(?<!\w){re.escape(group.strip())}(?!\w)", text, re.IGNORECASE):
                yield Span(*found.span())


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _without_repeats(remarks: Iterable[Remark]) -> Iterator[Remark]:
    """A rule of several files says a thing once: of overlapping places, the first and longest."""
    last: dict[str, int] = {}
    for remark in sorted(remarks, key=lambda one: (one.rule, one.span.start, -one.span.end)):
        if remark.span.start >= last.get(remark.rule, -1):
            last[remark.rule] = remark.span.end
            yield remark
