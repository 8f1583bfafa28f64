"""Questions to the register. Each takes the day it is asked on where the answer hangs on it."""

from samsyn.register.queries.attention import (
    DecidedWithout,
    Pair,
    coming_meetings,
    decided_without,
    first_without,
    incomplete_statements,
    open_doubts,
    open_suggestions,
)
from samsyn.register.queries.coverage import Presence, coverage, usual_organisations
from samsyn.register.queries.listing import Listing
from samsyn.register.queries.meetings import (
    UNDATED,
    MeetingCounts,
    MeetingFilter,
    meeting_counts,
    meeting_page,
    meetings,
)
from samsyn.register.queries.searching import Hit, Search, SearchCounts, SearchFilter, places_of, search
from samsyn.register.queries.statements import (
    BINDING_KINDS,
    QuickCounts,
    StatementFilter,
    list_statements,
    quick_counts,
    statements,
)

__all__ = [
    "BINDING_KINDS",
    "UNDATED",
    "DecidedWithout",
    "Hit",
    "Listing",
    "MeetingCounts",
    "MeetingFilter",
    "Pair",
    "Presence",
    "QuickCounts",
    "Search",
    "SearchCounts",
    "SearchFilter",
    "StatementFilter",
    "coming_meetings",
    "coverage",
    "decided_without",
    "first_without",
    "incomplete_statements",
    "list_statements",
    "meeting_counts",
    "meeting_page",
    "meetings",
    "open_doubts",
    "open_suggestions",
    "places_of",
    "quick_counts",
    "search",
    "statements",
    "usual_organisations",
]
