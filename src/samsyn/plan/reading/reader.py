"""Notes in, what they say of plans out. Nothing here knows a county, a plan or its words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.plan.reading.contested import groups_in, words_in
from samsyn.plan.reading.details import TEST, lines_of, name_of, steps_of
from samsyn.plan.reading.milestones import milestone_in
from samsyn.plan.reading.outlines import Outline, heads_in, joined, outlines_of
from samsyn.plan.reading.records import (
    AreaRead,
    CommentRead,
    EvidenceRead,
    Known,
    MilestoneRead,
    Place,
    PlanRead,
    TimeRead,
    WordRead,
)
from samsyn.plan.reading.remarks import BINDING, reasons_for
from samsyn.plan.reading.scopes import names_plan, scope_of, scopes_of
from samsyn.plan.reading.showing import shown_by
from samsyn.plan.reading.spelling import usual_spelling
from samsyn.plan.reading.times import follows_former, times_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from samsyn.plan.reading.records import GroupRead, Notes, Said, StepRead
    from samsyn.plan.reading.scopes import Scope


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with where it stands and what it is about."""

    said: Said
    place: Place
    scope: Scope
    on: date | None


def read_plans(notes: Sequence[Notes]) -> list[PlanRead]:
    """The plans that notes speak of, those with most areas and comments first.

    Args:
        notes: In any order.
    """
    ordered = sorted(notes, key=lambda one: (one.on is not None, one.on, one.key))
    texts = list(_texts(ordered))
    found = [_read_plan(outline, ordered, texts) for outline in joined(_outlines(ordered))]
    return sorted(found, key=lambda plan: (-len(plan.areas), -len(plan.comments)))


def read_about(notes: Sequence[Notes], known: Known) -> PlanRead:
    """What notes say of a plan that is known already.

    Args:
        notes: In order of time.
        known: The plan.
    """
    lines = [line for one in notes for line in _lines(one, known)]
    comments, evidence = _comments(lines, known), _evidence(lines, known)
    about = {line.place for line in lines if line.scope.is_plan} | {one.place for one in comments}
    said = [line.place for line in lines if line.place in about]
    return PlanRead(
        known.name,
        tuple(AreaRead(name, ()) for name in known.areas),
        times=tuple(_times(lines)),
        comments=tuple(comments),
        words=_words(said),
        groups=_groups(said),
        evidence=tuple(evidence),
        milestones=tuple(_milestones(lines)),
    )


def _texts(notes: Iterable[Notes]) -> Iterable[str]:
    for one in notes:
        for section in one.sections:
            yield section.heading
            yield from (said.text for said in section.said)


def _outlines(notes: Sequence[Notes]) -> list[Outline]:
    return [outline for one in notes for outline in outlines_of(one)]


def _read_plan(outline: Outline, notes: Sequence[Notes], texts: Sequence[str]) -> PlanRead:
    areas = tuple(replace(area, name=usual_spelling(area.name, texts)) for area in outline.areas)
    known = Known(tuple(area.name for area in areas), heads=outline.heads)
    within = {
        (one.key, section.key)
        for one in notes
        for section, scope in zip(one.sections, scopes_of(one, known), strict=True)
        if scope.is_plan
    }
    lines = lines_of(notes, within)
    name, named_in = name_of(outline, lines)
    steps, steps_in = steps_of(lines)
    test = next((step.number for step in steps if step.meaning == TEST), None)
    known = replace(known, name=name, heads=outline.heads | heads_in(name), test=test)
    about = read_about(notes, known)
    milestones = tuple(one for one in about.milestones if one.step <= len(steps))
    told = _telling(areas, steps) | {one.place for one in milestones}
    about = replace(about, comments=tuple(one for one in about.comments if one.place not in told))
    return replace(
        about,
        areas=areas,
        steps=steps,
        named_in=named_in,
        steps_in=steps_in,
        name=name,
        milestones=milestones,
    )


def _telling(areas: Sequence[AreaRead], steps: Sequence[StepRead]) -> set[Place]:
    """Sentences that tell what the plan is: they name several areas, or the steps."""
    named = Counter(place for area in areas for place in area.places)
    return {place for place, count in named.items() if count > 1} | {
        step.place for step in steps if step.name and step.place is not None
    }


def _lines(notes: Notes, known: Known) -> list[_Line]:
    found = []
    for section, scope in zip(notes.sections, scopes_of(notes, known), strict=True):
        for said in section.said:
            place = Place(notes.key, section.key, said.key, said.text)
            found.append(_Line(said, place, scope_of(said, scope, known), notes.on))
    return found


def _comments(lines: Sequence[_Line], known: Known) -> list[CommentRead]:
    found = []
    for line in lines:
        reasons = reasons_for(line.said, line.scope, names_plan=names_plan(line.said.text, known))
        if reasons:
            found.append(
                CommentRead(
                    line.place,
                    line.scope.area,
                    line.scope.step if line.scope.area is not None else None,
                    wants_change=reasons[0].code == "change",
                    is_decided=line.said.kind in BINDING,
                    reasons=reasons,
                )
            )
    return found


def _evidence(lines: Sequence[_Line], known: Known) -> list[EvidenceRead]:
    found: list[EvidenceRead] = []
    area: int | None = None
    section: tuple[int, int | None] | None = None
    for line in lines:
        here = (line.place.notes, line.place.section)
        area = line.scope.area if line.scope.area is not None or here != section else area
        section = here
        shown = shown_by(line.said.text, known.actors)
        if shown is None or area is None:
            continue
        names, step = shown
        found += [EvidenceRead(name, area, step or known.test, line.place) for name in names]
    return found


def _times(lines: Sequence[_Line]) -> list[TimeRead]:
    """The times that hold: of each step the one told last, and those of the area before where it says so."""
    held: dict[tuple[int | None, int], TimeRead] = {}
    for line in lines:
        area = line.scope.area
        if not (line.scope.is_plan or line.scope.is_told):
            continue
        if follows_former(line.said) and area:
            former = [one for (at, _step), one in held.items() if at == area - 1]
            held |= {(area, one.step): replace(one, area=area, place=line.place) for one in former}
        for step, words in times_in(line.said):
            held[area, step] = TimeRead(area, step, words, line.place, line.on)
    return sorted(held.values(), key=lambda one: (-1 if one.area is None else one.area, one.step))


def _milestones(lines: Sequence[_Line]) -> Iterable[MilestoneRead]:
    """What is given as a milestone where an area of the plan is spoken of; each once."""
    seen: set[tuple[int, int, str]] = set()
    for line in lines:
        area = line.scope.area
        found = milestone_in(line.said, line.scope.step) if area is not None else None
        if area is None or found is None or (area, *found) in seen:
            continue
        seen.add((area, *found))
        yield MilestoneRead(area, *found, line.place)


def _words(said: Sequence[Place]) -> tuple[WordRead, ...]:
    """Each word once, with all that was suggested instead of it."""
    found: dict[str, WordRead] = {}
    for word in words_in(said):
        known = found.get(word.word)
        more = tuple(dict.fromkeys((*known.instead, *word.instead))) if known else word.instead
        found[word.word] = replace(known or word, instead=more)
    return tuple(found.values())


def _groups(said: Sequence[Place]) -> tuple[GroupRead, ...]:
    found: dict[str, GroupRead] = {}
    for group in groups_in(said):
        found.setdefault(group.words, group)
    return tuple(found.values())
