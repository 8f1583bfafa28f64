"""Which forms of a verb a word can be, by the affix flags of its infinitive.

The flags' rules are followed backwards: from "beslutades", take off "des", and see whether what is left is a
verb that takes it. Flag L is the second conjugation and the strong verbs, N the first and the short ones.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samsyn.wording.verbs.dictionary import verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = Path(__file__).parent.parent / "lexicon" / "verbs-sv.toml"


class Tag(StrEnum):
    """What a word can be; the names that rules use."""

    PASSIVE = "PASS"
    INFINITIVE = "INF"
    PRESENT = "PRES"
    PARTICIPLE = "PART"
    SUPINE = "SUP"
    IMPERATIVE = "IMP"
    NOBODY = "NOBODY"  # a passive of which the sentence does not say who does it


class Ending(NamedTuple):
    """A form's ending, what stands in the infinitive instead, and flags of which the verb has one."""

    ending: str
    infinitive: str
    flags: str


_PASSIVES = (
    Ending("s", "", "NLMKRj"),  # beslutas, införas, ses
    Ending("es", "a", "R"),  # införes
    Ending("s", "a", "L"),  # införs
    Ending("ms", "mma", "L"),  # glöms
    Ending("des", "", "N"),  # beslutades
    Ending("ts", "", "N"),  # beslutats
    Ending("ddes", "", "N"),  # uppnåddes
    Ending("tts", "", "N"),  # uppnåtts, setts
    Ending("avs", "e", "N"),  # angavs
    Ending("ågs", "e", "N"),  # utsågs
    Ending("ogs", "å", "N"),  # föreslogs
    Ending("agits", "å", "N"),  # föreslagits
    Ending("icks", "å", "N"),  # kringgicks
    Ending("ods", "å", "N"),  # förstods
    Ending("des", "a", "L"),  # infördes
    Ending("ndes", "nna", "L"),  # kändes
    Ending("mdes", "mma", "L"),  # glömdes
    Ending("tes", "a", "L"),  # köptes
    Ending("öntes", "öna", "L"),
    Ending("es", "a", "L"),  # lyftes, föddes
    Ending("ts", "a", "L"),  # införts
    Ending("nts", "nna", "L"),  # känts
    Ending("mts", "mma", "L"),  # glömts
    Ending("nts", "nda", "L"),  # använts
    Ending("lts", "lda", "L"),  # anmälts
    Ending("rts", "rda", "L"),
    Ending("tts", "da", "L"),  # betytts
    Ending("its", "a", "L"),  # skrivits
    Ending("evs", "iva", "L"),  # skrevs
    Ending("eds", "ida", "L"),  # spreds
    Ending("ets", "ita", "L"),
    Ending("eps", "ipa", "L"),
    Ending("öds", "uda", "L"),  # erbjöds
    Ending("öts", "uta", "L"),  # besköts
    Ending("öts", "juta", "L"),
    Ending("öts", "yta", "L"),  # flöts
    Ending("utits", "yta", "L"),  # brutits
    Ending("ölls", "ålla", "L"),  # upprätthölls
)
_PRESENTS = (
    Ending("r", "", "NMPm"),  # beslutar, ser
    Ending("er", "a", "KLj"),  # lyfter
    Ending("r", "ra", "KLOj"),  # för
)
_PARTICIPLES = (
    Ending("d", "", "NP"),  # beslutad
    Ending("t", "", "NP"),
    Ending("de", "", "NP"),
    Ending("d", "a", "KLO"),  # införd
    Ending("da", "a", "KLO"),
    Ending("t", "a", "KLO"),
    Ending("ta", "a", "KL"),  # köpta
    Ending("dd", "", "MN"),  # uppnådd
    Ending("dda", "", "MN"),
    Ending("en", "a", "K"),  # skriven
    Ending("na", "a", "K"),
)
_SUPINES = (
    Ending("t", "", "NP"),  # beslutat
    Ending("t", "a", "KLO"),  # infört
    Ending("tt", "", "MN"),  # uppnått
    Ending("nt", "nda", "KL"),  # använt
    Ending("lt", "lda", "KL"),
    Ending("it", "a", "KL"),  # skrivit
)
_IMPERATIVES = (
    Ending("", "a", "KL"),  # läs, skriv
    Ending("m", "mma", "KL"),  # töm
)
_FORMS = (
    (Tag.PASSIVE, _PASSIVES),
    (Tag.PRESENT, _PRESENTS),
    (Tag.PARTICIPLE, _PARTICIPLES),
    (Tag.SUPINE, _SUPINES),
    (Tag.IMPERATIVE, _IMPERATIVES),
)
_STEM_ENDS_IN_S = ("sa", "xa", "za")  # "läsa" has no passive "läss"


@dataclass(frozen=True)
class Irregular:
    """Forms that the dictionary's flags do not give.

    Attributes:
        forms: Whole words and their tags.
        ends: What many verbs end in: any beginning before it makes a verb of it ("tydlig-görs").
        bound: The same for short ones: only a particle may stand before ("an-tas").
        particles: What may stand before.
        not_passive: Words that look like a passive and are none.
        no_verb: Words that look like another form and mostly are none.
    """

    forms: dict[str, frozenset[Tag]]
    ends: dict[str, frozenset[Tag]]
    bound: dict[str, frozenset[Tag]]
    particles: frozenset[str]
    not_passive: frozenset[str]
    no_verb: frozenset[str]


@cache
def _irregular() -> Irregular:
    """The table of the language."""
    read = tomllib.loads(_WORDS.read_text("utf-8"))
    return Irregular(
        _tagged(read["whole"]),
        _tagged(read["ends"]),
        _tagged(read["bound"]),
        frozenset(read["particles"]),
        frozenset(word for words in read["not_passive"].values() for word in words),
        frozenset(read["no_verb"]["words"]),
    )


def _tagged(rows: dict[str, list[str]]) -> dict[str, frozenset[Tag]]:
    """Words by tag, turned round."""
    found: dict[str, frozenset[Tag]] = {}
    for tag, words in rows.items():
        for word in words:
            found[word] = found.get(word, frozenset()) | {Tag(tag)}
    return found


@lru_cache(maxsize=20_000)
def tags_of(word: str) -> frozenset[Tag]:
    """Which forms of a verb a word can be; small and capital letters alike, empty for no verb."""
    small = word.lower()
    if small in _irregular().no_verb:
        return frozenset()
    found = _exceptional(small) | frozenset(_regular(small))
    return found - {Tag.PASSIVE} if small in _irregular().not_passive else found


def _exceptional(word: str) -> frozenset[Tag]:
    table = _irregular()
    found = table.forms.get(word, frozenset()) | table.bound.get(word, frozenset())
    for length in range(2, len(word)):
        end = word[length:]
        found |= table.ends.get(end, frozenset())
        if word[:length] in table.particles:
            found |= table.bound.get(end, frozenset())
    return found | table.ends.get(word, frozenset())


def _regular(word: str) -> Iterator[Tag]:
    """By the flags of the word's verb, or of what stands after a particle ("vidare-utvecklas")."""
    particles = _irregular().particles
    for rest in (word, *(word[size:] for size in range(2, len(word) - 3) if word[:size] in particles)):
        yield from _by_flags(rest)


def _by_flags(word: str) -> Iterator[Tag]:
    known = verbs()
    if word.endswith("a") and word in known:
        yield Tag.INFINITIVE
    for tag, endings in _FORMS:
        if any(_has(word, ending, known) for ending in endings):
            yield tag


def _has(word: str, ending: Ending, known: dict[str, str]) -> bool:
    """Whether a word is a known verb with an ending."""
    if not word.endswith(ending.ending):
        return False
    infinitive = word[: -len(ending.ending)] + ending.infinitive
    if ending.ending == "s" and ending.infinitive and infinitive.endswith(_STEM_ENDS_IN_S):
        return False
    return not set(ending.flags).isdisjoint(known.get(infinitive, ""))
