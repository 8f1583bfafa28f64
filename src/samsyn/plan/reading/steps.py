"""Steps that a text names: by number, by order, several at once, or as a passage from one to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samsyn.plan.reading.words import rows

MOST = 12
_ORDINALS = {word: number for number, word in enumerate(rows("steps", "ordinals"), 1)}
_NUMBERS = {word: number for number, word in enumerate(rows("steps", "numbers"), 1)}
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_ORDER = "|".join(_ORDINALS)
_BY_NUMBER = re.compile(
    r"\bsteg(?:en|et)? (\d{1,2})"
    r"(?:\s*(-|–|till|och|samt|,)\s*(?:steg )?(\d{1,2})(?![\d/.]\d))?"
    r"(?:\s*(?:och|samt)\s*(\d{1,2}))?"
)
_PASSAGE = re.compile(r"\b(?:från|mellan) steg (\d{1,2}) (?:till|och) steg (\d{1,2})")
_FIRST = re.compile(rf"\bde (?:första ({_COUNT})|({_COUNT}) första) stegen\b")
_ALL_BUT = re.compile(rf"\b({_ORDER}) steget\b")
_HOW_MANY = re.compile(rf"\b({_COUNT}) steg(?:en)?\b")
_SPEAKS = re.compile(
    rf"\bsteg(?:en|et)? \d|\b(?:{_ORDER}) steget\b|\bstegen\b|\bmilstolp"
    rf"|\b(?:{'|'.join(list(_NUMBERS)[1:])}) steg\b"
)


@dataclass(frozen=True, slots=True)
class StepsNamed:
    """The steps that a text names.

    Attributes:
        numbers: In order.
        passage: From one step to another, where the text is about that.
    """

    numbers: tuple[int, ...] = ()
    passage: tuple[int, int] | None = None

    @property
    def only(self) -> int | None:
        """The step, where one is named."""
        return self.numbers[0] if len(self.numbers) == 1 else None


def steps_in(text: str) -> StepsNamed:
    """The steps that a text in small letters names."""
    passage = _PASSAGE.search(text)
    found = {number for match in _BY_NUMBER.finditer(text) for number in _numbered(match)}
    found |= {_ORDINALS[match[1]] for match in _ALL_BUT.finditer(text)}
    for match in _FIRST.finditer(text):
        found |= set(range(1, count_of(match[1] or match[2]) + 1))
    return StepsNamed(
        tuple(sorted(number for number in found if 0 < number <= MOST)),
        (int(passage[1]), int(passage[2])) if passage else None,
    )


def _numbered(match: re.Match[str]) -> set[int]:
    """One step, two of them, or all from the first to the last."""
    first, join, second, third = match.groups()
    if second is None:
        return {int(first)}
    if join in {"-", "–", "till"} and int(first) < int(second) <= MOST:
        return set(range(int(first), int(second) + 1))
    return {int(one) for one in (first, second, third) if one}


def count_of(word: str) -> int:
    """A number in figures or letters."""
    return int(word) if word.isdecimal() else _NUMBERS[word]


def how_many(text: str) -> int:
    """How many steps a text in small letters says that there are ("fyra steg"); 0 where it does not."""
    found = [count_of(match[1]) for match in _HOW_MANY.finditer(text)]
    return max((number for number in found if 1 < number <= MOST), default=0)


def speaks_of_steps(text: str) -> bool:
    """Whether a text in small letters is about steps or milestones of a plan."""
    return _SPEAKS.search(text) is not None
