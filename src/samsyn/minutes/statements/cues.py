"""The kind of a sentence by its words: the `cue` tables of the lexicon, tried in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Kind
from samsyn.minutes.texts import lower

if TYPE_CHECKING:
    from collections.abc import Collection


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


def _cue(row: dict[str, object]) -> Cue:
    words, unless, stems = row["any"], row.get("not"), row["stems"]
    assert isinstance(words, list)  # noqa: S101 - the table's own form, checked by a test
    assert isinstance(stems, list)  # noqa: S101
    return Cue(
        str(row["rule"]),
        Kind(str(row["kind"])),
        bool(row.get("action")),
        tuple(map(str, stems)),
        re.compile("|".join(words), re.DOTALL),
        re.compile("|".join(unless), re.DOTALL) if isinstance(unless, list) else None,
    )


def find_cue(sentence: str, *, among: Collection[str] | None = None) -> CueFound | None:
    """The first cue that holds for a sentence.

    Args:
        sentence: One sentence; its case and line breaks do not matter.
        among: The rules to try, None for all.
    """
    lowered = lower(sentence).replace("\n", " ")
    for cue in _cues():
        if among is not None and cue.rule not in among:
            continue
        for stem in cue.stems:
            if stem in lowered:
                break
        else:
            continue
        match = cue.words.search(lowered)
        if match and not (cue.unless and cue.unless.search(lowered)):
            return CueFound(cue.rule, cue.kind, cue.action, match.span())
    return None
