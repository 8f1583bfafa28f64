"""The locked requirements: exact, with hashes, and without addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.project.files import DOCS, ROOT, build_file

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
locks = pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==\S+", re.MULTILINE)


def direct() -> set[str]:
    """Names of all packages that pyproject.toml asks for."""
    build = build_file()
    lists = [
        build["project"]["dependencies"],
        *build["project"]["optional-dependencies"].values(),
        *build["dependency-groups"].values(),
    ]
    return {re.split(r"[^a-z0-9._-]", row.lower())[0] for rows in lists for row in rows}


def pinned(path: Path) -> set[str]:
    """Names of the packages in a lock file."""
    return set(PIN.findall(path.read_text(encoding="utf-8")))


@locks
def test_every_pin_has_a_hash(path: Path) -> None:
    """A package that somebody swapped on the way is refused."""
    parts = re.split(r"^(?=[a-z0-9])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert [part.split()[0] for part in parts if part.strip() and "--hash=sha256:" not in part] == []


@locks
def test_no_lock_names_an_address(path: Path) -> None:
    """Where packages come from is the machine's own business."""
    assert "://" not in path.read_text(encoding="utf-8")


def test_all_that_is_asked_for_is_locked() -> None:
    """pyproject.toml and the locks agree."""
    assert direct() - set().union(*map(pinned, LOCKS)) == set()


def test_the_tests_run_on_what_is_shipped() -> None:
    """The versions for development are those for use."""
    run, dev = (set(re.findall(r"^\S+==\S+", path.read_text(), re.MULTILINE)) for path in (
        ROOT / "requirements/run.txt", ROOT / "requirements/dev.txt"))  # fmt: skip
    assert run <= dev


def test_every_dependency_has_a_reason() -> None:
    """docs/dependencies.md has a row for each package that is asked for, and for no other."""
    rows = re.findall(r"^\| `([a-z0-9._-]+)`", (DOCS / "dependencies.md").read_text("utf-8"), re.MULTILINE)
    assert set(rows) == direct()
