"""What the first to look after a change waits for, in a register of ten thousand meetings.

A register as that of `serving` gets three hundred thousand actions, two hundred thousand reports of how they
go, and what people have laid over them since. Then each question is asked with nothing kept, some times over,
and each page is made anew: by the clock, and in seconds of the own processor, which others who work on the
machine do not lengthen much.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from benchmarks._machine import ROOT, facts, keep, machine, table

if TYPE_CHECKING:
    from collections.abc import Callable

N_MEETINGS = 10_000
ROUNDS = 5
LATEST = 40  # meetings whose pages are made
MANY = 60  # statements
# What makes every other statement an action, and gives actions owners and times of all sorts. Numbers of rows
# are the chance that falls: the register is the same each time.
ACTING = (
    "UPDATE register_statement SET is_action = {true} WHERE id % 13 < 2 AND NOT removed",
    "UPDATE register_statement SET due_precision = 'recurring', due_words = 'varje möte', due_end = NULL,"
    " due_start = NULL WHERE is_action AND id % 101 = 5",
    "UPDATE register_person SET email = 'person' || id || '@exempel.se' WHERE id % 5 = 0 AND email = ''",
)
OWNED = (
    "UPDATE register_statement SET owner_kind = 'organisation', owner_person_id = NULL, owner_name = %s,"
    " owner_organisation_id = %s WHERE is_action AND id %% 7 = 3 AND (id / 7) %% %s = %s"
)
REPORTED = (
    "INSERT INTO register_actionreport (statement_id, state, said_for, text, address, at)"
    " SELECT statement.id, CASE WHEN statement.id % 8 < 4 THEN 'done' WHEN statement.id % 8 < 7"
    " THEN 'under_way' ELSE 'needs_help' END, '', '', '', {noon} FROM register_statement AS statement"
    " JOIN register_meeting AS meeting ON meeting.id = statement.meeting_id"
    " WHERE is_action AND statement.id % 29 BETWEEN {first} AND {last}"
)
LAID_OVER = (
    "INSERT INTO matters_followup (statement_id, owner_changed, owner_kind, owner_name, owner_person_id,"
    " search_text, due_changed, due_end, due_precision, due_words, ended_on, ended_because, carried_to_id)"
    " SELECT id, id % 3 = 0, '', '', NULL, '', id % 3 = 1, CASE WHEN id % 3 = 1 THEN due_end END, '',"
    " CASE WHEN id % 3 = 1 THEN due_words ELSE '' END, CASE WHEN id % 5 = 0 THEN {day} END, '',"
    " CASE WHEN id % 9 = 0 THEN (SELECT MAX(id) FROM register_meeting) END"
    " FROM register_statement WHERE is_action AND id % 17 = 4"
)


def fill_actions() -> None:
    """Give a register of `serving` its actions and what was told of them; nothing where it has them."""
    from django.db import connection

    from samsyn.register.models import ActionReport, Organisation

    if ActionReport.objects.exists():
        return
    is_server = connection.vendor == "postgresql"
    words = {"true": "1", "noon": "datetime(meeting.start_on, '+20 days')", "day": "'2026-11-01'"}
    if is_server:
        words = {"true": "TRUE", "noon": "meeting.start_on + interval '20 days'", "day": "DATE '2026-11-01'"}
    with connection.cursor() as cursor:
        for said in ACTING:
            cursor.execute(said.format(**words))
        organisations = list(Organisation.objects.order_by("pk").values_list("name", "pk"))
        for at, (name, pk) in enumerate(organisations):
            cursor.execute(OWNED, [name, pk, len(organisations), at])
        for first, last in ((0, 11), (6, 13)):
            cursor.execute(REPORTED.format(**words, first=first, last=last))
        cursor.execute(LAID_OVER.format(**words))
        cursor.execute("ANALYZE")


def tellers() -> None:
    """A contributor for each organisation, and somebody who reads."""
    from samsyn.accounts.models import User
    from samsyn.register.models import Organisation, Role

    for one in Organisation.objects.order_by("pk"):
        user, is_new = User.objects.get_or_create(
            email=f"bidrar{one.pk}@exempel.se", defaults={"name": one.name}
        )
        if is_new:
            Role.objects.create(user=user, kind="contributor", organisation=one, start_on="2020-01-01")


def questions() -> dict[str, Callable[[], object]]:
    """Each by its name."""
    from benchmarks._register import LATEST as TODAY

    from samsyn.follow import see_standing
    from samsyn.follow.reminders import digests
    from samsyn.matters.queries.action_lists import list_actions
    from samsyn.matters.queries.actions import ActionFilter, count_actions
    from samsyn.matters.queries.carried import followed_at
    from samsyn.register.models import Meeting, Organisation
    from samsyn.register.sight import FINISHED

    on, wanted = TODAY + timedelta(days=1), ActionFilter(state=("open", "under_way", "needs_help"))
    organisation = Organisation.objects.order_by("pk")[3]
    held = Meeting.objects.filter(versions__is_current=True, bodies__isnull=False)
    latest = held.order_by("-start_on", "-pk")[0]
    return {
        "an organisation's page": lambda: see_standing(organisation, on=on),
        "actions, counts": lambda: count_actions(ActionFilter(), on=on),
        "actions, first list": lambda: list_actions(wanted, 10_000, on=on)[:50],
        "a day's reminders": lambda: digests(on=on, days=7),
        "what a meeting follows up": lambda: followed_at(latest, on=on, sees=FINISHED),
    }


def pages() -> dict[str, Callable[[], object]]:
    """Pages of the latest meetings, each made anew."""
    from django.db.models import Count
    from django.test import Client

    from samsyn.accounts.models import User
    from samsyn.register.models import Meeting

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(email="lasare@exempel.se"))
    held = Meeting.objects.filter(versions__is_current=True).annotate(n=Count("statements"))
    rows = list(held.order_by("-start_on", "-pk").values_list("pk", "n")[: 20 * LATEST])
    half = [pk for pk, n in rows if n < MANY][:LATEST]
    long = [pk for pk, n in rows if n >= MANY][:LATEST]

    def look(ids: list[int]) -> None:
        for pk in ids:
            if client.get(f"/moten/{pk}/").status_code != 200:
                raise AssertionError(pk)

    return {
        f"page of a half-day's meeting, {len(half)} of them": lambda: look(half),
        f"page of a meeting of a hundred statements, {len(long)} of them": lambda: look(long),
    }


def measure_here(n_meetings: int) -> dict[str, dict[str, float]]:
    """Seconds of each: median by the clock and of the own processor."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
    django.setup()
    from benchmarks._register import fill
    from benchmarks.serving import sign_in
    from django.conf import settings
    from django.db import connection

    if "register_statement" not in connection.introspection.table_names():
        fill(n_meetings)
    sign_in()
    tellers()
    fill_actions()
    settings.SAMSYN_KEEP_BYTES = 0
    return {name: _taken(ask) for name, ask in (questions() | pages()).items()}


def _taken(ask: Callable[[], object]) -> dict[str, float]:
    from samsyn.history.keeping import SHELF

    clock, own = [], []
    for _ in range(ROUNDS):
        SHELF.values.clear()
        began, spent = time.perf_counter(), time.process_time()
        ask()
        clock.append(time.perf_counter() - began)
        own.append(time.process_time() - spent)
    return {"clock": statistics.median(clock), "own": statistics.median(own), "least": min(own)}


def measure(n_meetings: int) -> dict[str, dict[str, dict[str, float]]]:
    """On every database, each in a process of its own."""
    found = {}
    address = os.environ.get("SAMSYN_BENCH_DATABASE_URL", "")
    for name in ("SQLite", "PostgreSQL"):
        home = ROOT / "var" / "bench" / f"acting-{name.lower()}-{n_meetings}"
        home.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "benchmarks.first_look", "here", str(n_meetings)]
        environment = {**os.environ, "SAMSYN_HOME": str(home)}
        if name == "PostgreSQL" and not address:
            continue
        if name == "PostgreSQL":
            environment["SAMSYN_DATABASE_URL"] = address
        print(f"first look, {name}, {n_meetings} meetings", file=sys.stderr)
        answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
        line = next(one for one in answer.stdout.splitlines() if one.startswith("measured "))
        found[name] = json.loads(line.removeprefix("measured "))
    return found


def write_rows(found: dict[str, dict[str, dict[str, float]]]) -> str:
    """The figures as a table."""
    head = ["register, what", "s", "s of own processor", "least of own processor"]
    return table(head, [
        [f"{database}, {name}", *(f"{taken[one]:.2f}" for one in ("clock", "own", "least"))]
        for database, rows in found.items()
        for name, taken in rows.items()
    ])  # fmt: skip


def main(n_meetings: int) -> None:
    """Measure, and keep the figures."""
    on = machine()
    found = measure(n_meetings)
    text = f"# What the first to look waits for\n\n{write_rows(found)}\n\n{facts(on)}\n"
    keep("first_look", {"machine": on, "n_meetings": n_meetings, "found": found}, text)


if __name__ == "__main__":
    if sys.argv[1:2] == ["here"]:
        print("measured", json.dumps(measure_here(int(sys.argv[2]))))
    else:
        main(*[int(size) for size in sys.argv[1:]] or [N_MEETINGS])
