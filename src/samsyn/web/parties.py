"""The parties of a decision or a matter, as pages show them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.accounts.permissions import may
from samsyn.matters.models import Matter, PartyState
from samsyn.matters.queries.parties import likely_parties, party_rows
from samsyn.matters.queries.party_proposals import party_proposals, taken_apart
from samsyn.matters.service import Party
from samsyn.register.models import Statement
from samsyn.register.sight import sight_of
from samsyn.web import swedish

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.contrib.auth.models import AnonymousUser

    from samsyn.accounts.models import User
    from samsyn.matters.models import PartyLine
    from samsyn.matters.queries.parties import PartyRow
    from samsyn.matters.queries.party_proposals import PartyProposal
    from samsyn.register.models import Organisation

MARKS = {
    "pending": "waits",
    "on_agenda": "planned",
    "adopted": "present",
    "referred_back": "rejected",
    "turned_down": "absent",
    "outside": "outside",
}
MOST_NAMED = 3  # parties named in a sentence; of more, only how many


@dataclass(frozen=True, slots=True)
class Parties:
    """What a page shows of the parties.

    Attributes:
        rows: Parties with what holds of each.
        proposals: What notes tell and nobody has answered.
        likely: Who may be parties, where no line is there yet or some lack one.
        sentence: How many have done what; empty where there is no line.
        proposed_sentence: The same as the proposals would have it.
        may_open: Whether the reader may say who the parties are.
        of_matter: They are shown with a matter.
        beside: The decision that is meant, where they are shown with a matter.
        own: Ids of organisations for which the reader may tell.
        address: Where forms are sent.
    """

    rows: Sequence[PartyRow]
    proposals: Sequence[PartyProposal]
    likely: Sequence[Organisation]
    sentence: str
    proposed_sentence: str
    may_open: bool
    of_matter: bool
    beside: Statement | None
    own: frozenset[int]
    address: str

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show, or to do beside a decision."""
        return bool(self.rows or self.proposals or (self.may_open and not self.of_matter))


def see_matter_parties(user: User | AnonymousUser, matter: Matter) -> Parties:
    """The parties of what each takes for itself of a matter, or of the matter where nothing is decided."""
    return see_parties(user, taken_apart(matter, sees=sight_of(user)), of_matter=True)


def see_parties(
    user: User | AnonymousUser, subject: Statement | Matter, *, of_matter: bool = False
) -> Parties:
    """What a user sees of a subject's parties, and may do."""
    rows = party_rows(subject)
    proposals = party_proposals(subject, sees=sight_of(user))
    known = {row.organisation.pk for row in rows}
    likely = [one for one in likely_parties(subject) if one.pk not in known]
    told = {row.organisation for row in rows} | {one.organisation for one in proposals}
    page = "matter_parties" if isinstance(subject, Matter) else "parties"
    return Parties(
        rows,
        proposals,
        likely,
        sentence_of(row.line for row in rows),
        sentence_of(one.line for one in proposals),
        may(user, "matters.open_parties", subject),
        of_matter,
        subject if of_matter and isinstance(subject, Statement) else None,
        frozenset(one.pk for one in told if may(user, "matters.tell_party", Party(subject, one))),
        reverse(page, args=[subject.pk]),
    )


def sentence_of(lines: Iterable[PartyLine]) -> str:
    """How many have done what ("Sju av nio har antagit det. Vingåkers kommun väntar.")."""
    of_state: dict[str, list[str]] = {}
    for line in lines:
        of_state.setdefault(line.state, []).append(line.organisation.name)
    counts = Counter({state: len(names) for state, names in of_state.items()})
    n_all = counts.total() - counts[PartyState.OUTSIDE]
    if not counts:
        return ""
    said = [_adopted(counts[PartyState.ADOPTED], n_all)] if n_all else []
    said += [
        f"{_names(of_state[state])} {words}"
        for state, words in _verbs().items()
        if state in of_state and (state != PartyState.PENDING or counts[state] < n_all)
    ]
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in said)


def _adopted(n: int, n_all: int) -> str:
    if n == n_all:
        return _("alla %(all)s har antagit det") % {"all": swedish.in_words(n_all)}
    if not n:
        return _("ingen av %(all)s har antagit det än") % {"all": swedish.in_words(n_all)}
    return _("%(n)s av %(all)s har antagit det") % {"n": swedish.in_words(n), "all": swedish.in_words(n_all)}


def _verbs() -> dict[str, str]:
    return {
        PartyState.ON_AGENDA: _("har det på dagordningen"),
        PartyState.REFERRED_BACK: _("har återremitterat det"),
        PartyState.TURNED_DOWN: _("har sagt nej"),
        PartyState.PENDING: _("väntar"),
        PartyState.OUTSIDE: _("ingår inte"),
    }


def _names(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMED:
        return swedish.joined(names)
    return _("%(n)s till") % {"n": swedish.in_words(len(names))}
