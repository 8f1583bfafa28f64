"""Find the outline of a plan in notes: its areas, its steps and its name.

Areas are the headings below a heading about a plan, or numbered headings that all speak of steps, or the
names that follow "fyra områden:", or those that open the entries of a list. None of it counts unless steps
or milestones are spoken of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.plan.reading.records import AreaRead, Place
from samsyn.plan.reading.spelling import position_of, same_name
from samsyn.plan.reading.steps import how_many, speaks_of_steps
from samsyn.plan.reading.words import begins, pattern, rows, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.plan.reading.records import Notes, Said, Section

FEWEST = 2  # areas, for a plan to be one
LONGEST_NAME = 60
_LEAD = re.compile(r"([A-ZÅÄÖ][\wåäö -]{2,58}?)\s?(?::| – ) ?(?=\S)")
_LISTED = re.compile(
    rf"(?:(?P<n>\w+) )?{rows('plan', 'areas')[0]}(?: [^:.]{{0,30}})?: ?(?P<list>[^.]+)", re.IGNORECASE
)
_STEM = re.compile(r"(?<=.{6})(?:s?plan(?:en|er|erna)?|en|et|t)$")
_COMMA = re.compile(r",\s*|;\s*")
_SAMT = re.compile(r",?\s+samt\s+")
_AND = re.compile(r",?\s+och\s+")


@dataclass(frozen=True, slots=True)
class Outline:
    """What one meeting's notes tell of a plan's outline.

    Attributes:
        heads: Words for the plan in the heading above, in small letters.
        above: That heading.
    """

    areas: tuple[AreaRead, ...]
    heads: frozenset[str] = frozenset()
    above: Place | None = None


def outlines_of(notes: Notes) -> Iterator[Outline]:
    """The outlines that a meeting's notes hold."""
    for at, section in enumerate(notes.sections):
        if not is_plan_heading(section.heading):
            continue
        below = [one for one in notes.sections if one.parent == at and is_name(one.heading)]
        if len(below) >= FEWEST and any(_speaks(notes, one) for one in below):
            yield _from_headings(notes, below, section)
        elif any(speaks_of_steps(one.text.lower()) for one in section.said):
            yield from _from_leads(notes, section)
    for section in notes.sections:
        yield from _from_prose(notes, section)
    yield from _from_siblings(notes)


def is_plan_heading(heading: str) -> bool:
    """Whether a heading is about a plan."""
    return says("plan", "heads", heading.lower())


def heads_in(text: str) -> frozenset[str]:
    """The words for a plan in a heading, in small letters."""
    return frozenset(match[0] for match in pattern("plan", "heads").finditer(text.lower()))


def same_heads(some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Those of some words for a plan that others are forms of ("implementering", "implementeringsplanen")."""
    stems = {_STEM.sub("", other) for other in others}
    return frozenset(head for head in some if _STEM.sub("", head) in stems)


def is_name(heading: str) -> bool:
    """Whether a heading may be the name of an area."""
    text = heading.strip().lower()
    return 2 < len(text) <= LONGEST_NAME and not begins("plan", "never", text) and "?" not in text


def lead_of(text: str) -> str:
    """The name that opens an entry of a list ("Trygga övergångar: steg 1 är …"); empty where none does."""
    match = _LEAD.match(text)
    name = match[1].strip() if match else ""
    small = name.lower()
    if begins("plan", "labels", small) or says("plan", "areas", small) or how_many(small):
        return ""
    return name


def _speaks(notes: Notes, section: Section) -> bool:
    """Whether steps or milestones are spoken of below a heading, at any depth."""
    at = notes.sections.index(section)
    below = [section, *(one for one in notes.sections if one.parent == at)]
    return any(speaks_of_steps(said.text.lower()) for one in below for said in one.said)


def _from_headings(notes: Notes, below: Sequence[Section], above: Section) -> Outline:
    areas = tuple(
        AreaRead(one.heading.strip(), (Place(notes.key, one.key, None, one.heading),)) for one in below
    )
    return Outline(areas, heads_in(above.heading), Place(notes.key, above.key, None, above.heading))


def _from_siblings(notes: Notes) -> Iterator[Outline]:
    """Headings beside one another that all speak of steps, in notes that speak of areas."""
    if not any("områd" in said.text.lower() for one in notes.sections for said in one.said):
        return
    run: list[Section] = []
    for section in (*notes.sections, None):
        fits = section is not None and section.parent is None and not is_plan_heading(section.heading)
        if section is not None and fits and is_name(section.heading) and _speaks(notes, section):
            run.append(section)
            continue
        if len(run) >= FEWEST:
            found = (AreaRead(one.heading.strip(), (_of(notes, one),)) for one in run)
            yield Outline(tuple(found))
        run = []


def _of(notes: Notes, section: Section) -> Place:
    return Place(notes.key, section.key, None, section.heading)


def _from_leads(notes: Notes, section: Section) -> Iterator[Outline]:
    """Names that open the entries of a list."""
    found: list[AreaRead] = []
    for said in section.said:
        name = lead_of(said.text)
        if name and position_of(name, [one.name for one in found]) is None:
            found.append(AreaRead(name, (_said(notes, section, said),)))
    if len(found) >= FEWEST:
        yield Outline(tuple(found), heads_in(section.heading), _of(notes, section))


def _from_prose(notes: Notes, section: Section) -> Iterator[Outline]:
    """Names that follow "fyra områden:", in words about a plan."""
    about = is_plan_heading(section.heading)
    if not any(speaks_of_steps(said.text.lower()) for said in section.said):
        return
    for said in section.said:
        if not (about or says("plan", "heads", said.text.lower())):
            continue
        for match in _LISTED.finditer(said.text):
            names = _parted(match["list"].strip())
            if len(names) >= FEWEST and all(is_name(name) for name in names):
                place = _said(notes, section, said)
                above = _of(notes, section) if about else None
                yield Outline(
                    tuple(AreaRead(name, (place,)) for name in names), heads_in(section.heading), above
                )


def _parted(listed: str) -> list[str]:
    """The names of a list in prose; "samt" parts the last two where one of them holds "och"."""
    head, *last = _SAMT.split(listed, maxsplit=1)
    names = _COMMA.split(head)
    if not last:
        *names, final = names
        names += _AND.split(final, maxsplit=1)
    return [name.strip(" ”“\"'") for name in (*names, *last) if name.strip()]


def _said(notes: Notes, section: Section, said: Said) -> Place:
    return Place(notes.key, section.key, said.key, said.text)


def joined(outlines: Sequence[Outline]) -> list[Outline]:
    """Outlines of one plan made one: those that share areas, the fullest first."""
    found: list[Outline] = []
    for outline in sorted(outlines, key=lambda one: -len(one.areas)):
        at = next((at for at, one in enumerate(found) if _shares(one, outline)), None)
        if at is None:
            found.append(outline)
        else:
            found[at] = _with(found[at], outline)
    return found


def _shares(one: Outline, other: Outline) -> bool:
    names = [area.name for area in one.areas]
    shared = sum(position_of(area.name, names) is not None for area in other.areas)
    return shared > 0 and shared * 2 >= min(len(one.areas), len(other.areas))


def _with(one: Outline, other: Outline) -> Outline:
    """The areas of the first, named in the places of both."""
    areas = tuple(
        AreaRead(
            area.name,
            (*area.places, *(p for its in other.areas if same_name(its.name, area.name) for p in its.places)),
        )
        for area in one.areas
    )
    return Outline(areas, one.heads | other.heads, one.above or other.above)
