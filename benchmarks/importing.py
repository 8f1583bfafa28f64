"""Import of a thousand notes into an empty register, and of the same thousand again, as a user would.

Two made archives, of notes as long as those of a half-day meeting and of notes of a page, in the formats
that archives hold. Clock time of the whole command `samsyn import`, from an empty home: starting, making the
tables and ending are in it. On PostgreSQL too where `pg_virtualenv` is there.
"""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks._machine import facts, keep, machine, table
from benchmarks._notes import LONG, SHORT, write_archive

N_NOTES = 1000
ADOPT = 36  # PR_SET_CHILD_SUBREAPER, on Linux
WANTED = {"first": 150, "second": 2000}
LENGTHS = {"a page": SHORT, "three to four pages": LONG}
# A server of its own for one command; what is written is kept as on any server.
SERVER = ["pg_virtualenv", "-t", "-c", "--locale=C.UTF-8 -e UTF8", "sh", "-c"]
ON_SERVER = 'SAMSYN_DATABASE_URL="postgresql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/postgres" exec "$@"'


def import_twice(notes: Path, home: Path) -> dict[str, float]:
    """Seconds of the clock for the first and the second import, and of all processors for the first."""
    samsyn = Path(sys.executable).with_name("samsyn")
    environment = {**os.environ, "SAMSYN_HOME": str(home)}
    _adopt()
    taken = {}
    for name in WANTED:
        began, spent = time.perf_counter(), _spent()
        subprocess.run([samsyn, "import", notes], env=environment, check=True, stdout=subprocess.DEVNULL)
        taken[name] = time.perf_counter() - began
        taken[f"{name}_cpu"] = _spent() - spent
    return taken


def _adopt() -> None:
    """Let processes that outlive the one that started them end as children of this one, to be counted too."""
    ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)


def _spent() -> float:
    """Seconds that processes started from here have worked."""
    with suppress(ChildProcessError):
        while True:
            os.wait()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """All archives on all databases."""
    found = {}
    for name, length in LENGTHS.items():
        notes = folder / name
        write_archive(notes, n_notes=N_NOTES, length=length)
        print(f"importing, {name}", file=sys.stderr)
        found[f"SQLite, {name}"] = import_twice(notes, folder / f"{name}, home")
        if shutil.which("pg_virtualenv"):
            found[f"PostgreSQL, {name}"] = _on_server(notes, folder / f"{name}, other home")
    return found


def _on_server(notes: Path, home: Path) -> dict[str, float]:
    """The same in a process that knows a server's address; it prints what it measured."""
    inner = [sys.executable, "-m", "benchmarks.importing", str(notes), str(home)]
    answer = subprocess.run([*SERVER, ON_SERVER, "sh", *inner], capture_output=True, text=True, check=True)
    figures = next(line for line in answer.stdout.splitlines() if line.startswith("measured "))
    return dict(
        zip(("first", "first_cpu", "second", "second_cpu"), map(float, figures.split()[1:]), strict=True)
    )


def write_rows(found: dict[str, dict[str, float]]) -> str:
    """The figures as a table."""
    head = [
        "register, notes",
        "first, notes/s",
        "second, notes/s",
        "first, s",
        "of processors, s",
        "second, s",
    ]
    rows = [
        [
            name,
            *(f"{N_NOTES / taken[run]:.0f}" for run in WANTED),
            f"{taken['first']:.2f}",
            f"{taken['first_cpu']:.2f}",
            f"{taken['second']:.2f}",
        ]
        for name, taken in found.items()
    ]
    return table(head, rows)


def main() -> None:
    """Measure, and keep the figures."""
    on = machine()
    with TemporaryDirectory() as folder:
        found = measure(Path(folder))
    wanted = ", ".join(f"{name} {n} notes/s" for name, n in WANTED.items())
    text = f"# Importing {N_NOTES} notes\n\n{write_rows(found)}\n\nWanted: {wanted}. {facts(on)}\n"
    keep("importing", {"machine": on, "n_notes": N_NOTES, "seconds": found}, text)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print("measured", *import_twice(Path(sys.argv[1]), Path(sys.argv[2])).values())
    else:
        main()
