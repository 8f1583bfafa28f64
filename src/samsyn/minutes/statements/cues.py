"""The kind of a sentence by its words: the `cue` tables of the lexicon, tried in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Kind
from samsyn.minutes.texts import lower

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Cue:
    """One rule: words that make a sentence a kind, and words that forbid it."""

    rule: str
    kind: Kind
    action: bool
    stems: tuple[str, ...]
    words: re.Pattern[str]
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class CueFound:
    """The rule that holds for a sentence, with the place of the words that made it hold."""

    rule: str
    kind: Kind
    action: bool
    at: tuple[int, int]


@cache
def _cues() -> tuple[Cue, ...]:
    return tuple(_cue(row) for row in lexicon().tables["cue"])


def _cue(row: Mapping[str, Any]) -> Cue:
    return Cue(
        row["rule"],
        Kind(row["kind"]),
        row.get("action", False),
        tuple(row["stems"]),
        _any_of(row["any"]),
        _any_of(row["not"]) if "not" in row else None,
    )


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    """One expression for all forms; those that begin at a word share the look for its beginning."""
    at_word = [form.removeprefix(r"\b") for form in forms if form.startswith(r"\b")]
    others = [form for form in forms if not form.startswith(r"\b")]
    joined = [rf"\b(?:{'|'.join(at_word)})", *others] if at_word else others
    return re.compile(lexicon().expression(joined), re.DOTALL)


def find_cue(sentence: str, *, among: Collection[str] | None = None) -> CueFound | None:
    """The first cue that holds for a sentence.

    Args:
        sentence: One sentence; its case and line breaks do not matter.
        among: The rules to try, None for all.
    """
    lowered = lower(sentence).replace("\n", " ")
    hinted = _hinted(lowered)
    for number, cue in enumerate(_cues()) if hinted else ():
        if not hinted >> number & 1 or (among is not None and cue.rule not in among):
            continue
        match = cue.words.search(lowered)
        if match and not (cue.unless and cue.unless.search(lowered)) and not _is_quoted(lowered, match):
            return CueFound(cue.rule, cue.kind, cue.action, match.span())
    return None


_QUOTE = re.compile(r"[\"”“]")


def _is_quoted(lowered: str, match: re.Match[str]) -> bool:
    """Whether words stand within a quotation, so that the sentence only tells of them."""
    if not _QUOTE.search(lowered):
        return False
    before = len(_QUOTE.findall(lowered, 0, match.start()))
    return before % 2 == 1 and _QUOTE.search(lowered, match.end()) is not None


def _hinted(lowered: str) -> int:
    """The cues of which a sentence holds a stem, as bits by their order."""
    stems, cues = _stems()
    hinted, match = 0, stems.search(lowered)
    while match:
        hinted |= cues[match[0]]
        match = stems.search(lowered, match.start() + 1)
    return hinted


@cache
def _stems() -> tuple[re.Pattern[str], dict[str, int]]:
    """One expression for the stems of all cues, cut by first letter: far faster than a look for each.

    Of stems that begin alike it finds the longest, so that the cues of the shorter ones go with it.
    """
    stems = sorted({stem for cue in _cues() for stem in cue.stems}, key=len, reverse=True)
    by_letter: dict[str, list[str]] = {}
    for stem in stems:
        by_letter.setdefault(stem[0], []).append(re.escape(stem[1:]))
    parts = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile("|".join(parts)), {stem: _cues_of(stem) for stem in stems}


def _cues_of(words: str) -> int:
    """The cues with a stem that some words begin with, as bits."""
    return sum(1 << number for number, cue in enumerate(_cues()) if words.startswith(cue.stems))
