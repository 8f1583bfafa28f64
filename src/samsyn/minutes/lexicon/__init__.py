"""The language of the notes as data: the tables of the files beside this one, loaded once.

A municipality's habits are rows there, and not code. A county adds its own in a file of the same form
(`samsyn.minutes.own_words`); which lexicon a reading uses is set around it by `speaking`.
"""

from __future__ import annotations

import re
import tomllib
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, lru_cache, wraps
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = [
    "Lexicon",
    "lexicon",
    "per_lexicon",
    "remembered",
    "remembered_shortly",
    "speaking",
    "swedish",
    "words_pattern",
]

T = TypeVar("T")

_LONGEST_LOWERED = 2000  # characters
_REMEMBERED, _LONGEST_REMEMBERED = 4096, 120  # texts, characters
_REMEMBERED_SHORTLY, _LONGEST_SHORTLY = 512, 4000
_lowered = lru_cache(maxsize=128)(str.lower)  # a sentence is searched for many expressions in a row

_MANY = 8  # words
_MORE = (
    "times.toml",
    "told.toml",
    "references.toml",
    "gate.toml",
    "streams.toml",
    "names.toml",
    "tasks.toml",
    "people.toml",
    "english.toml",
)
_PLACEHOLDER = re.compile(r"\{(?P<table>[a-z_]+)\.(?P<name>[a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables by name, as in the file.

    Attributes:
        bodies: Names of bodies by each of their other names, in small letters.
        persons: Names of people by each of their other names, in small letters.
    """

    tables: Mapping[str, Any]
    municipalities: frozenset[str]
    regions: frozenset[str]
    bodies: Mapping[str, str] = field(default_factory=dict)
    persons: Mapping[str, str] = field(default_factory=dict)
    derived: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)
    _words: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False)
    _patterns: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        """What goes to another process: the tables, and nothing that is made of them."""
        return Lexicon, (self.tables, self.municipalities, self.regions, self.bodies, self.persons)

    def words(self, table: str, name: str) -> frozenset[str]:
        """One list of words or expressions."""
        found = self._words.get((table, name))
        if found is None:
            found = self._words[table, name] = frozenset(self.tables[table][name])
        return found

    def lists(self, table: str) -> dict[str, tuple[str, ...]]:
        """All lists of a table by name."""
        return {name: tuple(words) for name, words in self.tables[table].items()}

    def whole_words(self, table: str, name: str) -> re.Pattern[str]:
        """An expression for any word of a list, as a whole word in any case."""
        key = f"{table}.{name}"
        found = self._patterns.get(key)
        if found is None:
            words = words_pattern(self.words(table, name))
            found = self._patterns[key] = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
        return found

    def pattern(self, name: str) -> re.Pattern[str]:
        """One expression of `patterns` (any case) or `exact`; "." takes a line break too."""
        found = self._patterns.get(name)
        if found is None:
            exact = name in self.tables["exact"]
            forms = self.tables["exact" if exact else "patterns"][name]
            flags = re.DOTALL if exact else re.DOTALL | re.IGNORECASE
            found = self._patterns[name] = re.compile(self.expression(forms), flags)
        return found

    def search(self, name: str, text: str) -> re.Match[str] | None:
        """The first place where an expression holds; `stems` lists letters that spare the search."""
        return self.pattern(name).search(text) if self.may_hold(name, text) else None

    def may_hold(self, name: str, text: str) -> bool:
        """Whether a text has letters without which an expression cannot hold; True where none are listed."""
        stems = self.tables["stems"].get(name)
        if not stems:
            return True
        lowered = _lowered(text) if len(text) < _LONGEST_LOWERED else text.lower()
        for stem in stems:  # noqa: SIM110  three times as fast as any()
            if stem in lowered:
                return True
        return False

    def expression(self, forms: Iterable[str]) -> str:
        """Any of the forms as one expression; "{table.name}" stands for a list's words or another form."""
        return "|".join(_PLACEHOLDER.sub(self._filled, form) for form in forms)

    def _filled(self, match: re.Match[str]) -> str:
        value = self.tables[match["table"]][match["name"]]
        return self.expression([value]) if isinstance(value, str) else words_pattern(value)


def _add(table: dict[str, Any], lists: Mapping[str, Any]) -> None:
    """Put lists into a table; a list that is there already grows."""
    for name, rows in lists.items():
        table[name] = [*table[name], *rows] if name in table else rows


@cache
def swedish() -> Lexicon:
    """The Swedish lexicon as it is, without anybody's own words."""
    folder = files(__name__)
    tables = tomllib.loads((folder / "sv.toml").read_text("utf-8"))
    for more in _MORE:
        for name, lists in tomllib.loads((folder / more).read_text("utf-8")).items():
            _add(tables.setdefault(name, {}), lists)
    places = tomllib.loads((folder / "places.toml").read_text("utf-8"))
    return Lexicon(tables, frozenset(places["municipalities"]), frozenset(places["regions"]))


_spoken: ContextVar[Lexicon] = ContextVar("samsyn_lexicon", default=swedish())  # noqa: B039  never changed

lexicon = _spoken.get
"""The lexicon that holds for this reading; without another one the Swedish lexicon as it is."""


@contextmanager
def speaking(one: Lexicon | None) -> Iterator[None]:
    """Let a lexicon hold within a block; None leaves the one that holds."""
    token = _spoken.set(one or lexicon())
    try:
        yield
    finally:
        _spoken.reset(token)


def per_lexicon(make: Callable[..., T]) -> Callable[..., T]:
    """What a function makes of the lexicon, made once for each lexicon and each set of arguments."""

    @wraps(make)
    def kept(*args: object) -> T:
        derived = lexicon().derived
        key = (make, *args) if args else make
        try:
            found: T = derived[key]
        except KeyError:  # once for each lexicon: asking first whether it is there costs each time
            found = derived[key] = make(*args)
        return found

    return kept


def remembered(tell: Callable[..., T]) -> Callable[..., T]:
    """What a function tells of some words, kept for those met last; each lexicon has its own memory.

    The same names and words stand in many lines and notes. Long texts are told anew each time.
    """
    return _remembering(tell, _REMEMBERED, _LONGEST_REMEMBERED)


def remembered_shortly(tell: Callable[..., T]) -> Callable[..., T]:
    """As `remembered`, for what several rules ask of the same longer text: for few of them."""
    return _remembering(tell, _REMEMBERED_SHORTLY, _LONGEST_SHORTLY)


def _remembering(tell: Callable[..., T], most: int, longest: int) -> Callable[..., T]:
    @wraps(tell)
    def kept(words: str, *more: object) -> T:
        if len(words) > longest:
            return tell(words, *more)
        derived = lexicon().derived
        memory = derived.get(tell)
        if memory is None:
            memory = derived[tell] = lru_cache(maxsize=most)(tell)
        found: T = memory(words, *more)
        return found

    return kept


def words_pattern(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; "*" stands for any letters, a space for any gap.

    Words with the same first letter share the look for it, unless one begins with any letters.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    if len(ordered) < _MANY or any(not word[:1].isalnum() for word in ordered):
        return "|".join(map(_as_pattern, ordered))
    by_letter: dict[str, list[str]] = {}
    for word in ordered:
        by_letter.setdefault(word[0], []).append(_as_pattern(word[1:]))
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


def _as_pattern(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
