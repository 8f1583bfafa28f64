"""Where the lists of those present and absent stand: from a label to the next label or heading."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.columns import cells_of
from samsyn.minutes.attendance.leads import begins_with_name, behind_group, behind_role, first_words
from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.attendance.openings import begins_crosses, begins_legend, loose_label
from samsyn.minutes.attendance.tables import heads_attendance
from samsyn.minutes.attendance.telling import absence_in_sentence, presence_in_sentence
from samsyn.minutes.attendance.ticks import by_ticks
from samsyn.minutes.attendance.told import opens_sentence
from samsyn.minutes.attendance.unlabelled import unlabelled_lines
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import folded, normal
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.labels import Label
    from samsyn.minutes.lines import Line

_LISTS = frozenset({"present", "absent", "called"})
_ROLES = frozenset({"chair", "secretary"})
_BORDERS = frozenset({BlockKind.HEADING, BlockKind.RULE})
_OTHERS = ("övriga", "även", "dessutom", "ledamöter", "suppleanter", "ersättare")
_NUMBER = re.compile(r"\d{1,2}[.)]\s+")
_MOST_COLUMNS = 8
_WIDE = re.compile(r"\s{3,}|\t")


@dataclass(slots=True)
class Region:
    """Lines that list persons.

    Attributes:
        present: What the label says of them.
        label: The label's words, for the group they stand for ("Adjungerade").
        lines: The lines; of the label's own line only what stands behind it, given by `skip`.
        skip: Characters of the first line that belong to the label.
        group: Place of the party that the label names ("För arbetsgivaren").
        head: The line of the label, or the heads of a table's columns.
    """

    present: bool
    label: str
    lines: list[Line] = field(default_factory=list)
    skip: int = 0
    group: tuple[int, int] | None = None
    head: Line | None = None


def find_regions(lines: Sequence[Line], *, loose: bool = False) -> list[Region]:
    """The lists among the lines, in order; `loose` lets other words than labels open them."""
    regions = _in_columns(lines)
    listed = {id(line) for region in regions for line in (*region.lines, region.head)}
    current: Region | None = None
    for at, line in enumerate(lines):
        if id(line) in listed:
            continue
        label = _label_of(lines, at, regions if loose else None)
        if label and label.field in _LISTS:
            current = _begin(label, line)
            if label.field != "called" or (regions and label.words.casefold().startswith(_OTHERS)):
                regions.append(current)
        elif label is None and (headed := _headed(lines, at, current)):
            current = headed
            regions.append(current)
        elif current is not None and _ends_list(current, lines, at, label):
            current = None
        elif current is not None and current not in regions and absence_in_sentence(line.text):
            current = Region(present=False, label="", lines=[line])
            regions.append(current)
        elif current is not None:
            current.lines.append(_unnumbered(line))
    found = [each for region in regions if region.lines for each in by_ticks(region)]
    return [*_named_apart(lines, found), *found] or _unlabelled(lines)


def _label_of(lines: Sequence[Line], at: int, regions: Sequence[Region] | None) -> Label | None:
    """The label of a line, or other words that open a list, where the lists so far are given (rule A23)."""
    line = lines[at]
    label = find_label(line) if line.cell is None or line.cell.column == 0 else None
    if label and label.field in _LISTS:
        if _heads_marks(line):
            return None
        return replace(label, field="other") if opens_sentence(line) else label
    return label or (_loose(lines, at, regions) if regions is not None else None)


def _headed(lines: Sequence[Line], at: int, current: Region | None) -> Region | None:
    """A list that begins with the heads of its columns, or with names that have crosses."""
    if _heads_table(lines, at):
        return Region(present=True, label="", lines=[lines[at]], head=lines[at])
    crossed = current is None and (begins_crosses(lines, at) or begins_legend(lines[at]))
    return Region(present=True, label="", lines=[lines[at]]) if crossed else None


def _loose(lines: Sequence[Line], at: int, regions: Sequence[Region]) -> Label | None:
    """A label of other words (rule A23), where nobody is listed yet as it tells."""
    label = loose_label(lines, at)
    listed = label and any(region.present == (label.field == "present") for region in regions)
    return None if listed else label


def _heads_marks(line: Line) -> bool:
    """Whether a label is the head of a column beside others of marks ("Ledamöter   Närvaro   Frånvaro")."""
    return bool(line.cell is None and _WIDE.search(line.text)) and heads_attendance(cells_of(line))


def _unlabelled(lines: Sequence[Line]) -> list[Region]:
    bare = unlabelled_lines(lines)
    return [Region(present=True, label="", lines=bare)] if bare else []


def _unnumbered(line: Line) -> Line:
    """A line of a list without the number before the name ("1. Rut Vifell")."""
    number = _NUMBER.match(line.text)
    if number is None or not is_name(first_words(line.text[number.end() :])):
        return line
    words = line.text[number.end() :]
    return replace(line, text=words, start=line.start + number.end(), labels={})


def _in_columns(lines: Sequence[Line]) -> list[Region]:
    """Lists in the columns of one table, each below its label (rule A15)."""
    tables = {line.cell.table for at, line in enumerate(lines) if line.cell and _heads_table(lines, at)}
    tables |= _with_marks(lines)
    heads = [
        (line, line.cell, label)
        for line in lines
        if line.cell and line.cell.table not in tables and (label := _list_label(line))
    ]
    return [
        Region(
            label.field == "present",
            label.words,
            [
                line
                for line in lines
                if line.cell
                and line.cell.row > cell.row
                and (line.cell.table, line.cell.column) == (cell.table, cell.column)
            ],
            head=head,
        )
        for head, cell, label in heads
        if any((cell.table, cell.row) == (other.table, other.row) for _, other, _ in heads if other != cell)
    ]


def _with_marks(lines: Sequence[Line]) -> set[int]:
    """The tables that hold marks, so that a label at their head is no list's."""
    marks = lexicon().words("attendance", "yes_marks")
    return {line.cell.table for line in lines if line.cell and line.cell.row and folded(line.text) in marks}


def _list_label(line: Line) -> Label | None:
    label = find_label(line)
    alone = label is not None and label.field in {"present", "absent"} and label.value_at >= len(line.text)
    return label if alone else None


def _named_apart(lines: Sequence[Line], regions: Sequence[Region]) -> list[Region]:
    """Chair and secretary by their labels, where the list is only of the others (rule A14)."""
    present = [region.label.casefold() for region in regions if region.present]
    if not present or not all(label.startswith(_OTHERS) for label in present):
        return []
    labelled = [(line, find_label(line)) for line in lines]
    return [
        Region(True, label.words, [line], label.value_at)
        for line, label in labelled
        if label and label.field in _ROLES and label.value_at < len(line.text)
    ]


def _heads_table(lines: Sequence[Line], at: int) -> bool:
    """Whether a line without a label begins a table of attendance, by the heads of its columns."""
    line = lines[at]
    if line.cell is None:
        return heads_attendance(cells_of(line))
    before = lines[at - 1].cell if at else None
    if line.cell.row or (line.cell.column and before and before.table == line.cell.table):
        return False
    row = [
        other
        for other in lines[at : at + _MOST_COLUMNS]
        if other.cell and (other.cell.table, other.cell.row) == (line.cell.table, 0)
    ]
    return heads_attendance(row)


def _is_within(current: Region, lines: Sequence[Line], at: int, label: Label) -> bool:
    """Whether somebody with a role stands among those present ("Sekr: Rut Vifell" before "Inbjuden: …")."""
    line = lines[at]
    above = current.lines[-1] if current.lines else current.head
    if not (current.present and above and label.field in _ROLES and at + 1 < len(lines)):
        return False
    if line.block != above.block or not is_name(first_words(line.text[label.value_at :])):
        return False
    following = lines[at + 1]
    more = find_label(following)
    listed = more is not None and more.field in _LISTS and more.value_at < len(following.text)
    return following.block == line.block and (
        listed
        or (more is None and begins_with_name(behind_group(following.text)))
        or (more is None and behind_role(following.text) is not None)
        or (not current.skip and more is not None and more.field in _ROLES)
    )


def _ends_list(current: Region, lines: Sequence[Line], at: int, label: Label | None) -> bool:
    """Whether a line ends the list: another label, a heading, running text.

    A role within it keeps the list open ("Ordförande: Anna Ek").
    """
    line = lines[at]
    if label and _is_within(current, lines, at, label):
        return False
    if label and not (current.present and label.field in _ROLES and _names_after(label, line)):
        return True
    if line.kind in _BORDERS and not is_name(normal(line.text)):
        return True
    if _tells_of_roles(line) or lexicon().pattern("part_told").match(line.text):
        return True
    return _is_prose(line) or (current.skip > 0 and _leaves_run(current, line))


def _tells_of_roles(line: Line) -> bool:
    """Whether a line tells who led the meeting or took its notes, and lists nobody."""
    return any(
        (told := lexicon().search(name, line.text)) is not None and told.start() == 0
        for name in ("chair_told", "secretary_by_name")
    )


def _names_after(label: Label, line: Line) -> bool:
    """Whether a name stands behind a role with nothing but a space between ("Sekreterare Rut Vifell")."""
    if not line.text[len(label.words) : label.value_at].isspace():
        return False
    if folded(label.words) not in lexicon().words("attendance", label.field):
        return False  # who took the notes, and no role of somebody in the list ("Antecknat av")
    return is_name(first_words(line.text[label.value_at :]))


def _begin(label: Label, line: Line) -> Region:
    region = Region(label.field != "absent", label.words, group=_group(label, line), head=line)
    if label.value_at < len(line.text):
        region.lines.append(line)
        region.skip = label.value_at
    return region


def _group(label: Label, line: Line) -> tuple[int, int] | None:
    party = lexicon().pattern("group_label").match(line.text[: len(label.words)])
    return (line.start + party.start("who"), line.start + party.end("who")) if party else None


def _leaves_run(current: Region, line: Line) -> bool:
    """Whether a new block no longer belongs to a list that began on the label's own line."""
    if line.block == current.lines[-1].block or line.bold_end or line.struck:
        return False
    return not is_name(first_words(line.text)) and not _tells_attendance(line.text)


def _is_prose(line: Line) -> bool:
    """Whether a line begins running text: a long sentence with a verb and no list of names."""
    if not line.first or line.marker or not line.text.rstrip().endswith(".") or "," in line.text[:40]:
        return False
    words = line.text.split()
    return len(words) > 6 and _lower_share(words) > 0.55 and not _tells_attendance(line.text)


def _lower_share(words: Sequence[str]) -> float:
    return sum(1 for word in words if word[0].islower()) / len(words)


def _tells_attendance(text: str) -> bool:
    return absence_in_sentence(text) is not None or presence_in_sentence(text) is not None
