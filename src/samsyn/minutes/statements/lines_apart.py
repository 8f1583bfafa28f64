"""Lines of a paragraph that tell a task or an outcome each, though no sign ends them (rule S31)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.statements.tasks import find_task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes.casts import Cast

_WE = r"[Vv]i (?:enades|beslutade|beslöt|bestämde|kom överens)\b"  # a main clause begins so
_BREAK = re.compile(rf"(?<![.!?…:;\s])[ \t]*\n\s*(?=[A-ZÅÄÖ]|(?P<we>{_WE}))")
_LINE = re.compile(r"[^\n]*")


def find_breaks(text: str, cast: Cast) -> Iterator[int]:
    """Where a line begins that tells a task of its own, or what "we" agreed on.

    A subject and its verb stand in this order where a main clause begins, or behind a word that joins a
    clause to the one before it. So the line above must not end in such a word.

    Args:
        text: A passage.
        cast: Everybody that the notes know.
    """
    if "\n" not in text:
        return
    for gap in _BREAK.finditer(text):
        if lexicon().pattern("open_line_end").search(text, max(0, gap.start() - 20), gap.start()):
            continue
        if gap["we"]:
            yield gap.end()
            continue
        line = _LINE.match(text, gap.end())
        task = find_task(line[0], cast) if line else None
        if task is not None and task.rule == "S31":
            yield gap.end()
