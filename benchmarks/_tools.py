"""One tool, in a process of its own: how long it takes for each file, and how much memory."""

from __future__ import annotations

import json
import re
import sys
import time
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Tool = Callable[[Path], object]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_RUNS, LEAST_RUNS, ENOUGH = 9, 3, 1.5  # warm runs of a file, and after how many seconds they are enough


def samsyn() -> Tool:
    """The whole reading: file to record; what it remembers of texts read before is forgotten each time."""
    read_minutes: Tool = import_module("samsyn").read_minutes
    forget: Callable[[], object] = import_module("samsyn.minutes.days").find_mentions.cache_clear

    def read(path: Path) -> object:
        forget()
        return read_minutes(path)

    return read


def samsyn_document() -> Tool:
    """The first half of it: file to document."""
    read_document: Tool = import_module("samsyn.reading").read_document
    return read_document


def markitdown() -> Tool:
    """Conversion to Markdown, no record."""
    converter = import_module("markitdown").MarkItDown()
    return lambda path: converter.convert(str(path)).text_content


def kreuzberg() -> Tool:
    """Conversion to Markdown with headings, lists and paragraphs, no record."""
    module = import_module("kreuzberg")
    asked = module.ExtractionConfig(output_format="markdown")
    return lambda path: module.extract_file_sync(str(path), config=asked).content


def kreuzberg_text() -> Tool:
    """The text alone, as it comes unasked: neither headings nor looks."""
    extract: Callable[[str], Any] = import_module("kreuzberg").extract_file_sync
    return lambda path: extract(str(path)).content


def python_docx() -> Tool:
    """Paragraphs with runs and looks, no record."""
    open_word: Callable[[str], Any] = import_module("docx").Document

    def convert(path: Path) -> object:
        paragraphs = open_word(str(path)).paragraphs
        return [
            (one.style.name, [(run.text, run.bold, run.font.strike) for run in one.runs])
            for one in paragraphs
        ]

    return convert


def odfpy() -> Tool:
    """Paragraphs and headings as text, no record."""
    load: Callable[[str], Any] = import_module("odf.opendocument").load
    words: Callable[[Any], str] = import_module("odf.teletype").extractText
    kinds = import_module("odf.text")

    def convert(path: Path) -> object:
        text = load(str(path))
        return [words(one) for kind in (kinds.H, kinds.P) for one in text.getElementsByType(kind)]

    return convert


def pdfplumber() -> Tool:
    """Text of all pages in their layout, no record."""
    open_pdf: Callable[[Path], Any] = import_module("pdfplumber").open

    def convert(path: Path) -> object:
        with open_pdf(path) as pdf:
            return [page.extract_text() for page in pdf.pages]

    return convert


def bare_docx() -> Tool:
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


def bare_odt() -> Tool:
    """The limit: unzip and parse, nothing else."""
    etree = import_module("lxml.etree")

    def parse(path: Path) -> object:
        with ZipFile(path) as package:
            return etree.fromstring(package.read("content.xml"))

    return parse


def bare_html() -> Tool:
    """The limit: the fastest parser's tree, nothing else."""
    parser: Callable[[bytes], object] = import_module("selectolax.lexbor").LexborHTMLParser
    return lambda path: parser(path.read_bytes())


def bare_markdown() -> Tool:
    """The limit: a parser's tokens, nothing else."""
    parser = import_module("markdown_it").MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return lambda path: parser.parse(path.read_text(encoding="utf-8"))


def bare_pdf() -> Tool:
    """The limit: the text of all pages as pdfium gives it, nothing else."""
    open_pdf: Callable[[str], Any] = import_module("pypdfium2").PdfDocument

    def convert(path: Path) -> object:
        pdf = open_pdf(str(path))
        return [page.get_textpage().get_text_range() for page in pdf]

    return convert


TOOLS = {
    tool.__name__: tool
    for tool in (
        *(samsyn, samsyn_document, markitdown, kreuzberg, kreuzberg_text),
        *(python_docx, odfpy, pdfplumber),
        *(bare_docx, bare_odt, bare_html, bare_markdown, bare_pdf),
    )
}


def measure(tool: str, paths: list[Path]) -> dict[str, Any]:
    """Milliseconds of the first reading and median of the warm ones for each file; peak memory in MB."""
    began = time.perf_counter()
    read = TOOLS[tool]()
    read(paths[0])
    cold = _since(began)
    warm = {path.name: median(_warm(read, path)) for path in paths}
    return {"cold": cold, "peak": _peak(), "warm": warm}


def _warm(read: Tool, path: Path) -> Iterator[float]:
    """Times of a file after a first reading that is not counted; fewer where each takes long."""
    read(path)
    start = time.perf_counter()
    for n_runs in range(1, MOST_RUNS + 1):
        began = time.perf_counter()
        read(path)
        yield _since(began)
        if n_runs >= LEAST_RUNS and time.perf_counter() - start > ENOUGH:
            return


def _peak() -> float:
    """Megabytes at most, this process and those that it started and that still run."""
    started = Path("/proc/self/task").glob("*/children")
    processes = ["self", *(child for ids in started for child in ids.read_text().split())]
    statuses = [Path("/proc", process, "status").read_text() for process in processes]
    # Not what getrusage says: a process begins with the peak of the one that started it. In kilobytes.
    return sum(int(peak[1]) for text in statuses if (peak := re.search(r"VmHWM:\s+(\d+)", text))) / 1024


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], [Path(name) for name in sys.argv[2:]])))
