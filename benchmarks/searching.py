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
from functools import cache
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
# In how many Swedish word forms each stands, of the 340,815 of the package wordfreq 3.1.1 (its longest list).
HEADS = {
    "nätverk": 70, "möte": 261, "grupp": 687, "plan": 994, "beslut": 108, "arbete": 417, "stöd": 235,
    "samtal": 101, "chef": 471, "ansvar": 172, "behov": 75, "insats": 104, "rutin": 48, "avtal": 175,
    "fråga": 208, "team": 76, "linje": 277, "placering": 55, "utredning": 86, "överenskommelse": 17,
    "uppföljning": 7, "remiss": 27, "kurator": 9, "vård": 555, "omsorg": 31, "hälsa": 28, "skola": 516,
    "elev": 132, "förälder": 12, "region": 153, "barn": 728, "skol": 1208,
}  # fmt: skip
OFTENER = 2  # a register is about these things, so it has more of their compounds than a language has
N_WORDS = 300_000  # forms among fourteen million words, by the growth from six thousand words of real notes
FIRST = """
elevhälso social ungdoms läns styr arbets familje hem förskole gymnasie närvaro kommun region vård projekt
kvinno sommar vinter höst samverkans utvecklings lednings process kvalitets trygghets språk miljö data barn
skol
"""
KINDS = ("decision", "agreed_outcome", "assignment", "comment", "information", "need")
ENDINGS = ("", "en", "et", "s", "ens", "er", "erna", "ar")
ONSETS = """
b br d dr f fl fr g gl gr h j k kl kr kv l m n p pl pr r s sk sl sm sn st str sv t tr v
"""
VOWELS = "aeiouyåäö"
CODAS = "d f g k l ll ld lk lm m n nd ng nk p r rd rk rn rt s sk st t v"


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words from common to rare, and their weights, which fall as those of words in any language do."""
    chance = random.Random(2)
    made = {word for head, n in HEADS.items() for word in _compounds(head, OFTENER * n, chance)}
    while len(made) < N_WORDS:
        stem = "".join(_syllable(chance) for _ in range(chance.choice((1, 2, 2, 3, 3, 4))))
        made |= {stem + end for end in chance.sample(ENDINGS, 3)}
    rest = sorted(made)
    chance.shuffle(rest)
    words = list(dict.fromkeys([*COMMON.split(), *HEADS, *FIRST.split(), *rest]))
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


def _compounds(head: str, n: int, chance: random.Random) -> list[str]:
    """So many words that a word stands in, last or first."""
    first = FIRST.split()
    stems = [f"{one}{other}{head}" for one in first for other in ("", *first[:12])]
    stems += [f"{head}{link}{other}" for link in ("", "s") for other in HEADS]
    found = [stem + end for stem in stems for end in ENDINGS]
    return chance.sample(found, min(n, len(found)))


def _syllable(chance: random.Random) -> str:
    return chance.choice(ONSETS.split()) + chance.choice(VOWELS) + chance.choice(CODAS.split())


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
    common, heads = COMMON.split(), list(HEADS)
    rare = words[30_000:]
    middling = [word for word in words[80:30_000] if any(head in word for head in HEADS)]
    return [
        *chance.sample(COMMON.split(), 8),
        *chance.sample(heads, 8),
        *chance.sample(middling, 8),
        *chance.sample(rare, 6),
        *(f"{chance.choice(common)} {chance.choice(heads)}" for _ in range(5)),
        *(f"{chance.choice(heads)} {chance.choice(middling)}" for _ in range(5)),
        *(f'"{chance.choice(middling)} {chance.choice(heads)}"' for _ in range(3)),
        *(word[: len(word) - 2] for word in chance.sample(rare, 4)),
        *(f"{word[:4]}{word[5:]}" for word in chance.sample(rare, 3)),
    ]


def typed() -> list[str]:
    """What stands in the box while ten words are written, from the second letter on."""
    chance, (words, _) = random.Random(4), vocabulary()
    compounds = [word for word in words[80:] if any(head in word for head in HEADS)]
    whole = [*chance.sample(list(HEADS), 5), *chance.sample(compounds, 5)]
    return [word[:end] for word in whole for end in range(2, len(word) + 1)]


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
    began = time.perf_counter()
    search(SearchFilter(words="första frågan"))
    first = 1000 * (time.perf_counter() - began)
    return {"indexing": indexing, "first": first, "asked": ask(questions()), "typed": ask(typed())}


def ask(texts: list[str]) -> dict[str, Any]:
    """Search for each, and give milliseconds."""
    from samsyn.register.queries import SearchFilter, search

    taken = []
    for text in texts:
        began, spent = time.perf_counter(), time.process_time()
        found = search(SearchFilter(words=text))
        clock, own = time.perf_counter() - began, time.process_time() - spent
        taken.append((1000 * clock, 1000 * own, text, found.counts.all))
    taken.sort()
    return {
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
        "as typed: median, ms",
        "p95, ms",
        "first of all, ms",
        "taking in, statements/s",
    ]
    rows = []
    for name, taken in found.items():
        asked, typing = taken["asked"], taken["typed"]
        per_second = int(name.rpartition(" ")[2]) / taken["indexing"]
        figures = (
            *(asked["median"], asked["p95"], asked["slowest"][-1][0], asked["own_p95"]),
            *(typing["median"], typing["p95"], taken["first"], per_second),
        )
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
