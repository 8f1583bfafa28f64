"""What notes tell of each party's own decision, as proposals that a person takes or refuses."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samsyn.matters.actions.tell_party import of
from samsyn.matters.committees import Named, read_count, read_number, read_own, read_told
from samsyn.matters.models import PartyLine, PartyState
from samsyn.matters.queries.near_statements import near_statements
from samsyn.matters.queries.parties import likely_parties
from samsyn.minutes.days import find_mentions
from samsyn.minutes.records import Kind
from samsyn.minutes.years import Direction, date_mention
from samsyn.register.models import Organisation, Statement, Value, ValueState
from samsyn.register.recognition import recognise
from samsyn.register.sight import FINISHED, Sight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from samsyn.matters.models import Matter

REGION_WORDS = ("regionen",)
AHEAD = (PartyState.ON_AGENDA, PartyState.PENDING)
# What a statement says, how a committee's own minutes say it, and what follows from a count.
SAYS, OWN, EXCLUDED, REST = "says", "own_minutes", "excluded", "rest"


@dataclass(frozen=True, slots=True)
class PartyProposal:
    """What a statement tells of a party.

    Attributes:
        reason: "says", "own_minutes", "excluded", or "rest": all but those that are named otherwise.
        columns: The day and number, as columns of a line.
    """

    organisation: Organisation
    state: str
    source: Statement
    reason: str = SAYS
    columns: dict[str, Any] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How much it says: a committee's own minutes most, then a day, then a name, then a mere count."""
        if self.reason == REST:
            return 0
        return 3 if self.reason == OWN else 1 + ("start_on" in self.columns)

    @property
    def line(self) -> PartyLine:
        """The line that it becomes where it is taken; not kept."""
        return PartyLine(organisation=self.organisation, state=self.state, **self.columns)

    @property
    def key(self) -> str:
        """What a form sends to say which proposal is meant."""
        return f"{self.organisation.pk}-{self.source.pk}-{self.state}"


def party_proposals(subject: Statement | Matter, *, sees: Sight = FINISHED) -> list[PartyProposal]:
    """What notes tell and nobody has answered: for each party the latest, by the parties' names.

    Of a statement for which nobody has said that each party takes it for itself, only where it may well be:
    it approves something, and nothing later does so before the notes tell of any party; of others, who they
    say takes no part.
    """
    lines = list(PartyLine.objects.filter(**of(subject)).select_related("organisation"))
    parties = _parties(subject, lines)
    near = list(near_statements(subject, sees=sees))
    answered = {(line.organisation_id, line.source_id, line.state) for line in lines}
    holds = {line.organisation_id: line for line in lines if not line.refused}
    latest: dict[int, PartyProposal] = {}
    for one in _told(near, parties):
        before = latest.get(one.organisation.pk)
        told_better = before is not None and before.state == one.state and before.weight > one.weight
        if (one.organisation.pk, one.source.pk, one.state) not in answered and not told_better:
            latest[one.organisation.pk] = one
    new = [one for one in latest.values() if _says_more(one, holds.get(one.organisation.pk))]
    if isinstance(subject, Statement) and not lines and _approved(near, parties) != subject:
        new = [one for one in new if one.reason == EXCLUDED and one.source == subject]
    return sorted(new, key=lambda one: one.organisation.name.casefold())


def taken_apart(matter: Matter, *, sees: Sight = FINISHED) -> Statement | Matter:
    """What each party of a matter takes for itself; the matter itself where nothing of the kind is decided.

    The latest decision for which a person has said so; else the one that `party_proposals` proposes for.
    """
    near = list(near_statements(matter, sees=sees))
    lines = PartyLine.objects.filter(statement__in=near, refused=False)
    apart = set(lines.values_list("statement", flat=True))
    said_so = [said for said in near if said.pk in apart]
    if said_so:
        return said_so[-1]
    return _approved(near, likely_parties(matter)) or matter


def _parties(subject: Statement | Matter, lines: Sequence[PartyLine]) -> list[Organisation]:
    """Who may be a party, and who is."""
    likely = {one.pk: one for one in likely_parties(subject)}
    return list((likely | {line.organisation_id: line.organisation for line in lines}).values())


def _approved(near: Sequence[Statement], parties: Sequence[Organisation]) -> Statement | None:
    """The last decision that approves something for all before notes tell what some party has done."""
    approved, named = None, _named(parties)
    for said in near:
        tells = read_told(said.text, named) or read_count(said.text)
        if tells or (_approves(said) and _own_party(said, parties) is not None):
            return approved
        if _approves(said):
            approved = said
    return None  # nobody tells of any party


def _approves(said: Statement) -> bool:
    return said.kind == Kind.DECISION and read_own(said.text) == PartyState.ADOPTED


def _says_more(one: PartyProposal, line: PartyLine | None) -> bool:
    """Whether a proposal tells something that is not known yet, or later than what is."""
    if line is None:
        return True
    told_on = one.source.meeting.start_on
    return one.state != line.state and (told_on is None or told_on >= line.told_on)


def _told(near: Sequence[Statement], parties: Sequence[Organisation]) -> Iterable[PartyProposal]:
    """All that is told, in the order of the notes."""
    named, known = _named(parties), {one.pk: one for one in parties}
    by_item: dict[tuple[int, int | None], list[Statement]] = defaultdict(list)
    for said in near:
        by_item[said.meeting_id, said.item_id].append(said)
    excluded = _excluded(near, known)
    for together in by_item.values():
        own = _own_party(together[0], parties)
        told = [
            PartyProposal(known[one.party], one.state, said, SAYS, _when(one.words, one.state, said))
            for said in together
            for one in read_told(said.text, named)
        ]
        yield from told
        yield from _rest(together, parties, told)
        yield from (one for said in together for one in excluded.get(said.pk, ()))
        if own is not None:
            yield from _own_decisions(together, own)


def _named(parties: Iterable[Organisation]) -> list[Named]:
    """The parties with the names by which notes call them."""
    rows = list(parties)
    regions = [one for one in rows if one.kind == "region"]
    return [Named(one.pk, (one.key, *(REGION_WORDS if regions == [one] else ()))) for one in rows if one.key]


def _own_party(said: Statement, parties: Sequence[Organisation]) -> Organisation | None:
    """The party whose own committee has met: its name stands in that of the only body."""
    bodies = said.meeting.named_bodies
    if len(bodies) != 1:
        return None
    named = [
        one for one, name in zip(parties, _named(parties), strict=False) if name.found_in(bodies[0].name)
    ]
    return named[0] if len(named) == 1 else None


def _own_decisions(together: Sequence[Statement], own: Organisation) -> Iterable[PartyProposal]:
    number = read_number(said.text for said in together)
    for said in together:
        state = read_own(said.text) if said.kind in (Kind.DECISION, Kind.POSTPONEMENT) else ""
        if state:
            yield PartyProposal(own, state, said, OWN, {**_day(said.meeting.start_on), "number": number})


def _rest(
    together: Sequence[Statement], parties: Sequence[Organisation], told: Sequence[PartyProposal]
) -> Iterable[PartyProposal]:
    """Where "sju av nio har antagit den", and two are named that have not, the other seven have."""
    others = {one.organisation.pk for one in told if one.state != PartyState.ADOPTED}
    by_name = {one.organisation.pk for one in told}
    municipalities = [one for one in parties if one.kind == "municipality"]
    for said in together:
        count = read_count(said.text)
        if count is None or not others:
            continue
        n, n_all = count
        among = list(parties) if n_all == len(parties) else municipalities
        rest = [one for one in among if one.pk not in others]
        if len(rest) == n and n_all in (None, len(among)):
            yield from (
                PartyProposal(one, PartyState.ADOPTED, said, REST) for one in rest if one.pk not in by_name
            )


def _excluded(near: Sequence[Statement], known: dict[int, Organisation]) -> dict[int, list[PartyProposal]]:
    """Who is said not to take part, by the statement's id."""
    found: dict[int, list[PartyProposal]] = defaultdict(list)
    by_id, keys = {said.pk: said for said in near}, {one.key: one for one in known.values()}
    values = Value.objects.filter(statement__in=by_id, field="excluded").exclude(state=ValueState.REJECTED)
    regions = [one for one in known.values() if one.kind == "region"]
    for said, name in values.order_by("id").values_list("statement", "value"):
        named = recognise(str(name))
        party = keys.get(named.key) if named else None
        if party is None and str(name).casefold() in REGION_WORDS and len(regions) == 1:
            party = regions[0]
        if party is not None and said is not None:
            found[said].append(PartyProposal(party, PartyState.OUTSIDE, by_id[said], EXCLUDED))
    return found


def _when(words: str, state: str, said: Statement) -> dict[str, Any]:
    """The time that a clause tells, if any."""
    met_on, mentions = said.meeting.start_on, find_mentions(words)
    if not mentions or state == PartyState.PENDING:
        return {}
    direction = Direction.FORWARD if state in AHEAD else Direction.BACK
    period = date_mention(mentions[0], met_on=met_on, direction=direction).period
    if period.start is None:
        return {}
    return {
        "start_on": period.start, "end_on": period.end, "precision": period.precision.value,
        "day_words": words[mentions[0].start : mentions[0].end].strip()[:300],
    }  # fmt: skip


def _day(on: date | None) -> dict[str, Any]:
    if on is None:
        return {}
    return {"start_on": on, "end_on": on.fromordinal(on.toordinal() + 1), "precision": "day"}
