"""What the addresses of a plan's actors are tried with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.plan import plans
from tests.web.sampling import Sample, at

from samsyn.plan.models import Actor
from samsyn.register.models import Organisation, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.samples import Things


def own(it: Things) -> int:
    """An actor that somebody who tells for an organisation tells for."""
    school = Organisation.objects.get(roles__user=it.people["contributor"])
    return Actor.objects.create(plan=plans.plan(), organisation=school).pk


def posted(it: Things, name: str) -> Sample:
    """The first step of its first area, as both forms say it."""
    actor = Actor.objects.get(pk=own(it))
    area = plans.area_of(actor.plan)
    step = plans.step_of(area, 1).pk
    said = {f"steg-{area.pk}": step, "sagt-av": "Kim Ek"} if name == "assess" else {
        "gor": "lagg-till", "omrade": area.pk, "steg": step, "underlag": "Rutin antagen."}  # fmt: skip
    return Sample((actor.pk,), said)


def file(it: Things) -> int:
    """A file that shows a step."""
    actor = Actor.objects.get(pk=own(it))
    shown = plans.evidence(actor, plans.area_of(actor.plan), 1)
    shown.source = Source.objects.create(sha256="e" * 64, content=b"Rutin", size=5)
    shown.file_name = "rutin.txt"
    shown.save()
    return shown.pk


def asked(it: Things) -> Sample:
    """What an actor asks for."""
    return at(gor="be-om", aktor=own(it), stod="Tid")


def learned(it: Things) -> Sample:
    """What somebody has learned."""
    return at(plan=Actor.objects.get(pk=own(it)).plan_id, lardom="Börja smått.", av="Kim Ek")


def lasting(it: Things) -> Sample:
    """Answers about what became everyday work a year ago."""
    actor = Actor.objects.get(pk=own(it))
    area = plans.area_of(actor.plan)
    plans.assessment(actor, area, 4, on=date(2025, 1, 1))
    known = dict.fromkeys(("routine", "annual_cycle", "introduction", "measured"), "yes")
    return at(aktor=actor.pk, omrade=area.pk, manader=6, **known)


PLAN_ACTORS: dict[str, Callable[[Things], Sample]] = {
    "ask_actors": lambda it: at(aktor=own(it)),
    "plan_support": lambda _it: at(),
    "change_plan_support": asked,
    "plan_lessons": lambda _it: at(),
    "tell_plan_lesson": learned,
    "plan_sustainment": lambda _it: at(),
    "tell_plan_sustainment": lasting,
    "plan_actor": lambda it: at(own(it)),
    "change_plan_actor": lambda it: posted(it, "show"),
    "assess_actor": lambda it: posted(it, "assess"),
    "evidence_file": lambda it: at(file(it)),
}
