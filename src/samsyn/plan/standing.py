"""Where an actor stands in an area on a day: its claim, what shows it, and how old that is. No database.

A claim is what an actor says of itself; evidence shows a step and has a day of its own. The two are never
made into one figure, and nothing here is an average: a step is an order, not an amount (SIC and NIRN: stages
are counted, their numbers are not).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

NOT_BEGUN = 0
AT_ONE_TIME = timedelta(days=30)
"""As long as the link of a question answers."""


class View(NamedTuple):
    """Who says which step."""

    who: str
    step: int


class Claim(NamedTuple):
    """What an actor said on a day.

    Attributes:
        step: Number of the step; `NOT_BEGUN` where it said that it has not begun.
        since: Since when it stands there, as it said; None where it did not.
        wording: The version that it was said against; None where the step had none.
        needs: What it needs for the next step.
        who: Who said it.
        seen: What reviewers say of it, in the order in which they said it.
    """

    on: date
    step: int
    since: date | None = None
    wording: int | None = None
    needs: str = ""
    who: str = ""
    seen: tuple[View, ...] = ()


class Shown(NamedTuple):
    """Evidence that somebody has taken.

    Attributes:
        on: The day of which it tells.
        step: The step that it shows.
        until: The day on which it was withdrawn; None while it counts.
    """

    on: date
    step: int
    until: date | None = None


class Move(StrEnum):
    """Whether the claimed step has changed since a day."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Standing:
    """A cell of the map.

    Attributes:
        claim: The latest claim; None where the actor has said nothing (not assessed).
        shown_step: The highest step that evidence shows; None where nothing does.
        shown_on: The newest day of evidence that shows the claimed step or a higher one; None without.
        months: Full months from `shown_on` to the day asked for; None without evidence.
        is_old: The evidence is older than the plan allows.
        move: Against the claim in force on the earlier day.
        is_older_wording: The step's words have changed since the claim.
        views: What each of those who have rated it says, the actor's latest word first; one is no matter
            of agreeing.
    """

    claim: Claim | None
    shown_step: int | None = None
    shown_on: date | None = None
    months: int | None = None
    is_old: bool = False
    move: Move = Move.SAME
    is_older_wording: bool = False
    views: tuple[View, ...] = ()

    @property
    def is_disputed(self) -> bool:
        """Whether two of them say different steps."""
        return len({view.step for view in self.views}) > 1

    @property
    def lowest(self) -> int:
        """The lowest step that anybody says."""
        return min(view.step for view in self.views)

    @property
    def highest(self) -> int:
        """The highest step that anybody says."""
        return max(view.step for view in self.views)

    @property
    def is_assessed(self) -> bool:
        """Whether the actor has said anything."""
        return self.claim is not None

    @property
    def lacks_evidence(self) -> bool:
        """Claimed, and nothing shows it; that one has not begun needs no evidence."""
        return self.claim is not None and self.claim.step != NOT_BEGUN and self.shown_on is None


def standing(
    claims: Sequence[Claim],
    evidence: Iterable[Shown],
    *,
    on: date,
    since: date | None = None,
    old_after: int = 6,
    wordings: dict[int, int] | None = None,
) -> Standing:
    """Where an actor stands in an area on a day, by what had been said and shown until then.

    Args:
        claims: In the order in which they hold.
        evidence: In any order.
        on: The day; what is dated after it is not known yet.
        since: The earlier day that `move` compares with; None for no comparison.
        old_after: Evidence older than so many months is old.
        wordings: The version of each step's words that holds, by the step's number.
    """
    claim = _in_force(claims, on)
    if claim is None:
        return Standing(None)
    counted = [one for one in evidence if one.on <= on and (one.until is None or one.until > on)]
    shows = [one.on for one in counted if one.step >= claim.step]
    newest = max(shows, default=None) if claim.step != NOT_BEGUN else None
    months = months_between(newest, on) if newest else None
    held = (wordings or {}).get(claim.step)
    return Standing(
        claim,
        shown_step=max((one.step for one in counted), default=None),
        shown_on=newest,
        months=months,
        is_old=months is not None and months >= old_after,
        move=_move(_in_force(claims, since), claim) if since else Move.SAME,
        is_older_wording=held is not None and claim.wording is not None and claim.wording < held,
        views=_views([one for one in claims if one.on <= on]),
    )


def _views(claims: Sequence[Claim]) -> tuple[View, ...]:
    """What each says of the same time: the last claim, others of the days before it, and reviews of it.

    Two who answer the same question seldom do so on one day: a link answers for thirty.
    """
    last = claims[-1]
    found = {last.who: last.step}
    for claim in reversed(claims):
        if last.on - claim.on <= AT_ONE_TIME:
            found.setdefault(claim.who, claim.step)
    found |= {view.who: view.step for view in last.seen if view.who != last.who}
    return tuple(View(who, step) for who, step in found.items())


def months_between(first: date, last: date) -> int:
    """Full months from one day to a later one."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)


def _in_force(claims: Sequence[Claim], on: date) -> Claim | None:
    """The last claim made until a day."""
    return next((claim for claim in reversed(claims) if claim.on <= on), None)


def _move(before: Claim | None, now: Claim) -> Move:
    """How the step changed."""
    if before is None:
        return Move.NEW
    if before.step == now.step:
        return Move.SAME
    return Move.UP if now.step > before.step else Move.DOWN
