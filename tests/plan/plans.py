"""Plans to test with: made straight in the tables, past permission and history."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from samsyn.plan.models import (
    Actor,
    Assessment,
    AssessmentRequest,
    Band,
    Checking,
    ContestedWord,
    Evidence,
    Lesson,
    NamedGroup,
    Outside,
    Part,
    PartKind,
    Period,
    Plan,
    PlanComment,
    ReadMeeting,
    RefusedOutline,
    RemarkAnswer,
    Review,
    Support,
    Sustainment,
    Wording,
    WordingRule,
)
from samsyn.register.models import Meeting, Organisation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.accounts.models import User

MEANINGS = {3: "test", 4: "everyday"}
DAY = date(2026, 9, 1)


def plan(
    *, areas: Sequence[str] = ("Arbetssätt", "Styrning"), n_steps: int = 4, name: str = "Plan 2"
) -> Plan:
    """A plan with areas, and in each of them steps with a wording."""
    made = Plan.objects.create(name=name, began_on=date(2026, 1, 1))
    for number, area in enumerate(areas, 1):
        add_area(made, number, area, n_steps=n_steps)
    return made


def add_area(to: Plan, number: int, name: str, *, n_steps: int = 4) -> Part:
    """An area with its steps; with four, the third is the test and the fourth everyday work."""
    area = Part.objects.create(plan=to, kind=PartKind.AREA, number=number, name=name)
    for step in range(1, n_steps + 1):
        made = Part.objects.create(
            plan=to,
            kind=PartKind.STEP,
            parent=area,
            number=step,
            name=f"Steg {step}",
            meaning=MEANINGS.get(step, "") if n_steps == len(MEANINGS) + 2 else "",
        )
        Wording.objects.create(part=made, text=f"{name}: vad steg {step} är.")
    return area


def area_of(of: Plan, number: int = 1) -> Part:
    """One of a plan's areas."""
    return of.parts.get(kind=PartKind.AREA, number=number)


def step_of(area: Part, number: int) -> Part:
    """One of an area's steps."""
    return area.parts.get(kind=PartKind.STEP, number=number)


def actor(of: Plan, name: str = "Flens skola", *, number: int = 1) -> Actor:
    """An actor; the organisation is made where there is none of that name."""
    return Actor.objects.create(plan=of, organisation=organisation(name), number=number)


def organisation(name: str, *, above: str = "") -> Organisation:
    """The organisation of a name, made where there is none."""
    parent = organisation(above) if above else None
    made, _new = Organisation.objects.get_or_create(
        name=name, defaults={"key": name.lower(), "parent": parent}
    )
    return made


def assessment(of: Actor, area: Part, step: int | None, *, on: date = DAY, needs: str = "") -> Assessment:
    """What an actor says of itself; None for not begun."""
    at = step_of(area, step) if step else None
    wording = at.wordings.last() if at else None
    return Assessment.objects.create(
        actor=of, area=area, step=at, since_on=on, on=on, needs=needs, wording=wording
    )


def evidence(of: Actor, area: Part, step: int, *, on: date = DAY, text: str = "Rutin antagen.") -> Evidence:
    """What shows it."""
    return Evidence.objects.create(actor=of, area=area, step=step_of(area, step), dated_on=on, text=text)


def fill_states(*, on: date) -> dict[str, int]:
    """A plan with an actor in each state of the map; ids of what its pages are about, by their words."""
    made = plan()
    area, other = area_of(made), area_of(made, 2)
    names = ("Flens skola", "Flens socialtjänst", "Gnestas skola", "Vingåkers skola")
    shown, claimed, silent, gone = (actor(made, name, number=number) for number, name in enumerate(names, 1))
    assessment(shown, area, 2, on=on - timedelta(250))
    assessment(shown, area, 3, on=on - timedelta(20), needs="Tid för rektorerna")
    evidence(shown, area, 3, on=on - timedelta(20))
    assessment(shown, other, 4, on=on - timedelta(230))
    evidence(shown, other, 4, on=on - timedelta(230))
    assessment(claimed, area, 1, on=on - timedelta(20))
    assessment(claimed, other, None, on=on - timedelta(20))
    AssessmentRequest.objects.create(actor=silent)
    Outside.objects.create(actor=gone, why="Har ingen skola.")
    settled = Support(actor=shown, asked="Utbildning", asked_on=on - timedelta(40))
    settled.state, settled.given, settled.given_on = "given", "En dag om hjulet.", on - timedelta(9)
    settled.save()
    Support.objects.create(actor=shown, area=area, asked="Tid för rektorerna", asked_on=on - timedelta(30))
    Lesson.objects.create(plan=made, actor=shown, text="Börja med en skola.", on=on - timedelta(5))
    milestone = Part.objects.create(
        plan=made, kind=PartKind.MILESTONE, parent=step_of(area, 3), name="Alla skolor har prövat"
    )
    comment = PlanComment.objects.create(plan=made, part=area, text="Milstolparna är tydliga.")
    ContestedWord.objects.create(word="handlingsplan", instead=["planering"], why="läses som ett krav")
    return {
        "comment": comment.pk,
        "plan": made.pk,
        "area": area.pk,
        "step": step_of(area, 3).pk,
        "part": milestone.pk,
        "actor": shown.pk,
    }


def fill_plan(*, by: User) -> None:
    """A row in each table of the plan."""
    made = plan(areas=("Arbetssätt",))
    area = area_of(made)
    first = step_of(area, 1)
    milestone = Part.objects.create(plan=made, kind=PartKind.MILESTONE, parent=first, name="Alla vet")
    Checking.objects.create(part=milestone, how="Enkät", who="Processledarna", when_words="i maj")
    who = actor(made)
    Outside.objects.create(actor=who, part=first, why="Har ingen skola.")
    group = NamedGroup.objects.create(plan=made, words="alla aktörer", is_resolved=True)
    group.members.add(who)
    period = Period.objects.create(part=first, words="till årsskiftet", end_on=date(2027, 1, 1))
    Band.objects.create(kind="holiday", name="Höstlov", start_on=date(2026, 10, 26), end_on=date(2026, 11, 2))
    PlanComment.objects.create(plan=made, part=first, period=period, text="För tidigt.", by=by)
    ContestedWord.objects.create(word="handlingsplan", instead=["planering"])
    AssessmentRequest.objects.create(actor=who, address="bo@exempel.se", by=by)
    said = assessment(who, area, 1)
    evidence(who, area, 1)
    Review.objects.create(assessment=said, text="Vad visar det?", by=by)
    Support.objects.create(actor=who, area=area, asked="Utbildning", asked_on=DAY)
    Lesson.objects.create(plan=made, text="Börja smått.", on=DAY)
    Sustainment.objects.create(actor=who, area=area, months=6, due_on=date(2027, 3, 1))
    WordingRule.objects.create(name="Egen", text="extends: existence\nmessage: Egen\ntokens: [egen]\n")
    ReadMeeting.objects.create(meeting=Meeting.objects.order_by("pk")[0], stamp="1:2:1")
    RefusedOutline.objects.create(key="ett | två", name="Lokalplan", areas=["Ett", "Två"], by=by)
    RemarkAnswer.objects.create(rule="Absolut", words="alla", sentence="Alla vet.", is_taken=False, by=by)
