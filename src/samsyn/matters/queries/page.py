"""One matter with all that its page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from samsyn.matters.models import Matter, MatterRelation, MatterState, RelationState
from samsyn.matters.queries.listing import NEXT_KINDS, newest_first
from samsyn.matters.queries.nearby import Nearby, find_nearby
from samsyn.matters.queries.reach import statements_by_knot
from samsyn.matters.queries.sight import visible_knots, visible_matters
from samsyn.matters.queries.way import handed_over
from samsyn.minutes.records import Kind
from samsyn.register.models import Meeting, MeetingState, Statement, Value

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from samsyn.matters.models import HandOver, Knot
    from samsyn.register.models import Body
    from samsyn.register.sight import Sight

LONGEST_CHAIN = 20
UNSAID = (Kind.REFERENCE,)


@dataclass(frozen=True, slots=True)
class Said:
    """An item of the matter, with what was said under it in the notes' order."""

    knot: Knot
    statements: Sequence[Statement]

    @property
    def last_step(self) -> Statement | None:
        """What was said last of what comes next."""
        return next((one for one in reversed(self.statements) if _is_next(one)), None)


@dataclass(frozen=True, slots=True)
class Related:
    """Another matter that this one has to do with, as a person said or as is proposed."""

    relation: MatterRelation
    other: Matter


@dataclass(frozen=True, slots=True)
class MatterPage:
    """All that the page shows.

    Attributes:
        said: Oldest first, those without a day last.
        handed: What was handed over on its way, the earliest first.
        coming: The next known meeting of a body where the matter has been up, and that after the last time.
    """

    matter: Matter
    said: Sequence[Said]
    nearby: Sequence[Nearby]
    related: Sequence[Related]
    handed: Sequence[HandOver]
    coming: Meeting | None

    @property
    def bodies(self) -> list[Body]:
        """Where it has been up, the first first."""
        found = {body.pk: body for one in self.said for body in one.knot.meeting.named_bodies}
        return list(found.values())

    @property
    def last(self) -> Said | None:
        """When it was last up, on a known day where there is one."""
        dated = [one for one in self.said if one.knot.meeting.start_on is not None]
        return dated[-1] if dated else next(iter(reversed(self.said)), None)

    @property
    def days(self) -> list[date]:
        """The days on which it was up."""
        return [one.knot.meeting.start_on for one in self.said if one.knot.meeting.start_on is not None]


def find_matter(matter_id: int, *, sees: Sight) -> Matter | None:
    """A matter that somebody sees."""
    return visible_matters(sees).select_related("merged_into", "opened_by").filter(pk=matter_id).first()


def where_it_went(matter: Matter) -> Matter:
    """The matter that one has become a part of, however many steps away; itself where it is none's."""
    now = matter
    for _step in range(LONGEST_CHAIN):
        if now.state != MatterState.MERGED or now.merged_into is None:
            return now
        now = now.merged_into
    return now


def read_matter(matter: Matter, *, on: date, sees: Sight) -> MatterPage:
    """A matter with its items, what was said, and what is proposed.

    Args:
        matter: As `find_matter` gives it.
        on: Today.
        sees: Which unfinished notes somebody sees.

    Returns:
        The page. The number of questions to the database does not grow with the matter.
    """
    rows = visible_knots(sees).filter(matter=matter)
    knots = list(
        rows.select_related("meeting", "item", "statement__item", "decided_by").prefetch_related(
            "meeting__bodies"
        )
    )
    taken = sorted(knots, key=newest_first, reverse=True)
    taken.sort(key=lambda knot: knot.meeting.start_on is None)
    asked = Statement.objects.select_related("item", "owner_person", "owner_organisation", "owner_body")
    kinds = Value.objects.filter(field="kind").order_by("id")
    said = statements_by_knot(
        taken, ~Q(kind__in=UNSAID), asked.prefetch_related(Prefetch("values", kinds, to_attr="own_kinds"))
    )
    return MatterPage(
        matter,
        [Said(knot, said[knot.pk]) for knot in taken],
        find_nearby(matter, taken, sees=sees),
        _related(matter, sees),
        handed_over(taken, sees=sees),
        _coming(taken, on),
    )


def _related(matter: Matter, sees: Sight) -> list[Related]:
    rows = MatterRelation.objects.filter(Q(one=matter) | Q(other=matter)).exclude(state=RelationState.REFUSED)
    seen = visible_matters(sees)
    found = (
        rows.filter(one__in=seen, other__in=seen).select_related("one", "other", "decided_by").order_by("pk")
    )
    pairs = [Related(row, row.other if row.one_id == matter.pk else row.one) for row in found]
    return [one for one in pairs if one.other.state != MatterState.MERGED]


def _coming(knots: Sequence[Knot], on: date) -> Meeting | None:
    """The next meeting of the bodies where it was last up, else of any where it has been up."""
    if not knots:
        return None
    ahead = Meeting.objects.filter(start_on__gte=on).exclude(state=MeetingState.HELD)
    ahead = ahead.prefetch_related("bodies").order_by("start_on", "pk")
    last = {body.pk for body in knots[-1].meeting.bodies.all()}
    rows = list(ahead.filter(bodies__in=last).distinct()[:10]) if last else []
    return max(rows, key=lambda row: len(last & {body.pk for body in row.bodies.all()}), default=None)


def _is_next(said: Statement) -> bool:
    return said.is_action or said.kind in NEXT_KINDS
