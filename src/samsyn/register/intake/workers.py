"""Read many files on the machine's own cores, few in this process."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from samsyn.minutes import speaking
from samsyn.register.intake.files import NotesFile, Reading, Refusal, read_file
from samsyn.register.intake.passing import pass_as_calls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samsyn.minutes import Lexicon
    from samsyn.reading import Limits

FEW = 24  # below this, starting processes costs more than it gives
CHUNK = 8
AHEAD = 4  # chunks a core that may wait to be written, so that memory does not grow with the archive


def read_all(
    files: Sequence[NotesFile], *, limits: Limits, lexicon: Lexicon | None = None
) -> Iterator[list[Reading | Refusal]]:
    """Read files in order, one or some at a time; by a county's own words where it has any."""
    n_cores = os.cpu_count() or 1
    if len(files) < FEW or n_cores == 1:
        for file in files:
            with speaking(lexicon):
                readings = read_file(file, limits=limits)
            yield readings
        return
    # Spawned, not forked: a forked process would share the database's connection.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(n_cores, mp_context=context, initializer=_begin) as pool:
        waiting: deque[Future[list[Reading | Refusal]]] = deque()
        for start in range(0, len(files), CHUNK):
            waiting.append(pool.submit(_read_chunk, files[start : start + CHUNK], limits, lexicon))
            if len(waiting) > n_cores * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _read_chunk(
    files: Sequence[NotesFile], limits: Limits, lexicon: Lexicon | None
) -> list[Reading | Refusal]:
    """Read some files; several at a time, since each exchange between processes costs."""
    with speaking(lexicon):
        return [reading for file in files for reading in read_file(file, limits=limits)]


def _begin() -> None:
    """Begin a process: leave none behind when the one that started it is killed."""
    pass_as_calls()
    # A reading's thousands of small objects go when it is written: seldom is soon enough to look for circles.
    gc.set_threshold(50_000)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_exit_after, args=(parent.sentinel,), daemon=True).start()


def _exit_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
