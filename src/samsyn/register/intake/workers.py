"""Read many files on the machine's own cores, few in this process."""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.forkserver
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
# What the process that readers are forked from loads once for all of them: most notes are Word files.
LOADED = ["samsyn.register.intake.workers", "samsyn.reading.formats.docx"]
AHEAD = 4  # chunks a core that may wait to be written, so that memory does not grow with the archive


def prepare_to_read(n_files: int) -> None:
    """Begin to load what reading so many files takes: a process of its own does, while this one goes on."""
    if _is_worth_it(n_files) and _method() == "forkserver":
        multiprocessing.get_context("forkserver").set_forkserver_preload(LOADED)
        multiprocessing.forkserver.ensure_running()


def read_all(
    files: Sequence[NotesFile], *, limits: Limits, lexicon: Lexicon | None = None
) -> Iterator[list[Reading | Refusal]]:
    """Read files in order, one or some at a time; by a county's own words where it has any."""
    if not _is_worth_it(len(files)):
        for file in files:
            with speaking(lexicon):
                readings = read_file(file, limits=limits)
            yield readings
        return
    prepare_to_read(len(files))
    n_cores, context = os.cpu_count() or 1, multiprocessing.get_context(_method())
    with ProcessPoolExecutor(n_cores, mp_context=context, initializer=_begin) as pool:
        waiting: deque[Future[list[Reading | Refusal]]] = deque()
        for start in range(0, len(files), CHUNK):
            waiting.append(pool.submit(_read_chunk, files[start : start + CHUNK], limits, lexicon))
            if len(waiting) > n_cores * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _is_worth_it(n_files: int) -> bool:
    return n_files >= FEW and (os.cpu_count() or 1) > 1


def _method() -> str:
    """How readers start: not forked from this process, whose connection to the database they would share."""
    return "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


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
