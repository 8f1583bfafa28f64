"""Reading, format by format, side by side in one run: ours whole (file to record), others' mere conversion.

Each tool runs in a fresh process, all tools of a format in turn for several rounds; a figure is the median
over the rounds of the median of the warm runs in a process. Files: notes of invented people of one, ten and
a hundred pages, and those of the folder SAMSYN_NOTES where that is set, named by number alone.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import _formats
from benchmarks._machine import ROOT, facts, keep, machine, table
from benchmarks._notes import write_pages

OURS, COMPARED = "samsyn", ("markitdown", "kreuzberg", "kreuzberg_text")
TITLES = {
    "samsyn": "Samsyn, file to record",
    "samsyn_document": "Samsyn, file to document",
    "markitdown": "MarkItDown, conversion",
    "kreuzberg": "Kreuzberg, conversion",
    "kreuzberg_text": "Kreuzberg, text alone",
    "python_docx": "python-docx, conversion",
    "odfpy": "odfpy, conversion",
    "pdfplumber": "pdfplumber, conversion",
    "bare_docx": "limit: unzip and XML walk",
    "bare_odt": "limit: unzip and parse",
    "bare_html": "limit: parse",
    "bare_markdown": "limit: parse",
    "bare_pdf": "limit: text alone",
}
FORMATS = {
    "docx": (_formats.write_word, ["markitdown", "kreuzberg", "kreuzberg_text", "python_docx", "bare_docx"]),
    "pdf": (_formats.write_pdf, ["markitdown", "kreuzberg", "kreuzberg_text", "pdfplumber", "bare_pdf"]),
    "odt": (_formats.write_odt, ["kreuzberg", "kreuzberg_text", "odfpy", "bare_odt"]),
    "html": (_formats.write_html, ["markitdown", "kreuzberg", "kreuzberg_text", "bare_html"]),
    "md": (_formats.write_markdown, ["markitdown", "kreuzberg", "kreuzberg_text", "bare_markdown"]),
}
PAGES = (1, 10, 100)
N_ROUNDS, N_STARTS = 3, 7


def collect_files(folder: Path, ending: str) -> list[Path]:
    """The files of a format, all in one folder."""
    folder.mkdir()
    for n_pages in PAGES:
        (folder / f"{n_pages} p.{ending}").write_bytes(FORMATS[ending][0](write_pages(n_pages)))
    notes = os.environ.get("SAMSYN_NOTES")
    names = sorted(Path(notes).rglob(f"*.{ending}")) if notes else []
    # The same notes in every format: what is there as a Word file.
    found = [path for path in names if any(Path(notes or "").rglob(f"{path.stem}.docx"))]
    for number, path in enumerate(found, start=1):
        shutil.copy(path, folder / f"note {number}.{ending}")
    return sorted(folder.iterdir(), key=lambda path: (path.name[0] == "n", len(path.name), path.name))


def measure(paths: list[Path], tools: list[str]) -> dict[str, dict[str, Any]]:
    """Medians over the rounds of all tools in rotation, in milliseconds and megabytes."""
    rounds: dict[str, list[dict[str, Any]]] = {tool: [] for tool in tools}
    for _ in range(N_ROUNDS):
        for tool in tools:
            command = [sys.executable, "-m", "benchmarks._tools", tool, *map(str, paths)]
            answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
            rounds[tool].append(json.loads(answer))
    return {
        tool: {
            "warm_ms": {path.name: median(one["warm"][path.name] for one in each) for path in paths},
            "cold_ms": median(one["cold"] for one in each),
            "peak_mb": median(one["peak"] for one in each),
        }
        for tool, each in rounds.items()
    }


def measure_start(path: Path) -> float:
    """Milliseconds from the command `samsyn read` to its answer, in the middle of several."""
    command = [str(Path(sys.executable).with_name("samsyn")), "read", str(path)]
    times = []
    for _ in range(N_STARTS):
        began = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        times.append((time.perf_counter() - began) * 1000)
    return median(times)


def growth(row: dict[str, Any]) -> float:
    """How many times as long a page takes among a hundred as among ten."""
    times = {name.partition(" ")[0]: time for name, time in row["warm_ms"].items()}
    return float(times["100"] / 100 / (times["10"] / 10))


def write_format(ending: str, rows: dict[str, dict[str, Any]]) -> str:
    """A format's figures as a table; `times ours` is to our whole reading, summed over the files."""
    names = list(rows[OURS]["warm_ms"])
    titles = [name.removesuffix(f".{ending}") for name in names]
    head = ["ms", *titles, "times ours", "a page of 100 to one of 10", "first file", "peak, MB"]
    ours = sum(rows[OURS]["warm_ms"].values())
    lines = []
    for tool, row in rows.items():
        times = row["warm_ms"]
        ratio = sum(times.values()) / ours
        more = [f"{ratio:.2f}", f"{growth(row):.2f}", f"{row['cold_ms']:.0f}", f"{row['peak_mb']:.0f}"]
        lines.append([TITLES[tool], *(f"{times[name]:.2f}" for name in names), *more])
    return f"## {ending}\n\n{table(head, lines)}\n"


def judge(formats: dict[str, dict[str, dict[str, Any]]]) -> str:
    """How many times as long as our whole reading others' conversion takes, file by file."""
    lines = []
    for ending, rows in formats.items():
        ours = rows[OURS]["warm_ms"]
        for tool in [name for name in rows if name in COMPARED]:
            theirs = rows[tool]["warm_ms"]
            ratios = [f"{name.removesuffix(f'.{ending}')} {theirs[name] / ours[name]:.1f}" for name in ours]
            lines.append([ending, TITLES[tool], ", ".join(ratios)])
    return table(["format", "tool", "times ours, file by file"], lines)


def main() -> None:
    """Measure all formats, and keep the figures."""
    found, figures, starts = machine(), {}, {}
    with TemporaryDirectory() as folder:
        for ending, (_, tools) in FORMATS.items():
            print(f"reading {ending}", file=sys.stderr)
            paths = collect_files(Path(folder, ending), ending)
            figures[ending] = measure(paths, ["samsyn", "samsyn_document", *tools])
            starts[ending] = measure_start(paths[0])
    keep(
        "reading",
        {"machine": found, "formats": figures, "start_ms": starts},
        write_text(found, figures, starts),
    )


def write_text(
    found: dict[str, str], figures: dict[str, dict[str, dict[str, Any]]], starts: dict[str, float]
) -> str:
    """All figures as tables."""
    started = ", ".join(f"{ending} {took:.0f}" for ending, took in starts.items())
    parts = [
        "# Reading, format by format\n",
        *(write_format(ending, rows) for ending, rows in figures.items()),
        f"`samsyn read` of one page, from command to answer, ms: {started}.\n",
        f"{judge(figures)}\n",
        f"{facts(found)}\n",
    ]
    return "\n".join(parts)


if __name__ == "__main__":
    main()
