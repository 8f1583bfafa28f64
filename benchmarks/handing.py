"""Hand-overs read out of a new meeting's notes and followed, in registers of up to ten thousand meetings.

The registers are those of `serving`, with a sentence that hands over put into every second meeting. Meetings
all over the register are then read as if their notes had just come. SQLite; numbers of meetings can be given
on the command line. The registers in `var/bench` are copied first: what is measured is not left in them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks._machine import ROOT, facts, keep, machine, table
from benchmarks.linking import timed

SIZES = (100, 1_000, 10_000)
TIMES = 20
AT_ONCE = 200  # meetings read together for the whole
WANTED_MS = 1000


def measure_here(n_meetings: int) -> dict[str, Any]:
    """Read twenty meetings of the register that the settings name, one at a time, then two hundred."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
    django.setup()
    from benchmarks._register import fill
    from django.core.management import call_command
    from django.db import connection

    from samsyn.matters.models import HandOver
    from samsyn.matters.service import read_and_follow
    from samsyn.register.models import Meeting

    if "register_statement" not in connection.introspection.table_names():
        fill(n_meetings)
    call_command("migrate", verbosity=0, interactive=False)
    rows = Meeting.objects.filter(versions__isnull=False).order_by("-start_on", "pk")
    ids = list(rows.values_list("pk", flat=True))
    hand_over(ids[::2])
    some = ids[:: max(1, len(ids) // TIMES)][:TIMES]
    together = [pk for pk in ids if pk not in some][:AT_ONCE]
    many = timed(lambda: read_and_follow(together)) / max(1, len(together))
    read_and_follow(some[:1])
    took = sorted(timed(lambda meeting=meeting: read_and_follow([meeting])) for meeting in some)
    return {
        "hand_overs": HandOver.objects.count(),
        "median": took[len(took) // 2],
        "slowest": took[-1],
        "of_many": many,
    }


def hand_over(meetings: list[int]) -> None:
    """Let the first statement of each meeting hand something over to a body of another name."""
    from samsyn.register.models import Body, Statement

    bodies = list(Body.objects.order_by("pk").values_list("name", flat=True))
    first: dict[int, int] = {}
    for pk, meeting in Statement.objects.filter(position__lte=3).values_list("pk", "meeting"):
        first.setdefault(meeting, pk)
    changed = [
        Statement(pk=first[meeting], text=f"Frågan lyfts till {bodies[at % len(bodies)]}.", kind="next_step")
        for at, meeting in enumerate(meetings)
        if meeting in first
    ]
    Statement.objects.bulk_update(changed, ["text", "kind"], batch_size=400)


def measure(sizes: list[int]) -> dict[str, dict[str, Any]]:
    """Each size in a process of its own."""
    found = {}
    for size in sizes:
        kept = ROOT / "var" / "bench" / f"sqlite-{size}"
        with TemporaryDirectory() as folder:
            home = Path(folder) / "home"
            if kept.exists():
                shutil.copytree(kept, home)
            home.mkdir(parents=True, exist_ok=True)
            command = [sys.executable, "-m", "benchmarks.handing", "here", str(size)]
            environment = {**os.environ, "SAMSYN_HOME": str(home)}
            print(f"handing, {size} meetings", file=sys.stderr)
            answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        line = next(one for one in answer.stdout.splitlines() if one.startswith("measured "))
        found[str(size)] = json.loads(line.removeprefix("measured "))
    return found


def write_rows(found: dict[str, dict[str, Any]]) -> str:
    """The figures as a table."""
    head = ["meetings", "hand-overs", "one new meeting, median ms", "slowest, ms", "each of 200 together, ms"]
    rows = [
        [
            size,
            str(one["hand_overs"]),
            f"{one['median']:.0f}",
            f"{one['slowest']:.0f}",
            f"{one['of_many']:.0f}",
        ]
        for size, one in found.items()
    ]
    return table(head, rows)


def main(sizes: list[int]) -> None:
    """Measure, and keep the figures."""
    on = machine()
    found = measure(sizes)
    text = f"# Hand-overs of a meeting\n\n{write_rows(found)}\n\nWanted: under {WANTED_MS} ms. {facts(on)}\n"
    keep("handing", {"machine": on, "found": found}, text)


if __name__ == "__main__":
    if sys.argv[1:2] == ["here"]:
        print("measured", json.dumps(measure_here(int(sys.argv[2])), ensure_ascii=False))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
