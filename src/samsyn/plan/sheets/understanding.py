"""What the rows of a plan's sheets say: which part, its words and times; and what cannot be understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from samsyn.plan.outlining.reading import shortened
from samsyn.plan.sheets import heads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samsyn.plan.sheets.reading import Cell, Sheet

HEAD_WITHIN = 15
"""The head of a sheet stands among its first rows."""
KNOWN = {
    name.casefold(): name
    for head in (heads.PLAN_HEAD, heads.TIMES_HEAD, heads.ACTORS_HEAD)
    for name in head
} | heads.ALIASES  # fmt: skip
NUMBERED = re.compile(r"(?:steg\s*)?(?P<number>\d{1,2})(?:\s*[.:)–-]\s*|\s+|$)(?P<name>.*)", re.IGNORECASE)
SORTS = {word.casefold(): kind for kind, word in heads.SORTS.items()}
GONE, STAYS = {heads.GONE, "stryks", "struken", "struket"}, {"gäller", "kvar"}
MEANINGS = {
    "": "", "test": "test", "testas": "test", "vardag": "everyday", "en naturlig del av vardagen": "everyday",
}  # fmt: skip


class Wrong(NamedTuple):
    """What is wrong, and where.

    Attributes:
        at: Sheet and cell ("Plan, B7"); only the sheet where no cell can be named.
        said: A sentence in Swedish.
    """

    at: str
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """A part of the plan, as a row says it; empty where it says nothing.

    Attributes:
        kind: A value of `PartKind`.
        top: The target picture or area that it is, or is part of.
        step: Its step's name, and `number` the step's number; 0 where none is written.
        milestone: Its name, where it is one.
        key: Id of the part that it was written out from; 0 for none.
        gone: Whether it is to be withdrawn, and `why`.
        at: The row's first cell.
    """

    kind: str
    top: str
    at: str
    number: int = 0
    step: str = ""
    milestone: str = ""
    text: str = ""
    meaning: str = ""
    when: str = ""
    how: str = ""
    who: str = ""
    checked: str = ""
    key: int = 0
    gone: bool = False
    why: str = ""

    @property
    def name(self) -> str:
        """What the part is called."""
        return {"step": self.step, "milestone": self.milestone}.get(self.kind, self.top)


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor, as a row says it.

    Attributes:
        outside: What it is not part of; empty for nothing.
    """

    name: str
    at: str
    outside: str = ""
    why: str = ""
    back: date | None = None


@dataclass(frozen=True, slots=True)
class TimeLine:
    """When a part is to be reached, by all or by one actor.

    Attributes:
        line: The part.
        actor: Whose time; empty for all.
    """

    line: Line
    actor: str
    reached: date | None = None
    shown: str = ""


@dataclass(slots=True)
class Understood:
    """What a workbook says.

    Attributes:
        wrong: What must be put right before anything of it can be kept.
    """

    lines: list[Line] = field(default_factory=list)
    times: list[TimeLine] = field(default_factory=list)
    actors: list[ActorLine] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)


class _Row(NamedTuple):
    """A row by the names of its columns; `first` is its first cell."""

    cells: dict[str, Cell]
    first: Cell

    def text(self, name: str) -> str:
        cell = self.cells.get(name)
        return cell.text if cell else ""


def understand(sheets: Sequence[Sheet]) -> Understood:
    """What a workbook's sheets say of a plan.

    A sheet of actors has the column Aktör and no Område; a sheet of times has both. Every other sheet with
    Område is of parts: each row says what it is by its column Sort, or without one by what is filled in.

    Args:
        sheets: Those of the workbook; the sheets of assessments and comments are passed over.
    """
    found = Understood()
    for sheet in sheets:
        if sheet.name in {heads.CLAIMS, heads.COMMENTS}:
            continue
        names, rows = _table(sheet)
        if heads.AREA in names and heads.ACTOR in names:
            _take_times(found, sheet.name, rows)
        elif heads.ACTOR in names:
            _take_actors(found, sheet.name, rows)
        elif heads.AREA in names:
            _take_parts(found, sheet.name, rows, has_sorts=heads.SORT in names)
    if not (found.lines or found.times or found.actors or found.wrong):
        found.wrong.append(Wrong(sheets[0].name if sheets else "", _NO_HEAD))
    return found


_NO_HEAD = "Inget blad har en rubrikrad med kolumnen Område. Skriv Område, Steg, Lydelse överst."


def _table(sheet: Sheet) -> tuple[set[str], list[_Row]]:
    """The names of a sheet's columns, and its rows by them."""
    for at, row in enumerate(sheet.rows[:HEAD_WITHIN]):
        names = {cell.column: KNOWN.get(cell.text.casefold().strip(" :"), "") for cell in row}
        known = {name for name in names.values() if name}
        if known & {heads.AREA, heads.ACTOR} and len(known) > 1:
            return known, [_row(one, names) for one in sheet.rows[at + 1 :]]
    return set(), []


def _row(cells: Iterable[Cell], names: dict[int, str]) -> _Row:
    listed = list(cells)
    return _Row({names[cell.column]: cell for cell in listed if names.get(cell.column)}, listed[0])


def _take_parts(found: Understood, sheet: str, rows: Iterable[_Row], *, has_sorts: bool) -> None:
    top, step = "", ""
    for row in rows:
        top_now = row.text(heads.AREA)
        step = row.text(heads.STEP) or ("" if top_now and top_now != top else step)
        top = top_now or top
        at = f"{sheet}, {row.first.at}"
        if not top:
            found.wrong.append(Wrong(at, "Raden säger inte vilket område den hör till."))
            continue
        made = _sorted_line(row, top, step, at) if has_sorts else None
        if has_sorts and made is None:
            found.wrong.append(Wrong(at, f"Skriv {_listed(heads.SORTS.values())} i kolumnen Sort."))
        found.wrong += _wrong_words(row, sheet)
        found.lines += [made] if made else [] if has_sorts else _plain_lines(row, top, step, at)


def _sorted_line(row: _Row, top: str, step: str, at: str) -> Line | None:
    """A row that says what it is."""
    kind = SORTS.get(row.text(heads.SORT).casefold(), "")
    if not kind:
        return None
    number, name = _step(step) if kind in {"step", "milestone"} and row.text(heads.STEP) else (0, "")
    return _line(row, Line(kind, top, at, number, name, row.text(heads.MILESTONE)), row.text(heads.TEXT))


def _plain_lines(row: _Row, top: str, step: str, at: str) -> list[Line]:
    """A row without a sort: its words are the step's, or the area's, and a milestone is a part of its own."""
    number, name = _step(step)
    above = Line("step", top, at, number, name) if step else Line("area", top, at)
    milestone = row.text(heads.MILESTONE)
    if not milestone:
        return [_line(row, above, row.text(heads.TEXT))]
    below = Line("milestone", top, at, number, name, shortened(milestone))
    own = Line(above.kind, top, at, number, name, text=row.text(heads.TEXT))
    made = _line(row, below, milestone, meant=False)
    return [own, made] if own.text else [made]


def _line(row: _Row, line: Line, text: str, *, meant: bool = True) -> Line:
    key = row.text(heads.KEY)
    return Line(
        line.kind, line.top, line.at, line.number, line.step, line.milestone, text,
        MEANINGS.get(row.text(heads.MEANING).casefold(), "") if meant else "",
        row.text(heads.WHEN), row.text(heads.HOW), row.text(heads.WHO), row.text(heads.CHECKED),
        int(key) if key.isdecimal() and len(key) < 10 else 0,
        meant and row.text(heads.STATE).casefold() in GONE, row.text(heads.WHY) if meant else "",
    )  # fmt: skip


def _step(text: str) -> tuple[int, str]:
    """The number and name of a step, as they are written."""
    match = NUMBERED.fullmatch(text)
    return (int(match["number"]), match["name"].strip()) if match else (0, text)


def _wrong_words(row: _Row, sheet: str) -> Iterator[Wrong]:
    state = row.cells.get(heads.STATE)
    if state is not None and state.text.casefold() not in GONE | STAYS:
        yield Wrong(f"{sheet}, {state.at}", f"Skriv {heads.GONE}, eller lämna cellen tom.")
    cell = row.cells.get(heads.MEANING)
    if cell is not None and cell.text.casefold() not in MEANINGS:
        yield Wrong(f"{sheet}, {cell.at}", "Skriv test eller vardag, eller lämna cellen tom.")


def _take_times(found: Understood, sheet: str, rows: Iterable[_Row]) -> None:
    for row in rows:
        at = f"{sheet}, {row.first.at}"
        number, name = _step(row.text(heads.STEP)) if row.text(heads.STEP) else (0, "")
        milestone = row.text(heads.MILESTONE)
        kind = "milestone" if milestone else "step" if row.text(heads.STEP) else "area"
        line = _line(row, Line(kind, row.text(heads.AREA), at, number, name, milestone), "")
        reached = _day(found, row, heads.REACHED, sheet)
        found.times.append(TimeLine(line, row.text(heads.ACTOR), reached, row.text(heads.SHOWN)))


def _take_actors(found: Understood, sheet: str, rows: Iterable[_Row]) -> None:
    for row in rows:
        at = f"{sheet}, {row.first.at}"
        name, outside, why = (row.text(head) for head in (heads.ACTOR, heads.OUTSIDE, heads.WHY))
        if not name:
            found.wrong.append(Wrong(at, "Raden säger inte vilken aktör den gäller."))
        elif outside and not why:
            found.wrong.append(Wrong(at, "Skriv varför aktören inte ingår."))
        else:
            found.actors.append(ActorLine(name, at, outside, why, _day(found, row, heads.BACK, sheet)))


def _day(found: Understood, row: _Row, name: str, sheet: str) -> date | None:
    cell = row.cells.get(name)
    if cell is None:
        return None
    try:
        return date.fromisoformat(cell.text)
    except ValueError:
        found.wrong.append(Wrong(f"{sheet}, {cell.at}", "Skriv dagen som 2026-08-31."))
        return None


def _listed(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} eller {last}"
