"""Read a PDF in a process of its own, which is kept for the next."""

from __future__ import annotations

import atexit
import json
import os
import selectors
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samsyn.reading import errors
from samsyn.reading.as_json import document_from_json
from samsyn.reading.errors import HostileFile, ReadingError
from samsyn.reading.formats import Reading, Unshown

if TYPE_CHECKING:
    from samsyn.reading.limits import Limits

SERVE = "from samsyn.reading.formats.pdf.serving import serve; serve()"
LENGTH = 8  # bytes that say how long a message is
CHUNK = 1 << 20
_LOCK = threading.Lock()  # there is one process, and it reads one file at a time


class Gone(Exception):
    """The process ended before it answered."""


@dataclass(slots=True)
class Servant:
    """The process, and which process of ours it was started by."""

    process: subprocess.Popen[bytes]
    owner: int

    def ask(self, question: bytes, content: bytes, *, seconds: float) -> dict[str, Any]:
        """Send a file and wait for what it holds.

        Raises:
            Gone: The process ended.
            TimeoutError: It took too long.
        """
        source, target = self.process.stdout, self.process.stdin
        if source is None or target is None:
            raise Gone
        try:
            for part in (question, content):
                target.write(len(part).to_bytes(LENGTH, "big") + part)
            target.flush()
        except OSError as error:
            raise Gone from error
        end = time.monotonic() + seconds
        while True:
            length = int.from_bytes(_receive(source.fileno(), LENGTH, end), "big")
            answer: dict[str, Any] = json.loads(_receive(source.fileno(), length, end))
            if "more_seconds" not in answer:
                return answer
            end += answer["more_seconds"]  # for pages that are pictures, bounded by the limits of the asker

    def end(self) -> None:
        """Stop the process; one that another process of ours inherited is left alone."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.communicate()


_servants: list[Servant] = []


def read_apart(content: bytes, *, name: str, limits: Limits, password: str = "") -> Reading:
    """Read a PDF in the other process.

    Raises:
        ReadingError: What that process found wrong with the file.
        HostileFile: It took too long, or the process did not survive.
        RuntimeError: The reader is at fault, and says where.
    """
    question = json.dumps({"name": name, "limits": limits, "password": password}).encode()
    with _LOCK:
        servant = find_servant(limits)
        try:
            answer = servant.ask(question, content, seconds=limits.seconds)
        except TimeoutError as error:
            end_servant()
            raise HostileFile(name, trouble="tar för lång tid att läsa") from error
        except Gone as error:
            end_servant()
            raise HostileFile(name, trouble="får PDF-läsaren att stanna") from error
    if "fault" in answer:
        raise RuntimeError(answer["fault"])
    if "error" in answer:
        raise _error_of(answer)
    unshown = tuple(Unshown(where, text) for where, text in answer["unshown"])
    return Reading(document_from_json(answer["document"]), unshown)


def start_servant(limits: Limits) -> None:
    """Start the process, where none is at work, without waiting for it."""
    with _LOCK:
        find_servant(limits)


def find_servant(limits: Limits) -> Servant:
    """The process at work, or a new one."""
    for servant in _servants:
        if servant.owner == os.getpid() and servant.process.poll() is None:
            return servant
    _servants.clear()
    places = os.pathsep.join(place for place in sys.path if place)
    process = subprocess.Popen(  # noqa: S603 - the command is our own
        [sys.executable, "-P", "-c", SERVE, str(limits.memory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": places},
    )
    _servants.append(Servant(process, os.getpid()))
    return _servants[0]


@atexit.register
def end_servant() -> None:
    """End the process; the next file gets a new one."""
    for servant in _servants:
        servant.end()
    _servants.clear()


def _receive(source: int, length: int, end: float) -> bytes:
    parts: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(source, selectors.EVENT_READ)
        while length:
            left = end - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TimeoutError
            part = os.read(source, min(length, CHUNK))
            if not part:
                raise Gone
            parts.append(part)
            length -= len(part)
    return b"".join(parts)


def _error_of(answer: dict[str, Any]) -> ReadingError:
    """The error that the other process raised."""
    kind = getattr(errors, answer["error"])
    error: ReadingError = kind.__new__(kind)
    error.name, error.message, error.args = answer["name"], answer["message"], (answer["message"],)
    return error
