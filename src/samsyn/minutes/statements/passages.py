"""The running text of the notes in passages: a paragraph, list entry or labelled stretch each.

Rules S1-S5: a label gives its kind to the words behind it (S1); a label on a line of its own to the
paragraph or list below (S2); a heading that is a label to its whole section (S3); words that lead in
a list ("enades om följande:") to its entries (S4); a paragraph that a page break cut in two is one (S5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samsyn.minutes.headings import is_frame
from samsyn.minutes.item_tables import find_item_rows
from samsyn.minutes.labels import Label, field_of, find_label
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.tables import find_flat_tables
from samsyn.minutes.texts import sentences
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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


# Labels of the head: what stands behind them is no statement.
_ASIDE = frozenset({"other", "adjuster", "presenter", "date", "time", "place", "chair", "secretary"})
_DECIDING = frozenset({"S10", "S11", "S12", "S21"})
_QUOTING = frozenset({"S20"})
_SECTIONS = frozenset({"decision", "agreed_outcome", "assignment", "next_step"})
_NUMBER = re.compile(r"^(?:§\s*)?\d+[.:)]?\s*")
_EXPLAINED = re.compile(r"(?P<mark>[A-ZÅÄÖ]{1,2})(?:\s*:\s*|\s{2,}|\t)(?=[^\s-])")
_LOWER = re.compile(r"[a-zåäö]")
_OWN_BLOCK = -1  # a passage that nothing is joined to by its block
_FULL_LINE = 60  # characters: a shorter line ends where the writer wanted it
_LONGEST_VALUE = 50  # characters
_OPEN_OR_CLOSED = frozenset(",;.-–&")
_LONGEST_PAGE = 20  # characters
_LONGEST_FRAME = 45  # characters
_MIN_CUT = 40  # characters: a shorter paragraph has not been cut in two by a page break
_LEGEND = re.compile(r"(?<!\w)(?P<mark>[A-ZÅÄÖ]{1,2})\s*=\s*(?P<word>[a-zåäö]+)")


def _legend(text: str) -> dict[str, str]:
    """Letters that the notes explain ("B = beslut"), with the kind that they stand for."""
    explained = _LEGEND.finditer(text) if "=" in text else ()
    marks = {match["mark"]: field_of(match["word"], "statement_labels") for match in explained}
    return {mark: kind for mark, kind in marks.items() if kind}


def _explained(line: Line, legend: dict[str, str]) -> Label | None:
    match = _EXPLAINED.match(line.text) if legend else None
    if match is None or match["mark"] not in legend or match.end() >= len(line.text):
        return None
    return Label(legend[match["mark"]], match["mark"], match.end())


_FOR_SOMEBODY = re.compile(
    r"(?P<label>(?P<what>[A-ZÅÄÖ][a-zåäö]+) (?:till|åt|för) [A-ZÅÄÖ][^:.\n]{1,60}):\s*(?=\S)"
)


def _for_somebody(line: Line) -> Label | None:
    """A label of tasks with the one it is for ("Uppdrag till Rut:")."""
    match = _FOR_SOMEBODY.match(line.text)
    field = field_of(match["what"], "statement_labels") if match else None
    return Label(field, match["label"], match.end()) if match and field == "assignment" else None


class _Cutting:
    """The passages found so far, and the kind that holds for the lines to come.

    `reach` tells how far the kind holds: "section" to the next heading, "below" to the paragraph or
    list that comes next, "used" as long as that list goes on.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Passage] = []
        self.mode: Mode | None = None
        self.reach = ""

    def hold(self, mode: Mode | None, reach: str = "") -> None:
        """Let a kind hold for the lines to come; None ends it."""
        self.mode, self.reach = mode, reach if mode else ""

    def take_label(self, line: Line, label: Label) -> None:
        """Rules S1 and S2: a label gives its kind to the words behind it, or to what stands below."""
        place = (line.start, line.start + len(label.words))
        if label.value_at >= len(line.text):
            self.hold(Mode(label.field, place, "S2"), "below")
            return
        self.found.append(_passage(line, line.start + label.value_at, Mode(label.field, place, "S1")))
        if self.reach != "section":
            self.hold(None)

    def take_rest(self, line: Line, end: int) -> None:
        """What stands on a heading's line behind it."""
        number = _NUMBER.match(line.text)
        opens = line.start + (number.end() if number else 0)
        head = self.text[opens:end].rstrip()
        if head.endswith(".") and find_cue(head, among=_DECIDING):
            self.found.append(_passage(line, opens, None))
            self.found[-1].end = end
            self.found[-1].block = _OWN_BLOCK  # what follows is no part of it
        begin = end + len(self.text[end : line.end]) - len(self.text[end : line.end].lstrip(" .:"))
        if begin < line.end and end > line.start:
            self.found.append(_passage(line, begin, self.mode))

    def _ends_quotation(self, line: Line) -> bool:
        """Whether a line stands below the points that an earlier meeting decided, and is none of them."""
        quoting = self.mode is not None and self.mode.kind == "reference" and self.reach == "used"
        return quoting and not _is_point(line) and _is_closed(self.found[-1], self.text)

    def leave_list(self, line: Line) -> None:
        """A line that stands straight below a list and is no part of it."""
        if self.reach != "section":
            self.hold(None)
        self.found.append(Passage(line.start, line.end, _OWN_BLOCK, mode=self.mode))

    def take_words(self, line: Line) -> None:
        """A line without label goes on with the passage before it, or begins one."""
        if _leaves_list(self.found, line):
            self.leave_list(line)
            return
        if self._ends_quotation(line):
            self.hold(None)
            self.found.append(_passage(line, line.start, None))
            return
        if self.reach == "used" and line.first and not _is_point(line) and not _goes_on(self.mode, line):
            self.hold(None)
        if self.reach != "below" and _joins(self.found, line, self.text):
            self.found[-1].end = line.end
        else:
            self.found.append(_passage(line, line.start + _arrow(line), self.mode))
        if self.reach == "below":
            self.reach = "used"


def passages(lines: Sequence[Line], heading_ends: Mapping[int, int], text: str, first: int) -> list[Passage]:
    """The passages from line `first` on, without headings and table cells that hold no item.

    Args:
        lines: All lines.
        heading_ends: Where the heading ends that takes up a line, by the line's position.
        text: The text of the document.
        first: The first line that is not part of the head.
    """
    cutting = _Cutting(text)
    legend = _legend(text)
    cells = _cells_of_items(lines)
    tabled = _lines_of_flat_tables(lines)
    for at in range(first, len(lines)):
        line = lines[at]
        if at in heading_ends:
            cutting.hold(_section_mode(line), "section")
            cutting.take_rest(line, heading_ends[at])
        elif at in cells:
            cutting.hold(cells[at], "section")
            _take(cutting, line, legend)
        elif line.start in tabled:
            cutting.hold(cutting.mode, cutting.reach)
        elif line.cell is None and line.kind is not BlockKind.RULE and not _is_page(line.text):
            _take(cutting, line, legend)
    return [passage for passage in cutting.found if passage.end > passage.start and not passage.quiet]


def _lines_of_flat_tables(lines: Sequence[Line]) -> set[int]:
    """Where the lines of action tables begin that have no cells; their rows are read as such."""
    return {
        place
        for head, rows in find_flat_tables(lines)
        for place in (head[0].start, *(cell.start for row in rows for cell in row[:1] if cell))
    }


def _is_page(text: str) -> bool:
    return len(text) <= _LONGEST_PAGE and lexicon().pattern("page_number").fullmatch(text) is not None


def _cells_of_items(lines: Sequence[Line]) -> dict[int, Mode | None]:
    """Lines of running text in tables of items, with the kind that the column's head gives (rule S9)."""
    modes: dict[int, Mode | None] = {}
    for row in find_item_rows(lines):
        for at, kind, head in row.texts:
            place = (lines[head].start, lines[head].end) if head is not None else (0, 0)
            modes[at] = Mode(kind, place, "S9") if kind else None
    return modes


def _take(cutting: _Cutting, line: Line, legend: dict[str, str]) -> None:
    label = find_label(line, "statement_labels") or _explained(line, legend) or _for_somebody(line)
    other = None if label else find_label(line)
    if label:
        cutting.take_label(line, label)
    elif line.first and line.last and len(line.text) <= _LONGEST_FRAME and is_frame(line.text):
        cutting.hold(None)
        cutting.found.append(_passage(line, line.start, None, quiet=True))
    elif other and other.field in _ASIDE:
        cutting.hold(None)
        cutting.found.append(_passage(line, line.start + other.value_at, None, quiet=True))
        if line.text.endswith(":") and (quoted := find_cue(line.text, among=_QUOTING)):
            at = (line.start + quoted.at[0], line.start + quoted.at[1])
            cutting.hold(Mode(quoted.kind.value, at, "S4"), "below")
    else:
        cutting.take_words(line)


# What follows from the words above it stands behind an arrow, what is to be done behind a box to tick.
_ARROW = re.compile(r"(?:\[[ xX]?\]|[→➔➜⇒►▶]|[-=]+>)\s*")


def _arrow(line: Line) -> int:
    """How many characters of an arrow a line begins with."""
    match = _ARROW.match(line.text)
    return match.end() if match else 0


def _is_point(line: Line) -> bool:
    """Whether a line is an entry of a list, by mark or by its first letters."""
    return line.kind is BlockKind.LIST_ENTRY or lexicon().pattern("point").match(line.text) is not None


def _goes_on(mode: Mode | None, line: Line) -> bool:
    """Whether a paragraph goes on with the decision above it ("Ändringen utvärderas …")."""
    decided = mode is not None and mode.kind == "decision"
    return decided and lexicon().pattern("goes_on_deciding").match(line.text) is not None


def _section_mode(line: Line) -> Mode | None:
    """Rule S3: a heading that is a label gives its kind to the whole section."""
    field = field_of(_NUMBER.sub("", line.text), "statement_labels")
    return Mode(field, (line.start, line.end), "S3") if field in _SECTIONS else None


def _passage(line: Line, start: int, mode: Mode | None, *, quiet: bool = False) -> Passage:
    return Passage(start, line.end, line.block, line.kind is BlockKind.LIST_ENTRY, line.level, mode, quiet)


_CLOSING = frozenset('.!?:”")')


def _joins(found: Sequence[Passage], line: Line, text: str) -> bool:
    """Whether a line goes on with the passage before it."""
    if not found or found[-1].quiet:
        return bool(found) and found[-1].block == line.block and not _ends_value(found[-1], line, text)
    before = found[-1]
    if (
        line.marker
        or _arrow(line)
        or _is_bare_point(before, line, text)
        or (_is_clause(line.text) and _opens_clause(before, line, text))
    ):
        return False
    if before.block == line.block:
        bullet = lexicon().pattern("bullet").match(line.text)
        return not (bullet and _is_closed(before, text))
    return _is_cut(before, line, text)


def _ends_value(before: Passage, line: Line, text: str) -> bool:
    """Whether the few words behind a label ("Föredragande: Rut Vifell") end before a line of running text."""
    short = 0 < before.end - before.start < _LONGEST_VALUE
    return short and line.text[0].isupper() and text[before.end - 1] not in _OPEN_OR_CLOSED


_BARE_POINT = re.compile(r"\d{1,2}\s+[a-zåäö]")


def _is_bare_point(before: Passage, line: Line, text: str) -> bool:
    """Whether a number without a sign opens a point of a decision, behind its lead-in or the point before."""
    if not _BARE_POINT.match(line.text) or before.block != line.block:
        return False
    return _BARE_POINT.match(text, before.start) is not None or lead_in(before, text)


def _leaves_list(found: Sequence[Passage], line: Line) -> bool:
    """Whether a line that the file counts to a list's entry is a sentence of its own below the list.

    Such a line opens with a capital, and the one above it ended where the writer wanted.
    """
    if line.first or line.marker or line.kind is not BlockKind.LIST_ENTRY or not found:
        return False
    before = found[-1]
    short = before.entry and before.end - before.start < _FULL_LINE
    return (short or before.block == _OWN_BLOCK) and line.text[0].isupper() and not _is_clause(line.text)


def _is_closed(passage: Passage, text: str) -> bool:
    """Whether a passage ends in a sign that closes a sentence; passages end in no gap."""
    return text[passage.end - 1] in _CLOSING


def _is_cut(before: Passage, line: Line, text: str) -> bool:
    """Rule S5: whether a page break has cut a paragraph in two before the line."""
    return (
        line.first
        and before.end - before.start > _MIN_CUT
        and _LOWER.match(line.text) is not None
        and not text[before.end : line.start].strip()
        and not _is_closed(before, text)
    )


def _is_clause(words: str) -> bool:
    return lexicon().pattern("clause").match(words) is not None


def _opens_clause(before: Passage, line: Line, text: str) -> bool:
    """Whether a line with "att" begins a clause of its own, and does not go on with a sentence."""
    if before.block != line.block or line.text[0].isupper():
        return True
    words = text[before.start : before.end].rstrip()
    opens = (lexicon().pattern(name).search(words) for name in ("before_clause", "leads_in"))
    return _is_clause(words) or any(opens)


def lead_in(passage: Passage, text: str) -> bool:
    """Whether a passage leads in a list: its last words end in a colon, or in a verb of deciding."""
    words = text[passage.start : passage.end].rstrip()
    return words.endswith(":") or lexicon().search("leads_in", words) is not None


_INNER = re.compile(r"(?P<label>[A-ZÅÄÖ][\wåäöÅÄÖ ]{3,40}):\s")


def inner_labels(text: str, start: int, end: int) -> Iterator[tuple[int, Mode]]:
    """The labels that open a sentence in the midst of a passage ("… Beslut: Planen godkänns."), by place."""
    if text.find(":", start, end) < 0:
        return
    for begin, _ in sentences(text[start:end]):
        match = _INNER.match(text, start + begin, end) if begin else None
        field = field_of(match["label"], "statement_labels") if match else None
        if match and field in _SECTIONS:
            yield match.start(), Mode(field or "", match.span("label"), "S1")
