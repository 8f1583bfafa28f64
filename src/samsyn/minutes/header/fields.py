"""Labelled values in the head: behind the label, in the next cell, or on the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.header.parts import Field
from samsyn.minutes.labels import Label, find_label
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line


def fields_of(lines: Sequence[Line]) -> Iterator[Field]:
    """The labelled values among the lines: behind the label, in the next cell, or on the next line."""
    for at, line in enumerate(lines):
        label = find_label(line)
        if label is None:
            continue
        yield from _values(lines, at, label)


def _values(lines: Sequence[Line], at: int, label: Label) -> Iterator[Field]:
    line = lines[at]
    if label.value_at < len(line.text):
        yield Field(label.field, line.text[label.value_at :], line.start + label.value_at)
        if (
            label.field in {"place_and_time", "date", "time", "place"}
            and at + 1 < len(lines)
            and _continues(line, lines[at + 1])
        ):
            yield Field(label.field, lines[at + 1].text, lines[at + 1].start)
        return
    if line.cell is not None:
        place = (line.cell.table, line.cell.row)
        row = (other for other in lines[at + 1 : at + 6] if other.cell)
        same = (other for other in row if other.cell and (other.cell.table, other.cell.row) == place)
        yield from (Field(label.field, other.text, other.start) for other in same)
        return
    if label.field in {"present", "absent", "called", "other"}:
        return
    for following in lines[at + 1 : at + 4]:
        if find_label(following) or following.kind is BlockKind.HEADING or following.marker:
            return
        yield Field(label.field, following.text, following.start)
        if label.field in {"chair", "secretary", "date"}:
            return


def _continues(line: Line, following: Line) -> bool:
    """Whether the next line goes on with the value: same block, no label, and set in."""
    return (
        following.block == line.block
        and find_label(following) is None
        and (following.indent > line.indent + 2 or line.text.endswith(","))
    )
