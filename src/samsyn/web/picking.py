"""Words in notes that are looked for and pointed out: the same field in every form of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.plan.service import PlanUnusable
from samsyn.register.models import Statement
from samsyn.register.queries.searching import SearchFilter, search
from samsyn.register.sight import sight_of
from samsyn.web.pages import read_numbers
from samsyn.web.words import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, QueryDict

    from samsyn.register.queries.searching import Hit

LONGEST = 200
MOST_FOUND, MOST_POINTED = 8, 20


@dataclass(frozen=True, slots=True)
class Picking:
    """What the field shows.

    Attributes:
        sought: What was looked for; empty where nothing was.
        pointed: The statements that are pointed out.
        hits: Others with the words sought, those of the latest meeting first.
    """

    sought: str
    pointed: Sequence[Statement]
    hits: Sequence[Hit]


def pick_words(request: HttpRequest, sent: QueryDict) -> Picking:
    """What was looked for and is pointed out, as far as whoever asks sees it."""
    sought = sent.get("sok", "").replace("\x00", "").strip()[:LONGEST]
    pointed = pointed_statements(request, sent)
    known = {one.pk for one in pointed}
    hits = [hit for hit in _find(request, sought) if hit.statement and hit.statement.pk not in known]
    return Picking(sought, pointed, hits[:MOST_FOUND])


def pointed_statements(request: HttpRequest, sent: QueryDict) -> list[Statement]:
    """The statements that a form points out; what is not seen, or is there no more, is left out."""
    asked = read_numbers(sent.getlist("orden"))[:MOST_POINTED]
    if not asked:
        return []
    rows = Statement.objects.filter(sight_of(request.user).seen(), removed=False, pk__in=asked)
    linked = rows.select_related("meeting", "item").prefetch_related("meeting__bodies")
    return list(linked.order_by("meeting__start_on", "pk"))


def pointed_statement(request: HttpRequest) -> Statement | None:
    """The one statement that a sent form points out; None for none.

    Raises:
        PlanUnusable: The words that were pointed out are gone.
    """
    found = pointed_statements(request, request.POST)
    if read_numbers(request.POST.getlist("orden")) and not found:
        raise PlanUnusable("Orden finns inte längre i anteckningarna. Sök och välj igen.")
    return found[0] if found else None


def _find(request: HttpRequest, sought: str) -> Sequence[Hit]:
    if not sought:
        return []
    return search(SearchFilter(words=sought, kinds=tuple(KINDS), sees=sight_of(request.user))).hits
