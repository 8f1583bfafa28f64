"""What a workbook says of where parts stand: below which, in which order, and which of them go.

Only rows with a key move a part: without one, another place is another part. That a part has no row says
nothing. Rows that somebody has sorted in another way than the plan's say nothing of the order either.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from samsyn.plan.sheets.trees import AREA, MILESTONE, STEP, TARGET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.plan.sheets.trees import Node, Tree
    from samsyn.plan.sheets.understanding import Line


class Misplaced(NamedTuple):
    """A row that says a place that is none."""

    at: str
    said: str


@dataclass(frozen=True, slots=True)
class Arranged:
    """What a workbook would arrange in another way.

    Attributes:
        moved: Parts that would stand below another part of the plan, each with that.
        ordered: Parts of a kind below the same part, as they stand and in the order wanted; also new ones.
        gone: Those that would be withdrawn.
        wrong: What must be put right first.
    """

    moved: Sequence[tuple[Node, Node]]
    ordered: Sequence[tuple[Sequence[Node], Sequence[Node]]]
    gone: Sequence[Node]
    wrong: Sequence[Misplaced]


def arrange(tree: Tree, lines: Sequence[Line]) -> Arranged:
    """What the lines of a workbook arrange in another way than the plan.

    Args:
        tree: Of the plan's parts and the lines.
        lines: In the order of their rows.
    """
    above = {below: node for node in tree.walk() for below in node.nodes}
    wrong: list[Misplaced] = []
    gone = [node for node in tree.walk() if node.line and node.line.gone]
    wrong += [
        Misplaced(node.line.at, "Delen finns inte i planen: bara det som finns där kan utgå.")
        for node in gone
        if node.part is None and node.line
    ]
    moved = list(_moved(tree, above, wrong))
    going = {one for node in gone for one in node.walk()}
    wrong += [
        Misplaced(node.line.at, f"{node.name} skulle flyttas, och utgår också: välj det ena.")
        for node, below in moved
        if node.line and (node in going or below in going)
    ]
    home = dict(moved)
    rows = {id(line): number for number, line in enumerate(lines)} if _is_as_a_plan(lines) else {}
    ordered = list(_ordered(tree, above, home, going, rows, wrong))
    tops = [node for node in gone if node.part and above.get(node) not in going]
    return Arranged(moved, ordered, tops, wrong)


def _moved(tree: Tree, above: dict[Node, Node], wrong: list[Misplaced]) -> Iterator[tuple[Node, Node]]:
    """Parts whose row, by its key, says another place than the plan."""
    for node in tree.walk():
        line = node.line
        if node.part is None or line is None or not line.key or line.kind in {TARGET, AREA}:
            continue
        wanted = _place(tree, line)
        if wanted is None or wanted.part is None:
            said = "Raden har en nyckel, och platsen finns inte i planen: läs in den nya delen först."
            wrong.append(Misplaced(line.at, said))
        elif wanted is not above.get(node):
            yield node, wanted


def _place(tree: Tree, line: Line) -> Node | None:
    """What a line stands below, by the names that stand in the plan or those that the file gives."""
    top = _called(tree.tops, line.top, {TARGET, AREA})
    if top is None or line.kind == STEP or not (line.step or line.number):
        return top
    named = _called(top.nodes, line.step, {STEP})
    return named or next((one for one in top.nodes if one.kind == STEP and one.number == line.number), None)


def _called(nodes: Sequence[Node], name: str, kinds: set[str]) -> Node | None:
    wanted = " ".join(name.casefold().split())
    return next(
        (
            one
            for one in nodes
            if one.kind in kinds
            and wanted in {one.name.casefold(), one.line.name.casefold() if one.line else ""}
        ),
        None,
    )


def _is_as_a_plan(lines: Sequence[Line]) -> bool:
    """Whether rows stand as a plan's parts do: all of an area together, all of a step together."""
    ended: set[tuple[str, ...]] = set()
    open_places: list[tuple[str, ...]] = []
    for line in lines:
        way = (line.top, f"{line.number} {line.step}")
        places: list[tuple[str, ...]] = [(line.top,)]
        places += [way] if line.kind in {STEP, MILESTONE} else []
        ended.update(place for place in open_places if place not in places)
        if ended.intersection(places):
            return False
        open_places = places
    return True


def _ordered(
    tree: Tree,
    above: dict[Node, Node],
    home: dict[Node, Node],
    going: set[Node],
    rows: dict[int, int],
    wrong: list[Misplaced],
) -> Iterator[tuple[Sequence[Node], Sequence[Node]]]:
    """The parts of a kind in each place, where their order would be another."""
    groups: dict[tuple[Node | None, str], list[Node]] = defaultdict(list)
    for node in tree.walk():
        if node not in going:
            groups[home.get(node) or above.get(node), node.kind].append(node)
    for stands in groups.values():
        said = [node for node in stands if node.line]
        if any(node.part and not (node.line and node.line.key) for node in said):
            continue  # without keys a row finds its part by name, and tells nothing of its place
        # Those that stood there come first, then what is new, then what is moved there.
        at_first = sorted(stands, key=lambda one: (one in home, one.part is None))
        wanted = _filled(stands, sorted(said, key=lambda node: rows[id(node.line)])) if rows else at_first
        wrong += _wrong_numbers(wanted)
        if any(node.part for node in stands) and wanted != at_first:
            yield at_first, wanted


def _wrong_numbers(wanted: Sequence[Node]) -> Iterator[Misplaced]:
    """Steps with another number than they have or would get: the order of rows is what counts."""
    for place, node in enumerate(wanted, 1):
        line = node.line
        if node.kind == STEP and node.part and line and line.number not in {0, place, node.part.number}:
            said = (
                f"{node.name} har nummer {line.number} och står som nummer {place}: flytta raden i stället."
            )
            yield Misplaced(line.at, said)


def _filled(stands: list[Node], said: list[Node]) -> list[Node]:
    """An order with the parts that no row is of, each after the one that it follows in the plan."""
    found, last = list(said), None
    for node in stands:
        if node.line is None:
            found.insert(found.index(last) + 1 if last else 0, node)
        last = node
    return found
