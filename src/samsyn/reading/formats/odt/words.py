"""The words of one paragraph, with what hangs on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from samsyn.reading.building import Look, Piece
from samsyn.reading.documents import Origin
from samsyn.reading.formats.odt import names
from samsyn.reading.formats.odt.names import all_words, draw, text, whole
from samsyn.reading.formats.odt.styles import Switches, look_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from samsyn.reading.formats.odt.styles import Styles

SOFT_HYPHEN = "\u00ad"
BLANKS = re.compile(r"[ \t\r\n]+")
MOST_SPACES = 100
DEEPEST = 60
LONG = 4096
# What is no word of the notes: prompts, the rubies' readings, buttons, scripts.
SILENT = frozenset(
    (
        *(text(name) for name in ("placeholder", "ruby-text", "script", "note-citation", "tracked-changes")),
        names.office("forms"),
        names.office("event-listeners"),
    )
)
DRAWN = f"{{{names.DRAW}}}"
LINES = (draw("rect"), draw("line"))


class Mark(NamedTuple):
    """Something at a place among the words: the beginning or end of a change or a remark."""

    tag: str
    name: str
    at: int
    element: _Element


@dataclass(slots=True)
class Words:
    """Walks through a paragraph.

    Attributes:
        part: Name of the part that the paragraph is in.
        index: Number of the paragraph in the part.
        base: What the paragraph's style says of its words.
        at: Next character of the paragraph, each stretch of blanks as the one that is shown.
        marks: Changes and remarks.
        notes: Foot- and endnotes.
        boxes: Drawings with words of their own that are anchored here.
        is_rule: Whether a line across the page is drawn here.
    """

    part: str
    index: int
    base: Switches
    styles: Styles
    pieces: list[Piece] = field(default_factory=list)
    at: int = 0
    after_blank: bool = True
    marks: list[Mark] = field(default_factory=list)
    notes: list[_Element] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    is_rule: bool = False
    depth: int = 0

    def walk(self, parent: _Element, switches: Switches) -> None:
        """Take all that stands below an element; below a depth that no program writes, its bare words."""
        if self.depth > DEEPEST:
            self._add_words(all_words(parent), switches)
            return
        self.depth += 1
        self._add_words(parent.text, switches)
        for child in parent:
            self._take(child, switches)
            self._add_words(child.tail, switches)
        self.depth -= 1

    def _take(self, child: _Element, switches: Switches) -> None:
        tag = child.tag
        if tag == text("span"):
            own = self.styles.find("text", child.get(names.STYLE_NAME, ""))
            self.walk(child, own.switches.over(switches))
        elif tag == names.SPACES:
            self._render(" " * whole(child.get(names.COUNT), 1, MOST_SPACES), switches)
        elif tag == names.TAB:
            self._render("\t", switches)
        elif tag == names.LINE_BREAK:
            self._render("\n", switches)
            self.after_blank = True
        else:
            self._take_rare(child, tag, switches)

    def _take_rare(self, child: _Element, tag: str, switches: Switches) -> None:
        if tag in (names.CHANGE_START, names.CHANGE_END, names.CHANGE):
            self.marks.append(Mark(tag, child.get(text("change-id"), ""), self.at, child))
        elif tag in (names.ANNOTATION, names.ANNOTATION_END):
            self.marks.append(Mark(tag, child.get(names.office("name"), ""), self.at, child))
        elif tag == names.NOTE:
            self.notes += child.iterchildren(names.NOTE_BODY)
        elif tag.startswith(DRAWN) and tag != draw("a"):
            self._take_drawing(child)
        elif tag not in SILENT:
            self.walk(child, switches)

    def _take_drawing(self, drawing: _Element) -> None:
        if all_words(drawing).strip():
            self.boxes.append(drawing)
        elif drawing.tag in LINES:
            self.is_rule = True

    def _add_words(self, words: str | None, switches: Switches) -> None:
        """Words as they are shown: a stretch of blanks is one, and none at the beginning."""
        if not words:
            return
        words = BLANKS.sub(" ", words)
        if self.after_blank and words[0] == " ":
            words = words[1:]
        if not words:
            return
        self.after_blank = words[-1] == " "
        for place, shown in enumerate(words.split(SOFT_HYPHEN)):
            self.at += bool(place)
            self._add(shown, switches)

    def _render(self, words: str, switches: Switches) -> None:
        self._add(words, switches, copied=False)
        self.after_blank = False

    def _add(self, words: str, switches: Switches, *, copied: bool = True) -> None:
        if not switches.hidden:
            look, last = look_of(switches), self.pieces[-1] if self.pieces else None
            if last and copied and self._goes_on(last, look):
                self.pieces[-1] = Piece(last.text + words, last.origin, look)
            elif words:
                self.pieces.append(Piece(words, Origin(self.part, self.index, self.at), look, copied))
        self.at += len(words)

    def _goes_on(self, piece: Piece, look: Look) -> bool:
        """Whether words here go on a piece; a very long one is let be, since joining copies it."""
        ends = piece.origin.offset + len(piece.text)
        return piece.copied and piece.look == look and ends == self.at and len(piece.text) < LONG
