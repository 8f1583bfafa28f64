"""Lines of a paragraph that tell something each, though no sign ends them (rules S31, S48)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.statements.tasks import find_task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.lines import Line
    from samsyn.minutes.statements.scene import Scene

_WE = r"[Vv]i (?:enades|beslutade|beslöt|bestämde|kom överens)\b"  # a main clause begins so
_BREAK = re.compile(rf"(?<![.!?…:;\s])[ \t]*\n\s*(?=[A-ZÅÄÖ0-9]|(?P<we>{_WE}))")
_LINE = re.compile(r"[^\n]*")
_CLOSED = (".", "!", "?", "…", ":", ";")
_FEWEST = 3  # lines that show a habit
_MEANT = frozenset(
    {"docx", "odt", "doc", "rtf", "html", "mhtml"}
)  # where nobody breaks a line for its length
UNWRAPPED = 10_000  # characters
_SEVERAL = 2
_WIDEST = 110  # characters: a longer line has not been wrapped


class Break(NamedTuple):
    """Where a line begins that tells something of its own, and whether that is a task by its words."""

    at: int
    task: bool


def find_breaks(text: str, scene: Scene) -> Iterator[Break]:
    """Where a line begins that tells a task of its own, what "we" agreed on, or another matter.

    A subject and its verb stand in this order where a main clause begins, or behind a word that joins a
    clause to the one before it. So the line above must not end in such a word. Other lines are apart where
    the writer ended them on purpose: before the edge of the text, or all of a paragraph without a full stop.

    Args:
        text: A passage.
        scene: The notes: everybody they know, and how wide they are.
    """
    if "\n" not in text:
        return
    listed = _is_listed(text)
    for gap in _BREAK.finditer(text):
        if lexicon().pattern("open_line_end").search(text, max(0, gap.start() - 20), gap.start()):
            continue
        if gap["we"]:
            yield Break(gap.end(), task=False)
            continue
        above = text[text.rfind("\n", 0, gap.start()) + 1 : gap.start()]
        line = _LINE.match(text, gap.end())
        words = line[0] if line else ""
        task = find_task(words, scene.cast)
        if task is not None and task.rule == "S31":
            yield Break(gap.end(), task=True)
        elif listed or _is_apart(above, words, scene):
            yield Break(gap.end(), task=False)


def wrapped_width(lines: Sequence[Line], document_format: str) -> int:
    """How many characters the widest line has that was wrapped; `UNWRAPPED` where no line was.

    No line was wrapped in files of an office program or a web page, nor where some are longer than any
    that is wrapped, or where nearly all below another open with a capital.

    Args:
        lines: The lines below the head.
        document_format: Name of the format.
    """
    if document_format in _MEANT or sum(1 for line in lines if len(line.text) > _WIDEST) >= _SEVERAL:
        return UNWRAPPED
    inner = [
        (above, line) for above, line in pairwise(lines) if above.block == line.block and not line.marker
    ]
    apart = [line for above, line in inner if line.text[0].isupper() and not above.text.endswith(_CLOSED)]
    if len(apart) >= _FEWEST and len(apart) * 5 >= len(inner) * 4:
        return UNWRAPPED
    return max((len(line.text) for line in lines if len(line.text) <= _WIDEST), default=0)


def _is_listed(text: str) -> bool:
    """Whether a paragraph lists lines: each opens with a capital or figure, and none but the last ends."""
    lines = [line.strip() for line in text.split("\n")]
    if len(lines) < _FEWEST or any(line.endswith(_CLOSED) for line in lines[:-1]):
        return False
    return all(line[:1].isupper() or line[:1].isdigit() for line in lines) and not any(
        lexicon().pattern("open_line_end").search(above) for above, _ in pairwise(lines)
    )


def _is_apart(above: str, words: str, scene: Scene) -> bool:
    """Whether the writer ended a line where a sentence ends, though there was room for the next word."""
    if scene.width == UNWRAPPED:
        return True
    if len(above) + 1 + len(words.split(" ", 1)[0]) > scene.width:
        return False
    verb = lexicon().pattern("finite_verb")
    return verb.search(above) is not None and verb.search(words) is not None
