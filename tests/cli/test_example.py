"""`samsyn example`: a register of its own, and what a machine without other programs says."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from samsyn.cli import main

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-c", "import sys; from samsyn.cli import main; sys.exit(main())"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the example is kept."""
    return tmp_path_factory.mktemp("home") / "prova"


@pytest.fixture(scope="module")
def told(home: Path, tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """The example read in on a machine with no other programs, whose own register is one that many share."""
    bare = {
        **os.environ,
        "PATH": str(tmp_path_factory.mktemp("bin")),
        "SAMSYN_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
    }
    return subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, "example", "--no-serve", "--home", str(home)],
        env=bare, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


@pytest.mark.slow  # reads the whole example
@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("2025-11-13-beredningsgrupp-barn.rtf", "LibreOffice"),
        ("2026-06-11-sams-gruppen.doc", "LibreOffice"),
        ("2025-12-09-arbetsgrupp-en-vag-in.pdf", "Tesseract"),
    ],
)
def test_what_another_program_is_needed_for_is_named(
    told: subprocess.CompletedProcess[str], name: str, program: str
) -> None:
    """The line of a file that cannot be read here says what to install."""
    lines = [line for line in told.stdout.splitlines() if line.startswith(f"inte inläst   {name}: ")]
    assert [f"installera {program}" in line for line in lines] == [True]


@pytest.mark.slow  # reads the whole example
def test_the_rest_of_the_example_is_read(told: subprocess.CompletedProcess[str], home: Path) -> None:
    """The other meetings are in a register of the example's own, the planned one too."""
    with sqlite3.connect(home / "samsyn.sqlite3") as register:
        states = dict(register.execute("select state, count(*) from register_meeting group by state"))
    assert (told.returncode, states["held"] >= 26, states["planned"] >= 1) == (1, True, True)


@pytest.mark.slow  # reads the whole example
def test_the_register_knows_that_it_is_the_examples(
    told: subprocess.CompletedProcess[str], home: Path
) -> None:
    """The folder says what it was filled from, so that the example may be read into it again."""
    assert (home / "notes-folder").read_text("utf-8").strip().endswith("samsyn/example")


def test_another_register_is_left_alone(tmp_path: Path) -> None:
    """Invented people are not mixed into a register that is there."""
    (tmp_path / "samsyn.sqlite3").touch()
    with pytest.raises(SystemExit) as stopped:
        main(["example", "--no-serve", "--home", str(tmp_path)])
    assert str(stopped.value.code).endswith("finns redan ett annat register: välj en tom mapp med --home.")
