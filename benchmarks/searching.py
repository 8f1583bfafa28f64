"""Search among ten thousand, a hundred thousand and a million made statements.

Each register is filled without reading files, a hundred statements to a meeting, and its words are taken into
the index as after an import. Then fifty questions are asked, each the whole of what the page Sök asks: common
words, rare ones, compounds, two words, phrases, beginnings and misspelt words. On PostgreSQL too where
`pg_virtualenv` is there. Sizes can be given on the command line.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from datetime import date, timedelta
from itertools import accumulate
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks._machine import facts, keep, machine, table

SIZES = (10_000, 100_000, 1_000_000)
SAID_AT_A_MEETING = 100
WORDS_IN_ONE = 14
DAYS = 20 * 365
WANTED_MS = 100
SERVER = ["pg_virtualenv", "-t", "-c", "--locale=C.UTF-8 -e UTF8", "sh", "-c"]
ON_SERVER = 'SAMSYN_DATABASE_URL="postgresql://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/postgres" exec "$@"'

COMMON = "och att i som en på för med det av till den är kring ska om vi frågan barn skola beslut möte"
HEADS = """
nätverk möte grupp plan beslut arbete stöd samtal chef ansvar behov insats rutin avtal frågor tid team linje
placering utredning överenskommelse uppföljning remiss kurator vård omsorg hälsa skola elev förälder region
"""
FIRST = """
skol elevhälso social barn ungdoms vård region kommun läns styr arbets familje hem förskole gymnasie närvaro
kvinno sommar vinter höst samverkans utvecklings lednings projekt process kvalitets trygghets språk miljö data
"""
KINDS = ("decision", "agreed_outcome", "assignment", "comment", "information", "need")
ENDINGS = ("", "en", "et", "s", "ens", "er", "erna", "ar")


def vocabulary() -> tuple[list[str], list[float]]:
    """Words from common to rare, and their weights, which fall as those of words in any language do."""
    first, heads = FIRST.split(), HEADS.split()
    stems = [f"{one}{middle}{head}" for one in first for middle in ("", *first[:9]) for head in heads]
    made = [stem + end for stem in stems for end in ENDINGS]
    random.Random(2).shuffle(made)
    words = [*COMMON.split(), *heads, *made]
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


def fill(n_statements: int) -> float:
    """Write a register and take in its words; gives the seconds of the latter."""
    from django.db import transaction

    from samsyn.register.models import Body
    from samsyn.register.search.keeping import take_in_marked

    chance, (words, weights) = random.Random(1), vocabulary()
    bodies = [Body.objects.create(name=f"{one}nätverket", key=one) for one in FIRST.split()]
    for start in range(0, n_statements, 100 * SAID_AT_A_MEETING):
        with transaction.atomic():
            for at in range(start, min(start + 100 * SAID_AT_A_MEETING, n_statements), SAID_AT_A_MEETING):
                texts = [
                    " ".join(chance.choices(words, cum_weights=weights, k=WORDS_IN_ONE))
                    for _ in range(SAID_AT_A_MEETING)
                ]
                write_meeting(at, texts, chance.choice(bodies).pk, chance)
    began = time.perf_counter()
    take_in_marked(more_than=0)
    return time.perf_counter() - began


def write_meeting(at: int, texts: list[str], body: int, chance: random.Random) -> None:
    """A meeting with its notes and statements, on some day of twenty years."""
    from samsyn.register.intake.inserting import append_drafts, insert_drafts
    from samsyn.register.models import IndexedMeeting, Meeting, Source, SourceVersion, Statement

    on = date(2006, 1, 1) + timedelta(days=chance.randrange(DAYS))
    [meeting] = insert_drafts(Meeting, [{"title": f"Möte {at}", "start_on": on, "state": "held"}])
    append_drafts(Meeting.bodies.through, [{"meeting_id": meeting, "body_id": body}])
    [source] = insert_drafts(Source, [{"sha256": f"{at:064}", "content": b"", "size": 0}])
    version = {"source_id": source, "file_name": f"{at}.txt", "format": "text", "document": {}}
    notes = {"meeting_id": meeting, "number": 1, "text": "\n".join(texts), "reader_version": ""}
    append_drafts(SourceVersion, [version | notes])
    said = [
        {
            "position": place,
            "kind": chance.choice(KINDS),
            "text": text,
            "search_text": text,
            "meeting_id": meeting,
        }
        for place, text in enumerate(texts)
    ]
    append_drafts(Statement, said)
    append_drafts(IndexedMeeting, [{"meeting_id": meeting}])


def questions() -> list[str]:
    """Fifty questions, from the commonest words to those that stand nowhere."""
    chance, (words, _) = random.Random(3), vocabulary()
    common, heads = COMMON.split(), HEADS.split()
    rare, middling = words[5000:], words[60:3000]
    return [
        *chance.sample(COMMON.split(), 8),
        *chance.sample(HEADS.split(), 8),
        *chance.sample(middling, 8),
        *chance.sample(rare, 6),
        *(f"{chance.choice(common)} {chance.choice(heads)}" for _ in range(5)),
        *(f"{chance.choice(heads)} {chance.choice(middling)}" for _ in range(5)),
        *(f'"{chance.choice(middling)} {chance.choice(heads)}"' for _ in range(3)),
        *(word[: len(word) - 2] for word in chance.sample(rare, 4)),
        *(f"{word[:4]}{word[5:]}" for word in chance.sample(rare, 3)),
    ]


def measure_here(n_statements: int) -> dict[str, Any]:
    """Fill the register that the settings name, and ask."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from samsyn.register.queries import SearchFilter, search

    call_command("migrate", verbosity=0, interactive=False)
    indexing = fill(n_statements)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # a server does so by itself, within a minute
    search(SearchFilter(words="första frågan"))
    taken = []
    for question in questions():
        began, spent = time.perf_counter(), time.process_time()
        found = search(SearchFilter(words=question))
        clock, own = time.perf_counter() - began, time.process_time() - spent
        taken.append((1000 * clock, 1000 * own, question, found.counts.all))
    taken.sort()
    return {
        "indexing": indexing,
        "median": taken[len(taken) // 2][0],
        "p95": taken[round(0.95 * len(taken)) - 1][0],
        "own_p95": sorted(row[1] for row in taken)[round(0.95 * len(taken)) - 1],
        "slowest": taken[-5:],
    }


def measure(sizes: list[int]) -> dict[str, dict[str, Any]]:
    """Every size on every database, each in a process and a home of its own."""
    found = {}
    for size in sizes:
        inner = [sys.executable, "-m", "benchmarks.searching", "here", str(size)]
        ways = {"SQLite": inner}
        if shutil.which("pg_virtualenv"):
            ways["PostgreSQL"] = [*SERVER, ON_SERVER, "sh", *inner]
        for name, command in ways.items():
            print(f"searching, {name}, {size} statements", file=sys.stderr)
            with TemporaryDirectory() as home:
                environment = {**os.environ, "SAMSYN_HOME": home}
                answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            line = next(one for one in answer.stdout.splitlines() if one.startswith("measured "))
            found[f"{name}, {size}"] = json.loads(line.removeprefix("measured "))
    return found


def write_rows(found: dict[str, dict[str, Any]]) -> str:
    """The figures as a table."""
    head = [
        "register, statements",
        "median, ms",
        "p95, ms",
        "slowest, ms",
        "p95 of own processor, ms",
        "taking in, statements/s",
    ]
    rows = []
    for name, taken in found.items():
        per_second = int(name.rpartition(" ")[2]) / taken["indexing"]
        figures = (taken["median"], taken["p95"], taken["slowest"][-1][0], taken["own_p95"], per_second)
        rows.append([name, *(f"{figure:.0f}" for figure in figures)])
    return table(head, rows)


def main(sizes: list[int]) -> None:
    """Measure, and keep the figures."""
    on = machine()
    found = measure(sizes)
    text = f"# Fifty searches\n\n{write_rows(found)}\n\nWanted: p95 {WANTED_MS} ms. {facts(on)}\n"
    keep("searching", {"machine": on, "found": found}, text)


if __name__ == "__main__":
    if sys.argv[1:2] == ["here"]:
        print("measured", json.dumps(measure_here(int(sys.argv[2])), ensure_ascii=False))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
