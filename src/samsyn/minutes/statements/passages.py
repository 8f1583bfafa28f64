"""The running text of the notes in passages: a paragraph, list entry or labelled stretch each.

Rules S1-S5: a label gives its kind to the words behind it (S1); a label on a line of its own to the
paragraph or list below (S2); a heading that is a label to its whole section (S3); words that lead in
a list ("enades om följande:") to its entries (S4); a paragraph that a page break cut in two is one (S5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.headings import is_frame
from samsyn.minutes.item_tables import find_item_rows
from samsyn.minutes.labels import find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.cutting import Cutting
from samsyn.minutes.statements.labelled import is_legend, label_before, section_mode
from samsyn.minutes.statements.modes import ACCOUNT, Mode, passage_on
from samsyn.minutes.statements.plain_tables import find_told
from samsyn.minutes.statements.tables import find_flat_tables
from samsyn.minutes.texts import folded
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samsyn.minutes.labels import Label
    from samsyn.minutes.lines import Line
    from samsyn.minutes.statements.modes import Passage
    from samsyn.minutes.statements.plain_tables import Told
    from samsyn.reading import Span

# Labels of the head: what stands behind them is no statement.
_ASIDE = frozenset({"other", "adjuster", "presenter", "date", "time", "place", "chair", "secretary"})
_QUOTING = frozenset({"S20"})
_LONGEST_PAGE = 20  # characters
_LONGEST_FRAME = 45  # characters


def passages(
    lines: Sequence[Line],
    heading_ends: Mapping[int, int],
    text: str,
    first: int,
    legend: Mapping[str, str],
    known: Sequence[Span] = (),
) -> list[Passage]:
    """The passages from line `first` on, without headings and table cells that hold no item.

    Args:
        lines: All lines.
        heading_ends: Where the heading ends that takes up a line, by the line's position.
        text: The text of the document.
        first: The first line that is not part of the head.
        legend: Letters and arrows that the notes explain, with the kinds that they stand for.
        known: Places of what the head tells and of those who are listed.
    """
    cutting = Cutting(text)
    cells = _cells_of_items(lines)
    told = find_told(lines, first, known)
    tabled = _lines_of_flat_tables(lines)
    for at in range(first, len(lines)):
        line = lines[at]
        if line.cell is None:
            cutting.leave_table()
        if at in heading_ends:
            cutting.hold(section_mode(line), "section")
            cutting.take_rest(line, heading_ends[at], opens=heading_ends.get(at - 1) != heading_ends[at])
        elif at in cells:
            cutting.hold(cells[at], "section")
            _take(cutting, line, legend)
            cutting.in_table = True
        elif at in told:
            _take_told(cutting, lines, at, told[at], legend)
        elif line.start in tabled:
            cutting.part()
        elif line.cell is None and line.kind is not BlockKind.RULE and not _is_page(line.text):
            _take(cutting, line, legend, told=_tells_of_matter(lines, at, known))
    return [passage for passage in cutting.found if passage.end > passage.start and not passage.quiet]


def _take_told(
    cutting: Cutting, lines: Sequence[Line], at: int, told: Told, legend: Mapping[str, str]
) -> None:
    """Take what a row of a plain table says from a line on."""
    if told.whole:
        cutting.begin(passage_on(lines[at], lines[at].start, told.mode))
        cutting.found[-1].end = lines[told.last].end
    else:
        cutting.part()
        cutting.hold(told.mode, "section")
        _take(cutting, lines[at], legend)
    cutting.in_table = True


def _lines_of_flat_tables(lines: Sequence[Line]) -> set[int]:
    """Where the lines of action tables begin that have no cells; their rows are read as such."""
    return {
        place
        for head, rows in find_flat_tables(lines)
        for place in (head[0].start, *(cell.start for row in rows for cell in row[:1] if cell))
    }


def _is_page(text: str) -> bool:
    return len(text) <= _LONGEST_PAGE and lexicon().pattern("page_number").fullmatch(text) is not None


def _is_summary(label: Label) -> bool:
    """Whether the words behind a label of the head are said at the meeting."""
    return folded(label.words) in lexicon().words("title", "summary")


def _cells_of_items(lines: Sequence[Line]) -> dict[int, Mode | None]:
    """Lines of running text in tables of items, with the kind that the column's head gives (rule S9)."""
    modes: dict[int, Mode | None] = {}
    for row in find_item_rows(lines):
        for at, kind, head in row.texts:
            place = (lines[head].start, lines[head].end) if head is not None else (0, 0)
            modes[at] = Mode(kind, place, "S9") if kind else None
    return modes


_WHEN_AND_WHERE = frozenset({"date", "time", "place"})


def _tells_of_matter(lines: Sequence[Line], at: int, known: Sequence[Span]) -> bool:
    """Whether a label of day, time or place tells of what an item is about, and not of the meeting."""
    label = find_label(lines[at])
    if label is None or label.field not in _WHEN_AND_WHERE:
        return False
    alone = label.value_at >= len(lines[at].text)
    start, end = lines[at].start, lines[min(at + alone, len(lines) - 1)].end
    return not any(start <= span.start < end for span in known)


def _take(cutting: Cutting, line: Line, legend: Mapping[str, str], *, told: bool = False) -> None:
    if is_legend(line, legend):
        cutting.part()
        return
    label = label_before(line, legend)
    other = None if label else find_label(line)
    if label:
        cutting.take_label(line, label)
    elif line.first and line.last and len(line.text) <= _LONGEST_FRAME and is_frame(line.text):
        cutting.hold(None)
        cutting.begin(passage_on(line, line.start, None, quiet=True))
    elif other and _is_account(other):
        cutting.take_label(line, other, kind="information", rule=ACCOUNT)
        _hold_quoted(cutting, line)
    elif other and other.field in _ASIDE and not _is_summary(other) and not told:
        cutting.hold(None)
        cutting.begin(passage_on(line, line.start + other.value_at, None, quiet=True))
        _hold_quoted(cutting, line)
    elif other and told and other.value_at >= len(line.text):
        cutting.hold(None)
        cutting.part()
    else:
        cutting.take_words(line)


def _hold_quoted(cutting: Cutting, line: Line) -> None:
    """Let the list below be quoted where a line leads in what an earlier meeting decided."""
    if line.text.endswith(":") and (quoted := find_cue(line.text, among=_QUOTING)):
        at = (line.start + quoted.at[0], line.start + quoted.at[1])
        cutting.hold(Mode(quoted.kind.value, at, "S4"), "below")


def _is_account(label: Label) -> bool:
    """Rule S46: whether a label stands before what was told of a matter ("Bakgrund"), and not decided."""
    return label.field == "other" and folded(label.words) in lexicon().words("title", "account")
