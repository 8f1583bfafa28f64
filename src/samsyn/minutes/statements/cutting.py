"""The cutting of lines into passages, with the kind that holds for the lines to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes.given_names import is_common_name
from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.statements.cues import find_cue
from samsyn.minutes.statements.joining import (
    OWN_BLOCK,
    arrow,
    goes_on,
    is_closed,
    is_point,
    joins,
    leaves_list,
)
from samsyn.minutes.statements.labelled import NUMBER, opening_label
from samsyn.minutes.statements.modes import ACCOUNT, Mode, Passage, passage_on

if TYPE_CHECKING:
    from samsyn.minutes.labels import Label
    from samsyn.minutes.lines import Line

_DECIDING = frozenset({"S10", "S11", "S12", "S21"})


_FEWEST_TOLD = 6  # words of a heading without full stop that tells an outcome


def _tells_outcome(head: str) -> bool:
    if not head.endswith(".") and len(head.split()) < _FEWEST_TOLD:
        return False
    return find_cue(head, among=_DECIDING) is not None or _tells_task(head)


def _tells_task(head: str) -> bool:
    """Whether a sentence that numbers make a heading says what somebody does."""
    first = head.partition(" ")[0]
    return is_common_name(first) and lexicon().whole_words("verbs", "task").search(head) is not None


class Cutting:
    """The passages found so far, and the kind that holds for the lines to come.

    `reach` tells how far the kind holds: "section" to the next heading, "below" to the paragraph or
    list that comes next, "used" as long as that list goes on.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Passage] = []
        self.mode: Mode | None = None
        self.reach = ""
        self.parted = False
        self.in_table = False

    def part(self) -> None:
        """Let the next line begin a passage: what stands between is none of the running text."""
        self.parted = True

    def leave_table(self) -> None:
        """Let no kind that the cells of a table were given hold for what stands below it."""
        if self.in_table:
            self.hold(None)
            self.part()
        self.in_table = False

    def begin(self, passage: Passage) -> None:
        """Let a passage begin, to which the lines to come may be joined."""
        self.found.append(passage)
        self.parted = False

    def hold(self, mode: Mode | None, reach: str = "") -> None:
        """Let a kind hold for the lines to come; None ends it."""
        self.mode, self.reach = mode, reach if mode else ""

    def take_label(self, line: Line, label: Label, *, kind: str = "", rule: str = "") -> None:
        """Rules S1 and S2: a label gives its kind to the words behind it, or to what stands below.

        Args:
            line: The line.
            label: What it begins with.
            kind: What the words are, where the label does not name a kind itself.
            rule: The rule that says so; S1 or S2 where none is given.
        """
        place = (line.start, line.start + len(label.words))
        if label.value_at >= len(line.text):
            self.hold(Mode(kind or label.field, place, rule or "S2"), "below")
            return
        mode = Mode(kind or label.field, place, rule or "S1")
        self.begin(passage_on(line, line.start + label.value_at, mode))
        if self.reach != "section":
            self.hold(None)

    def take_rest(self, line: Line, end: int, *, opens: bool) -> None:
        """What stands on a heading's line behind it; a heading that tells an outcome is said, too.

        Args:
            line: A line of the heading.
            end: Where the heading ends.
            opens: Whether the heading begins on the line.
        """
        self.part()
        number = NUMBER.match(line.text)
        first = line.start + (number.end() if number else 0)
        head = self.text[first:end].rstrip() if opens else ""
        if _tells_outcome(head):
            self.begin(passage_on(line, first, None))
            self.found[-1].end = end
            self.found[-1].block = OWN_BLOCK  # what follows is no part of it
        if lexicon().pattern("reference_behind").match(self.text, end, line.end):
            return
        begin = end + len(self.text[end : line.end]) - len(self.text[end : line.end].lstrip(" .:–—-"))
        if begin < line.end and end > line.start:
            turn = opening_label(self.text, begin, line.end)
            mode = turn.mode if turn else self.mode
            self.begin(passage_on(line, turn.begin if turn else begin, mode))

    def _ends_quotation(self, line: Line) -> bool:
        """Whether a line stands below the points that an earlier meeting decided, and is none of them."""
        quoting = self.mode is not None and self.mode.kind == "reference" and self.reach == "used"
        return quoting and not is_point(line) and is_closed(self.found[-1], self.text)

    def _is_beside_outcome(self) -> bool:
        """Whether the lines above tell what was before an outcome, or nothing of the meeting."""
        mode = self.found[-1].mode if self.found else None
        return bool(self.found) and (self.found[-1].quiet or (mode is not None and mode.rule == ACCOUNT))

    def leave_list(self, line: Line) -> None:
        """A line that stands straight below a list and is no part of it."""
        if self.reach != "section":
            self.hold(None)
        self.begin(Passage(line.start, line.end, OWN_BLOCK, mode=self.mode))

    def take_words(self, line: Line) -> None:
        """A line without label goes on with the passage before it, or begins one."""
        if leaves_list(self.found, line):
            self.leave_list(line)
            return
        if self._ends_quotation(line):
            self.hold(None)
            self.begin(passage_on(line, line.start, None))
            return
        if self.reach == "used" and line.first and not is_point(line) and not goes_on(self.mode, line):
            self.hold(None)
        if self._is_beside_outcome() and lexicon().pattern("body_decides").match(line.text):
            self.part()
            self.hold(self.mode if self.reach == "section" else None)
        if self.reach != "below" and not self.parted and joins(self.found, line, self.text):
            self.found[-1].end = line.end
        else:
            self.begin(passage_on(line, line.start + arrow(line), self.mode))
        if self.reach == "below":
            self.reach = "used"
