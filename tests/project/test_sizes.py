"""Nothing grows too large to be read in one go."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.project.files import ROOT, SOURCE, name_of, python_files

if TYPE_CHECKING:
    from pathlib import Path

OURS = [
    *python_files(SOURCE),
    *python_files(ROOT / "tests"),
    *python_files(ROOT / "benchmarks"),
    *python_files(ROOT / "fuzz"),
]
HANDWRITTEN = [path for path in OURS if "migrations" not in path.parts]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def length(node: Function) -> int:
    """Lines of a function, its docstring left out."""
    first = node.body[0]
    docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    return lines - ((first.end_lineno or 0) - first.lineno + 1 if docstring else 0)


def long_functions(path: Path) -> list[str]:
    """Functions of a file that are too long."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, Function))
    return [f"{name_of(path)}: {node.name}" for node in functions if length(node) > 40]


def test_no_file_is_over_400_lines() -> None:
    """A file of code has at most 400 lines."""
    assert [name_of(path) for path in HANDWRITTEN if path.read_bytes().count(b"\n") > 400] == []


def test_no_function_is_over_40_lines() -> None:
    """A function has at most 40 lines, its docstring aside."""
    assert [row for path in HANDWRITTEN for row in long_functions(path)] == []


def test_no_folder_is_a_drawer_for_odds_and_ends() -> None:
    """No module is named after nothing in particular."""
    drawers = {"utils", "util", "common", "helpers", "helper", "core", "misc"}
    assert [name_of(path) for path in OURS if drawers & {path.stem, *path.relative_to(ROOT).parts}] == []
