"""One tool, in a process of its own: how long it takes for each file, and how much memory."""

from __future__ import annotations

import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
N_WARM = 9


def samsyn() -> Callable[[Path], object]:
    """The whole reading: file to record; what it remembers of texts read before is forgotten each time."""
    read_minutes: Callable[[Path], object] = import_module("samsyn").read_minutes
    forget: Callable[[], object] = import_module("samsyn.minutes.days").find_mentions.cache_clear

    def read(path: Path) -> object:
        forget()
        return read_minutes(path)

    return read


def samsyn_document() -> Callable[[Path], object]:
    """The first half of it: file to document."""
    read_document: Callable[[Path], object] = import_module("samsyn.reading").read_document
    return read_document


def markitdown() -> Callable[[Path], object]:
    """Conversion to Markdown, no record."""
    converter = import_module("markitdown").MarkItDown()
    return lambda path: converter.convert(str(path)).text_content


def kreuzberg() -> Callable[[Path], object]:
    """Conversion to text, no record."""
    extract: Callable[[str], Any] = import_module("kreuzberg").extract_file_sync
    return lambda path: extract(str(path)).content


def python_docx() -> Callable[[Path], object]:
    """Paragraphs with runs and looks, no record."""
    open_word: Callable[[str], Any] = import_module("docx").Document

    def convert(path: Path) -> object:
        paragraphs = open_word(str(path)).paragraphs
        return [
            (one.style.name, [(run.text, run.bold, run.font.strike) for run in one.runs])
            for one in paragraphs
        ]

    return convert


def bare_walk() -> Callable[[Path], object]:
    """The limit: unzip, parse and walk through the runs of the body, nothing else."""
    etree = import_module("lxml.etree")

    def walk(path: Path) -> object:
        with ZipFile(path) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        return [[_run(run) for run in paragraph.iter(f"{W}r")] for paragraph in root.iter(f"{W}p")]

    return walk


def _run(run: Any) -> tuple[str, bool, bool]:
    look = run.find(f"{W}rPr")
    marked = look is not None
    bold, struck = (marked and look.find(f"{W}{name}") is not None for name in ("b", "strike"))
    return "".join(text.text or "" for text in run.iter(f"{W}t")), bold, struck


TOOLS = {
    tool.__name__: tool for tool in (samsyn, samsyn_document, markitdown, kreuzberg, python_docx, bare_walk)
}


def measure(tool: str, paths: list[Path]) -> dict[str, Any]:
    """Milliseconds of the first reading and median of the warm ones for each file; peak memory in MB."""
    began = time.perf_counter()
    read = TOOLS[tool]()
    read(paths[0])
    cold = _since(began)
    warm: dict[str, list[float]] = {path.name: [] for path in paths}
    for _ in range(N_WARM):
        for path in paths:
            began = time.perf_counter()
            read(path)
            warm[path.name].append(_since(began))
    # Linux counts in kilobytes.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cold": cold, "peak": peak, "warm": {name: median(times[1:]) for name, times in warm.items()}}


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], [Path(name) for name in sys.argv[2:]])))
