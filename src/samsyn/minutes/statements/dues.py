"""By when something is to be done: rules O7, D and Y."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_mentions
from samsyn.minutes.items import item_at
from samsyn.minutes.records import (
    Certainty,
    Doubt,
    Found,
    Period,
    Precision,
)
from samsyn.minutes.years import Direction, date_mention, direction_of
from samsyn.reading import Span

if TYPE_CHECKING:
    from samsyn.minutes.days import Mention
    from samsyn.minutes.statements.scene import Scene


def read_due(scene: Scene, words: str, start: int, mention: Mention, at: int) -> Found[Period]:
    direction = direction_of(words, mention)
    dated = date_mention(
        mention,
        met_on=scene.met_on,
        direction=Direction.FORWARD if direction is Direction.UNKNOWN else direction,
    )
    span = Span(start + mention.start, start + mention.end)
    if dated.unsure:
        scene.doubts.append(Doubt("Vilket år avses?", f"statements[{at}].due", span, "Y2"))
    return Found(dated.period, words[mention.start : mention.end], span, mention.rule, Certainty.LIKELY)


def recurring_due(words: str, start: int, *, explicit: bool) -> Found[Period] | None:
    mention = (
        next((m for m in find_mentions(words) if m.precision is Precision.RECURRING), None)
        if explicit
        else None
    )
    if mention is None:
        return None
    return Found(
        Period(None, None, Precision.RECURRING),
        words[mention.start : mention.end],
        Span(start + mention.start, start + mention.end),
        mention.rule,
    )


def due_in_heading(scene: Scene, start: int, *, explicit: bool) -> Found[Period] | None:
    """Rule O7: what is to be done below a heading that names a day is due that day."""
    at = item_at(scene.items, start) if explicit else None
    if at is None:
        return None
    heading = scene.items[at].heading
    mention = next((m for m in find_mentions(heading.words) if m.precision is Precision.DAY), None)
    if mention is None:
        return None
    found = read_due(scene, heading.words, heading.span.start, mention, len(scene.statements))
    return replace(found, rule="O7")
