"""The lines of a plan's sheets beside the plan's own parts, as one tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samsyn.plan.wanted import PartWanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samsyn.plan.models import Part
    from samsyn.plan.sheets.understanding import Line

TARGET, AREA, STEP, MILESTONE = "target", "area", "step", "milestone"


@dataclass(slots=True, eq=False)  # a part is itself, whatever another is called
class Node:
    """A part that is in the plan, in the sheets, or in both.

    Attributes:
        part: None where the plan has none such.
        line: None where no row is of it.
    """

    kind: str
    name: str
    number: int = 0
    part: Part | None = None
    line: Line | None = None
    nodes: list[Node] = field(default_factory=list)

    def wanted(self) -> PartWanted:
        """It as a part that is wanted, with all below it."""
        said = self.line
        below = tuple(node.wanted() for node in self.nodes)
        if said is None:
            return PartWanted(self.kind, self.name, parts=below)
        return PartWanted(
            self.kind, self.name, said.text, said.meaning, said.when, below,
            how=said.how, who=said.who, checked=said.checked,
        )  # fmt: skip

    def walk(self) -> Iterator[Node]:
        """It, and all below it."""
        yield self
        for node in self.nodes:
            yield from node.walk()


@dataclass(slots=True)
class Tree:
    """A plan's parts, with those that the sheets have besides."""

    tops: list[Node] = field(default_factory=list)
    by_key: dict[int, Node] = field(default_factory=dict)

    def walk(self) -> Iterator[Node]:
        """All of them in order."""
        for top in self.tops:
            yield from top.walk()

    def find(self, line: Line) -> Node | None:
        """The part that a line is of, by its key or else by its name and place; None where there is none."""
        if line.key in self.by_key:
            return self.by_key[line.key]
        top = _named(self.tops, line.top, {line.kind} if line.kind in {TARGET, AREA} else {TARGET, AREA})
        if top is None or line.kind in {TARGET, AREA}:
            return top
        step = _step(top, line)
        if line.kind == STEP:
            return step
        above = step if line.step or line.number else top
        return _named(above.nodes, line.milestone, {MILESTONE}) if above else None

    def place(self, line: Line) -> Node:
        """The part that a line is of, made with what stands above it where there is none."""
        found = self.find(line)
        if found is None:
            found = self._make(line)
        found.line = line
        return found

    def _make(self, line: Line) -> Node:
        if line.kind in {TARGET, AREA}:
            return _add(self.tops, Node(line.kind, line.top))
        top = _named(self.tops, line.top, {TARGET, AREA}) or _add(self.tops, Node(AREA, line.top))
        above = top
        if line.number or line.step:
            above = _step(top, line) or _add(top.nodes, _new_step(line))
        return above if line.kind == STEP else _add(above.nodes, Node(MILESTONE, line.milestone))


def grow(parts: Iterable[Part], lines: Sequence[Line]) -> Tree:
    """The tree of a plan's parts and of lines.

    Args:
        parts: The plan's parts that have not been withdrawn, those above before those below.
        lines: Of the sheets, in order.
    """
    tree = Tree()
    for part in parts:
        node = Node(part.kind, part.name, part.number, part)
        tree.by_key[part.pk] = node
        above = tree.by_key.get(part.parent_id or 0)
        if above is not None or part.parent_id is None:
            (above.nodes if above else tree.tops).append(node)
    for line in lines:
        tree.place(line)
    return tree


def _step(top: Node, line: Line) -> Node | None:
    """A step by its name, or by its number where it is written with one."""
    named = _named(top.nodes, line.step, {STEP}) if line.step else None
    if named is not None or not line.number:
        return named
    return next((one for one in top.nodes if one.kind == STEP and one.number == line.number), None)


def _new_step(line: Line) -> Node:
    return Node(STEP, line.step or f"Steg {line.number}", line.number)


def _named(nodes: Iterable[Node], name: str, kinds: set[str]) -> Node | None:
    wanted = " ".join(name.casefold().split())
    return next((one for one in nodes if one.kind in kinds and one.name.casefold() == wanted), None)


def _add(nodes: list[Node], node: Node) -> Node:
    nodes.append(node)
    return node
