"""What an import does before the register is open."""

from __future__ import annotations

import multiprocessing.forkserver
import os
import subprocess
import sys

import pytest

from samsyn.register.before import prepare_to_read

LOADED = (
    "import sys, samsyn.register.before; print([name for name in sys.modules if name.startswith('django')])"
)


def test_nothing_of_django_is_loaded() -> None:
    """Files are found and readers begin to load while Django is still to come, and without it."""
    answer = subprocess.run(  # noqa: S603 - the command is this very test's
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("n_files", "n_cores", "begins"),
    [(24, 2, True), (23, 2, False), (1000, 1, False)],
    ids=["many", "few", "one-core"],
)
def test_readers_begin_where_there_are_many_files(
    monkeypatch: pytest.MonkeyPatch, n_files: int, n_cores: int, begins: bool
) -> None:
    """A process to read in is started for many files and several cores only."""
    begun: list[bool] = []
    monkeypatch.setattr(os, "cpu_count", lambda: n_cores)
    monkeypatch.setattr(multiprocessing.forkserver, "ensure_running", lambda: begun.append(True))
    prepare_to_read(n_files)
    assert bool(begun) is begins
