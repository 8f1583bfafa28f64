"""Which area and step of a plan a section and a sentence are about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samsyn.plan.reading.outlines import heads_in, is_plan_heading, lead_of, same_heads
from samsyn.plan.reading.spelling import named_in, position_of, same_name
from samsyn.plan.reading.steps import steps_in
from samsyn.plan.reading.words import pattern, rows, says

if TYPE_CHECKING:
    from samsyn.plan.reading.records import Known, Notes, Said, Section


@dataclass(frozen=True, slots=True)
class Scope:
    """What words are about.

    Attributes:
        is_plan: They stand where the plan is spoken of.
        area: Position of the area; None for the plan as a whole.
        step: Number of the step.
        is_told: The words themselves name the area, and not only what stands above them.
    """

    is_plan: bool = False
    area: int | None = None
    step: int | None = None
    is_told: bool = False


OUTSIDE = Scope()
BARE = frozenset(rows("plan", "bare"))
TIMES = frozenset(head for head in BARE if head.startswith("ti"))


def scopes_of(notes: Notes, known: Known) -> list[Scope]:
    """What each section of some notes is about, in order."""
    found: list[Scope] = []
    for section in notes.sections:
        above = found[section.parent] if section.parent is not None else OUTSIDE
        found.append(_of_section(section, above, known))
    return found


def _of_section(section: Section, above: Scope, known: Known) -> Scope:
    at = position_of(section.heading.strip(), known.areas)
    if at is not None:
        return Scope(is_plan=True, area=at)
    named, step = named_in(section.heading, known.areas), steps_in(section.heading.lower()).only
    if named:
        return Scope(is_plan=True, area=named[0], step=step)
    if is_own_heading(section, known) or _is_of_step(section, known):
        inside = {at for said in section.said for at in named_in(said.text, known.areas)}
        only = inside.pop() if len(inside) == 1 and step else above.area
        return Scope(is_plan=True, area=only, step=step or above.step)
    return above if above.is_plan and not is_plan_heading(section.heading) else OUTSIDE


def is_own_heading(section: Section, known: Known) -> bool:
    """Whether a heading is about this plan, and not about some other one.

    A word such as "implementeringsplan" tells it where the plan is called so. One that says nothing of which
    plan is meant does where the plan's name stands there too, or where areas of it are spoken of below.
    """
    heads = heads_in(section.heading)
    if not heads:
        return False
    if known.name and same_name(known.name, section.heading.strip()):
        return True
    own = same_heads(heads, known.heads)
    if own - BARE and _is_short(section.heading):
        return True
    return bool(own & TIMES) or _names_area(section, known)


def _is_short(heading: str) -> bool:
    """Whether nothing but the plan is named in a heading; else it may be the plan of something else."""
    rest = pattern("plan", "heads").sub("", heading.lower())
    return " mot " not in rest and " för " not in f" {rest}"


def _names_area(section: Section, known: Known) -> bool:
    return any(named_in(said.text, known.areas) for said in section.said)


def _is_of_step(section: Section, known: Known) -> bool:
    """Whether a heading names a step, and the words below it an area ("Ny text till steg 3")."""
    return bool(steps_in(section.heading.lower()).numbers) and _names_area(section, known)


def scope_of(said: Said, within: Scope, known: Known) -> Scope:
    """What a sentence is about: what it names itself, else what its section is about."""
    text = said.text
    if says("plan", "whole", text.lower()) and within.is_plan:
        return Scope(is_plan=True)
    lead = lead_of(text)
    area = position_of(lead, known.areas) if lead else None
    if area is None and within.area is None:  # below an area's heading others are compared with
        named = named_in(text, known.areas)
        area = named[0] if len(named) == 1 else None
    steps = steps_in(text.lower())
    step = steps.only if steps.numbers else within.step
    if area is not None and area != within.area:
        return Scope(is_plan=within.is_plan, area=area, step=step, is_told=True)
    return replace(within, step=step, is_told=area is not None)


def names_plan(text: str, known: Known) -> bool:
    """Whether a text names the plan itself, its steps or milestones."""
    small = text.lower()
    own = same_heads(heads_in(small), known.heads) - BARE
    return bool(own) or says("plan", "terms", small) or bool(known.name and known.name.lower() in small)
