"""What can be wrong with the register's own place: one sentence, status 1, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from samsyn.cli import main
from samsyn.cli.register import explained
from samsyn.register.models import Meeting, SourceVersion

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-c", "import sys; from samsyn.cli import main; sys.exit(main())"]


def said(*words: str, **variables: str) -> tuple[str, int]:
    """What a command in a process of its own says of a trouble, and its status."""
    environment = {**os.environ, "SAMSYN_DATABASE_URL": "", **variables}
    done = subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, *words], env=environment, capture_output=True, text=True, check=False
    )
    return done.stderr, done.returncode


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        pytest.param("database is locked", "Någon annan skriver", id="locked"),
        pytest.param("database or disk is full", "Disken är full", id="full"),
        pytest.param("disk I/O error", "Disken är full", id="io"),
        pytest.param(
            "could not extend file: No space left on device", "Disken är full", id="full-postgresql"
        ),
        pytest.param("attempt to write a readonly database", "går inte att skriva i", id="read-only"),
        pytest.param("unable to open database file", "går inte att skriva i", id="cannot-open"),
        pytest.param("file is not a database", "skadad eller av annat slag", id="no-database"),
        pytest.param("connection refused", "Databasen svarar inte", id="no-server"),
        pytest.param("something else", "kunde inte göra det som behövdes", id="unknown"),
    ],
)
def test_each_complaint_of_a_database_is_one_sentence(complaint: str, sentence: str) -> None:
    """What it means and what to do."""
    with pytest.raises(SystemExit) as stopped, explained():
        raise OperationalError(complaint)
    assert sentence in str(stopped.value.code)


def test_full_disk_outside_the_database_is_one_sentence() -> None:
    """An export may fill the disk too."""
    with pytest.raises(SystemExit) as stopped, explained():
        raise OSError(28, "No space left on device", "/ut/tables")
    assert "Disken är full" in str(stopped.value.code)


def test_file_that_may_not_be_written_is_named() -> None:
    """Which one, and why."""
    with pytest.raises(SystemExit) as stopped, explained():
        raise PermissionError(13, "Permission denied", "/ut/tables")
    assert "”/ut/tables” går inte att läsa eller skriva (Permission denied)" in str(stopped.value.code)


@pytest.mark.django_db
def test_register_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    """An old program does not write in a register that it does not know."""
    MigrationRecorder(connection).record_applied("register", "9999_later")
    with pytest.raises(SystemExit) as stopped:
        main(["import", str(tmp_path)])
    assert "nyare version av Samsyn" in str(stopped.value.code)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("postgresql" in os.environ.get("SAMSYN_DATABASE_URL", ""), reason="fills an SQLite file")
def test_full_disk_leaves_whole_meetings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What came in before the disk was full is whole, and the sentence says what to do."""
    text = "# Minnesanteckningar Nätverket\n\nDatum: 2026-03-{0:02}\n\nBeslut: Planen godkänns.\n\n{1}\n"
    for day in range(1, 21):
        (tmp_path / f"{day}.md").write_text(text.format(day, "Dialog fördes. " * 300), encoding="utf-8")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 100}")
    try:
        with pytest.raises(SystemExit) as stopped:
            main(["import", str(tmp_path)])
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")
    assert "Disken är full" in str(stopped.value.code)
    assert 0 < Meeting.objects.count() == SourceVersion.objects.count() < 20


def test_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "fil").write_text("")
    told, status = said("import", "x", SAMSYN_HOME=str(tmp_path / "fil" / "hem"))
    assert (status, "går inte att skapa" in told, "Traceback" in told) == (1, True, False)


def test_database_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    """The sentence shows how an address looks."""
    told, status = said("import", "x", SAMSYN_HOME=str(tmp_path), SAMSYN_DATABASE_URL="mysql://x/y")
    assert (status, "ska börja med sqlite:/// eller postgresql://" in told, "Traceback" in told) == (
        1,
        True,
        False,
    )


def test_database_that_is_something_else_is_said_to_be_damaged(tmp_path: Path) -> None:
    """A file of another kind in the register's place is not written over."""
    (tmp_path / "samsyn.sqlite3").write_bytes(b"annat" * 1000)
    told, status = said("import", "x", SAMSYN_HOME=str(tmp_path))
    assert (status, "skadad eller av annat slag" in told, "Traceback" in told) == (1, True, False)
    assert (tmp_path / "samsyn.sqlite3").read_bytes() == b"annat" * 1000


def test_unknown_trouble_shows_the_first_line_only() -> None:
    """Details for whoever mends it, in the same sentence."""
    with pytest.raises(SystemExit) as stopped, explained():
        raise DatabaseError("first\nsecond")
    assert str(stopped.value.code).count("\n") == 0


@pytest.mark.slow  # starts a command of its own
def test_others_on_the_machine_cannot_read_the_register(tmp_path: Path) -> None:
    """Neither the database nor the key, also where the folder was there before and is open."""
    home = tmp_path / "hem"
    home.mkdir(mode=0o755)
    said("admin", "reset-password", SAMSYN_HOME=str(home))
    modes = {path.name: path.stat().st_mode & 0o007 for path in home.iterdir()}
    assert modes == {"samsyn.sqlite3": 0, "secret-key": 0}
