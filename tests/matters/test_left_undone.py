"""A process dies before the hand-overs of new notes are read: the tables know, and it is done later."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import make

from samsyn.matters.handing.marking import waiting_to_be_followed, waiting_to_be_read
from samsyn.matters.models import FollowedMeeting, HandOver
from samsyn.matters.service import catch_up_hand_overs, read_and_follow
from samsyn.minutes.records import Kind
from samsyn.register.models import Meeting
from samsyn.register.search.keeping import mark_meeting

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.django_db

PASSED = make.Said(text="Frågan lyfts till styrgruppen.", kind=Kind.NEXT_STEP, item=0)
NOTES = """# Minnesanteckningar Arbetsgrupp Norr

Datum: 2026-03-05

Närvarande: Ebba Ek, Flens kommun; Nils Nord, Trosa kommun

## 1. Kontakt med familjen

**Överenskommet:** Frågan behöver mer tid och tas upp igen vid ett kommande möte.
"""
DYING = """
import os, signal, sys
from pathlib import Path
from samsyn.cli.register import open_register
open_register()
from samsyn.register import listening
from samsyn.register.service import import_notes
listening.LISTENERS[:] = [lambda meetings: os.kill(os.getpid(), signal.SIGKILL)]
list(import_notes([Path(sys.argv[1])]))
"""
LINK = "import sys; from samsyn.cli import main; sys.exit(main())"


def met(body: str, on: date, *said: make.Said) -> Meeting:
    """A meeting whose notes are in, of which nobody has been told."""
    headings = ("Kontakt med familjen",)
    make.imported(make.reading(bodies=(body,), on=on, said=said, headings=headings, name=f"{on}.txt"))
    return Meeting.objects.get(start_on=on)


@pytest.fixture
def two() -> tuple[Meeting, Meeting]:
    """One meeting that has been read, and one that has not."""
    read = met("Styrgruppen", date(2026, 1, 8))
    read_and_follow([read.pk])
    return read, met("Arbetsgrupp Norr", date(2026, 3, 5), PASSED)


def test_only_what_was_not_read_waits(two: tuple[Meeting, Meeting]) -> None:
    """The tables tell which."""
    assert waiting_to_be_read() == [two[1].pk]


def test_what_waits_is_read(two: tuple[Meeting, Meeting]) -> None:
    """And nothing waits after it."""
    assert (catch_up_hand_overs(), HandOver.objects.count(), waiting_to_be_read()) == (0, 1, [])


def test_some_are_read_at_a_time(two: tuple[Meeting, Meeting]) -> None:
    """How many are left is told."""
    met("Arbetsgrupp Norr", date(2026, 4, 9))
    assert (catch_up_hand_overs(at_most=1), len(waiting_to_be_read())) == (1, 1)


def test_nothing_is_read_twice(two: tuple[Meeting, Meeting], monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been read is left as it is."""
    seen: list[int] = []
    monkeypatch.setattr(
        "samsyn.matters.handing.keeping.record_hand_overs", lambda meeting, _: seen.append(meeting.pk)
    )
    catch_up_hand_overs()
    catch_up_hand_overs()
    assert seen == [two[1].pk]


def test_a_change_makes_notes_wait(two: tuple[Meeting, Meeting]) -> None:
    """Written in the transaction of the change itself."""
    catch_up_hand_overs()
    mark_meeting(two[0].pk)
    assert waiting_to_be_read() == [two[0].pk]


def test_new_rules_make_all_notes_wait(two: tuple[Meeting, Meeting], monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version of the program reads what an earlier one has read."""
    catch_up_hand_overs()
    monkeypatch.setattr("samsyn.matters.handing.marking.RULES", "later")
    assert len(waiting_to_be_read()) == 2


def test_a_change_while_it_is_read_still_waits(
    two: tuple[Meeting, Meeting], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was read was older than the change."""
    monkeypatch.setattr(
        "samsyn.matters.handing.keeping.record_hand_overs", lambda meeting, _: mark_meeting(meeting.pk)
    )
    catch_up_hand_overs()
    assert waiting_to_be_read() == [two[1].pk]


def test_what_decides_over_them_makes_them_wait(two: tuple[Meeting, Meeting]) -> None:
    """Not to be read, but to be followed."""
    catch_up_hand_overs()
    FollowedMeeting.objects.filter(meeting=two[1]).update(n_changes=7)
    waited = waiting_to_be_followed()
    catch_up_hand_overs()
    assert (waited, waiting_to_be_followed(), waiting_to_be_read()) == ([two[1].pk], [], [])


@pytest.mark.once  # their own is on SQLite
@pytest.mark.slow  # two processes with a register of their own
def test_a_process_that_dies_before_it_reads_loses_nothing(tmp_path: Path) -> None:
    """`samsyn link` reads what was left."""
    (tmp_path / "notes.md").write_text(NOTES, encoding="utf-8")
    home = {**os.environ, "SAMSYN_HOME": str(tmp_path / "home"), "SAMSYN_DATABASE_URL": ""}
    dying = [sys.executable, "-c", DYING, str(tmp_path / "notes.md")]
    died = subprocess.run(dying, env=home, check=False)  # noqa: S603 - our own
    subprocess.run([sys.executable, "-c", LINK, "link"], env=home, check=True)  # noqa: S603 - our own
    register = sqlite3.connect(tmp_path / "home" / "samsyn.sqlite3")
    found = register.execute("SELECT count(*) FROM matters_handover").fetchone()
    register.close()
    assert (died.returncode, found) == (-signal.SIGKILL, (1,))
