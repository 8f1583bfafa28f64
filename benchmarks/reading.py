"""Reading of Word files, side by side in one run: ours whole (file to record), others' mere conversion.

Each tool runs in a fresh process, all tools in turn for several rounds; a figure is the median over the
rounds of the median of the warm runs in a process. Files: two written on the spot with invented people,
and the Word files of the folder SAMSYN_NOTES where that is set, named by number alone.
Results are of one machine and one day; the latest kept ones lie in `results/` beside this file.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
OURS, YARDSTICK = "samsyn", "markitdown"
TITLES = {
    "samsyn": "Samsyn, file to record",
    "samsyn_document": "Samsyn, file to document",
    "markitdown": "MarkItDown, conversion",
    "kreuzberg": "Kreuzberg, conversion",
    "python_docx": "python-docx, conversion",
    "bare_walk": "unzip and XML walk",
}
N_ROUNDS = 5
WANTED_RATIO = 10


def run(module: str, *arguments: str) -> str:
    """What a module of this folder prints, run in a process of its own."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def collect_files(folder: Path) -> list[Path]:
    """The files to read, all in one folder."""
    run("_specimen", str(folder))
    notes = os.environ.get("SAMSYN_NOTES")
    found = sorted(Path(notes).rglob("*.docx")) if notes else []
    for number, path in enumerate(found, start=1):
        shutil.copy(path, folder / f"note {number}.docx")
    return sorted(folder.glob("*.docx"))


def measure_all(paths: list[Path]) -> dict[str, list[dict[str, Any]]]:
    """All rounds of all tools, in rotation."""
    rounds: dict[str, list[dict[str, Any]]] = {tool: [] for tool in TITLES}
    for number in range(N_ROUNDS):
        print(f"round {number + 1} of {N_ROUNDS}", file=sys.stderr)
        for tool in TITLES:
            rounds[tool].append(json.loads(run("_tools", tool, *map(str, paths))))
    return rounds


def summarise(rounds: dict[str, list[dict[str, Any]]], names: list[str]) -> dict[str, Any]:
    """Medians over the rounds, in milliseconds and megabytes."""
    rows = {
        tool: {
            "warm_ms": {name: median(one["warm"][name] for one in each) for name in names},
            "cold_ms": median(one["cold"] for one in each),
            "peak_mb": median(one["peak"] for one in each),
        }
        for tool, each in rounds.items()
    }
    return {"machine": machine(), "files": names, "tools": rows}


def machine() -> dict[str, str]:
    """What the figures were measured on."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "architecture": platform.machine(),
        "cores": str(os.cpu_count()),
    }


def write_table(summary: dict[str, Any]) -> str:
    """The figures as a Markdown table; ratios are to our whole reading, summed over the files."""
    names = summary["files"]
    head = [
        "tool",
        *(f"{name.removesuffix('.docx')}, ms" for name in names),
        "times ours",
        "first file, ms",
        "peak, MB",
    ]
    ours = sum(summary["tools"][OURS]["warm_ms"].values())
    lines = [head, ["---"] * len(head)]
    for tool, row in summary["tools"].items():
        times = row["warm_ms"]
        figures = [*(f"{times[name]:.2f}" for name in names), f"{sum(times.values()) / ours:.2f}"]
        lines.append([TITLES[tool], *figures, f"{row['cold_ms']:.0f}", f"{row['peak_mb']:.0f}"])
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    facts = ", ".join(f"{name} {value}" for name, value in summary["machine"].items())
    return f"# Reading Word files\n\n{table}\n\nMeasured side by side in one run on {facts}.\n"


def judge(summary: dict[str, Any]) -> str:
    """Whether the wanted ratio holds, over all files and for each."""
    ours, theirs = (summary["tools"][tool]["warm_ms"] for tool in (OURS, YARDSTICK))
    least = min(theirs[name] / ours[name] for name in ours)
    overall = sum(theirs.values()) / sum(ours.values())
    verdict = "reached" if overall >= WANTED_RATIO else "missed"
    found = f"{overall:.1f} times as fast as MarkItDown, at least {least:.1f} on each file"
    return f"{verdict}: {found} ({WANTED_RATIO} wanted)"


def main() -> None:
    """Measure, write the results and say whether the wanted ratio holds."""
    with TemporaryDirectory() as folder:
        paths = collect_files(Path(folder))
        summary = summarise(measure_all(paths), [path.name for path in paths])
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "reading.json").write_text(json.dumps(summary, indent=1) + "\n")
    table = write_table(summary)
    (RESULTS / "reading.md").write_text(table)
    print(table)
    print(judge(summary))


if __name__ == "__main__":
    main()
