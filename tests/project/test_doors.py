"""Each room has a door: what it says it gives is what it gives."""

from __future__ import annotations

import ast
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from tests.project.files import SOURCE, name_of, python_files

if TYPE_CHECKING:
    from pathlib import Path

DOORS = [
    "samsyn",
    "samsyn.cli",
    "samsyn.mail.service",
    "samsyn.matters.service",
    "samsyn.minutes",
    "samsyn.plan.service",
    "samsyn.publish.service",
    "samsyn.reading",
    "samsyn.register.before",
    "samsyn.register.service",
    "samsyn.wording",
]
LIBRARIES = [
    *python_files(SOURCE / "reading"),
    *python_files(SOURCE / "minutes"),
    *python_files(SOURCE / "follow"),
    *python_files(SOURCE / "wording"),
]
Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@pytest.mark.parametrize("name", DOORS)
def test_a_door_gives_what_it_names(name: str) -> None:
    """Every name in `__all__` is there."""
    module = import_module(name)
    assert [public for public in module.__all__ if not hasattr(module, public)] == []


@pytest.mark.parametrize("name", DOORS)
def test_a_door_names_what_it_gives(name: str) -> None:
    """Whatever a door takes in from its room to give away stands in `__all__`."""
    module = import_module(name)
    tree = ast.parse(open_source(module.__file__))
    taken = {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("samsyn")
        for alias in node.names
    }
    assert taken - set(module.__all__) == set()


def open_source(name: str | None) -> str:
    """The text of a module."""
    assert name is not None
    with open(name, encoding="utf-8") as file:  # noqa: PTH123
        return file.read()


def public_names(tree: ast.Module) -> list[Named]:
    """Public functions, classes and methods of a module."""
    top = [node for node in tree.body if isinstance(node, Named)]
    methods = [
        node
        for owner in top
        if isinstance(owner, ast.ClassDef)
        for node in owner.body
        if isinstance(node, Named)
    ]
    return [node for node in [*top, *methods] if not node.name.startswith("_")]


@pytest.mark.parametrize("path", LIBRARIES, ids=name_of)
def test_public_names_have_a_docstring(path: Path) -> None:
    """Whoever uses the libraries can read what a name is for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [node.name for node in public_names(tree) if not ast.get_docstring(node)] == []
