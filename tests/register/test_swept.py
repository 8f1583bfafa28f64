"""After blotting out, the words are nowhere in the database's own files either."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from tests.project.files import ROOT
from tests.register.blot_in_a_file import blot, fill

if TYPE_CHECKING:
    from pathlib import Path

# A program of its own that makes a database, or real transactions: otherwise there are no files to look into.
pytestmark = pytest.mark.slow

FORMS = (b"kvistgren", b"Kvistgren")


def left_in(folder: Path) -> list[bytes]:
    """The forms of the name that stand in any file of a folder: the database and its log of writes."""
    whole = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [form for form in FORMS if form in whole]


def test_nothing_is_left_in_the_files_of_sqlite(tmp_path: Path) -> None:
    """While it is open, with its log of writes: neither in free pages nor in any index."""
    environment = {**os.environ, "SAMSYN_HOME": str(tmp_path)}
    environment["DJANGO_SETTINGS_MODULE"] = "samsyn.conf.settings"
    environment.pop("SAMSYN_DATABASE_URL", None)
    command = [sys.executable, "-m", "tests.register.blot_in_a_file"]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdout.readline()
        before = left_in(tmp_path)
        program.stdin.write("\n")
        program.stdin.flush()
        is_swept = program.stdout.readline().strip()
        after = left_in(tmp_path)
        program.communicate("\n", timeout=120)
    assert (before, is_swept, after) == (list(FORMS), "True", [])


def dump() -> bytes:
    """The database as PostgreSQL takes it out."""
    settings = connection.settings_dict
    program = shutil.which("pg_dump") or "pg_dump"
    place = {"host": settings["HOST"], "port": settings["PORT"], "username": settings["USER"]}
    where = [f"--{name}={value}" for name, value in place.items()]
    environment = {**os.environ, "PGPASSWORD": str(settings["PASSWORD"])}
    command = [program, *where, str(settings["NAME"])]
    taken = subprocess.run(command, capture_output=True, check=True, env=environment)  # noqa: S603 - ours
    return taken.stdout


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite takes no dumps")
def test_nothing_is_left_in_a_dump_of_postgresql() -> None:
    """Nor in what a backup takes from today on."""
    fill()
    before = [form for form in FORMS if form in dump()]
    is_swept, whole = blot(), dump()
    assert (before, is_swept, [form for form in FORMS if form in whole]) == (list(FORMS), True, [])
