"""An actor says where it stands: a claim, with what shows it apart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.plan import plans

from samsyn.plan import service
from samsyn.plan.models import Assessment, Evidence, Outside, Wording
from samsyn.plan.queries.actor import see_actor
from samsyn.register.service import CannotUndo, undo_event

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.plan.models import Actor, Part

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def leader() -> User:
    """Petra, who leads the process."""
    return make.role(make.user(email="petra@exempel.se", name="Petra Palm"), "process_leader").user


def teller(actor: Actor, *, above: bool = False) -> User:
    """Kim, who tells for an actor, or for the municipality that it belongs to."""
    told_for = actor.organisation.parent if above else actor.organisation
    kim = make.user(email="kim@exempel.se", name="Kim Ek")
    return make.role(kim, "contributor", organisation=told_for).user


def school() -> tuple[Actor, Part]:
    """An actor below a municipality, and an area of its plan."""
    plan = plans.plan()
    plans.organisation("Flens skola", above="Flen")
    return plans.actor(plan), plans.area_of(plan)


def say(actor: Actor, area: Part, step: int, *, by: User, **more: object) -> Event:
    """What is said of one area."""
    said = service.Claimed(area, plans.step_of(area, step), **more)  # type: ignore[arg-type]
    return service.assess(actor, [said], on=TODAY, by=by)[0]


@pytest.mark.parametrize("above", [False, True], ids=["its own", "the municipality's"])
def test_whoever_tells_for_the_organisation_says_where_it_stands(*, above: bool) -> None:
    """Also somebody who tells for the organisation above."""
    actor, area = school()
    say(actor, area, 3, by=teller(actor, above=above), since="mars", needs="Tid")
    seen = see_actor(actor, on=TODAY).areas[0]
    assert seen.standing.claim is not None
    assert (seen.standing.claim.step, seen.standing.claim.since, seen.standing.lacks_evidence) == (
        3,
        date(2026, 3, 1),
        True,
    )


def test_another_organisation_may_not() -> None:
    """Whoever tells for Gnesta says nothing of Flen."""
    actor, area = school()
    other = teller(plans.actor(actor.plan, "Gnestas skola", number=2))
    with pytest.raises(PermissionDenied):
        say(actor, area, 1, by=other)


def test_a_process_leader_says_who_told_them() -> None:
    """The word is the actor's own."""
    actor, area = school()
    petra = leader()
    with pytest.raises(service.PlanUnusable):
        say(actor, area, 1, by=petra)
    said = service.Claimed(area, plans.step_of(area, 1))
    service.assess(actor, [said], on=TODAY, by=petra, said_by="Kim Ek")
    assert Assessment.objects.get().said_by == "Kim Ek"


@pytest.mark.parametrize(
    ("since", "day"),
    [
        ("december", date(2025, 12, 1)),
        ("sedan mars", date(2026, 3, 1)),
        ("2024", date(2024, 1, 1)),
        ("när den nya rektorn kom", None),
        ("", None),
    ],
)
def test_since_lies_behind(since: str, day: date | None) -> None:
    """A time without year is the latest one."""
    actor, area = school()
    say(actor, area, 1, by=teller(actor), since=since)
    assert (Assessment.objects.get().since_on, Assessment.objects.get().since_words) == (day, since)


def test_a_time_to_come_is_refused() -> None:
    """Nobody stands anywhere since next year."""
    actor, area = school()
    with pytest.raises(service.PlanUnusable):
        say(actor, area, 1, by=teller(actor), since="2028")


def test_whoever_is_outside_says_nothing() -> None:
    """The area is not theirs."""
    actor, area = school()
    Outside.objects.create(actor=actor, part=area, why="Har ingen skola.")
    with pytest.raises(service.PlanUnusable):
        say(actor, area, 1, by=teller(actor))


def test_a_step_of_another_area_is_refused() -> None:
    """Each area has its own."""
    actor, area = school()
    with pytest.raises(service.PlanUnusable):
        service.assess(
            actor,
            [service.Claimed(area, plans.step_of(plans.area_of(actor.plan, 2), 1))],
            on=TODAY,
            by=teller(actor),
        )


def test_what_was_said_of_older_words_says_so() -> None:
    """The wording in force is kept with the claim."""
    actor, area = school()
    say(actor, area, 2, by=teller(actor))
    Wording.objects.create(part=plans.step_of(area, 2), number=2, text="Nya ord.")
    assert see_actor(actor, on=TODAY).areas[0].standing.is_older_wording


def test_what_was_said_is_taken_back() -> None:
    """And what was said before holds again."""
    actor, area = school()
    kim = teller(actor)
    plans.assessment(actor, area, 1)
    undo_event(say(actor, area, 2, by=kim), by=kim)
    claim = see_actor(actor, on=TODAY).areas[0].standing.claim
    assert claim is not None
    assert claim.step == 1


def test_what_was_reviewed_is_not_taken_back() -> None:
    """The comment would hang in the air."""
    actor, area = school()
    kim = teller(actor)
    event = say(actor, area, 2, by=kim)
    service.review_assessment(Assessment.objects.get(), "Vad visar det?", by=leader())
    with pytest.raises(CannotUndo):
        undo_event(event, by=kim)


def test_the_actor_replies_beside_a_comment() -> None:
    """And the process leader cannot."""
    actor, area = school()
    kim, petra = teller(actor), leader()
    say(actor, area, 2, by=kim)
    service.review_assessment(Assessment.objects.get(), "Vad visar det?", by=petra)
    review = Assessment.objects.get().reviews.get()
    with pytest.raises(PermissionDenied):
        service.reply_to_review(review, "Inget.", by=petra)
    service.reply_to_review(review, "Protokollet.", by=kim)
    review.refresh_from_db()
    assert (review.text, review.reply) == ("Vad visar det?", "Protokollet.")


def test_evidence_shows_what_is_claimed() -> None:
    """Given with the claim, with a day of its own."""
    actor, area = school()
    shown = service.EvidenceWanted("Rutinen är antagen.", dated_on=date(2026, 2, 1))
    say(actor, area, 2, by=teller(actor), shown=shown)
    found = see_actor(actor, on=TODAY).areas[0].standing
    assert (found.lacks_evidence, found.months, found.is_old) == (False, 9, True)


@pytest.mark.parametrize(
    "wanted",
    [
        service.EvidenceWanted(),
        service.EvidenceWanted("Rutin.", dated_on=date(2026, 11, 23)),
        service.EvidenceWanted(address="javascript:alert(1)"),
        service.EvidenceWanted(address="file:///etc/passwd"),
        service.EvidenceWanted(address="https://[exempel.se"),
        service.EvidenceWanted("Gäller 811218-9876."),
        service.EvidenceWanted(content=b"Elev 811218-9876.", file_name="elev.txt"),
    ],
    ids=["empty", "tomorrow", "script", "local", "broken", "identity number", "file with identity number"],
)
def test_what_shows_nothing_is_refused(wanted: service.EvidenceWanted) -> None:
    """And the claim with it is not kept either."""
    actor, area = school()
    with pytest.raises(service.PlanUnusable):
        say(actor, area, 2, by=teller(actor), shown=wanted)
    assert (Assessment.objects.count(), Evidence.objects.count()) == (0, 0)


def test_a_file_is_kept_as_it_came() -> None:
    """Byte for byte."""
    actor, area = school()
    step = plans.step_of(area, 1)
    wanted = service.EvidenceWanted(content=b"Rutin", file_name="rutin.txt")
    service.add_evidence(actor, area, step, wanted, on=TODAY, by=teller(actor))
    kept = Evidence.objects.get()
    assert kept.source is not None
    assert (bytes(kept.source.content), kept.kind, kept.file_name) == (b"Rutin", "file", "rutin.txt")


def test_withdrawn_evidence_counts_no_more() -> None:
    """From that day; before it, it did."""
    actor, area = school()
    kim = teller(actor)
    plans.assessment(actor, area, 1)
    shown = plans.evidence(actor, area, 1)
    service.withdraw_evidence(shown, why="Rutinen är upphävd.", on=TODAY, by=kim)
    now, before = (see_actor(actor, on=day).areas[0].standing for day in (TODAY, date(2026, 11, 21)))
    assert (now.lacks_evidence, before.lacks_evidence) == (True, False)


def test_what_was_read_in_notes_counts_when_it_is_taken() -> None:
    """Not before."""
    actor, area = school()
    kim = teller(actor)
    plans.assessment(actor, area, 1)
    read = plans.evidence(actor, area, 1)
    Evidence.objects.update(state="proposed", step=None)
    assert see_actor(actor, on=TODAY).areas[0].standing.lacks_evidence
    service.take_evidence(read, plans.step_of(area, 1), on=TODAY, by=kim)
    assert not see_actor(actor, on=TODAY).areas[0].standing.lacks_evidence


def test_what_was_read_in_notes_is_refused() -> None:
    """And shown no more."""
    actor, area = school()
    read = plans.evidence(actor, area, 1)
    Evidence.objects.update(state="proposed")
    service.refuse_evidence(read, by=teller(actor))
    assert list(see_actor(actor, on=TODAY).areas[0].proposed) == []
