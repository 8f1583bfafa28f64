"""Lists in which each stands with what he brings or sees to ("Jocke: korv och grill"): rule S45."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.minutes.lexicon import lexicon
from samsyn.minutes.records import OwnerKind
from samsyn.minutes.statements.modes import Mode
from samsyn.minutes.statements.tasks import find_task
from samsyn.minutes.subjects import find_subject

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes.casts import Cast
    from samsyn.minutes.statements.modes import Passage

SHARE = "S45"
_COLON = re.compile(r":\s+(?=\S)")
_MOST_WORDS = 5


def give_shares(passages: Sequence[Passage], text: str, cast: Cast) -> None:
    """Let entries of a name and a few words be tasks, where another entry of their list is a task."""
    for entries in _lists(passages):
        shares = [entry for entry in entries if _is_share(text[entry.start : entry.end], cast)]
        if shares and any(_is_task(text[one.start : one.end], cast) for one in entries):
            for entry in shares:
                entry.mode = Mode("assignment", (entry.start, entry.end), SHARE)


def _lists(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Runs of list entries without a label."""
    run: list[Passage] = []
    for passage in passages:
        if passage.entry and passage.mode is None:
            run.append(passage)
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run


def _is_share(words: str, cast: Cast) -> bool:
    """Whether an entry is somebody's name and a few words without a verb."""
    head = words[:60]
    if ":" not in head or words.endswith("?"):
        return False
    subject = find_subject(words, cast)
    colon = _COLON.match(words, subject.end) if subject else None
    if subject is None or colon is None or subject.owner.kind is not OwnerKind.PERSON:
        return False
    rest = words[colon.end() :]
    return len(rest.split()) <= _MOST_WORDS and lexicon().pattern("finite_verb").search(rest) is None


def _is_task(words: str, cast: Cast) -> bool:
    task = find_task(words, cast)
    return task is not None and task.subject.owner.kind is OwnerKind.PERSON
