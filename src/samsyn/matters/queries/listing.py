"""The list of matters: when each was last heard of, where, and what comes next."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Count, F, Max, Q

from samsyn.matters.models import Knot, KnotState, Matter, MatterState
from samsyn.matters.queries.reach import statements_by_knot
from samsyn.matters.queries.sight import visible_knots, visible_matters
from samsyn.matters.queries.way import lost_by_matter
from samsyn.minutes.records import Kind
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.register.models import Body, Meeting, Statement

NEXT_KINDS = (Kind.NEXT_STEP, Kind.POSTPONEMENT, Kind.ASSIGNMENT)
IS_NEXT = Q(kind__in=NEXT_KINDS) | Q(is_action=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFilter:
    """What the list shows; a field left out does not narrow it.

    Attributes:
        body: Id; matters that have been up in it.
        state: One of `MatterState`.
        words: All of these words stand in the name or in a heading of what belongs to it.
        sees: Of unfinished notes, only those that somebody sees.
    """

    body: int | None = None
    state: str = MatterState.OPEN
    words: str = ""
    sees: Sight = FINISHED


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter in the list.

    Attributes:
        last: The latest meeting at which it was up, None where nothing belongs to it.
        bodies: Where it has been up, the latest first.
        next_step: What was last said of what comes next.
        n_lost: Hand-overs that were not taken up.
    """

    matter: Matter
    last: Meeting | None = None
    bodies: Sequence[Body] = ()
    next_step: Statement | None = None
    n_lost: int = 0

    def silent_days(self, on: date) -> int | None:
        """Days since it was last heard of; None where no day is known or it lies ahead."""
        if self.last is None or self.last.start_on is None or self.last.start_on > on:
            return None
        return (on - self.last.start_on).days


@dataclass(frozen=True, slots=True)
class MatterCounts:
    """How many matters each choice would leave, the other choices being as they are."""

    states: dict[str, int] = field(default_factory=dict)
    bodies: dict[int, int] = field(default_factory=dict)


def list_matters(wanted: MatterFilter) -> QuerySet[Matter]:
    """Matters, the one last heard of first; each has `heard_on`."""
    rows = _narrowed(wanted).filter(state=wanted.state)
    taken = Q(knots__in=visible_knots(wanted.sees).values("pk"))
    heard = rows.annotate(heard_on=Max("knots__meeting__start_on", filter=taken))
    return heard.order_by(F("heard_on").desc(nulls_last=True), "-pk")


def matter_counts(wanted: MatterFilter) -> MatterCounts:
    """Count what each choice would leave; two questions to the database."""
    states = _narrowed(wanted).values("state").annotate(n=Count("pk")).order_by()
    of_state = Matter.objects.filter(state=wanted.state)
    knots = visible_knots(wanted.sees).filter(matter__in=_narrowed(wanted, every_body=True) & of_state)
    bodies = knots.exclude(meeting__bodies=None).values("meeting__bodies").order_by()
    counted = bodies.annotate(n=Count("matter", distinct=True))
    return MatterCounts(
        {row["state"]: row["n"] for row in states}, {row["meeting__bodies"]: row["n"] for row in counted}
    )


def write_rows(matters: Sequence[Matter], *, sees: Sight) -> list[MatterRow]:
    """What the list says of some matters; the number of questions does not depend on how many they are."""
    knots = visible_knots(sees).filter(matter__in=matters).select_related("meeting")
    by_matter: dict[int, list[Knot]] = defaultdict(list)
    for knot in knots.prefetch_related("meeting__bodies"):
        by_matter[knot.matter_id].append(knot)
    for own in by_matter.values():
        own.sort(key=newest_first)
    said = statements_by_knot([knot for own in by_matter.values() for knot in own], IS_NEXT)
    lost = lost_by_matter([knot for own in by_matter.values() for knot in own], sees=sees)
    return [_row(matter, by_matter[matter.pk], said, lost[matter.pk]) for matter in matters]


def newest_first(knot: Knot) -> tuple[bool, int, int]:
    """The order of knots, the latest meeting first and those without a day last."""
    on = knot.meeting.start_on
    return on is None, -on.toordinal() if on else 0, -knot.pk


def _row(matter: Matter, knots: Sequence[Knot], said: dict[int, list[Statement]], n_lost: int) -> MatterRow:
    """What is said of one, from its knots with the latest first."""
    bodies = {body.pk: body for knot in knots for body in knot.meeting.named_bodies}
    held = [knot for knot in knots if said[knot.pk]]
    latest = said[held[0].pk][-1] if held and held[0].meeting_id == knots[0].meeting_id else None
    return MatterRow(matter, knots[0].meeting if knots else None, list(bodies.values()), latest, n_lost)


def _narrowed(wanted: MatterFilter, *, every_body: bool = False) -> QuerySet[Matter]:
    rows = visible_matters(wanted.sees)
    for word in wanted.words.casefold().split():
        rows = rows.filter(search_text__contains=word)
    if wanted.body is not None and not every_body:
        own = Knot.objects.filter(state=KnotState.TAKEN, meeting__bodies=wanted.body).order_by()
        rows = rows.filter(pk__in=own.filter(wanted.sees.seen()).values("matter"))
    return rows
