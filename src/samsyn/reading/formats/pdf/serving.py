"""The process that reads PDF files for another: one file after the other until nobody asks any more."""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import traceback
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from samsyn.reading.as_json import document_to_json
from samsyn.reading.errors import HostileFile, ReadingError
from samsyn.reading.formats.pdf.apart import LENGTH
from samsyn.reading.formats.pdf.taking import read_here
from samsyn.reading.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def serve() -> None:
    """Answer on what was standard output; what pdfium itself may print goes nowhere."""
    memory = int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    target = os.dup(1)
    os.dup2(2, 1)
    gc.freeze()
    gc.disable()  # a reading makes no rings; looking for them among its many small parts costs a tenth of it
    with os.fdopen(target, "wb") as answers:
        while (question := _message(sys.stdin.buffer)) is not None:
            content = _message(sys.stdin.buffer)
            if content is None:
                return
            _tell(answers, _answer(json.loads(question), content, partial(_ask_for_time, answers)))
            gc.collect()


def _tell(answers: BinaryIO, answer: dict[str, Any]) -> None:
    message = json.dumps(answer).encode()
    answers.write(len(message).to_bytes(LENGTH, "big") + message)
    answers.flush()


def _ask_for_time(answers: BinaryIO, seconds: int) -> None:
    _tell(answers, {"more_seconds": seconds})


def _message(source: BinaryIO) -> bytes | None:
    head = source.read(LENGTH)
    return source.read(int.from_bytes(head, "big")) if len(head) == LENGTH else None


def _answer(question: dict[str, Any], content: bytes, ask_for_time: Callable[[int], None]) -> dict[str, Any]:
    try:
        try:
            reading = read_here(
                content,
                name=question["name"],
                limits=Limits(*question["limits"]),
                password=question["password"],
                ask_for_time=ask_for_time,
            )
        except (MemoryError, RecursionError) as error:
            raise HostileFile(question["name"], trouble="kräver för mycket minne") from error
    except ReadingError as error:
        return {"error": type(error).__name__, "name": error.name, "message": error.message}
    except Exception as error:  # noqa: BLE001 - a fault of ours is told to whoever asked, as one of ours
        last = traceback.extract_tb(error.__traceback__)[-1]
        return {"fault": f"{type(error).__name__} in {last.filename}, line {last.lineno}"}
    return {"document": document_to_json(reading.document), "unshown": reading.unshown}
