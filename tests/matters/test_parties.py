"""What each party does with a decision that every party takes for itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.matters.committees import COMERS, DECIDED, decision, matter_of, party, told

from samsyn.accounts.permissions import may
from samsyn.matters import service
from samsyn.matters.models import Matter, PartyLine
from samsyn.matters.queries.parties import likely_parties, party_rows
from samsyn.matters.queries.party_proposals import party_proposals
from samsyn.minutes.records import Kind
from samsyn.register.models import Meeting, Organisation, Seat, Statement, Value
from samsyn.register.service import ChangedMeanwhile, ReportUnusable, undo_event

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db
LATER = date(2026, 6, 12)


@pytest.fixture
def anna() -> User:
    """Somebody who may do everything."""
    return make.administrator()


def states(subject: Statement | Matter) -> list[tuple[str, str]]:
    """What holds of each party."""
    return [(row.organisation.name, row.line.state) for row in party_rows(subject)]


def proposed(subject: Statement | Matter) -> list[tuple[str, str]]:
    """What is proposed of each party."""
    return [(one.organisation.name, one.state) for one in party_proposals(subject)]


def opened(anna: User) -> Statement:
    """A decision in which each of three municipalities has its line."""
    said = decision()
    service.open_parties(said, likely_parties(said), by=anna)
    return said


def test_parties_are_those_who_come() -> None:
    """Municipalities and regions, by name."""
    assert [one.name for one in likely_parties(decision())] == [
        "Flens kommun",
        "Gnesta kommun",
        "Trosa kommun",
    ]


def test_a_unit_stands_for_what_it_belongs_to() -> None:
    """Only those at the top of the tree decide for themselves."""
    said = decision()
    nykoping = Organisation.objects.create(name="Nyköpings kommun", key="nyköping", kind="municipality")
    unit = Organisation.objects.create(name="Elevhälsan", key="elevhälsan", parent=nykoping)
    person = said.meeting.attendances.all()[0].person
    assert person is not None
    Seat.objects.create(person=person, body=said.meeting.bodies.get(), organisation=unit)
    assert nykoping in likely_parties(said)


def test_each_party_waits_at_first(anna: User) -> None:
    """With a line of its own."""
    assert [state for _, state in states(opened(anna))] == ["pending"] * 3


def test_opening_again_adds_who_is_missing(anna: User) -> None:
    """And leaves the others as they are."""
    said = decision()
    service.open_parties(said, [party("Flen")], by=anna)
    service.open_parties(said, likely_parties(said), by=anna)
    assert PartyLine.objects.count() == 3


def test_nobody_chosen_is_told(anna: User) -> None:
    """Parties without a party make no sense."""
    with pytest.raises(ReportUnusable):
        service.open_parties(decision(), [], by=anna)


def test_what_is_said_holds_and_what_was_said_is_kept(anna: User) -> None:
    """The latest first."""
    said = opened(anna)
    line = PartyLine.objects.get(organisation=party("Flen"))
    news = service.PartySaid("adopted", "21 maj 2026", "BUKN 2026/112", "", line.pk)
    service.tell_party(service.Party(said, party("Flen")), news, by=anna)
    row = next(row for row in party_rows(said) if row.organisation == party("Flen"))
    assert (row.line.state, row.line.start_on, row.line.number, [one.state for one in row.earlier]) == (
        "adopted",
        date(2026, 5, 21),
        "BUKN 2026/112",
        ["pending"],
    )


def test_two_at_once_are_told(anna: User) -> None:
    """Who has seen what stood before says it again."""
    said = opened(anna)
    with pytest.raises(ChangedMeanwhile):
        service.tell_party(service.Party(said, party("Flen")), service.PartySaid("adopted"), by=anna)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(service.PartySaid("gone"), id="no-such-state"),
        pytest.param(service.PartySaid("adopted", when="när lokalen är klar"), id="no-day"),
        pytest.param(service.PartySaid("adopted", text="Barnet 121212-" + "1212"), id="identity-number"),
        pytest.param(service.PartySaid("adopted", number="1" * 101), id="too-long"),
    ],
)
def test_what_cannot_be_kept_is_refused(said: service.PartySaid, anna: User) -> None:
    """And nothing is written."""
    subject = decision()
    with pytest.raises(ReportUnusable):
        service.tell_party(service.Party(subject, party("Flen")), said, by=anna)


@pytest.mark.parametrize(
    ("name", "allowed"), [pytest.param("Flen", True, id="own"), pytest.param("Trosa", False, id="anothers")]
)
def test_a_contributor_tells_for_its_own(name: str, allowed: bool) -> None:
    """And for no other party."""
    said = decision()
    bo = make.role(make.user(), "contributor", organisation=party(name)).user
    assert may(bo, "matters.tell_party", service.Party(said, party("Flen"))) is allowed


@pytest.mark.parametrize(
    ("name", "allowed"), [pytest.param("Flen", True, id="own"), pytest.param("Trosa", False, id="anothers")]
)
def test_a_contributor_takes_back_what_was_told_of_its_own(name: str, allowed: bool) -> None:
    """A slip of one's own organisation needs no secretary."""
    said, flen = decision(), party("Flen")
    bo = make.role(make.user(), "contributor", organisation=party(name)).user
    event = service.tell_party(
        service.Party(said, flen), service.PartySaid("adopted"), by=make.administrator()
    )
    assert (may(bo, "register.take_back"), may(bo, "matters.tell_party", event)) == (True, allowed)


def test_a_reader_opens_nothing() -> None:
    """Who the parties are is said by those who write the notes."""
    with pytest.raises(PermissionDenied):
        service.open_parties(decision(), [], by=make.reader())


def test_notes_of_the_same_matter_propose() -> None:
    """With the day that they tell."""
    said = decision()
    later = told("Flens nämnd antog den i maj.", "Gnesta återstår.", on=LATER)
    matter_of([said.meeting, later])
    first = party_proposals(said)[0]
    assert (proposed(said), first.columns["start_on"]) == (
        [("Flens kommun", "adopted"), ("Gnesta kommun", "pending")],
        date(2026, 5, 1),
    )


def test_notes_of_another_matter_propose_nothing() -> None:
    """Nor do those that are tied to nothing."""
    said = decision()
    told("Flens nämnd antog den i maj.", on=LATER)
    assert proposed(said) == []


def test_a_committees_own_minutes_propose() -> None:
    """With their day and the number of the case."""
    said = decision()
    own = told("att anta den", on=LATER, body="Flens barnnämnd", kind=Kind.DECISION)
    Statement.objects.create(
        meeting=own, item=own.items.get(), position=9, kind="information", text="Dnr BN 2026/7"
    )
    matter_of([said.meeting, own])
    (one,) = party_proposals(said)
    assert (one.organisation.name, one.state, one.reason, one.columns["number"], one.columns["start_on"]) == (
        "Flens kommun",
        "adopted",
        "own_minutes",
        "BN 2026/7",
        LATER,
    )


def test_a_count_tells_of_those_who_are_not_named() -> None:
    """Two of three have, and one is named that has not."""
    said = decision()
    matter_of([said.meeting, told("Två av tre har antagit den.", "Trosa har inte svarat.", on=LATER)])
    assert proposed(said) == [
        ("Flens kommun", "adopted"),
        ("Gnesta kommun", "adopted"),
        ("Trosa kommun", "pending"),
    ]


def test_a_count_that_does_not_add_up_tells_of_nobody() -> None:
    """One of three has, and one is named that has not: who the third is, nobody knows."""
    said = decision()
    matter_of([said.meeting, told("En av tre har antagit den.", "Trosa har inte svarat.", on=LATER)])
    assert proposed(said) == [("Trosa kommun", "pending")]


def test_who_takes_no_part_is_proposed_for_a_matter(anna: User) -> None:
    """Also where nothing is decided yet."""
    meeting = told("Trosa kommun deltar inte i första fasen.", on=DECIDED)
    said = Statement.objects.get(meeting=meeting)
    Organisation.objects.create(name="Trosa kommun", key="trosa", kind="municipality")
    make.meeting(bodies=("Länsgruppen",), on=LATER, came=COMERS[2:],
                 name="b.txt")  # fmt: skip
    Value.objects.create(meeting=meeting, statement=said, field="excluded", value="Trosa kommun",
                         words="Trosa kommun", rule="S8", certainty="likely")  # fmt: skip
    matter = matter_of([meeting])
    key = party_proposals(matter)[0].key
    service.take_party_proposals(matter, [key], by=anna)
    assert (states(matter), proposed(matter)) == ([("Trosa kommun", "outside")], [])


def test_a_proposal_that_is_taken_holds(anna: User) -> None:
    """With its source, and is proposed no more."""
    said = opened(anna)
    later = told("Flens nämnd har antagit den.", on=LATER)
    matter_of([said.meeting, later])
    service.take_party_proposals(said, [party_proposals(said)[0].key], by=anna)
    line = party_rows(said)[0].line
    assert (line.state, line.source, proposed(said)) == ("adopted", Statement.objects.get(meeting=later), [])


def test_a_proposal_that_is_refused_comes_back_only_when_that_is_undone(anna: User) -> None:
    """What was said before holds."""
    said = opened(anna)
    matter_of([said.meeting, told("Flens nämnd har antagit den.", on=LATER)])
    before = proposed(said)
    (event,) = service.refuse_party_proposals(said, [party_proposals(said)[0].key], by=anna)
    between = (proposed(said), states(said)[0][1])
    undo_event(event, by=anna)
    assert (between, proposed(said)) == (([], "pending"), before)


def test_what_notes_told_before_somebody_said_otherwise_is_not_proposed(anna: User) -> None:
    """A person knows it later."""
    said = decision()
    service.tell_party(service.Party(said, party("Flen")), service.PartySaid("turned_down"), by=anna)
    matter_of([said.meeting, told("Flens nämnd har antagit den.", on=LATER)])
    assert proposed(said) == []


def test_unfinished_notes_propose_nothing_to_others() -> None:
    """As on every page."""
    said = decision()
    later = told("Flens nämnd har antagit den.", on=LATER)
    matter_of([said.meeting, later])
    Meeting.objects.filter(pk=later.pk).update(notes_state="draft")
    assert proposed(said) == []


def test_a_proposal_that_is_gone_is_told(anna: User) -> None:
    """Somebody else has answered it."""
    with pytest.raises(ChangedMeanwhile):
        service.take_party_proposals(decision(), ["1-2-adopted"], by=anna)


def test_what_was_said_of_a_party_can_be_undone(anna: User) -> None:
    """Then what was said before holds again."""
    said = decision()
    event = service.tell_party(service.Party(said, party("Flen")), service.PartySaid("adopted"), by=anna)
    undo_event(event, by=anna)
    assert states(said) == []
