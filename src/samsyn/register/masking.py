"""Names that must not be seen: found in any text or page, and blotted out.

A mask knows whole names in any order and case, each part of them, initials beside a part, and e-mail
addresses made of them; as text, in HTML, JSON and addresses. A part that stands in the name of somebody or
something else that the register knows stays. What is blotted out keeps its length, so that places in a text
stay true; `hide` then lets the length go too.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BLOT = "█"
# With a space that does not break: nobody writes it by hand, so that a form sent back with it is known.
MASKED = "Skyddad\u00a0person"
SHORTEST_PART = 2
PARTICLES = {"af", "av", "d'", "da", "de", "del", "der", "di", "du", "la", "van", "von", "zu"}
SHORTEST_IN_ADDRESS = 4  # a shorter part stands in many words, above all without rings and dots
SEPARATOR = r"(?:[\s.,_+-]|%20|%2C|&nbsp;|&#160;|\\u00a0){1,3}"
GENITIVE = r"(?:(?:['’:]|&#x?\d+;)?s|['’])?"
BEGINS, ENDS = r"(?<![^\W_])", r"(?![^\W_])"
# Between a name and what is said of who bears it: tags, punctuation, and words for ways to reach somebody.
GAP = re.compile(
    r"(?:<[^<>]*>|&nbsp;|[\s,;:()/|\"–—-]|\b(?:tel|tfn|telefon|mobil|mobiltelefon|e-?post|mejl|mail)\b\.?){0,40}",
    re.IGNORECASE,
)
PHONE = r"(?:\+\d{2}|0)[\d \u00a0-]{6,14}\d"
ADDRESS = r"[\w.+-]+@[\w.-]+\w"
MAIL = re.compile(r"(?P<local>[\w.+%-]{1,80})(?:@|%40)[\w.-]+\w")
BLOTTED = re.compile(rf"{BLOT}(?:[ \t\u00a0.,_-]{{0,3}}{BLOT})*")


@dataclass(frozen=True, slots=True)
class Names:
    """How one person is written.

    Attributes:
        full: The name and its aliases: each of their parts counts.
        written: Other spellings, of which only the whole counts.
        details: What is said of the person beside the name: title, organisation, role.
    """

    full: tuple[str, ...]
    written: tuple[str, ...] = ()
    details: tuple[str, ...] = ()

    @property
    def parts(self) -> set[str]:
        """Every part of the full names of two letters or more."""
        return {part for name in self.full for part in parts_of(name)}

    def are_meant_by(self, name: str) -> bool:
        """Whether a name is one of these, or has both the first and the last part of one."""
        words = _words(name)
        if all(word in self.parts or len(word) < SHORTEST_PART for word in words):
            return True
        ends = [(_words(full)[0], _words(full)[-1]) for full in self.full if _words(full)]
        return any({first, last} <= set(words) for first, last in ends)


class Mask:
    """Blots out the names of some people."""

    def __init__(self, people: Sequence[Names] = (), others: Iterable[str] = ()) -> None:
        """Make a mask.

        Args:
            people: Whose names are not to be seen.
            others: Names of people, bodies and organisations, of which parts of those names may be a part.
        """
        self._people = tuple(people)
        self._others = tuple(others)

    def __bool__(self) -> bool:
        """Whether there is anybody to hide."""
        return bool(self._people)

    def touches(self, word: str) -> bool:
        """Whether a word, in small letters, stands in anything that is hidden."""
        return any(word in hidden for hidden in self._hidden_words)

    def blot(self, text: str) -> str:
        """The text with names, and what is said beside them, blotted out letter by letter."""
        return _blotted(text, self.places(text))

    def hide(self, text: str) -> str:
        """The text with `MASKED` in place of each name, however long it is."""
        return collapse(self.blot(text)) if self else text

    def is_in(self, text: str) -> bool:
        """Whether anything of a text must not be seen."""
        return next(self.places(text), None) is not None

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where names, and what is said beside them, begin and end."""
        if not self:
            return
        named = ((found.span(), True) for found in self._pattern.finditer(text) if found["own"])
        written = ((found.span(), False) for found in MAIL.finditer(text) if self._is_theirs(found["local"]))
        for (start, end), is_name in merge(named, written):
            yield start, end
            if is_name:
                yield from self._beside(text, end)

    def _is_theirs(self, local: str) -> bool:
        """Whether an e-mail address has a part of a hidden name in it; short ones stand in many words."""
        words = set(re.split(r"[.+_%-]", local.casefold()))
        return any(part in words or (len(part) >= SHORTEST_IN_ADDRESS and part in local.casefold())
                   for part in self._parts_in_addresses)  # fmt: skip

    @cached_property
    def _parts_in_addresses(self) -> set[str]:
        parts = {part.casefold() for person in self._people for part in person.parts}
        return parts | {_plain(part) for part in parts}

    def _beside(self, text: str, at: int) -> Iterator[tuple[int, int]]:
        """What follows a name and says more of who bears it."""
        while (gap := GAP.match(text, at)) and (said := self._details.match(text, gap.end())):
            yield said.span()
            at = said.end()

    @cached_property
    def _hidden_words(self) -> list[str]:
        said = ((*one.full, *one.written, *one.details) for one in self._people)
        return [f"{word}s".casefold() for some in said for name in some for word in name.split()]

    @cached_property
    def _details(self) -> re.Pattern[str]:
        said = {detail for person in self._people for detail in person.details if detail.strip()}
        words = [_spelled(detail) for detail in sorted(said, key=len, reverse=True)]
        return re.compile(rf"{BEGINS}(?:{'|'.join([PHONE, ADDRESS, *words])}){ENDS}", re.IGNORECASE)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        others = sorted({name for name in self._others if self._is_another(name)}, key=len, reverse=True)
        other = "|".join(_joined(name.split()) for name in others) or r"(?!)"
        own = "|".join(form for person in self._people for form in _forms(person))
        parts = [part for person in self._people for part in person.parts]
        begins = {char for name in (*others, *self._hidden_words, *parts) for char in name[:1]}
        # Looked at first, since most letters of a page begin no name.
        first = "".join(re.escape(form) for char in sorted(begins) for form in _first_of(char))
        return re.compile(
            rf"(?=[{first}]){BEGINS}(?:(?P<other>(?:{other}){GENITIVE}{ENDS})|(?P<own>(?:{own}){GENITIVE}{ENDS}))"
        )

    def _is_another(self, name: str) -> bool:
        return not any(person.are_meant_by(name) for person in self._people)


def collapse(text: str) -> str:
    """A text in which what is blotted out has no length any more."""
    return BLOTTED.sub(MASKED, text)


def parts_of(name: str) -> set[str]:
    """The parts of a name, and what a hyphen joins, each with a capital; not *von* and the like."""
    words = [word if word in PARTICLES else word[0].upper() + word[1:] for word in _words(name)]
    joined = [part for word in words if "-" in word for part in word.split("-")]
    return {word for word in (*words, *joined) if len(word) >= SHORTEST_PART and word not in PARTICLES}


def _words(name: str) -> list[str]:
    return [word for word in (one.strip(".,;:()\"'”") for one in name.split()) if word]


def _forms(person: Names) -> Iterator[str]:
    """All ways in which a person is written, the longest first."""
    for name in sorted({*person.full, *person.written}, key=len, reverse=True):
        words = _words(name)
        if "@" in name:
            yield f"(?i:{_spelled(name)})"
        elif len(words) > 1:
            yield f"(?i:{_joined(words)})"
            yield f"(?i:{_joined([words[-1], *words[:-1]])})"
    for first, last in ((words[0], words[-1]) for words in map(_words, person.full) if len(words) > 1):
        yield f"{_spelled(first[0])}{SEPARATOR}{_spelled(last)}"
        yield f"{_spelled(first)}{SEPARATOR}{_spelled(last[0])}"
    for part in sorted(person.parts, key=len, reverse=True):
        yield from dict.fromkeys((_spelled(part), _spelled(part.upper())))


def _first_of(char: str) -> set[str]:
    """What a word that begins with a letter may begin with, however it is written."""
    return {char.lower(), char.upper(), _plain(char.upper())[:1], _plain(char.lower())[:1], "%", "&", "\\"}


def _plain(word: str) -> str:
    """A word without rings, dots and accents, as in an address."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def _joined(words: Sequence[str]) -> str:
    return SEPARATOR.join(_spelled(word) for word in words)


def _spelled(word: str) -> str:
    """A word as it stands in a text, in HTML, in JSON and in an address."""
    escaped = quote(word)
    forms = {
        word,
        _plain(word) if len(word) >= SHORTEST_IN_ADDRESS else word,
        unicodedata.normalize("NFD", word),
        html.escape(word),
        json.dumps(word)[1:-1],
        escaped,
        escaped.replace("%20", "+"),
        re.sub(r"%[0-9A-F]{2}", lambda code: code.group().lower(), escaped),
    }
    soft = r"[\u00ad\u200b]?".join(re.escape(char) for char in word)
    return f"(?:{'|'.join([soft, *(re.escape(form) for form in sorted(forms, key=len, reverse=True))])})"


def _blotted(text: str, places: Iterator[tuple[int, int]]) -> str:
    kept, at = [], 0
    for start, end in places:
        if end > at:
            kept += [text[at : max(start, at)], BLOT * (end - max(start, at))]
            at = end
    return "".join((*kept, text[at:]))
