"""What the guard tests look at: the project's own files."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "samsyn"
DOCS = ROOT / "docs"
TEXT_ENDINGS = {
    "", ".css", ".html", ".js", ".json", ".md", ".po", ".py", ".sh", ".svg", ".toml", ".txt", ".yaml", ".yml",
}  # fmt: skip
NOT_OURS = {
    ".git", ".venv", ".venv-bench", ".venv-fuzz", "__pycache__", "build", "dist", "fonts", "shots",
    "var", "vendor",
    ".mypy_cache", ".ruff_cache", ".pytest_cache", ".import_linter_cache", ".hypothesis",
}  # fmt: skip


def python_files(folder: Path) -> list[Path]:
    """The Python files in a folder and below it."""
    return sorted(path for path in folder.rglob("*.py") if not NOT_OURS & set(path.parts))


def text_files() -> list[Path]:
    """All files of the project that hold text written for it."""
    return sorted(
        path
        for path in ROOT.rglob("*")
        if path.suffix in TEXT_ENDINGS and not NOT_OURS & set(path.relative_to(ROOT).parts) and path.is_file()
    )


def build_file() -> dict[str, Any]:
    """What stands in pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """A file's name from the root of the project."""
    return path.relative_to(ROOT).as_posix()
