"""What figures were measured on, and where they are kept."""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"


def machine() -> dict[str, str]:
    """What the figures were measured on; how busy it was at the start tells how far they can be trusted."""
    return {
        "day": datetime.now(tz=UTC).date().isoformat(),
        "python": platform.python_version(),
        "system": platform.system(),
        "architecture": platform.machine(),
        "cores": str(os.cpu_count()),
        "load": f"{os.getloadavg()[0]:.1f}",
    }


def facts(found: dict[str, str]) -> str:
    """The same as a sentence."""
    return f"Measured in one run on {', '.join(f'{name} {value}' for name, value in found.items())}."


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def keep(name: str, figures: dict[str, Any], text: str) -> None:
    """Write figures and text to the folder of results, and show the text."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(
        json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (RESULTS / f"{name}.md").write_text(text, encoding="utf-8")
    print(text)
