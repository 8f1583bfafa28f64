"""Questions to the register. Each takes the day it is asked on where the answer hangs on it."""

from samsyn.register.queries.attention import (
    DecidedWithout,
    Pair,
    coming_meetings,
    decided_without,
    incomplete_statements,
    open_doubts,
    open_suggestions,
)
from samsyn.register.queries.coverage import Presence, coverage, usual_organisations
from samsyn.register.queries.meetings import (
    UNDATED,
    MeetingCounts,
    MeetingFilter,
    meeting_counts,
    meeting_page,
    meetings,
)
from samsyn.register.queries.statements import (
    BINDING_KINDS,
    QuickCounts,
    StatementFilter,
    quick_counts,
    statements,
)

__all__ = [
    "BINDING_KINDS",
    "UNDATED",
    "DecidedWithout",
    "MeetingCounts",
    "MeetingFilter",
    "Pair",
    "Presence",
    "QuickCounts",
    "StatementFilter",
    "coming_meetings",
    "coverage",
    "decided_without",
    "incomplete_statements",
    "meeting_counts",
    "meeting_page",
    "meetings",
    "open_doubts",
    "open_suggestions",
    "quick_counts",
    "statements",
    "usual_organisations",
]
