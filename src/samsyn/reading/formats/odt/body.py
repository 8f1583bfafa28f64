"""The blocks of a part: headings, paragraphs, list entries, tables, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.documents import BlockKind, Comment, Observation, Position, Remark, Span
from samsyn.reading.formats.odt import names
from samsyn.reading.formats.odt.lists import Count, Counter
from samsyn.reading.formats.odt.names import table, text, whole
from samsyn.reading.formats.odt.styles import Styles, Switches
from samsyn.reading.formats.odt.words import Mark, Words

if TYPE_CHECKING:
    from lxml.etree import _Element

    from samsyn.reading.building import Builder, Piece

OUTLINE = "Outline"
NOT_SHOWN = frozenset((text("tracked-changes"), names.office("forms"), text("sequence-decls")))
ROWS, CELLS = table("table-row"), frozenset((table("table-cell"), table("covered-table-cell")))
LONGEST = 10_000


class Entry(NamedTuple):
    """A list entry that is being read; its label belongs to the first paragraph alone."""

    counted: Count
    depth: int
    has_label: bool = True
    start: str | None = None


class Place(NamedTuple):
    """Where blocks are being read: in which part, as what kind, in which cell or list entry."""

    part: str
    kind: BlockKind | None = None
    cell: Position | None = None
    entry: Entry | None = None


@dataclass(slots=True)
class BodyReader:
    """Reads part after part into one document.

    Attributes:
        changes: Kinds of the tracked changes ("insertion", "deletion") by their identifiers.
    """

    builder: Builder
    styles: Styles
    counter: Counter
    changes: dict[str, str] = field(default_factory=dict)
    notes: list[_Element] = field(default_factory=list)
    paragraphs: dict[str, int] = field(default_factory=dict)
    open_changes: dict[str, int] = field(default_factory=dict)
    open_comments: dict[str, int] = field(default_factory=dict)
    outline: Count = field(default_factory=lambda: Count(OUTLINE))
    tables: int = 0

    def read(self, parent: _Element, place: Place) -> None:
        """Add the blocks below an element."""
        for child in parent:
            tag = child.tag
            if tag in (names.PARAGRAPH, names.HEADING):
                self._read_paragraph(child, place)
                if place.entry:
                    place = place._replace(entry=place.entry._replace(has_label=False))
            elif tag == names.LIST:
                self._read_list(child, place)
            elif tag == table("table"):
                self._read_table(child, place)
            else:
                self._read_rare(child, tag, place)

    def _read_rare(self, child: _Element, tag: str, place: Place) -> None:
        if tag == text("numbered-paragraph"):
            self._read_numbered(child, place)
        elif tag in (names.CHANGE_START, names.CHANGE_END, names.CHANGE):
            self._take_change(tag, child.get(text("change-id"), ""), self.builder.position)
        elif tag in (names.ANNOTATION, names.ANNOTATION_END):
            mark = Mark(tag, child.get(names.office("name"), ""), 0, child)
            self._take_mark(mark, self.builder.position)
        elif tag not in NOT_SHOWN and child.get(text("display")) != "none":
            self.read(child, place)

    def read_notes(self, part: str) -> None:
        """Add foot- and endnotes as paragraphs, in the order they are referred to."""
        while self.notes:
            notes, self.notes = self.notes, []
            for note in notes:
                self.read(note, Place(part))

    def _read_paragraph(self, paragraph: _Element, place: Place) -> None:
        index = self.paragraphs.get(place.part, 0)
        self.paragraphs[place.part] = index + 1
        look = self.styles.find("paragraph", paragraph.get(names.STYLE_NAME, ""))
        level = look.level
        if paragraph.tag == names.HEADING:
            level = max(1, whole(paragraph.get(names.OUTLINE_LEVEL), 1, 9))
        switches = look.switches
        if level and not look.is_heading:
            switches = Switches(struck=switches.struck, hidden=switches.hidden)
        words = Words(place.part, index, switches, self.styles)
        words.walk(paragraph, switches)
        self._add(words, place, level, is_rule=look.is_rule)
        for box in words.boxes:
            self.read(box, place._replace(entry=None))
        self.notes += words.notes

    def _add(self, words: Words, place: Place, level: int, *, is_rule: bool) -> None:
        pieces = trim(words.pieces)
        first = pieces[0].origin.offset if pieces else words.at
        length = sum(len(piece.text) for piece in pieces)
        for mark in words.marks:
            self._take_mark(mark, self.builder.position + min(max(0, mark.at - first), length))
        if not pieces:
            if is_rule or words.is_rule:
                self.builder.add(BlockKind.RULE, [])
            return
        marker, depth = self._label(place.entry, level)
        kind, level = _kind(place, level, depth)
        self.builder.add(kind, pieces, level=level, marker=marker, cell=place.cell)

    def _label(self, entry: Entry | None, level: int) -> tuple[str, int]:
        """Label and depth of a paragraph; a bullet before a heading is none of its words."""
        if entry is None:
            if not level or level - 1 not in self.counter.levels.get(OUTLINE, {}):
                return "", 0
            return self.counter.label(self.outline, level - 1), 0
        label = self.counter.label(entry.counted, entry.depth, entry.start) if entry.has_label else ""
        return "" if level and label == "-" else label, entry.depth

    def _read_list(self, element: _Element, place: Place, outer: Entry | None = None) -> None:
        outer = outer or place.entry
        count = self.counter.begin(element, outer.counted if outer else None)
        depth = min(outer.depth + 1, 8) if outer else 0
        for item in element.iterchildren(text("list-item"), text("list-header")):
            has_label = item.tag == text("list-item")
            entry = Entry(count, depth, has_label, item.get(text("start-value")))
            self.read(item, place._replace(entry=entry))

    def _read_numbered(self, element: _Element, place: Place) -> None:
        """A paragraph that bears the number of a list without standing in one."""
        count = self.counter.named.setdefault(
            element.get(text("list-id"), ""), Count(element.get(names.STYLE_NAME, ""))
        )
        depth = max(1, whole(element.get(text("level")), 1, 9)) - 1
        entry = Entry(count, depth, start=element.get(text("start-value")))
        self.read(element, place._replace(entry=entry))

    def _read_table(self, element: _Element, place: Place) -> None:
        """Cells become blocks; a table within a cell is read as more paragraphs of that cell."""
        number = self.tables
        if not place.cell:
            self.tables += 1
        row_number = 0
        for row in _rows(element):
            self._read_row(row, place, number, row_number)
            row_number += max(1, whole(row.get(table("number-rows-repeated")), 1, LONGEST))

    def _read_row(self, row: _Element, place: Place, number: int, row_number: int) -> None:
        """Cells and rows that repeat are read once: a file may ask for millions."""
        column = 0
        for cell in row:
            if cell.tag == table("table-cell"):
                position = place.cell or Position(number, row_number, column)
                self._read_cell(cell, place._replace(cell=position, entry=None), nested=bool(place.cell))
            if cell.tag in CELLS:
                column += max(1, whole(cell.get(table("number-columns-repeated")), 1, LONGEST))

    def _read_cell(self, cell: _Element, place: Place, *, nested: bool) -> None:
        before = len(self.builder.blocks)
        self.read(cell, place)
        if len(self.builder.blocks) == before and not (nested or place.kind):
            self.builder.add(BlockKind.CELL, [], cell=place.cell)

    def _take_mark(self, mark: Mark, position: int) -> None:
        if mark.tag == names.ANNOTATION:
            self._add_comment(mark, position)
        elif mark.tag == names.ANNOTATION_END:
            place = self.open_comments.pop(mark.name, None)
            if place is not None:
                comment = self.builder.comments[place]
                at = Span(comment.at.start, max(comment.at.start, position))
                self.builder.comments[place] = Comment(comment.text, comment.author, at)
        else:
            self._take_change(mark.tag, mark.name, position)

    def _add_comment(self, mark: Mark, position: int) -> None:
        author = mark.element.findtext(f"{{{names.DUBLIN}}}creator") or ""
        paragraphs = mark.element.iter(names.PARAGRAPH)
        said = "\n".join(names.all_words(paragraph) for paragraph in paragraphs).strip()
        if mark.name:
            self.open_comments[mark.name] = len(self.builder.comments)
        self.builder.comments.append(Comment(said, author, Span(position, position)))

    def _take_change(self, tag: str, name: str, position: int) -> None:
        if self.changes.get(name) not in {"insertion", "deletion"}:
            return
        if tag == names.CHANGE_START:
            self.open_changes[name] = position
            return
        start = self.open_changes.pop(name, position)
        span = Span(min(start, position), position)
        self.builder.observations.append(Observation(Remark.TRACKED_CHANGES_ACCEPTED, span))


def trim(pieces: list[Piece]) -> list[Piece]:
    """The pieces without blanks around them."""
    first, end = 0, len(pieces)
    while first < end and not pieces[first].text.strip():
        first += 1
    while end > first and not pieces[end - 1].text.strip():
        end -= 1
    trimmed = pieces[first:end]
    if trimmed:
        head = trimmed[0]
        bare = head.text.lstrip()
        cut = len(head.text) - len(bare) if head.copied else 0
        origin = head.origin._replace(offset=head.origin.offset + cut)
        trimmed[0] = head._replace(text=bare, origin=origin)
        trimmed[-1] = trimmed[-1]._replace(text=trimmed[-1].text.rstrip())
    return trimmed


def read_changes(root: _Element) -> dict[str, str]:
    """Kinds of the tracked changes of a body, by their identifiers."""
    kinds = {}
    for region in root.iter(text("changed-region")):
        name = region.get(names.XML_ID) or region.get(text("id")) or ""
        kinds[name] = next((str(child.tag).rpartition("}")[2] for child in region), "")
    return kinds


def _kind(place: Place, level: int, depth: int) -> tuple[BlockKind, int]:
    if place.kind:
        return place.kind, 0
    if place.cell:
        return BlockKind.CELL, 0
    if level:
        return BlockKind.HEADING, level
    return (BlockKind.LIST_ENTRY, depth) if place.entry else (BlockKind.PARAGRAPH, 0)


def _rows(parent: _Element) -> list[_Element]:
    """Rows of a table, also those within groups and heads."""
    found = []
    groups = (table("table-header-rows"), table("table-rows"), table("table-row-group"))
    for child in parent:
        if child.tag == ROWS:
            found.append(child)
        elif child.tag in groups:
            found += _rows(child)
    return found
