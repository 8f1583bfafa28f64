"""The blocks of a part: paragraphs, list entries, tables, text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.documents import BlockKind, Observation, Position, Remark, Span
from samsyn.reading.formats import Unshown
from samsyn.reading.formats.docx import names
from samsyn.reading.formats.docx.names import all_words, word
from samsyn.reading.formats.docx.paragraphs import Field, Words
from samsyn.reading.formats.docx.styles import read_paragraph_look

if TYPE_CHECKING:
    from lxml.etree import _Element

    from samsyn.reading.building import Builder, Piece
    from samsyn.reading.formats.docx.numbering import Counter
    from samsyn.reading.formats.docx.styles import ListPlace, ParagraphLook, Style, Styles

MERGED = word("vMerge")
CONTENTS = "Table of Contents"


class Place(NamedTuple):
    """Where blocks are being read: in which part, as what kind, in which cell of a table."""

    part: str
    kind: BlockKind | None = None
    cell: Position | None = None


class Label(NamedTuple):
    """What a paragraph is, before its words are read."""

    kind: BlockKind
    level: int = 0
    marker: str = ""


PARAGRAPH = Label(BlockKind.PARAGRAPH)


@dataclass(slots=True)
class BodyReader:
    """Reads part after part into one document.

    Attributes:
        comment_spans: Identifier of a comment to where its words begin and end.
        notes: (kind, identifier) of foot- and endnotes in the order they are referred to.
        unshown: What is in the parts but not in the document.
    """

    builder: Builder
    styles: Styles
    counter: Counter
    comment_spans: dict[str, Span] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    unshown: list[Unshown] = field(default_factory=list)
    paragraphs: dict[str, int] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)
    tables: int = 0

    def read(self, parent: _Element, place: Place) -> None:
        """Add the blocks below an element."""
        for child in parent:
            tag = child.tag
            if tag == names.PARAGRAPH:
                self._read_paragraph(child, place)
            elif tag == names.TABLE:
                self._read_table(child, place)
            elif tag == names.CONTROL:
                self._read_control(child, place)
            elif tag == names.ALTERNATIVES:
                for choice in list(child)[:1]:
                    self.read(choice, place)
            elif tag in names.WRAPPERS or tag in (names.INSERTED, names.MOVED_HERE):
                self.read(child, place)
            else:
                self._read_mark(child, tag)

    def _read_control(self, control: _Element, place: Place) -> None:
        """What a content control holds; a table of contents only says again what stands below."""
        gallery = control.find(f"{names.CONTROL_LOOK}/{word('docPartObj')}/{word('docPartGallery')}")
        if gallery is not None and gallery.get(names.VALUE) == CONTENTS:
            return
        for content in control.iterchildren(names.CONTROL_CONTENT):
            self.read(content, place)

    def _read_mark(self, child: _Element, tag: str) -> None:
        """A remark in the margin may begin or end between two paragraphs."""
        if tag in (names.COMMENT_START, names.COMMENT_END):
            self._mark_comment(tag, child.get(word("id"), ""), self.builder.position)
        elif tag in (names.DELETED, names.MOVED_AWAY):
            self._hide(all_words(child))

    def _read_paragraph(self, paragraph: _Element, place: Place) -> None:
        index = self.paragraphs.get(place.part, 0)
        self.paragraphs[place.part] = index + 1
        look = read_paragraph_look(paragraph.find(names.PARAGRAPH_LOOK))
        style = self.styles.find(look.style)
        label = self._label(look, style)
        words = Words(place.part, index, style.look, self.styles, self.fields)
        words.walk(paragraph)
        self._hide(*words.unshown)
        self.notes += words.notes
        self._add(words, label, place, mark_deleted=look.end_deleted)
        for box in words.boxes:
            self.read(box, place)

    def _add(self, words: Words, label: Label, place: Place, *, mark_deleted: bool) -> None:
        pieces, lead = _trim(self.carried + words.pieces)
        lead -= sum(len(piece.text) for piece in self.carried)
        self.carried = []
        if mark_deleted:
            self.carried = words.pieces
            return
        start, length = self.builder.position, sum(len(piece.text) for piece in pieces)

        def position(taken: int) -> int:
            return start + min(max(0, taken - lead), length)

        for tag, name, taken in words.comment_marks:
            self._mark_comment(tag, name, position(taken))
        for first, end in words.changes:
            self._observe(Span(position(first), position(end)))
        if not pieces and words.is_rule:
            self.builder.add(BlockKind.RULE, [])
        if not pieces and place.cell:
            return
        kind = place.kind or (BlockKind.CELL if place.cell else label.kind)
        level = label.level if kind in (BlockKind.HEADING, BlockKind.LIST_ENTRY) else 0
        self.builder.add(kind, pieces, level=level, marker=label.marker, cell=place.cell)

    def _label(self, look: ParagraphLook, style: Style) -> Label:
        level = style.level if look.level is None else look.level
        marker, depth = self._marker(look.place, style)
        if level:
            return Label(BlockKind.HEADING, level, "" if marker == "-" else marker or "")
        if marker is None:
            return PARAGRAPH
        return Label(BlockKind.LIST_ENTRY, depth, marker)

    def _marker(self, own: ListPlace | None, style: Style) -> tuple[str | None, int]:
        """Label and depth; the label is None for a paragraph outside any list."""
        kept = style.place
        number = (own.number if own else "") or (kept.number if kept else "")
        if not number:
            return None, 0
        depth = own.level if own else None
        if depth is None and kept:
            depth = kept.level
        if depth is None:
            depth = self.counter.level_of(number, style.id)
        depth = min(depth, 8)
        return self.counter.label(number, depth), depth

    def _read_table(self, table: _Element, place: Place) -> None:
        """Cells become blocks; a table within a cell is read as more paragraphs of that cell."""
        number = self.tables
        if not place.cell:
            self.tables += 1
        for row_number, row in enumerate(_rows(table)):
            properties = row.find(word("trPr"))
            if properties is not None and properties.find(names.DELETED) is not None:
                self._hide(all_words(row))
                self._observe(Span(self.builder.position, self.builder.position))
                continue
            column = _whole(properties, "gridBefore", 0)
            for cell in _cells(row):
                look = cell.find(word("tcPr"))
                position = place.cell or Position(number, row_number, column)
                self._read_cell(cell, look, place._replace(cell=position), nested=bool(place.cell))
                column += _whole(look, "gridSpan", 1)

    def _read_cell(self, cell: _Element, look: _Element | None, place: Place, *, nested: bool) -> None:
        before = len(self.builder.blocks)
        self.read(cell, place)
        merged = None if look is None else look.find(MERGED)
        goes_on = merged is not None and merged.get(names.VALUE, "continue") == "continue"
        if len(self.builder.blocks) == before and not (goes_on or nested or place.kind):
            self.builder.add(BlockKind.CELL, [], cell=place.cell)

    def _mark_comment(self, tag: str, name: str, position: int) -> None:
        span = self.comment_spans.get(name)
        if tag == names.COMMENT_END and span:
            self.comment_spans[name] = Span(span.start, max(span.start, position))
        elif span is None:
            self.comment_spans[name] = Span(position, position)

    def _observe(self, span: Span) -> None:
        self.builder.observations.append(Observation(Remark.TRACKED_CHANGES_ACCEPTED, span))

    def _hide(self, *words: str) -> None:
        self.unshown += [Unshown("i dold eller borttagen text", text) for text in words if text.strip()]


def _trim(pieces: list[Piece]) -> tuple[list[Piece], int]:
    """The pieces without blanks around them, and how many characters were left out in front."""
    first, end, lead = 0, len(pieces), 0
    while first < end and not pieces[first].text.strip():
        lead += len(pieces[first].text)
        first += 1
    while end > first and not pieces[end - 1].text.strip():
        end -= 1
    trimmed = pieces[first:end]
    if trimmed and trimmed[0].text[0].isspace():
        bare = trimmed[0].text.lstrip()
        cut = len(trimmed[0].text) - len(bare)
        origin = trimmed[0].origin._replace(offset=trimmed[0].origin.offset + cut)
        trimmed[0], lead = trimmed[0]._replace(text=bare, origin=origin), lead + cut
    if trimmed and trimmed[-1].text[-1].isspace():
        trimmed[-1] = trimmed[-1]._replace(text=trimmed[-1].text.rstrip())
    return trimmed, lead


def _rows(table: _Element) -> list[_Element]:
    return _through(table, names.ROW)


def _cells(row: _Element) -> list[_Element]:
    return _through(row, names.CELL)


def _through(parent: _Element, wanted: str) -> list[_Element]:
    """Children with a tag, also those that stand in content controls and the like."""
    found = []
    for child in parent:
        if child.tag == wanted:
            found.append(child)
        elif child.tag == names.CONTROL or child.tag in names.WRAPPERS:
            found += _through(child, wanted)
    return found


def _whole(properties: _Element | None, name: str, otherwise: int) -> int:
    element = None if properties is None else properties.find(word(name))
    value = "" if element is None else element.get(names.VALUE, "")
    return min(int(value), 1000) if value.isdecimal() and len(value) < 6 else otherwise
