"""Reads a sentence from left to right, and finds the clauses in it that only describe."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.wording.clauses.small_words import small_words
from samsyn.wording.verbs import Tag, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.wording.clauses.words import Told

_NEAR = 5  # words within which a clause that "som" or "om" opens has its verb
_NEARBY = 9  # and others theirs
_FAR = 4  # words before "att" within which what rules it stands
_WEAK_PAST = tuple(
    f"{end}{s}" for end in ("ade", "dde", "rde", "lde", "gde", "vde", "nde", "te") for s in ("", "s")
)
_FINITE = frozenset({Tag.PRESENT, Tag.PASSIVE})
_BARE = frozenset({Tag.INFINITIVE, Tag.SUPINE})
_RULING = frozenset({Tag.PRESENT, Tag.INFINITIVE})
_VERBAL = frozenset({Tag.PASSIVE, Tag.PARTICIPLE})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that only describes: its words, and whether it tells of the past."""

    first: int
    end: int
    is_past: bool


class Reader:
    """Finds the clauses of one sentence, from left to right."""

    def __init__(self, words: Sequence[Told]) -> None:
        self.words = words
        self.has_verb = False  # whether the sentence's own verb has been seen
        self.is_waiting = False  # whether that was a modal whose verb is still to come
        self.is_demanded = False  # whether the last "att" opened a demand

    def clauses(self) -> Iterator[Clause]:
        """The clauses that only describe."""
        at = 0
        while at < len(self.words):
            verb = self._verb_of(at) if self._opens(at) else None
            if at == 0 and self._is_turned():
                verb = 0
            if verb is None:
                self._see(at)
                at += 1
                continue
            end = self._end(verb)
            yield Clause(at, end, self._is_past(verb))
            at = end

    def _is_turned(self) -> bool:
        """Whether the sentence begins with a condition without "om": "Svarar hemmet inte ringer rektor"."""
        if not self._is_finite(0) or self._is_bare(0):
            return False
        end = self._end(0)
        return self._is_finite(end) or (self._is(end, "closes") and self._is_finite(end + 1))

    def _see(self, at: int) -> None:
        """Note the sentence's own verb."""
        if self._is_finite(at):
            self.has_verb, self.is_waiting = True, self._word(at) in small_words("modals")
        elif self._is_bare(at):
            self.is_waiting = False

    def _word(self, at: int) -> str:
        return self.words[at].small if 0 <= at < len(self.words) else ""

    def _is(self, at: int, kind: str) -> bool:
        return self._word(at) in small_words(kind)

    def _before(self, at: int) -> set[str]:
        """The few words before one."""
        return {word.small for word in self.words[max(0, at - _FAR) : at]}

    def _can_be(self, at: int, tags: frozenset[Tag]) -> bool:
        return 0 <= at < len(self.words) and not tags.isdisjoint(self.words[at].tags)

    def _is_finite(self, at: int) -> bool:
        """Whether a word can be a verb that makes a clause."""
        return self._is(at, "modals") or self._can_be(at, _FINITE) or self._is_past(at)

    def _is_bare(self, at: int) -> bool:
        """Whether a word can be an infinitive or a supine."""
        return self._can_be(at, _BARE)

    def _is_past(self, at: int) -> bool:
        """Whether a word can be a verb of the past."""
        word = self._word(at)
        weak = word.endswith(_WEAK_PAST) and not _VERBAL.isdisjoint(tags_of(word) | tags_of(word + "s"))
        return weak or self._is(at, "past")

    def _opens(self, at: int) -> bool:
        """Whether a word opens a clause that only describes."""
        word = self._word(at)
        if word == "att":
            return not self._demands(at)
        if word == "som":
            return not self._is(at + 1, "adverbs") and small_words("compares").isdisjoint(self._before(at))
        return self._is_condition(at) if word == "om" else self._is(at, "opens")

    def _is_condition(self, at: int) -> bool:
        """Whether "om" is "if": first, after a comma or a verb, or before a pronoun."""
        first = at == 0 or self._is(at - 1, "closes")
        asked = self._can_be(at - 1, _RULING)
        return not self._is(at + 1, "adverbs") and (first or asked or self._is(at + 1, "pronouns"))

    def _demands(self, at: int) -> bool:
        """Whether an "att" opens what is demanded; one that is joined to another is as that."""
        if not self._is(at - 1, "joins"):
            ruled = self._verb_of(at) is not None and self._can_be(at - 1, _RULING)
            bare = self._is_bare(at + 1) or self._is_bare(at + 2) or self._can_be(at + 1, _FINITE)
            self.is_demanded = not small_words("demands").isdisjoint(self._before(at)) or (ruled and bare)
        return self.is_demanded

    def _verb_of(self, opened: int) -> int | None:
        """The first verb of the clause that a word opens; None where it has none, and so is no clause."""
        word = self._word(opened)
        reach = _NEAR if word in ("som", "om") else _NEARBY
        for at in range(opened + 1, min(opened + 1 + reach, len(self.words))):
            if self._is(at, "closes") or (word == "om" and (self._is(at, "joins") or self._opens(at))):
                return None
            if self._is_finite(at) or (self._is_bare(at) and word in ("att", "som")):
                return at
        return None

    def _end(self, verb: int) -> int:
        """The first word that no longer belongs to the clause of a verb."""
        at, last = verb + 1, verb
        while at < len(self.words) and not (self._is(at, "closes") and not self._is_in_list(at)):
            if self._is(at, "joins"):
                if not self._goes_on(at, verb):
                    return at
                at = last = self._own_verb(at + 1, last)
            elif self._is_ruled(at, last):
                last = at
            elif self._is_finite(at) or (self.is_waiting and self._is_bare(at)):
                return at
            at += 1
        return at

    def _is_in_list(self, at: int) -> bool:
        """Whether a comma parts words of a list: "tydliga, relevanta och kända"."""
        if self._word(at) != "," or self._is(at + 1, "joins"):
            return False
        for n in range(at + 1, at + 4):
            if self._is(n, "joins") or self._word(n) == ",":
                return True
            if self._is_finite(n) or self._opens(n):
                return False
        return False

    def _is_ruled(self, at: int, last: int) -> bool:
        """Whether a verb belongs to the modal before it: "ska användas", "har antagits"."""
        is_verb = self._is_bare(at) or self._is_finite(at)
        return is_verb and self._is(last, "modals") and not self._is(at, "modals")

    def _finite_from(self, at: int) -> int | None:
        """The next finite verb within reach, before a comma."""
        for n in range(at, min(at + _NEAR, len(self.words))):
            if self._is(n, "closes"):
                return None
            if self._is_finite(n):
                return n
        return None

    def _own_verb(self, at: int, last: int) -> int:
        """Where a clause's next verb stands after a joining word; a sentence's last is not the clause's."""
        first = self._finite_from(at)
        if first is None or (first > at and self._finite_from(first + 1) is None and not self.has_verb):
            return max(last, at - 1)
        return first

    def _goes_on(self, at: int, verb: int) -> bool:
        """Whether a clause goes on after a joining word, or the sentence itself does."""
        after = at + 1
        if self._opens(after):
            return True
        if self._is_finite(after) or self._is_bare(after):
            return not self.has_verb or not self._is_finite(after) or at - verb <= 1
        return not self.has_verb or self._finite_from(after) is None
