"""The running text of the notes in passages: a paragraph, list entry or labelled stretch each.

Rules S1-S5: a label gives its kind to the words behind it (S1); a label on a line of its own to the
paragraph or list below (S2); a heading that is a label to its whole section (S3); words that lead in
a list ("enades om följande:") to its entries (S4); a paragraph that a page break cut in two is one (S5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.labels import Label, field_of, find_label
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line


@dataclass(frozen=True, slots=True)
class Mode:
    """A kind that a label gives to what follows: its kind and place, and how far it reaches."""

    kind: str
    at: tuple[int, int]
    rule: str


@dataclass(slots=True)
class Passage:
    """A stretch of running text, half-open in `Document.text`."""

    start: int
    end: int
    block: int
    entry: bool = False
    level: int = 0
    mode: Mode | None = None
    quiet: bool = False


_LEGEND = re.compile(r"(?<!\w)(?P<mark>[A-ZÅÄÖ]{1,2})\s*=\s*(?P<word>[a-zåäö]+)")


def _legend(text: str) -> dict[str, str]:
    """Letters that the notes explain ("B = beslut"), with the kind that they stand for."""
    marks = {match["mark"]: field_of(match["word"], "statement_labels") for match in _LEGEND.finditer(text)}
    return {mark: kind for mark, kind in marks.items() if kind}


def _explained(line: Line, legend: dict[str, str]) -> Label | None:
    match = re.match(r"(?P<mark>[A-ZÅÄÖ]{1,2})\s*:\s*", line.text) if legend else None
    if match is None or match["mark"] not in legend or match.end() >= len(line.text):
        return None
    return Label(legend[match["mark"]], match["mark"], match.end())


def passages(lines: Sequence[Line], heading_lines: frozenset[int], text: str, first: int) -> list[Passage]:
    """The passages from line `first` on, without headings and table cells."""
    found: list[Passage] = []
    legend = _legend(text)
    mode: Mode | None = None
    reach = ""
    for at in range(first, len(lines)):
        line = lines[at]
        if at in heading_lines:
            mode, reach = _section_mode(line), "section"
            continue
        if line.cell is not None or line.kind is BlockKind.RULE:
            continue
        label = find_label(line, "statement_labels") or _explained(line, legend)
        other = None if label else find_label(line)
        if other and other.field in {"other", "adjuster", "presenter", "date", "time", "place"}:
            mode, reach = None, ""
            found.append(_passage(line, line.start + other.value_at, None, quiet=True))
            continue
        if label:
            own = Mode(
                label.field,
                (line.start, line.start + len(label.words)),
                "S1" if label.value_at < len(line.text) else "S2",
            )
            if label.value_at >= len(line.text):
                mode, reach = own, "below"
                continue
            found.append(_passage(line, line.start + label.value_at, own))
            if mode is None or reach != "section":
                mode, reach = None, ""
            continue
        if (
            reach == "used"
            and line.first
            and not (line.kind is BlockKind.LIST_ENTRY or re.match(r"(?:[Aa]tt|[-–•·]|\d+[.)])\s", line.text))
        ):
            mode, reach = None, ""
        if _joins(found, line, text):
            found[-1].end = line.end
        else:
            found.append(_passage(line, line.start, mode))
        if reach == "below":
            reach = "used"
    return [passage for passage in found if passage.end > passage.start and not passage.quiet]


def _section_mode(line: Line) -> Mode | None:
    words = re.sub(r"^(?:§\s*)?\d+[.:)]?\s*", "", line.text)
    field = field_of(words, "statement_labels")
    if field in {"decision", "agreed_outcome", "assignment", "next_step"}:
        return Mode(field, (line.start, line.end), "S3")
    return None


def _passage(line: Line, start: int, mode: Mode | None, *, quiet: bool = False) -> Passage:
    return Passage(start, line.end, line.block, line.kind is BlockKind.LIST_ENTRY, line.level, mode, quiet)


_BULLET = re.compile(r"(?:att\s|[-–•·*]\s|\d+[.)]\s|[A-ZÅÄÖ]\w*:\s)")
_CLOSED = re.compile(r"[.!?:”\")]\s*$")


def _joins(found: Sequence[Passage], line: Line, text: str) -> bool:
    """Whether a line goes on with the passage before it."""
    if not found or found[-1].quiet:
        return bool(found) and found[-1].block == line.block
    before = found[-1]
    if line.marker or (re.match(r"att\s", line.text, re.IGNORECASE) and _opens_clause(before, line, text)):
        return False
    if before.block == line.block:
        return not (_BULLET.match(line.text) and _CLOSED.search(text[before.start : before.end]))
    gap = text[before.end : line.start]
    return (
        line.first
        and not gap.strip()
        and not _CLOSED.search(text[before.start : before.end])
        and bool(re.match(r"[a-zåäö]", line.text))
        and before.end - before.start > 40
    )


def _opens_clause(before: Passage, line: Line, text: str) -> bool:
    """Whether a line with "att" begins a clause of its own, and does not go on with a sentence."""
    if before.block != line.block:
        return True
    words = text[before.start : before.end].rstrip()
    return (
        line.text[0] == "A"
        or words.endswith((",", ";", ":", ".", "samt", "och"))
        or re.match(r"att\s", words, re.IGNORECASE) is not None
    )


def lead_in(passage: Passage, text: str) -> bool:
    """Whether a passage leads in a list: its last words end in a colon."""
    return text[passage.start : passage.end].rstrip().endswith(":")


def entries_below(found: Sequence[Passage], at: int) -> Iterator[int]:
    """Positions of the list entries and att-clauses that follow a passage."""
    for number in range(at + 1, len(found)):
        if not (found[number].entry or number == at + 1):
            return
        yield number


__all__ = ["Label", "Mode", "Passage", "entries_below", "lead_in", "passages"]
