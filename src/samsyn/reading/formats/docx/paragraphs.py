"""The words of one paragraph: its runs in the accepted view, with what hangs on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from samsyn.reading.building import Look, Piece
from samsyn.reading.documents import Origin
from samsyn.reading.formats.docx import names
from samsyn.reading.formats.docx.forms import shown_in
from samsyn.reading.formats.docx.names import all_words, word
from samsyn.reading.formats.docx.styles import read_switches

if TYPE_CHECKING:
    from lxml.etree import _Element

    from samsyn.reading.formats.docx.styles import Styles

SOFT_HYPHEN = "\u00ad"
RENDERED = {
    word("tab"): "\t",
    word("ptab"): "\t",
    word("br"): "\n",
    word("cr"): "\n",
    word("noBreakHyphen"): "-",
}
# Signs of the fonts Symbol and Wingdings that notes use; others are pictures and are left out.
SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0E0: "→",
    0xF0FC: "✓",
    0xF0FE: "☒",
    0xF0A8: "☐",
    0xF06F: "☐",
    0xF02D: "-",
}
# Their letters are signs, numbered from here or from nought.
SIGN_FONTS, SIGNS_FROM = ("symbol", "wingdings", "webdings"), 0xF000
LONG = 4096
PRIVATE = range(0xE000, 0xF900)
CODES = frozenset((word("instrText"), word("delText"), word("delInstrText")))
PICTURES = frozenset((word("drawing"), word("pict"), word("object")))
RULE, RECTANGLE = "{urn:schemas-microsoft-com:office:office}hr", "{urn:schemas-microsoft-com:vml}rect"
NOTE_MARKS = {word("footnoteReference"): "footnotes", word("endnoteReference"): "endnotes"}


class Field(IntEnum):
    """What of a field is being read; all but its result is hidden."""

    RESULT = 0
    CODE = 1
    CONTENTS = 2  # a table of contents: says again what stands below


@dataclass(slots=True)
class Words:
    """Walks through a paragraph.

    Attributes:
        part: Name of the part that the paragraph is in.
        index: Number of the paragraph in the part.
        base: Look of words that say nothing of their own.
        fields: For each field that is open, across paragraphs, what of it stands here.
        at: Next character of the paragraph; tabs and breaks count as one.
        length: Characters taken so far.
        changes: Inserted and deleted places, in characters taken.
        comment_marks: (tag, identifier, place) of the remarks in the margin.
        notes: (kind, identifier) of foot- and endnotes.
        boxes: Contents of text boxes anchored here.
        is_rule: Whether a line across the page is drawn here.
        unshown: Words that are deleted, hidden or in the code of a field.
    """

    part: str
    index: int
    base: Look
    styles: Styles
    fields: list[Field]
    pieces: list[Piece] = field(default_factory=list)
    at: int = 0
    length: int = 0
    changes: list[tuple[int, int]] = field(default_factory=list)
    comment_marks: list[tuple[str, str, int]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    is_rule: bool = False
    unshown: list[str] = field(default_factory=list)

    def walk(self, parent: _Element) -> None:
        """Take all that stands below an element."""
        for child in parent:
            tag = child.tag
            if tag == names.RUN:
                self._take_run(child)
            elif tag in names.WRAPPERS:
                self.walk(child)
            elif tag != names.PARAGRAPH_LOOK:
                self._take_rare(child, tag)

    def _take_rare(self, child: _Element, tag: str) -> None:
        if tag in (names.INSERTED, names.MOVED_HERE):
            start = self.length
            self.walk(child)
            self._note_change(start)
        elif tag in (names.DELETED, names.MOVED_AWAY):
            self.unshown.append(all_words(child))
            self._note_change(self.length)
        elif tag == names.CONTROL:
            self._take_control(child)
        elif tag == names.ALTERNATIVES:
            self._take_alternative(child)
        elif tag in (names.COMMENT_START, names.COMMENT_END):
            self.comment_marks.append((tag, child.get(word("id"), ""), self.length))
        elif tag.startswith(f"{{{names.MATHS}}}oMath"):
            for text in child.iter(f"{{{names.MATHS}}}t"):
                self._add(text.text or "", self.base)

    def _take_run(self, run: _Element) -> None:
        look, hidden = self.base, False
        for child in run:
            tag = child.tag
            if tag == names.TEXT:
                self._add_words(child.text or "", look, hidden=hidden)
            elif tag == names.RUN_LOOK:
                look, hidden = self._look(child)
            elif tag in RENDERED:
                if not hidden and not any(self.fields):
                    self._add(RENDERED[tag], look, copied=False)
            else:
                self._take_sign(child, tag, look)

    def _look(self, element: _Element) -> tuple[Look, bool]:
        """Look of a run: a style of characters turns that of the paragraph over, what is set here rules."""
        own = read_switches(element)
        bold, italic, struck = self.base
        hidden = own.hidden
        if own.style:
            style = self.styles.switches(own.style)
            bold, italic, struck = (
                bold ^ bool(style.bold),
                italic ^ bool(style.italic),
                struck ^ bool(style.struck),
            )
            hidden = style.hidden if hidden is None else hidden
        look = Look(
            bold if own.bold is None else own.bold,
            italic if own.italic is None else own.italic,
            struck if own.struck is None else own.struck,
        )
        return look, bool(hidden)

    def _take_sign(self, child: _Element, tag: str, look: Look) -> None:
        if tag == word("fldChar"):
            self._take_field(child.get(word("fldCharType"), ""))
            self._add(shown_in(child), look, copied=False)
        elif tag in CODES:
            self._take_code(child.text or "")
        elif tag in NOTE_MARKS:
            self.notes.append((NOTE_MARKS[tag], child.get(word("id"), "")))
        elif tag == names.COMMENT_MARK:
            self.comment_marks.append((tag, child.get(word("id"), ""), self.length))
        elif tag == names.ALTERNATIVES:
            self._take_alternative(child)
        elif tag in PICTURES:
            self._take_picture(child)
        else:
            self._take_rare_sign(child, tag, look)

    def _take_rare_sign(self, child: _Element, tag: str, look: Look) -> None:
        if tag == word("sym"):
            sign = _symbol(child.get(word("char"), ""), child.get(word("font"), ""))
            self._add(sign, look, copied=False)
        elif tag == word("ruby"):
            for base in child.iterchildren(word("rubyBase")):
                self.walk(base)

    def _take_field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(Field.CODE)
        elif kind == "separate" and self.fields and self.fields[-1] is Field.CODE:
            self.fields[-1] = Field.RESULT
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _take_code(self, code: str) -> None:
        self.unshown.append(code)
        if self.fields and code.split()[:1] == ["TOC"]:
            self.fields[-1] = Field.CONTENTS

    def _take_picture(self, picture: _Element) -> None:
        for properties in picture.iter(f"{{{names.DRAWING}}}docPr"):
            self.unshown += [properties.get("descr", ""), properties.get("title", "")]
        self.is_rule = self.is_rule or any(one.get(RULE) for one in picture.iter(RECTANGLE))
        # A box within a box is found when the outer one is read.
        outer = [
            box
            for box in picture.iter(names.TEXT_BOX)
            if next(box.iterancestors(names.TEXT_BOX), None) is None
        ]
        self.boxes += outer or list(picture.iter(names.TEXT_BOX))[:1]

    def _take_alternative(self, alternatives: _Element) -> None:
        """The first way of showing; the others say the same for older programs."""
        for choice in alternatives:
            if choice.tag in (names.CHOICE, names.FALLBACK):
                if len(choice) and choice[0].tag in PICTURES:
                    self._take_picture(choice)
                else:
                    self.walk(choice)
                return

    def _take_control(self, control: _Element) -> None:
        """A content control; its prompt ("Klicka här …") is not a word of the notes."""
        properties = control.find(names.CONTROL_LOOK)
        prompt = None if properties is None else properties.find(word("showingPlcHdr"))
        if prompt is None or not names.is_on(prompt.get(names.VALUE)):
            for content in control.iterchildren(names.CONTROL_CONTENT):
                self.walk(content)

    def _add_words(self, text: str, look: Look, *, hidden: bool) -> None:
        if hidden or any(self.fields):
            self.unshown.append(text)
            self.at += len(text)
        elif SOFT_HYPHEN in text:
            for place, words in enumerate(text.split(SOFT_HYPHEN)):
                self.at += bool(place)
                self._add(words, look)
        else:
            self._add(text, look)

    def _add(self, text: str, look: Look, *, copied: bool = True) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last and copied and last.copied and last.look == look and _goes_on(last, self.at):
            self.pieces[-1] = Piece(last.text + text, last.origin, look)
        elif text:
            self.pieces.append(Piece(text, Origin(self.part, self.index, self.at), look, copied))
        self.at += len(text)
        self.length += len(text)

    def _note_change(self, start: int) -> None:
        if self.changes and self.changes[-1][1] == start:
            start = self.changes.pop()[0]
        self.changes.append((start, self.length))


def _goes_on(piece: Piece, at: int) -> bool:
    """Whether words at a place go on a piece; a very long one is let be, since joining copies it."""
    length = len(piece.text)
    return piece.origin.offset + length == at and length < LONG


def _symbol(code: str, font: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number < 0x100 and font.lower().startswith(SIGN_FONTS):
        number += SIGNS_FROM
    if number in SYMBOLS or number in PRIVATE or not 0x20 <= number < 0xD800:
        return SYMBOLS.get(number, "")
    return chr(number)
