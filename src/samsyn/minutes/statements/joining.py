"""Whether a line goes on with the passage before it, or begins one of its own (rules S4, S5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.reading import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.statements.modes import Mode, Passage

OWN_BLOCK = -1  # a passage that nothing is joined to by its block
_FULL_LINE = 60  # characters: a shorter line ends where the writer wanted it
_LONGEST_VALUE = 50  # characters
_OPEN_OR_CLOSED = frozenset(",;.-–&")
_MIN_CUT = 40  # characters: a shorter paragraph has not been cut in two by a page break
_LOWER = re.compile(r"[a-zåäö]")
# What follows from the words above it stands behind an arrow, what is to be done behind a box to tick.
_ARROW = re.compile(r"(?:\[[ xX]?\]|[→➔➜➡⇒►▶☐☑]\ufe0f?|[-=]+>)\s*")


def arrow(line: Line) -> int:
    """How many characters of an arrow a line begins with."""
    match = _ARROW.match(line.text)
    return match.end() if match else 0


def is_point(line: Line) -> bool:
    """Whether a line is an entry of a list, by mark or by its first letters."""
    return line.kind is BlockKind.LIST_ENTRY or lexicon().pattern("point").match(line.text) is not None


def goes_on(mode: Mode | None, line: Line) -> bool:
    """Whether a paragraph goes on with the decision above it ("Ändringen utvärderas …")."""
    decided = mode is not None and mode.kind == "decision"
    return decided and lexicon().pattern("goes_on_deciding").match(line.text) is not None


_CLOSING = frozenset('.!?:”")')


def joins(found: Sequence[Passage], line: Line, text: str) -> bool:
    """Whether a line goes on with the passage before it."""
    if not found or found[-1].quiet:
        return bool(found) and found[-1].block == line.block and not _ends_value(found[-1], line, text)
    before = found[-1]
    if (
        line.marker
        or arrow(line)
        or _is_bare_point(before, line, text)
        or (_is_clause(line.text) and _opens_clause(before, line, text))
    ):
        return False
    if before.block == line.block:
        bullet = lexicon().pattern("bullet").match(line.text)
        return not (bullet and is_closed(before, text))
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


def leaves_list(found: Sequence[Passage], line: Line) -> bool:
    """Whether a line that the file counts to a list's entry is a sentence of its own below the list.

    Such a line opens with a capital, and the one above it ended where the writer wanted.
    """
    if line.first or line.marker or line.kind is not BlockKind.LIST_ENTRY or not found:
        return False
    before = found[-1]
    short = before.entry and before.end - before.start < _FULL_LINE
    return (short or before.block == OWN_BLOCK) and line.text[0].isupper() and not _is_clause(line.text)


def is_closed(passage: Passage, text: str) -> bool:
    """Whether a passage ends in a sign that closes a sentence; passages end in no gap."""
    return text[passage.end - 1] in _CLOSING


def _is_cut(before: Passage, line: Line, text: str) -> bool:
    """Rule S5: whether a page break has cut a paragraph in two before the line."""
    return (
        line.first
        and before.end - before.start > _MIN_CUT
        and _LOWER.match(line.text) is not None
        and not text[before.end : line.start].strip()
        and not is_closed(before, text)
    )


# Clauses that a typewriter has set in a column ("Beslöts   att    kalka tjärnarna").
_IN_COLUMN = re.compile(r"att\s{2,}")
_COLUMN_ABOVE = re.compile(r"\batt\s{2,}")


def _is_clause(words: str) -> bool:
    return lexicon().pattern("clause").match(words) is not None


def _opens_clause(before: Passage, line: Line, text: str) -> bool:
    """Whether a line with "att" begins a clause of its own, and does not go on with a sentence."""
    if before.block != line.block or line.text[0].isupper():
        return True
    words = text[before.start : before.end].rstrip()
    if _IN_COLUMN.match(line.text) and _COLUMN_ABOVE.search(words):
        return True
    opens = (lexicon().pattern(name).search(words) for name in ("before_clause", "leads_in"))
    return _is_clause(words) or any(opens)


def lead_in(passage: Passage, text: str) -> bool:
    """Whether a passage leads in a list: its last words end in a colon, or in a verb of deciding."""
    words = text[passage.start : passage.end].rstrip()
    return words.endswith(":") or lexicon().search("leads_in", words) is not None
