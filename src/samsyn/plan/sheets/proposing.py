"""What a workbook would change of a plan; nothing is changed by asking."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.plan.actions.arrange_parts import is_told_of
from samsyn.plan.laying import ABOVE
from samsyn.plan.models import Checking, Outside, PartKind, Period, Wording
from samsyn.plan.queries.parts import ORDER
from samsyn.plan.sheets import heads
from samsyn.plan.sheets.arranging import arrange
from samsyn.plan.sheets.trees import grow
from samsyn.plan.sheets.understanding import Wrong
from samsyn.register.models import Organisation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from samsyn.plan.models import Actor, Part, Plan
    from samsyn.plan.sheets.arranging import Arranged
    from samsyn.plan.sheets.trees import Node, Tree
    from samsyn.plan.sheets.understanding import ActorLine, Line, TimeLine, Understood
    from samsyn.plan.wanted import PartWanted

NEW, NAME, MEANING, WORDING, TIME = "new", "name", "meaning", "wording", "time"
WITHDRAWN, MOVED, ORDERED = "withdrawn", "moved", "ordered"
CHECKING, REACHED, ACTOR, OUTSIDE = "checking", "reached", "actor", "outside"
# In the order in which they are made: what goes leaves its place, times come before they are reached, actors
# before they are outside, and order is made of what is there in the end.
SORTS = (
    WITHDRAWN, NEW, NAME, MEANING, WORDING, TIME, CHECKING, REACHED, ACTOR, OUTSIDE, MOVED, ORDERED
)  # fmt: skip
STAMP_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a workbook would change.

    Attributes:
        sort: One of `SORTS`.
        at: Sheet and cell.
        part: The part; for a new one what it would stand below, None for the plan itself.
        before: What stands now, as text; empty where nothing does.
        after: What would stand.
        wanted: A new part with what stands below it.
        line: The row of a part.
        actor: Whose time, or who is outside; None for all, and for an actor that is not there yet.
        organisation: Of an actor that is not there yet.
        day: Reached on, or part of it again from.
        above: What a part that moves would stand below.
        order: Parts of a kind in the order wanted, also new ones.
    """

    sort: str
    at: str
    part: Part | None = None
    before: str = ""
    after: str = ""
    wanted: PartWanted | None = None
    line: Line | None = None
    actor: Actor | None = None
    organisation: Organisation | None = None
    day: date | None = None
    above: Part | None = None
    order: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that a workbook would change.

    Attributes:
        wrong: What must be put right first.
        untouched: Parts of the plan that no row is of; they stay as they are.
    """

    changes: tuple[Change, ...]
    wrong: tuple[Wrong, ...]
    untouched: tuple[Part, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many changes of each sort; a new part counts with those below it."""
        found: Counter[str] = Counter()
        for change in self.changes:
            found[change.sort] += len(list(change.wanted.walk())) if change.wanted else 1
        return dict(found)

    @property
    def stamp(self) -> str:
        """A sign of what is proposed: another where the plan has changed since."""
        told = [f"{one.sort} {one.at} {one.before} {one.after} {one.day}" for one in self.changes]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:STAMP_LENGTH]

    @property
    def needs_reason(self) -> bool:
        """Whether words that stand would become others, or a part would go without a row that says why."""
        return self.rewords or any(one.sort == WITHDRAWN and not one.after for one in self.changes)

    @property
    def rewords(self) -> bool:
        """Whether words that stand would become others."""
        return any(one.sort == WORDING and one.before for one in self.changes)


@dataclass(slots=True)
class _Plan:
    """A plan as it stands, to hold rows against."""

    texts: dict[int, str]
    periods: dict[tuple[int, int], Period]
    checks: dict[int, Checking]
    actors: dict[str, Actor]
    outside: dict[tuple[int, int], Outside]
    wrong: list[Wrong] = field(default_factory=list)


def propose_changes(plan: Plan, said: Understood) -> Proposal:
    """What a workbook would change of a plan.

    Args:
        plan: Which.
        said: As `understand` read it.
    """
    parts = sorted(
        plan.parts.filter(withdrawn_on=None).select_related("parent"),
        key=lambda one: (ORDER[PartKind(one.kind)], one.number, one.pk),
    )
    keys = {part.pk for part in parts}
    unknown = [one for one in said.lines if one.key and one.key not in keys]
    lines = [one for one in said.lines if one not in unknown]
    tree, now = grow(parts, lines), _stands(plan)
    now.wrong += [Wrong(one.at, f"Nyckeln {one.key} finns inte i planen: ta bort den.") for one in unknown]
    arranged = arrange(tree, lines)
    now.wrong += [Wrong(*one) for one in arranged.wrong]
    changes = [
        *_of_parts(tree, arranged.gone, now), *_of_places(arranged, tree, now),
        *_of_times(said.times, tree, now), *_of_actors(said.actors, tree, now),
    ]  # fmt: skip
    going = {one for node in arranged.gone for one in node.walk()}
    kept = [node.part for node in tree.walk() if node.part and node.line is None and node not in going]
    return Proposal(tuple(changes), (*said.wrong, *now.wrong), tuple(kept) if lines else ())


def wanted_parts(said: Understood) -> tuple[PartWanted, ...]:
    """The parts of a new plan that a workbook describes."""
    return tuple(node.wanted() for node in grow((), said.lines).tops)


def _stands(plan: Plan) -> _Plan:
    wordings = Wording.objects.filter(part__plan=plan).order_by("number")
    texts = dict(wordings.values_list("part", "text"))
    actors = plan.actors.filter(left_on=None).select_related("organisation")
    return _Plan(
        texts,
        {(one.part_id, one.actor_id or 0): one for one in Period.objects.filter(part__plan=plan)},
        {one.part_id: one for one in Checking.objects.filter(part__plan=plan)},
        {_plain(one.organisation.name): one for one in actors},
        {(one.actor_id, one.part_id or 0): one for one in Outside.objects.filter(actor__plan=plan)},
    )


def _of_parts(tree: Tree, gone: Sequence[Node], now: _Plan) -> Iterator[Change]:
    for top in tree.tops:
        yield from _of_node(top, None, gone, now)


def _of_gone(node: Node, now: _Plan) -> Iterator[Change]:
    """A part that goes with all below it, which the file must not change too."""
    for below in node.walk():
        line = below.line
        if line and (below.part is None or (below is not node and any(_of_line(below.part, line, now)))):
            now.wrong.append(Wrong(line.at, f"{node.name} utgår, och det som står under med det."))
    if node.line is not None:
        yield Change(WITHDRAWN, node.line.at, node.part, after=node.line.why, line=node.line)


def _of_places(arranged: Arranged, tree: Tree, now: _Plan) -> Iterator[Change]:
    above = {below: node for node in tree.walk() for below in node.nodes}
    for node, below in arranged.moved:
        if node.line is None or node.part is None:
            continue
        if below.kind not in ABOVE[PartKind(node.kind)]:
            now.wrong.append(Wrong(node.line.at, f"{node.name} kan inte stå där: skriv också steget."))
        if is_told_of(node.part):
            said = f"Aktörer har bedömt sig mot {node.name}: skriv utgår, och ett nytt steg i {below.name}."
            now.wrong.append(Wrong(node.line.at, said))
        yield Change(MOVED, node.line.at, node.part, above[node].name, below.name, line=node.line,
                     above=below.part)  # fmt: skip
    for stands, wanted in arranged.ordered:
        at = next((node.line.at for node in wanted if node.line), "")
        first = next(node for node in stands if node.part)
        place = dict(arranged.moved).get(first) or above.get(first)
        before, after = (_joined(tuple(node.name for node in nodes)) for nodes in (stands, wanted))
        yield Change(ORDERED, at, place.part if place else None, before, after, order=tuple(wanted))


def _of_node(node: Node, above: Part | None, gone: Sequence[Node], now: _Plan) -> Iterator[Change]:
    if node in gone:
        yield from _of_gone(node, now)
        return
    if node.part is None:
        at = next((one.line.at for one in node.walk() if one.line), "")
        yield Change(NEW, at, above, after=node.name, wanted=node.wanted())
        return
    if node.line is not None:
        yield from _of_line(node.part, node.line, now)
    for below in node.nodes:
        yield from _of_node(below, node.part, gone, now)


def _of_line(part: Part, line: Line, now: _Plan) -> Iterator[Change]:
    if line.key and line.name and line.name != part.name:
        yield Change(NAME, line.at, part, part.name, line.name, line=line)
    if line.meaning and line.meaning != part.meaning:
        before, after = heads.MEANINGS[part.meaning], heads.MEANINGS[line.meaning]
        yield Change(MEANING, line.at, part, before, after, line=line)
    text = now.texts.get(part.pk, "")
    if line.text and _plain(line.text) != _plain(text):
        yield Change(WORDING, line.at, part, text, line.text, line=line)
    yield from _of_time(part, line, None, now)
    yield from _of_checking(part, line, now)


def _of_time(part: Part, line: Line, actor: Actor | None, now: _Plan) -> Iterator[Change]:
    period = now.periods.get((part.pk, actor.pk if actor else 0))
    before = period.words if period else ""
    if line.when and line.when != before:
        yield Change(TIME, line.at, part, before, line.when, line=line, actor=actor)


def _of_checking(part: Part, line: Line, now: _Plan) -> Iterator[Change]:
    check = now.checks.get(part.pk)
    stands = (check.how, check.who, check.when_words) if check else ("", "", "")
    wanted = tuple(new or old for new, old in zip((line.how, line.who, line.checked), stands, strict=True))
    if tuple(map(_plain, wanted)) == tuple(map(_plain, stands)):
        return
    if part.kind == PartKind.AREA:
        now.wrong.append(Wrong(line.at, "Ett helt område går inte att följa upp: skriv det vid steg."))
        return
    yield Change(CHECKING, line.at, part, _joined(stands), _joined(wanted), line=line)


def _of_times(rows: list[TimeLine], tree: Tree, now: _Plan) -> Iterator[Change]:
    for row in rows:
        node = tree.find(row.line)
        actor = now.actors.get(_plain(row.actor))
        if node is None:
            now.wrong.append(Wrong(row.line.at, "Ingen del i planen heter så: skriv den som på bladet Plan."))
        elif row.actor and actor is None:
            now.wrong.append(Wrong(row.line.at, f"{row.actor} är ingen av planens aktörer."))
        elif node.part is not None:
            yield from _of_time(node.part, row.line, actor, now)
            yield from _of_reached(node.part, row, actor, now)


def _of_reached(part: Part, row: TimeLine, actor: Actor | None, now: _Plan) -> Iterator[Change]:
    period = now.periods.get((part.pk, actor.pk if actor else 0))
    if row.reached is None or (period and period.reached_on == row.reached):
        return
    if not row.shown:
        now.wrong.append(Wrong(row.line.at, "Skriv vad som visar att det är nått."))
        return
    yield Change(REACHED, row.line.at, part, after=row.shown, line=row.line, actor=actor, day=row.reached)


def _of_actors(rows: list[ActorLine], tree: Tree, now: _Plan) -> Iterator[Change]:
    known = _organisations(rows, now.actors)
    added: set[str] = set()
    for row in rows:
        name = _plain(row.name)
        actor, organisation = now.actors.get(name), known.get(name)
        if actor is None and organisation is None:
            said = f"Ingen organisation heter {row.name}: rätta namnet, eller lägg till den under Nätverk."
            now.wrong.append(Wrong(row.at, said))
            continue
        if actor is None and name not in added:
            added.add(name)
            yield Change(ACTOR, row.at, after=row.name, organisation=organisation)
        yield from _of_outside(row, actor, organisation, tree, now)


def _of_outside(
    row: ActorLine, actor: Actor | None, organisation: Organisation | None, tree: Tree, now: _Plan
) -> Iterator[Change]:
    if not row.outside:
        return
    part = None if _plain(row.outside) == heads.WHOLE_PLAN else _by_way(row.outside, tree)
    if part is None and _plain(row.outside) != heads.WHOLE_PLAN:
        now.wrong.append(Wrong(row.at, f"Ingen del i planen heter {row.outside}."))
        return
    known = now.outside.get((actor.pk, part.pk if part else 0)) if actor else None
    if known is None or (known.why, known.until) != (row.why, row.back):
        yield Change(
            OUTSIDE, row.at, part, known.why if known else "", row.why, actor=actor,
            organisation=organisation, day=row.back,
        )  # fmt: skip


def _by_way(way: str, tree: Tree) -> Part | None:
    """A part by its name and those above it: "Arbetssätt / 3. Pröva"."""
    ways: dict[str, Part] = {}
    for top in tree.tops:
        for node in top.walk():
            if node.part is not None:
                step = f" / {node.number}. {node.name}" if node.kind == PartKind.STEP else ""
                ways.setdefault(_plain(top.name + step), node.part)
    return ways.get(_plain(way))


def _organisations(rows: list[ActorLine], actors: Mapping[str, Actor]) -> dict[str, Organisation]:
    wanted = {_plain(row.name) for row in rows} - set(actors)
    if not wanted:
        return {}
    return {_plain(one.name): one for one in Organisation.objects.all() if _plain(one.name) in wanted}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _joined(words: tuple[str, ...]) -> str:
    return ", ".join(filter(None, words))
