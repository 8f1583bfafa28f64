"""The plan's pages, for a county as it is and for one with sixty actors, eight areas and five years.

Every actor assesses itself in every area each quarter, and shows evidence for half of it. Each page is made
whole by Django's own client, signed in, and told beside a page with nothing of a plan on it, in one run.
SQLite in memory.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from datetime import timedelta
from typing import Any

from benchmarks._machine import facts, keep, machine, table

TIMES = 15
COUNTIES = {"22 actors, 4 areas, 2 years": (22, 4, 2), "60 actors, 8 areas, 5 years": (60, 8, 5)}
QUARTER = timedelta(days=91)
N_STEPS = 4


def start() -> Any:
    """A register in memory, and a client signed in to it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.conf.settings")
    os.environ["SAMSYN_DATABASE_URL"] = "sqlite://:memory:"
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from samsyn.accounts.models import User

    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0, interactive=False)
    client = Client()
    client.force_login(User.objects.create(email="anna@exempel.se", name="Anna", is_administrator=True))
    return client


def fill(n_actors: int, n_areas: int, n_years: int) -> tuple[int, int]:
    """A plan with all that was said in those years; its id and that of its first area."""
    from django.utils import timezone

    from samsyn.plan.models import Actor, Plan
    from samsyn.register.models import Organisation

    began = timezone.localdate() - n_years * 4 * QUARTER
    plan = Plan.objects.create(name=f"Plan {n_actors}", began_on=began)
    areas = [add_area(plan, at) for at in range(1, n_areas + 1)]
    for at in range(n_actors):
        unit = Organisation.objects.create(name=f"Enhet {plan.pk} {at}", key=f"{plan.pk} {at}")
        tell(Actor.objects.create(plan=plan, number=at, organisation=unit), areas, n_quarters=n_years * 4)
    return plan.pk, areas[0].pk


def add_area(plan: Any, number: int) -> Any:
    """An area with four steps and their words."""
    from samsyn.plan.models import Part, PartKind, Wording

    area = Part.objects.create(plan=plan, kind=PartKind.AREA, number=number, name=f"Område {number}")
    for at in range(1, N_STEPS + 1):
        step = Part.objects.create(plan=plan, kind=PartKind.STEP, parent=area, number=at, name=f"Steg {at}")
        Wording.objects.create(part=step, text=f"Vad steg {at} är.")
    return area


def tell(actor: Any, areas: list[Any], *, n_quarters: int) -> None:
    """What an actor said each quarter, and evidence for half of it."""
    from samsyn.plan.models import Assessment, Evidence

    chance = random.Random(actor.pk)
    said, shown = [], []
    for area in areas:
        steps = list(area.parts.order_by("number"))
        for quarter in range(n_quarters):
            at = min(N_STEPS - 1, quarter * N_STEPS // n_quarters + chance.randrange(2))
            day = actor.plan.began_on + quarter * QUARTER
            common = {"actor": actor, "area": area, "step": steps[at]}
            said.append(Assessment(**common, since_on=day, on=day, needs="Mer tid"))
            if chance.random() < 0.5:
                shown.append(Evidence(**common, dated_on=day, text="Rutin."))
    Assessment.objects.bulk_create(said)
    Evidence.objects.bulk_create(shown)


def timed(client: Any, address: str) -> tuple[float, int]:
    """Median milliseconds of a page, and its questions to the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        if client.get(address).status_code != 200:
            raise SystemExit(address)
    n_asked = len(asked)  # the next page empties the list
    took = []
    for _time in range(TIMES):
        began = time.perf_counter()
        client.get(address)
        took.append(1000 * (time.perf_counter() - began))
    return statistics.median(took), n_asked


def main() -> None:
    """Measure, and keep the figures."""
    on, client = machine(), start()
    empty, n_asked = timed(client, "/plan/")
    found: dict[str, Any] = {"empty": {"ms": empty, "questions": n_asked}}
    rows = [["no plan", "the page that says so", f"{empty:.1f}", "1.0", str(n_asked)]]
    for county, size in COUNTIES.items():
        plan, area = fill(*size)
        pages = {
            "map": f"/plan/?plan={plan}",
            "table": f"/plan/tabell/?plan={plan}",
            "area": f"/plan/omraden/{area}/",
            "between": f"/plan/mellan-test-och-vardag/?plan={plan}",
        }
        for page, address in pages.items():
            took, n_asked = timed(client, address)
            found[f"{county}, {page}"] = {"ms": took, "questions": n_asked}
            rows.append([county, page, f"{took:.1f}", f"{took / empty:.1f}", str(n_asked)])
    head = ["county", "page", "median ms", "times the empty page", "questions"]
    keep(
        "plan", {"machine": on, "found": found}, f"# The plan's pages\n\n{table(head, rows)}\n\n{facts(on)}\n"
    )


if __name__ == "__main__":
    main()
