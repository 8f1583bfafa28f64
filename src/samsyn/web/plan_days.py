"""Days that the forms of a plan send."""

from __future__ import annotations

from datetime import date

from samsyn.plan.service import PlanUnusable


def read_day(text: str) -> date | None:
    """The day of a browser's field for days; None where it is empty.

    Raises:
        PlanUnusable: Something else stands there.
    """
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise PlanUnusable("Skriv dagen som 2026-08-31.") from error
