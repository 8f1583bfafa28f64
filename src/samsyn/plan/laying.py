"""Lay down a part of a plan with its words, its time and what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Max

from samsyn.minutes.by_hand import read_period
from samsyn.plan.checks import LONGEST_TIME, clean_line, clean_text, require_name
from samsyn.plan.errors import PlanUnusable
from samsyn.plan.models import Checking, Meaning, Part, PartKind, Period, Wording

if TYPE_CHECKING:
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.plan.models import Plan
    from samsyn.plan.wanted import PartWanted

MOST_PARTS = 99
NO_TIME: dict[str, Any] = {"words": "", "start_on": None, "end_on": None, "precision": ""}
NAMELESS = {
    PartKind.TARGET: "Skriv vad målbilden ska heta.",
    PartKind.AREA: "Skriv vad området ska heta.",
    PartKind.STEP: "Skriv vad steget ska heta.",
    PartKind.MILESTONE: "Skriv vad milstolpen ska heta.",
}
ABOVE: dict[str, tuple[str, ...]] = {
    PartKind.TARGET: (),
    PartKind.AREA: (),
    PartKind.STEP: (PartKind.AREA,),
    PartKind.MILESTONE: (PartKind.STEP, PartKind.TARGET),
}


def lay_part(wanted: PartWanted, *, plan: Plan, on: date, by: User, parent: Part | None = None) -> list[Part]:
    """Write a part after its siblings, and all below it.

    Returns:
        The part first, then those below it.

    Raises:
        PlanUnusable: It cannot stand there, or its words cannot be kept.
    """
    kind = PartKind(wanted.kind)
    if (parent.kind if parent else None) not in (ABOVE[kind] or (None,)):
        raise PlanUnusable(f"{kind.label} kan inte stå där.")
    require_free_meaning(wanted.meaning, area=parent)
    part = Part.objects.create(
        plan=plan,
        kind=kind,
        parent=parent,
        number=next_number(plan, kind, parent),
        name=require_name(wanted.name, missing=NAMELESS[kind]),
        meaning=Meaning(wanted.meaning) if wanted.meaning else "",
        source=wanted.source,
    )
    if text := clean_text(wanted.text):
        Wording.objects.create(part=part, text=text, by=by)
    if words := clean_line(wanted.when, longest=LONGEST_TIME):
        Period.objects.create(
            part=part, source=wanted.when_source, by=by, **time_columns(words, on=wanted.when_on or on)
        )
    if checking := checking_columns(wanted.how, wanted.who, wanted.checked, on=on):
        Checking.objects.create(part=part, **checking)
    below = [lay_part(one, plan=plan, on=on, by=by, parent=part) for one in wanted.parts]
    return [part, *(made for many in below for made in many)]


def next_number(plan: Plan, kind: str, parent: Part | None) -> int:
    """The number after the last sibling's.

    Raises:
        PlanUnusable: There are as many as there can be.
    """
    siblings = plan.parts.filter(kind=kind, parent=parent, withdrawn_on=None)
    number = (siblings.aggregate(last=Max("number"))["last"] or 0) + 1
    if number > MOST_PARTS:
        raise PlanUnusable(f"Planen kan ha högst {MOST_PARTS} delar på samma plats.")
    return number


def require_free_meaning(meaning: str, *, area: Part | None, but: Part | None = None) -> None:
    """Go on only if no other step of an area is the test, or everyday work, already.

    Raises:
        PlanUnusable: One is.
    """
    if not meaning or area is None:
        return
    others = area.parts.filter(meaning=meaning, withdrawn_on=None)
    taken = (others.exclude(pk=but.pk) if but else others).first()
    if taken is not None:
        raise PlanUnusable(f"Steg {taken.number} i {area} har redan den betydelsen: ändra det först.")


def time_columns(words: str, *, on: date) -> dict[str, Any]:
    """A time that somebody has written on a day, as the columns of a period.

    Args:
        words: As written ("till årsskiftet", "tidigast 2027").
        on: A time without year lies ahead of it.
    """
    found = read_period(words, met_on=on)
    return {"words": words, "start_on": found.start, "end_on": found.end, "precision": str(found.precision)}


def checking_columns(how: str, who: str, when: str, *, on: date) -> dict[str, Any]:
    """How a part is followed up, as columns; none where nothing is said.

    Args:
        how: What is looked at.
        who: Who looks, as written.
        when: When, as written.
        on: A time without year lies ahead of it.

    Raises:
        PlanUnusable: The words cannot be kept.
    """
    done, looks = clean_text(how), clean_line(who, longest=LONGEST_TIME)
    words = clean_line(when, longest=LONGEST_TIME)
    if not (done or looks or words):
        return {}
    time = time_columns(words, on=on) if words else dict(NO_TIME)
    return {"how": done, "who": looks, "when_words": time.pop("words"), **time}
