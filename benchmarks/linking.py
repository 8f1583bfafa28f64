"""Links proposed for a meeting's items, in registers of a hundred, a thousand and ten thousand meetings.

The registers are those of `serving`, some ten items to a meeting: the largest has about a hundred
thousand. Beside it stands plain BM25 of the same items against all items of the register, read and counted
for it, where there are few enough to hold. SQLite; the registers are filled once and kept in `var/bench`.
Numbers of meetings can be given on the command line.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import Any

from benchmarks._machine import ROOT, facts, keep, machine, table

SIZES = (100, 1_000, 10_000)
TIMES = 20
MOST_FOR_PLAIN = 1_000  # meetings
WANTED_MS = 1000


def measure_here(n_meetings: int) -> dict[str, Any]:
    """Propose links for twenty meetings of the register that the settings name, filled where it is not."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
    django.setup()
    from benchmarks._register import fill
    from django.core.management import call_command
    from django.db import connection

    from samsyn.matters.service import propose_links
    from samsyn.register.models import AgendaItem, Meeting

    if "register_statement" not in connection.introspection.table_names():
        fill(n_meetings)
    call_command("migrate", verbosity=0, interactive=False)
    rows = Meeting.objects.filter(versions__isnull=False).order_by("-start_on", "pk")
    ids = list(rows.values_list("pk", flat=True))[:: max(1, rows.count() // TIMES)][:TIMES]
    propose_links(ids[0])
    took = sorted(timed(lambda meeting=meeting: propose_links(meeting)) for meeting in ids)
    found = {
        "items": AgendaItem.objects.count(),
        "median": took[len(took) // 2],
        "slowest": took[-1],
    }
    if n_meetings <= MOST_FOR_PLAIN:
        found["plain"] = timed(lambda: plain(ids[0], ids=list(rows.values_list("pk", flat=True))))
    return found


def plain(meeting: int, *, ids: list[int]) -> list[float]:
    """BM25 of a meeting's items against all others."""
    from samsyn.matters.linking.frequencies import Frequencies
    from samsyn.matters.linking.plain import PlainWords
    from samsyn.matters.linking.profiles import profile
    from samsyn.matters.linking.terms import TermList
    from samsyn.matters.proposing.topics import read_topics

    frequencies, terms = Frequencies({}, 0), TermList()
    every = {pk: [profile(one, frequencies, terms) for one in some] for pk, some in read_topics(ids).items()}
    words = PlainWords([one for some in every.values() for one in some])
    others = [one for pk, some in every.items() if pk != meeting for one in some]
    return [words.score(one, other) for one in every[meeting] for other in others]


def timed(call: Any) -> float:
    """Milliseconds that a call takes."""
    began = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - began)


def measure(sizes: list[int]) -> dict[str, dict[str, Any]]:
    """Each size in a process of its own."""
    found = {}
    for size in sizes:
        home = ROOT / "var" / "bench" / f"sqlite-{size}"
        home.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "benchmarks.linking", "here", str(size)]
        environment = {**os.environ, "SAMSYN_HOME": str(home)}
        print(f"linking, {size} meetings", file=sys.stderr)
        answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        line = next(one for one in answer.stdout.splitlines() if one.startswith("measured "))
        found[str(size)] = json.loads(line.removeprefix("measured "))
    return found


def write_rows(found: dict[str, dict[str, Any]]) -> str:
    """The figures as a table."""
    head = [
        "meetings",
        "items",
        "one meeting's links, median ms",
        "slowest, ms",
        "plain BM25 over all, ms",
        "x",
    ]
    rows = []
    for size, one in found.items():
        beside = (
            [f"{one['plain']:.0f}", f"{one['plain'] / one['median']:.0f}"] if "plain" in one else ["–", "–"]
        )
        rows.append([size, str(one["items"]), f"{one['median']:.0f}", f"{one['slowest']:.0f}", *beside])
    return table(head, rows)


def main(sizes: list[int]) -> None:
    """Measure, and keep the figures."""
    on = machine()
    found = measure(sizes)
    text = f"# Links of a meeting\n\n{write_rows(found)}\n\nWanted: under {WANTED_MS} ms. {facts(on)}\n"
    keep("linking", {"machine": on, "found": found}, text)


if __name__ == "__main__":
    if sys.argv[1:2] == ["here"]:
        print("measured", json.dumps(measure_here(int(sys.argv[2])), ensure_ascii=False))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
