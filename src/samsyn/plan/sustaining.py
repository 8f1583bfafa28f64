"""When it is asked whether what an actor reached lasts. No database.

What became everyday work is asked about after half a year and after a year, counted from the day on which it
did. Whoever steps back and comes again is asked anew from then.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samsyn.plan.standing import Claim

ASKED_AFTER = (6, 12)
"""Months after which it is asked."""


def everyday_since(claims: Iterable[Claim], everyday: int) -> date | None:
    """Since when an actor stands on the everyday step, or above it; None where it does not.

    Args:
        claims: In the order in which they hold.
        everyday: The step's number.
    """
    found: date | None = None
    for claim in claims:
        if claim.step < everyday:
            found = None
        elif found is None:
            found = min(claim.since or claim.on, claim.on)
    return found


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
