"""What the actors of the example county's plan say of themselves, what shows it, and what others say."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from samsyn.cli.example_plan_changes import words_of
from samsyn.cli.example_story import SINCE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.cli.example_plan_changes import Hand, Row
    from samsyn.plan.models import Part
    from samsyn.plan.service import Claimed


def contributors(rows: list[Row]) -> dict[str, User]:
    """Those who tell for an organisation, by name; they cannot sign in."""
    return {row["name"]: user for row in rows if (user := _contributor(row))}


def _contributor(row: Row) -> User | None:
    from samsyn.accounts.models import User
    from samsyn.register.models import Organisation, Role, RoleKind

    organisation = Organisation.objects.filter(key=row["organisation"]).first()
    if organisation is None:
        return None
    user = User.objects.filter(email=row["address"]).first()
    if user is None:
        user = User.objects.create_user(email=row["address"], name=row["name"])
        Role.objects.create(user=user, kind=RoleKind.CONTRIBUTOR, organisation=organisation, start_on=SINCE)
    return user


def _round(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import assess

    areas = _areas(hand)
    for one in row["said"]:
        actor, teller = hand.actor(one["actor"]), hand.tellers.get(one["by"])
        said_by = "" if teller else one["by"]
        assess(actor, _claims(one, areas), on=row["on"], by=teller or hand.by, said_by=said_by)


def _morning_of(day: date) -> datetime:
    """When what was done on a day was done."""
    from django.utils import timezone

    return timezone.make_aware(datetime.combine(day, time(9)))


def _ask(hand: Hand, row: Row) -> None:
    """By letter, to people who have that address from now on."""
    from samsyn.plan.models import AssessmentRequest
    from samsyn.plan.service import ask_for_assessment
    from samsyn.register.models import Person
    from samsyn.register.service import change_person

    for one in row["who"]:
        person = Person.objects.filter(name=one["by"], email="").first()
        if person is not None:
            change_person(person, name=person.name, email=one["address"], by=hand.by)
        asked = ask_for_assessment(hand.actor(one["actor"]), one["address"], on=row["on"], by=hand.by)
        AssessmentRequest.objects.filter(pk=asked.subject_id).update(at=_morning_of(row["on"]))


def _answer(hand: Hand, row: Row) -> None:
    from samsyn.mail.service import Link
    from samsyn.plan.service import ASSESSING, assess_by_link

    link = Link.objects.get(purpose=ASSESSING, address=row["address"], subject_id=hand.actor(row["actor"]).pk)
    assess_by_link(link, _claims(row, _areas(hand)), on=row["on"])


def _areas(hand: Hand) -> list[Part]:
    return list(hand.plan.parts.filter(kind="area").prefetch_related("parts"))


def _claims(row: Row, areas: list[Part]) -> list[Claimed]:
    return [claim for at, area in enumerate(areas) if (claim := _claimed(row, at, area))]


def _claimed(row: Row, at: int, area: Part) -> Claimed | None:
    """What is said of one area: "3 sedan 20 augusti 2026"; None for nothing."""
    from samsyn.plan.service import Claimed, EvidenceWanted

    number, _, since = row["steps"][at].partition(" sedan ")
    if not number:
        return None
    step = next((part for part in area.parts.all() if part.number == int(number)), None)
    shown = row["shown"][at] if "shown" in row else ""
    needs = row["needs"][at] if "needs" in row else ""
    return Claimed(area, step, since, needs, shown=EvidenceWanted(text=shown) if shown else None)


def _show(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import EvidenceWanted, add_evidence

    step, said = hand.part(row["at"]), words_of(row)
    texts = {name: row.get(name, "") for name in ("text", "address", "file_name")}
    content = row.get("content", "").encode("utf-8")
    wanted = EvidenceWanted(**texts, dated_on=row.get("dated_on"), content=content, statement=said)
    if step.parent is not None and (said or "note" not in row):
        add_evidence(hand.actor(row["actor"]), step.parent, step, wanted, on=row["on"], by=hand.by)


def _withdraw(hand: Hand, row: Row) -> None:
    from samsyn.plan.service import withdraw_evidence

    evidence = hand.actor(row["actor"]).evidence.get(text=row["text"])
    withdraw_evidence(evidence, why=row["why"], on=row["on"], by=hand.by)


def _review(hand: Hand, row: Row) -> None:
    from samsyn.plan.models import Review
    from samsyn.plan.service import reply_to_review, review_assessment

    said = hand.actor(row["actor"]).assessments.filter(area=hand.part(row["area"])).last()
    if said is None:
        return
    step = said.area.parts.filter(number=row["step"]).first() if "step" in row else None
    event = review_assessment(said, row["text"], step=step, by=hand.by)
    Review.objects.filter(pk=event.subject_id).update(at=_morning_of(row["on"]))
    teller = hand.tellers.get(row.get("by", ""))
    if teller is not None:
        reply_to_review(Review.objects.get(pk=event.subject_id), row["reply"], by=teller)


SAID: dict[str, Callable[[Hand, Row], None]] = {
    "round": _round,
    "asked": _ask,
    "linked": _answer,
    "evidence": _show,
    "withdrawn": _withdraw,
    "review": _review,
}
