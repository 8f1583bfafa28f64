"""Migrations are named, follow one another, and can be undone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.project.files import SOURCE, name_of

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = sorted(path for path in SOURCE.glob("*/migrations") if path.is_dir())
MIGRATIONS = sorted(path for folder in FOLDERS for path in folder.glob("[0-9]*.py"))
folders = pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
migrations = pytest.mark.parametrize("path", MIGRATIONS, ids=name_of)


@folders
def test_numbers_follow_one_another(folder: Path) -> None:
    """No number is missing and none is used twice."""
    numbers = sorted(int(path.name[:4]) for path in folder.glob("[0-9]*.py"))
    assert numbers == list(range(1, len(numbers) + 1))


@migrations
def test_a_migration_has_a_name(path: Path) -> None:
    """The name says what changes."""
    assert not re.search(r"_auto_|\d{8}", path.stem)


@migrations
def test_a_migration_imports_nothing_of_today(path: Path) -> None:
    """What a migration does cannot change with the models; choices and what is done on deletion are named."""
    imports = re.findall(r"^(?:import|from) (samsyn\S*)", path.read_text("utf-8"), re.MULTILINE)
    assert [name for name in imports if not name.endswith((".states", ".models", ".losing"))] == []


@migrations
def test_a_migration_that_runs_code_can_be_undone(path: Path) -> None:
    """Code that fills in has a way back, or says that nothing is needed."""
    steps = re.findall(r"RunPython\(([^)]*)\)", path.read_text("utf-8"))
    assert [step for step in steps if "," not in step] == []
