"""An import that is killed leaves whole meetings, and the next run finishes it."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

N_NOTES, N_KILLS = 120, 8  # killed often enough to end long before the last note
COMMAND = [sys.executable, "-c", "import sys; from samsyn.cli import main; sys.exit(main())"]

# All that an import writes, without the moment it was written at.
COMPARED = {
    "register_source": "sha256, size, length(content)",
    "register_sourceversion": "id, meeting_id, number, file_name, document, text, is_current",
    "register_meeting": "id, title, start_on, end_on, state, notes_state, next_meeting_id",
    "register_meeting_bodies": "meeting_id, body_id",
    "register_attendance": "id, meeting_id, position, person_id, name, present, organisation_id",
    "register_agendaitem": 'id, meeting_id, position, heading, start, "end"',
    "register_statement": "id, meeting_id, item_id, position, kind, text, owner_name",
    "register_reference": "id, meeting_id, statement_id, target_meeting_id, words",
    "register_value": 'id, meeting_id, attendance_id, item_id, statement_id, field, value, "end", state',
    "register_doubt": "id, meeting_id, value_id, about, reason",
    "register_suggestion": "id, kind, left_id, right_id",
    "register_person": "id, name, key",
    "register_organisation": "id, name, key",
    "register_body": "id, name, key",
    "history_event": "id, what, subject_id, after",
}


def write_notes(folder: Path) -> None:
    """Notes that speak of each other, of people who come back."""
    folder.mkdir()
    names = ("Ebba Ek", "Nils Nord", "Sara Sund", "Olle Ost", "Ebba Eek")
    for n in range(N_NOTES):
        day = date(2025, 1, 8) + timedelta(weeks=n)
        there = ", ".join(f"{name}, Flen" for name in names[n % 3 :])
        text = (
            f"# Minnesanteckningar Nätverk {n % 4}\n\nDatum: {day}\n\nNärvarande: {there}\n\n"
            f"## 1. Plan\n\nBeslut: Godkänner förslag {n}.\n\n"
            f"## 2. Nästa möte\n\nNästa möte {day + timedelta(weeks=4)}.\n"
        )
        (folder / f"n{n:03}.md").write_text(text, encoding="utf-8")


def start(notes: Path, home: Path) -> subprocess.Popen[str]:
    """An import in a process of its own."""
    environment = {**os.environ, "SAMSYN_HOME": str(home), "SAMSYN_DATABASE_URL": ""}
    return subprocess.Popen(  # noqa: S603 - our own command
        [*COMMAND, "import", str(notes)], env=environment, stdout=subprocess.PIPE, text=True
    )


def kill_after(process: subprocess.Popen[str], *, n_lines: int, wait: float) -> None:
    """Kill a process a moment after it has written some lines of what it newly read."""
    assert process.stdout is not None
    new = (line for line in process.stdout if line.startswith("inläst"))
    for _ in range(n_lines):
        next(new, None)
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


def contents(home: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that the register in a home folder holds."""
    register = sqlite3.connect(home / "samsyn.sqlite3")
    found = {
        table: register.execute(f"SELECT {columns} FROM {table} ORDER BY 1").fetchall()  # noqa: S608
        for table, columns in COMPARED.items()
    }
    register.close()
    return found


def is_whole(home: Path) -> bool:
    """Whether each meeting with notes has all that belongs to it."""
    register = sqlite3.connect(home / "samsyn.sqlite3")
    halves = register.execute(
        "SELECT count(*) FROM register_meeting m WHERE state = 'held' AND ("
        " (SELECT count(*) FROM register_sourceversion WHERE meeting_id = m.id) <> 1"
        " OR (SELECT count(*) FROM register_value WHERE meeting_id = m.id) = 0"
        " OR (SELECT count(*) FROM history_event WHERE subject_id = m.id) <> 1)"
    ).fetchone()
    unused = register.execute(
        "SELECT count(*) FROM register_source WHERE id NOT IN (SELECT source_id FROM register_sourceversion)"
    ).fetchone()
    sound = register.execute("PRAGMA integrity_check").fetchone()
    register.close()
    return (halves, unused, sound) == ((0,), (0,), ("ok",))


@pytest.mark.slow  # starts and kills processes
def test_import_killed_many_times_ends_as_one_undisturbed(tmp_path: Path) -> None:
    """Whatever moment it is killed at: whole meetings or none, and in the end the same register."""
    notes, killed, undisturbed = tmp_path / "notes", tmp_path / "killed", tmp_path / "undisturbed"
    write_notes(notes)
    chance = random.Random(7)  # noqa: S311 - no secret
    whole = []
    for _ in range(N_KILLS):
        kill_after(start(notes, killed), n_lines=chance.randint(0, 4), wait=chance.random() * 0.03)
        whole.append(is_whole(killed))
    unfinished = len(contents(killed)["register_source"])
    finishing, alone = start(notes, killed), start(notes, undisturbed)
    finishing.communicate()
    alone.communicate()
    assert whole == [True] * N_KILLS
    assert 0 < unfinished < N_NOTES
    assert contents(killed) == contents(undisturbed)
