"""Where the lists of those present and absent stand: from a label to the next label or heading."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.minutes.attendance.leads import first_words
from samsyn.minutes.attendance.list_ends import LISTS, ROLES, ends_list
from samsyn.minutes.attendance.names import is_name
from samsyn.minutes.attendance.openings import begins_crosses, begins_groups, begins_legend, loose_label
from samsyn.minutes.attendance.region import Region
from samsyn.minutes.attendance.tabled import heads_marks, heads_table, lists_in_columns
from samsyn.minutes.attendance.telling import absence_in_sentence
from samsyn.minutes.attendance.ticks import begins_ticks, by_ticks
from samsyn.minutes.attendance.told import opens_sentence
from samsyn.minutes.attendance.unlabelled import unlabelled_lines
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.texts import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.labels import Label
    from samsyn.minutes.lines import Line

_OTHERS = ("övriga", "även", "dessutom", "ledamöter", "suppleanter", "ersättare")
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[–—•-])\s+")


def find_regions(lines: Sequence[Line], *, loose: bool = False) -> list[Region]:
    """The lists among the lines, in order; `loose` lets other words than labels open them."""
    regions = lists_in_columns(lines)
    listed = {id(line) for region in regions for line in (*region.lines, region.head)}
    current: Region | None = None
    for at, line in enumerate(lines):
        if id(line) in listed or _takes_row(current, lines, at):
            continue
        label = _label_of(lines, at, regions if loose else None)
        if label and label.field in LISTS:
            current = _begin(label, line)
            if label.field != "called" or (regions and label.words.casefold().startswith(_OTHERS)):
                regions.append(current)
        elif label is None and (headed := _headed(lines, at, current)):
            current = headed
            regions.append(current)
        elif current is not None and ends_list(current, lines, at, label):
            current = None
        elif current is not None and current not in regions and absence_in_sentence(line.text):
            current = Region(present=False, label="", lines=[line])
            regions.append(current)
        elif current is not None:
            current.lines.append(_unnumbered(line))
    found = [each for region in regions if region.lines for each in by_ticks(region)]
    return [*_named_apart(lines, found), *found] or _unlabelled(lines)


def _takes_row(current: Region | None, lines: Sequence[Line], at: int) -> bool:
    """Take a cell that may be a label but tells of somebody ("Ordförande | Rut Vifell | Trosa")."""
    if current is None or current.head is None or current.head.cell is None or at + 1 >= len(lines):
        return False
    cell, head, below = lines[at].cell, current.head.cell, lines[at + 1]
    if cell is None or below.cell is None or cell.table != head.table or cell.row <= head.row or cell.column:
        return False
    if (below.cell.table, below.cell.row) != (cell.table, cell.row) or not is_name(normal(below.text)):
        return False
    current.lines.append(lines[at])
    return True


def _label_of(lines: Sequence[Line], at: int, regions: Sequence[Region] | None) -> Label | None:
    """The label of a line, or other words that open a list, where the lists so far are given (rule A23)."""
    line = lines[at]
    label = find_label(line) if line.cell is None or line.cell.column == 0 else None
    if label and label.field in LISTS:
        if heads_marks(line):
            return None
        return replace(label, field="other") if opens_sentence(line) else label
    return label or (_loose(lines, at, regions) if regions is not None else None)


def _headed(lines: Sequence[Line], at: int, current: Region | None) -> Region | None:
    """A list that begins with the heads of its columns, or with names that have crosses."""
    if heads_table(lines, at):
        return Region(present=True, label="", lines=[lines[at]], head=lines[at])
    crossed = current is None and (
        begins_crosses(lines, at)
        or begins_legend(lines[at])
        or begins_groups(lines, at)
        or begins_ticks(lines, at)
    )
    return Region(present=True, label="", lines=[lines[at]]) if crossed else None


def _loose(lines: Sequence[Line], at: int, regions: Sequence[Region]) -> Label | None:
    """A label of other words (rule A23), where nobody is listed yet as it tells."""
    label = loose_label(lines, at)
    listed = label and any(region.present == (label.field == "present") for region in regions)
    return None if listed else label


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


def _named_apart(lines: Sequence[Line], regions: Sequence[Region]) -> list[Region]:
    """Chair and secretary by their labels, where the list is only of the others (rule A14)."""
    present = [region.label.casefold() for region in regions if region.present]
    if not present or not all(label.startswith(_OTHERS) for label in present):
        return []
    labelled = [(line, find_label(line)) for line in lines]
    return [
        Region(True, label.words, [line], label.value_at)
        for line, label in labelled
        if label and label.field in ROLES and label.value_at < len(line.text)
    ]


def _begin(label: Label, line: Line) -> Region:
    region = Region(label.field != "absent", label.words, group=_group(label, line), head=line)
    if label.value_at < len(line.text):
        region.lines.append(line)
        region.skip = label.value_at
    return region


def _group(label: Label, line: Line) -> tuple[int, int] | None:
    party = lexicon().pattern("group_label").match(line.text[: len(label.words)])
    return (line.start + party.start("who"), line.start + party.end("who")) if party else None
