"""Pages of a register with ten thousand meetings and a million statements, as the server gives them.

The server is the one that `samsyn serve` starts, on 127.0.0.1; one user asks, then sixteen at once, each
waiting for a page before the next; of a server that makes each page anew, and of one that keeps pages until
something changes, each looked at before. Beside each page stands how many times as long it takes as a page
with nothing of the register on it. On PostgreSQL too where `pg_virtualenv` is there, or on the server that
`SAMSYN_BENCH_DATABASE_URL` names.

The register is filled once and kept in `var/bench`, that of a named server in its database; a smaller one is
made with the number of meetings on the command line.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from threading import Thread
from typing import TYPE_CHECKING, Any

from benchmarks._machine import ROOT, facts, keep, machine, table
from benchmarks.searching import ON_SERVER, SERVER, questions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

N_MEETINGS = 10_000
USERS = (1, 16)
SECONDS = 3.0
HOW = {"anew": "0", "kept": "64"}  # megabytes of memory for pages
EMPTY = "empty"
LATEST = 100  # meetings that are looked at
PAGES_OF_LIST = 20
MANY = 60  # statements
INDICO = (
    "Indico 3.3.14's page of an event with notes: 27 pages a second, median 70 ms, p95 96 ms with two users"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What one page took.

    Attributes:
        median: Milliseconds, as `p95`.
        size: Bytes.
    """

    per_second: float
    median: float
    p95: float
    size: float


def measure_here(n_meetings: int, home: Path) -> dict[str, dict[str, Any]]:
    """Serve the register that the settings name, filled where it is not, and ask for its pages."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
    django.setup()
    from benchmarks._register import fill
    from django.db import connection

    if "register_statement" not in connection.introspection.table_names():
        fill(n_meetings)
    cookie, asked = sign_in(), addresses()
    found: dict[str, dict[str, Any]] = {}
    for how, memory in HOW.items():
        with serving(home, memory) as port:
            for name, paths in asked.items():
                sent = {} if name == EMPTY else {"Cookie": cookie}
                look_at(port, sent, paths if how == "kept" else paths[:20])
                for n_users in USERS:
                    taken = ask(port, sent, paths, n_users=n_users, seconds=SECONDS)
                    row = {field: getattr(taken, field) for field in Taken.__slots__}
                    found[f"{name}, {how}, {n_users}"] = row
    return found


def sign_in() -> str:
    """The cookie of somebody who may read."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from samsyn.accounts.models import User
    from samsyn.register.models import Role

    call_command("migrate", verbosity=0, interactive=False)
    user, is_new = User.objects.get_or_create(email="lasare@exempel.se", defaults={"name": "Lova Läsare"})
    if is_new:
        Role.objects.create(user=user, kind="reader", start_on="2020-01-01")
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


def addresses() -> dict[str, list[str]]:
    """What is asked for, by page."""
    from urllib.parse import quote

    from django.db.models import Count

    from samsyn.register.models import Meeting

    held = Meeting.objects.filter(versions__is_current=True).order_by("-start_on", "-pk")
    counted = held.annotate(n=Count("statements")).values_list("pk", "n")[:LATEST]
    return {
        EMPTY: ["/logga-in/"],
        "meeting of a half-day": [f"/moten/{pk}/" for pk, n in counted if n < MANY],
        "meeting of a hundred statements": [f"/moten/{pk}/" for pk, n in counted if n >= MANY],
        "meetings": ["/moten/"],
        "decisions": [f"/beslut/?sida={page}" for page in range(1, PAGES_OF_LIST + 1)],
        "search": [f"/sok/?ord={quote(words)}" for words in questions()],
        "overview": ["/"],
    }


@contextmanager
def serving(home: Path, memory: str) -> Iterator[int]:
    """The server as it runs, and its port.

    Args:
        home: Where its register is.
        memory: Megabytes for pages that are kept.
    """
    from pathlib import Path

    with socket.create_server(("127.0.0.1", 0)) as trial:
        port = int(trial.getsockname()[1])
    samsyn = Path(sys.executable).with_name("samsyn")
    environment = {**os.environ, "SAMSYN_HOME": str(home), "SAMSYN_KEEP_MB": memory}
    server = subprocess.Popen(
        [samsyn, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL
    )
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Wait until somebody answers."""
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


def look_at(port: int, sent: dict[str, str], paths: list[str]) -> None:
    """Ask for each page once, as whoever looked before."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    for path in paths:
        connection.request("GET", path, headers=sent)
        connection.getresponse().read()
    connection.close()


def ask(port: int, sent: dict[str, str], paths: list[str], *, n_users: int, seconds: float) -> Taken:
    """Ask for pages for some seconds, each user for one after the other."""
    spent: list[tuple[float, int]] = []
    began = time.perf_counter()

    def look(number: int) -> None:
        chance, connection = random.Random(number), HTTPConnection("127.0.0.1", port, timeout=60)
        while time.perf_counter() < began + seconds:
            at = time.perf_counter()
            connection.request("GET", chance.choice(paths), headers=sent)
            answer = connection.getresponse()
            size = len(answer.read())
            if answer.status != 200:
                raise AssertionError((answer.status, paths[0]))
            spent.append((1000 * (time.perf_counter() - at), size))

    users = [Thread(target=look, args=(number,)) for number in range(n_users)]
    for user in users:
        user.start()
    for user in users:
        user.join()
    took = sorted(clock for clock, _ in spent)
    return Taken(
        len(spent) / (time.perf_counter() - began),
        took[len(took) // 2],
        took[min(len(took) - 1, round(0.95 * len(took)))],
        sum(size for _, size in spent) / len(spent),
    )


def measure(n_meetings: int) -> dict[str, dict[str, dict[str, Any]]]:
    """On every database, each in a process of its own."""
    found = {}
    address = os.environ.get("SAMSYN_BENCH_DATABASE_URL", "")
    for name in ("SQLite", "PostgreSQL"):
        home = ROOT / "var" / "bench" / f"{name.lower()}-{n_meetings}"
        home.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "benchmarks.serving", "here", str(n_meetings), str(home)]
        environment = {**os.environ, "SAMSYN_HOME": str(home)}
        if name == "PostgreSQL" and address:
            environment["SAMSYN_DATABASE_URL"] = address
        elif name == "PostgreSQL" and not shutil.which("pg_virtualenv"):
            continue
        elif name == "PostgreSQL":
            command = [*SERVER, ON_SERVER, "sh", *command]
        print(f"serving, {name}, {n_meetings} meetings", file=sys.stderr)
        answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        line = next(one for one in answer.stdout.splitlines() if one.startswith("measured "))
        found[name] = json.loads(line.removeprefix("measured "))
    return found


def write_rows(found: dict[str, dict[str, dict[str, Any]]]) -> str:
    """The figures as a table."""
    head = ["register, page, how, users", "pages/s", "median, ms", "p95, ms", "x an empty page", "kB"]
    rows = []
    for database, pages in found.items():
        for name, taken in pages.items():
            how, n_users = name.split(", ")[-2:]
            empty = pages[f"{EMPTY}, {how}, {n_users}"]
            figures = (taken["per_second"], taken["median"], taken["p95"])
            times = empty["per_second"] / taken["per_second"]
            shown = [*(f"{figure:.0f}" for figure in figures), f"{times:.1f}", f"{taken['size'] / 1000:.0f}"]
            rows.append([f"{database}, {name}", *shown])
    return table(head, rows)


def main(n_meetings: int) -> None:
    """Measure, and keep the figures."""
    on = machine()
    found = measure(n_meetings)
    text = f"# Pages of {n_meetings} meetings\n\n{write_rows(found)}\n\nBeside: {INDICO}. {facts(on)}\n"
    keep("serving", {"machine": on, "n_meetings": n_meetings, "found": found}, text)


if __name__ == "__main__":
    if sys.argv[1:2] == ["here"]:
        from pathlib import Path

        print("measured", json.dumps(measure_here(int(sys.argv[2]), Path(sys.argv[3]))))
    else:
        main(*[int(size) for size in sys.argv[1:]] or [N_MEETINGS])
