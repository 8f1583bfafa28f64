"""Banks of single sayings that hand over or only look so: each as an item of a note of its own, read through.

`open` is read by whoever writes the rules; of `kept` nobody who does so sees more than figures.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samsyn.matters.handing.directory import PRINCIPALS, Directory, forms_of
from samsyn.matters.handing.recognising import Reader
from samsyn.matters.handing.sections import sections_of
from samsyn.matters.models import HandOverKind
from samsyn.minutes import read_notes
from samsyn.register.recognition import body_key, recognise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.matters.handing.records import Handed

HERE = Path(__file__).parent / "sayings"
DAY = date(2026, 3, 5)
NOTE = """# Anteckningar {body}

**Datum:** 5 mars 2026
**Närvarande:** Aina Alm, Falu kommun; Bo Berg, Borlänge kommun

## 1. Öppnande

Aina öppnade mötet.

## 2. {heading}

{text}
"""
LATER, UNKNOWN = "later", "unknown"
KINDS = {
    "passed": {HandOverKind.PASSED_ON, HandOverKind.MESSAGE, HandOverKind.ASSIGNED},
    "asked": {
        HandOverKind.PROPOSED_TO,
        HandOverKind.MESSAGE,
        HandOverKind.PASSED_ON,
        HandOverKind.ASSIGNED,
    },
    "returned": {HandOverKind.REPORT_BACK},
    "invited": {HandOverKind.INVITATION},
    "more_time": {HandOverKind.MORE_TIME},
}


@dataclass(frozen=True, slots=True)
class Cast:
    """Who there is in a bank."""

    bodies: dict[str, int]
    inside: frozenset[str]
    organisations: dict[str, str]

    def directory(self, name: str) -> Directory:
        """Who there is, as those of one body speak of them."""
        return Directory(self.bodies, (self.bodies[body_key(name)],), (), self.inside, self.organisations)


@dataclass
class Figures:
    """What was found of a bank.

    Attributes:
        wanted: How many are labelled, by kind.
        right: How many of them are found, and to the same, by kind.
        of_kind: How many of those are found in the same way, by kind.
        n_found: How many were found, right or wrong.
        wrong: What was found and is not labelled, with its note's body.
        missing: What is labelled and was not found, with why.
    """

    wanted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    of_kind: Counter[str] = field(default_factory=Counter)
    n_found: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of what is labelled that was found."""
        return self.right.total() / self.wanted.total()

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return 1 - len(self.wrong) / self.n_found

    def told(self) -> Iterator[str]:
        """The figures, and none of the words."""
        yield f"recall {self.recall:.3f} precision {self.precision:.3f} wrong {len(self.wrong)}"
        for kind, n_wanted in self.wanted.items():
            yield f"{kind}: {self.right[kind]} of {n_wanted}, in the same way {self.of_kind[kind]}"


@cache
def figures(name: str) -> Figures:
    """How well the hand-overs of a bank are found; two to one receiver in a saying may be found as one."""
    bank = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
    cast, told = _cast(bank["cast"]), Figures()
    for saying in bank["saying"]:
        _add(told, saying, cast.directory(saying["in"]))
    return told


def _cast(cast: dict[str, Any]) -> Cast:
    bodies = {body_key(name): at for at, name in enumerate(cast["bodies"], start=1)}
    for short, name in cast.get("abbreviations", {}).items():
        if body_key(name) in bodies:
            bodies[body_key(short)] = bodies[body_key(name)]
    known = [meant for name in cast["organisations"] if (meant := recognise(name)) is not None]
    organisations = forms_of(cast["organisations"])
    for short, name in cast.get("abbreviations", {}).items():
        organisations |= {short.casefold(): name} if name in cast["organisations"] else {}
    return Cast(bodies, frozenset(one.key for one in known if one.kind in PRINCIPALS), organisations)


def _add(told: Figures, saying: dict[str, Any], directory: Directory) -> None:
    found, said = _read(saying, directory)
    fits: set[int] = set()
    for label in saying["handed"]:
        same = [at for at, one in enumerate(found) if _goes_to(one, label, directory)]
        fits |= {*same}
        told.wanted[label["kind"]] += 1
        told.right[label["kind"]] += bool(same)
        told.of_kind[label["kind"]] += any(found[at].kind in KINDS[label["kind"]] for at in same)
        if not same:
            why = "no statement" if _squeezed(label["words"]) not in said else "no rule"
            why = "other receiver" if found and why == "no rule" else why
            told.missing.append(
                f"{why} [{label['kind']} → {label['to']}] {saying['heading']}: {saying['text']}"
            )
    told.n_found += len(found)
    told.wrong += [f"{one.kind} → {one.to} [{saying['in']}] {saying['heading']}: {saying['text']}"
                   for at, one in enumerate(found) if at not in fits]  # fmt: skip


def _read(saying: dict[str, Any], directory: Directory) -> tuple[list[Handed], str]:
    """What a saying hands over, and all that became statements or headings."""
    text = NOTE.format_map({**saying, "body": saying["in"]})
    minutes = read_notes(text.encode(), name=f"{DAY}.md").notes[0].minutes
    sections = sections_of(minutes)
    said = [line.text for section in sections for line in section.lines]
    headings = [section.heading for section in sections]
    return Reader(directory, DAY).read(sections), _squeezed(" ".join((*headings, *said)))


def _squeezed(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalnum())


def _goes_to(one: Handed, label: dict[str, str], directory: Directory) -> bool:
    """Whether a hand-over goes to whom a label says; an organisation as it is called, or by its words."""
    to = label["to"]
    if to == LATER:
        return bool(one.to.bodies) and set(one.to.bodies) <= set(directory.own)
    if to == UNKNOWN:
        return not one.to.bodies and not one.to.organisation
    if body_key(to) in directory.bodies:
        return directory.bodies[body_key(to)] in one.to.bodies
    if one.to.bodies:
        return False
    named = not one.to.organisation and _squeezed(one.to.words) in _squeezed(label["words"])
    return named or _is_called(one.to.organisation or one.to.words, to)


def _is_called(words: str, name: str) -> bool:
    """Whether words are an organisation's name, its beginning or another form of it."""
    meant, named = recognise(words), recognise(name)
    if meant and named and meant.key == named.key:
        return True
    short, long = sorted((_squeezed(words), _squeezed(name)), key=len)
    return short[: 9 if short.startswith("kommun") else 5] in long
