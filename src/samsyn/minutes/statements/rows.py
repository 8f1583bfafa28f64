"""The rows of action tables become statements (rule S35)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from samsyn.minutes.days import find_time
from samsyn.minutes.items import item_at
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import Certainty, Found, Kind, Period, Precision, Statement
from samsyn.minutes.references import find_references
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.dues import read_due
from samsyn.minutes.statements.owners import owner_behind
from samsyn.minutes.statements.scene import OUTCOMES
from samsyn.minutes.subjects import owner_of
from samsyn.minutes.texts import normal
from samsyn.reading import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.item_tables import ItemRow
    from samsyn.minutes.lines import Line
    from samsyn.minutes.records import Owner
    from samsyn.minutes.statements.scene import Scene
    from samsyn.minutes.statements.tables import ActionRow

_RULE = "S35"
_SEVERAL = 2  # cells with words of their own
_DECIDED = frozenset({"S10", "S11"})  # a list of decisions and tasks may be one table


def read_row(scene: Scene, row: ActionRow) -> None:
    """Add what a row says is to be done, by whom and when."""
    start, end = row.what[0].start, row.what[-1].end
    words, span = scene.document.text[start:end], Span(start, end)
    decided = find_cue(words, among=_DECIDED) is not None
    who, beside = _parted(row.who)
    when = row.when or beside
    owner = _owner(scene, who) if who else None
    if owner is None:
        owner, end = owner_behind(scene, Kind.ASSIGNMENT, start, end, explicit=True)
        words = scene.document.text[start:end]
        span = Span(start, end)
    statement = Statement(
        text=Found(normal(words), words, span, _RULE),
        kind=Found(Kind.DECISION if decided else Kind.ASSIGNMENT, words, span, _RULE),
        item=item_at(scene.items, start),
        action=not row.done and (not decided or bool(row.who) or when is not None),
        owner=owner,
        due=_due(scene, when, len(scene.statements)) if when else None,
        references=find_references(words, start, scene.met_on),
    )
    scene.statements.append(statement)
    for cell in row.beside:
        place = Span(cell[0].start, cell[-1].end)
        mark = Found(Kind.INFORMATION, scene.document.cut(place), place, _RULE)
        said = Found(normal(mark.words), mark.words, place, _RULE)
        references = find_references(mark.words, place.start, scene.met_on)
        scene.statements.append(Statement(said, mark, item_at(scene.items, start), references=references))


def read_item_row(scene: Scene, lines: Sequence[Line], row: ItemRow) -> None:
    """Give the last task in a row of an item the owner and the due that stand in cells of their own.

    What was decided or agreed there is a task too, where somebody or a day stands beside it.
    """
    if not row.texts or not (row.who or row.when):
        return
    start, end = lines[row.texts[0][0]].start, lines[row.texts[-1][0]].end
    inside = [at for at, one in enumerate(scene.statements) if start <= one.text.span.start < end]
    tasks = [at for at in inside if scene.statements[at].action]
    outcomes = [at for at in inside if scene.statements[at].kind.value in OUTCOMES]
    at = (tasks or outcomes or _untold(scene, lines, row, inside) or [-1])[-1]
    if at < 0:
        return
    task = _as_task(scene.statements[at])
    who, beside = _parted([lines[place] for place in row.who])
    when = lines[row.when[0]] if row.when else beside
    owner = _owner(scene, who) if who and task.owner is None else task.owner
    due = _due(scene, when, at) if when and task.due is None else task.due
    scene.statements[at] = replace(task, owner=owner, due=due)


_UNTOLD = frozenset({"S90", "S60", "S80"})  # rules that say nothing of who does what


def _untold(scene: Scene, lines: Sequence[Line], row: ItemRow, inside: Sequence[int]) -> list[int]:
    """What stands alone in the last of several cells, straight before the one that names who does it."""
    cells = {lines[place].cell for place, _, _ in row.texts}
    last = lines[row.texts[-1][0]]
    if not row.who or len(cells) < _SEVERAL or last.text.endswith("?"):
        return []
    begun = [at for at in inside if scene.statements[at].text.span.start >= last.start]
    return begun if len(begun) == 1 and scene.statements[begun[0]].kind.rule in _UNTOLD else []


def _as_task(one: Statement) -> Statement:
    """The statement as an action; what said nothing of being done is an assignment by its row (S35)."""
    if one.kind.rule not in _UNTOLD:
        return replace(one, action=True)
    return replace(one, action=True, kind=replace(one.kind, value=Kind.ASSIGNMENT, rule=_RULE))


def _parted(who: Sequence[Line]) -> tuple[Sequence[Line], Line | None]:
    """Who stands in a cell, and the time behind the name ("Rut + Tage, till 5/3")."""
    last = who[-1] if who else None
    cut = lexicon().pattern("owner_limit").search(last.text) if last else None
    if last is None or cut is None or not cut.start() or find_time(cut[0]) is None:
        return who, None
    words = cut[0].lstrip(" ,;(")
    begin = last.start + cut.end() - len(words)
    when = replace(last, text=words.rstrip(" )."), start=begin, labels={})
    return [*who[:-1], replace(last, text=last.text[: cut.start()], labels={})], when


_LINKED = re.compile(r"(?:,|\boch|&|\+|/|-)$")


def _owner(scene: Scene, who: Sequence[Line]) -> Found[Owner]:
    """Who stands in a cell; names on lines of their own are several."""
    span = Span(who[0].start, who[-1].end)
    name = who[0].text
    for before, line in pairwise(who):
        name += f"{' ' if _LINKED.search(before.text) else ', '}{line.text}"
    return Found(owner_of(name, scene.cast), scene.document.text[slice(*span)], span, _RULE)


def _due(scene: Scene, when: Line, at: int) -> Found[Period]:
    """The cell's time as due of statement `at`; what names none is kept as written."""
    mention = find_time(when.text)
    if mention is None:
        unknown = Period(None, None, Precision.UNCERTAIN)
        return Found(unknown, when.text, when.span, _RULE, Certainty.DOUBTFUL)
    due = read_due(scene, when.text, when.start, mention, at)
    return replace(due, words=when.text, span=when.span)
