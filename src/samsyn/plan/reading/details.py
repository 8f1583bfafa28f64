"""What notes tell of a plan beside its areas: what it is called, and what its steps are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from samsyn.plan.reading.records import Place, StepRead
from samsyn.plan.reading.steps import how_many, steps_in
from samsyn.plan.reading.words import pattern, says

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.plan.reading.outlines import Outline
    from samsyn.plan.reading.records import Notes

_NAMED_STEPS = re.compile(r"\b(\w+) steg(?:en)?: ?([^.:]{6,160})\.?")
_PARTS = re.compile(r",\s*|\s+och\s+(?=\S)")
_END = re.compile(r"[.,;:!?]? *$")
MOST_WORDS = 6
TEST = "test"  # as `Meaning` has it
EVERYDAY = "everyday"


class Line(NamedTuple):
    """Words with their place, whether they are a heading, and how close to the plan they stand."""

    place: Place
    text: str
    is_heading: bool
    is_within: bool


def lines_of(notes: Iterable[Notes], within: set[tuple[int, int | None]]) -> list[Line]:
    """All that notes say, by headings and below them.

    Args:
        notes: In order of time.
        within: Key of notes and of section, of those that are about the plan.
    """
    found = []
    for one in notes:
        for section in one.sections:
            inside = (one.key, section.key) in within
            place = Place(one.key, section.key, None, section.heading)
            found.append(Line(place, section.heading, is_heading=True, is_within=inside))
            found += [
                Line(Place(one.key, section.key, said.key, said.text), said.text, False, inside)
                for said in section.said
            ]
    return found


def name_of(outline: Outline, lines: Sequence[Line]) -> tuple[str, Place | None]:
    """What a plan is called, and where: with a number or with what it is for, else as the heading above it.

    Of several names the last one counts: plans are revised.
    """
    versions: list[tuple[str, Place]] = []
    for line in lines:
        for match in pattern("plan", "names").finditer(line.text):
            name = _END.sub("", match[0])
            if any(mark.isdigit() for mark in name):
                versions.append((name, line.place))
            elif line.is_heading and line.is_within:
                versions.insert(0, (name, line.place))
    if versions:
        return versions[-1]
    if outline.above is not None:
        return outline.above.words.strip(), outline.above
    return "", None


def steps_of(lines: Sequence[Line]) -> tuple[tuple[StepRead, ...], Place | None]:
    """The steps that all areas have, and where their number is told: by the highest that is named."""
    most, told = 0, None
    for line in lines:
        small = line.text.lower()
        here = max((*steps_in(small).numbers, how_many(small)), default=0) if line.is_within else 0
        if here > most:
            most, told = here, line.place
    names, named = _names(lines, most)
    meant = _meanings(lines, names)
    steps = tuple(
        StepRead(number, names.get(number, ""), *meant.get(number, ("", named if number in names else None)))
        for number in range(1, most + 1)
    )
    return steps, told


def _names(lines: Sequence[Line], most: int) -> tuple[dict[int, str], Place | None]:
    """What the steps are called ("fyra steg: veta, förbereda, pröva och göra till vardag")."""
    for line in lines:
        match = _NAMED_STEPS.search(line.text) if line.is_within else None
        parts = [part.strip() for part in _PARTS.split(match[2])] if match else []
        short = all(0 < len(part.split()) <= MOST_WORDS for part in parts)
        if match and short and most and len(parts) == most == how_many(match[0].lower()):
            return {at: part[0].upper() + part[1:] for at, part in enumerate(parts, 1)}, line.place
    return {}, None


def _meanings(lines: Sequence[Line], names: dict[int, str]) -> dict[int, tuple[str, Place]]:
    """Which step is the test and which is everyday work: told of a passage, of a step, or by their names."""
    for line in lines:
        if not line.is_within:
            continue
        small = line.text.lower()
        passage = steps_in(small).passage
        test, everyday = (pattern("meaning", one).search(small) for one in ("test", "everyday"))
        if passage and test and everyday and test.start() < everyday.start():
            return {passage[0]: (TEST, line.place), passage[1]: (EVERYDAY, line.place)}
    return _told(lines) or _by_names(lines, names)


_IS = re.compile(r"\bsteg (\d{1,2})\b,? (?:är|betyder|innebär|handlar om|som är|blir)\b([^,;]*)")


def _told(lines: Sequence[Line]) -> dict[int, tuple[str, Place]]:
    found: dict[int, tuple[str, Place]] = {}
    for line in lines:
        if not line.is_within:
            continue
        for match in _IS.finditer(re.sub(r" och (?=steg)", ", ", line.text.lower())):
            for name, meaning in (("everyday", EVERYDAY), ("test", TEST)):
                if says("meaning", name, match[2]) and meaning not in (m for m, _p in found.values()):
                    found.setdefault(int(match[1]), (meaning, line.place))
    return found


def _by_names(lines: Sequence[Line], names: dict[int, str]) -> dict[int, tuple[str, Place]]:
    found: dict[int, tuple[str, Place]] = {}
    place = lines[0].place if lines else None
    for number, name in names.items():
        for kind, meaning in (("everyday", EVERYDAY), ("test", TEST)):
            if place and says("meaning", kind, name.lower()) and number not in found:
                found[number] = (meaning, place)
    return found
