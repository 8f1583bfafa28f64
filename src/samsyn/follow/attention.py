"""What needs somebody's attention, ordered by what is hardest to recover."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samsyn.history.keeping import kept
from samsyn.matters.queries.actions import Action, ActionFilter, actions
from samsyn.matters.queries.executions import untold_decisions
from samsyn.matters.queries.hand_overs import lost_hand_overs, waiting_for
from samsyn.matters.queries.silence import SilentMatter, silent_matters
from samsyn.plan.queries.comments import first_comments, waiting_comments
from samsyn.register.queries import (
    DecidedWithout,
    Listing,
    MeetingFilter,
    StatementFilter,
    coming_meetings,
    first_without,
    incomplete_statements,
    meetings,
    open_doubts,
    open_suggestions,
    statements,
)
from samsyn.register.queries.life import waiting_corrections
from samsyn.register.queries.review import IS_DIFFERENCE
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from django.db.models import QuerySet

    from samsyn.matters.models import HandOver
    from samsyn.plan.models import PlanComment
    from samsyn.register.models import Doubt, Meeting, Statement, WaitingCorrection
    from samsyn.register.queries import Pair

EXAMPLES = 3
COMING = 4
LATEST = 4


class Concern(StrEnum):
    """Why something needs attention; the order is that of the page.

    What was handed over and not taken up is looked for by nobody: each side thinks that the other has it.
    What waits for one's own bodies is theirs alone to take up. A matter that has fallen silent is
    forgotten in the same way as what was lost. What nobody owns is done by nobody, and the time does not
    come back. What has passed its day can still be done late, and so can words of the plan that were to be
    changed. What was decided and never asked about again may have been done or not. Who was not in the
    room can be told.
    Finished notes that may be wrong are in everybody's hands. Notes can be asked for while people
    remember. Where a new file speaks against what a person has said, theirs stands until somebody
    chooses. What the machine is unsure of stands in the notes for as long as they are kept.
    """

    MISSED = "missed"
    WAITING = "waiting"
    SILENT = "silent"
    INCOMPLETE = "incomplete"
    PASSED = "passed"
    PLAN_UNDONE = "plan_undone"
    UNTOLD = "untold"
    DECIDED_WITHOUT = "decided_without"
    CORRECTIONS = "corrections"
    WITHOUT_NOTES = "without_notes"
    UNDATED = "undated"
    DIFFERENCES = "differences"
    DOUBTS = "doubts"
    SAME = "same"
    PLAN_UNANSWERED = "plan_unanswered"
    PLAN_PROPOSED = "plan_proposed"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Attention:
    """One concern: how many it is about, and the first of them.

    Attributes:
        count: Statements, meetings, doubts or pairs, as the concern says.
        examples: At most three, those to look at first.
        meetings: How many meetings they come from, where that is asked for.
    """

    concern: Concern
    count: int
    examples: Sequence[
        Statement
        | Action
        | Meeting
        | DecidedWithout
        | Doubt
        | Pair
        | WaitingCorrection
        | HandOver
        | SilentMatter
        | PlanComment
    ]
    meetings: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page shows.

    Attributes:
        attention: Only what there is something of.
        coming: The next meetings.
        latest: The meetings held last.
        is_empty: Whether there is nothing in the register at all.
    """

    attention: Sequence[Attention]
    coming: Sequence[Meeting]
    latest: Sequence[Meeting]

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been read in yet."""
        return not (self.attention or self.coming or self.latest)


def see_overview(
    *, on: date, sees: Sight = FINISHED, hidden: Collection[int] = (), own: Collection[int] = ()
) -> Overview:
    """What needs attention on a day.

    Args:
        on: The day; what is due before it has passed, and meetings from it on are coming.
        sees: Which unfinished notes somebody sees.
        hidden: Ids of people of whom nothing is asked.
        own: Ids of the bodies for which something may wait that is theirs to take up.

    Returns:
        Concerns in the order of `Concern`, those without anything left out. The number of questions
        to the database does not grow with the register; what they give is kept until something changes.
    """
    unnamed, theirs = frozenset(hidden), frozenset(own)
    # Whose notes somebody writes says which corrections they are asked about.
    return kept(
        ("overview", on, sees.key(), sees.bodies, unnamed, theirs),
        lambda: _see_overview(on, sees, unnamed, theirs),
    )


def _see_overview(on: date, sees: Sight, hidden: Collection[int], own: Collection[int]) -> Overview:
    held = meetings(MeetingFilter(states=("held",), sees=sees))
    return Overview(
        [found for found in _concerns(on, sees, hidden, own) if found.count],
        list(coming_meetings(on=on)[:COMING]),
        Listing(held.filter(start_on__lte=on), LATEST)[:LATEST],
    )


def _concerns(on: date, sees: Sight, hidden: Collection[int], own: Collection[int]) -> Iterator[Attention]:
    yield _counted(Concern.MISSED, lost_hand_overs(sees=sees))
    yield _counted(Concern.WAITING, waiting_for(own, sees=sees))
    silent = silent_matters(on=on, sees=sees)
    yield Attention(Concern.SILENT, len(silent), silent[:EXAMPLES])
    yield _counted(Concern.INCOMPLETE, incomplete_statements(on=on, sees=sees))
    passed = passed_actions(on=on, sees=sees)
    yield Attention(Concern.PASSED, passed.count(), [Action(said) for said in passed[:EXAMPLES]])
    said = waiting_comments(sees=sees)
    yield _commented(Concern.PLAN_UNDONE, "undone", said, sees)
    yield Attention(Concern.UNTOLD, untold_decisions(on=on, sees=sees).count(), ())
    yield Attention(Concern.DECIDED_WITHOUT, *first_without(EXAMPLES, on=on, sees=sees))
    yield _counted(Concern.CORRECTIONS, waiting_corrections(sees=sees))
    yield _meetings_counted(Concern.WITHOUT_NOTES, meetings(MeetingFilter(states=("referenced",), end=on)))
    yield _meetings_counted(
        Concern.UNDATED, meetings(MeetingFilter(states=("held",))).filter(sees.seen("pk"), start_on=None)
    )
    asked = open_doubts(on=on, sees=sees)
    yield _counted(Concern.DIFFERENCES, asked.filter(IS_DIFFERENCE))
    doubts = asked.exclude(IS_DIFFERENCE)
    yield Attention(
        Concern.DOUBTS,
        doubts.count(),
        list(doubts[:EXAMPLES]),
        doubts.order_by().values("meeting").distinct().count(),
    )
    pairs = open_suggestions(hidden=hidden, sees=sees)
    yield Attention(Concern.SAME, len(pairs), pairs[:EXAMPLES])
    yield _commented(Concern.PLAN_UNANSWERED, "waiting", said, sees)
    yield _commented(Concern.PLAN_PROPOSED, "proposed", said, sees)
    yield _counted(Concern.PROPOSED, statements(StatementFilter(confirmed=False, sees=sees)))


def passed_actions(*, on: date, sees: Sight = FINISHED) -> QuerySet[Statement]:
    """Actions whose last day lies before a day, and of which nobody has said that they are done or over."""
    return actions(ActionFilter(late=True, sees=sees), on=on)


def _commented(concern: Concern, state: str, counts: Mapping[str, int], sees: Sight) -> Attention:
    """Comments on plans in some state; the first of them are asked for only where there are any."""
    examples = first_comments(state, sees=sees, at_most=EXAMPLES) if counts[state] else []
    return Attention(concern, counts[state], examples)


def _meetings_counted(concern: Concern, rows: QuerySet[Meeting]) -> Attention:
    return Attention(concern, rows.count(), Listing(rows, EXAMPLES)[:EXAMPLES])


def _counted(
    concern: Concern,
    rows: QuerySet[Statement] | QuerySet[WaitingCorrection] | QuerySet[Doubt] | QuerySet[HandOver],
) -> Attention:
    return Attention(concern, rows.count(), list(rows[:EXAMPLES]))
