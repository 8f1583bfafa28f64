"""Questions to the register: the lists, their filters and counts, and what needs attention."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from tests import make

from samsyn.minutes.records import Kind, OwnerKind
from samsyn.register.models import Body, Meeting, Organisation, Statement
from samsyn.register.queries import (
    MeetingFilter,
    StatementFilter,
    coming_meetings,
    coverage,
    decided_without,
    first_without,
    incomplete_statements,
    meeting_page,
    meetings,
    open_doubts,
    open_suggestions,
    quick_counts,
    statements,
)
from samsyn.register.service import confirm_value, reject_value, settle_doubt

if TYPE_CHECKING:
    from pytest_django import DjangoAssertNumQueries

pytestmark = pytest.mark.django_db

ON = date(2026, 6, 1)
DECISION = make.Said(text="Planen godkänns.", owner="Processledarna", due=date(2026, 5, 1))
AGREED = make.Said(text="Ärendet följs åt.", kind=Kind.AGREED_OUTCOME)
ACTION = make.Said(
    text="Kalla till möte.", kind=Kind.NEXT_STEP, action=True, owner="Ebba", owner_kind=OwnerKind.PERSON
)
COMMENT = make.Said(text="Det är bra.", kind=Kind.COMMENT)
EBBA = make.Came(name="Ebba Ek", affiliation="Flen")
NILS = make.Came(name="Nils Nord", affiliation="Trosa", present=False)


@pytest.fixture
def march() -> Meeting:
    """A meeting of the network with one statement of each sort."""
    return make.meeting(
        bodies=("Nätverket",),
        on=date(2026, 3, 5),
        came=(EBBA, NILS),
        said=(DECISION, AGREED, ACTION, COMMENT),
    )


@pytest.fixture
def april() -> Meeting:
    """A meeting of the steering group with one decision."""
    said = make.Said(text="Budgeten läggs fast.")
    return make.meeting(bodies=("Styrgruppen",), on=date(2026, 4, 10), said=(said,), name="april.txt")


def texts(**wanted: object) -> list[str]:
    """The texts that a filter shows."""
    return [row.text for row in statements(StatementFilter(**wanted))]  # type: ignore[arg-type]


def test_list_shows_what_binds_latest_meeting_first(march: Meeting, april: Meeting) -> None:
    """A comment binds nobody."""
    assert texts() == ["Budgeten läggs fast.", DECISION.text, AGREED.text, ACTION.text]


def test_undated_meetings_come_last(march: Meeting) -> None:
    """They are in the list all the same."""
    make.imported(make.reading(on=None, said=(make.Said(text="Odaterat."),), name="u.txt"))
    assert texts()[-1] == "Odaterat."


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        pytest.param({"kinds": ("agreed_outcome",)}, [AGREED.text], id="kind"),
        pytest.param({"kinds": ("comment",)}, [COMMENT.text], id="kind-that-binds-nobody"),
        pytest.param({"actions": True}, [ACTION.text], id="actions"),
        pytest.param({"has_owner": False}, ["Budgeten läggs fast.", AGREED.text], id="no-owner"),
        pytest.param({"has_owner": True}, [DECISION.text, ACTION.text], id="owner"),
        pytest.param({"has_due": True}, [DECISION.text], id="due"),
        pytest.param({"has_due": False}, ["Budgeten läggs fast.", AGREED.text, ACTION.text], id="no-due"),
        pytest.param({"start": date(2026, 4, 10)}, ["Budgeten läggs fast."], id="from-a-day"),
        pytest.param(
            {"end": date(2026, 4, 10)}, [DECISION.text, AGREED.text, ACTION.text], id="before-a-day"
        ),
        pytest.param({"words": "ÄRENDET"}, [AGREED.text], id="word-in-capitals-beyond-ascii"),
        pytest.param({"words": "planen processledarna"}, [DECISION.text], id="words-in-text-and-owner"),
        pytest.param({"words": "100%"}, [], id="sign-that-means-something-to-a-database"),
        pytest.param({"confirmed": True}, [], id="confirmed"),
    ],
)
def test_filter(march: Meeting, april: Meeting, wanted: dict[str, object], shown: list[str]) -> None:
    """Each filter narrows the list by itself."""
    assert texts(**wanted) == shown


def test_filter_by_body(march: Meeting, april: Meeting) -> None:
    """A joint meeting is shown once, whichever of its bodies are asked for."""
    joint = make.reading(
        bodies=("Nätverket", "Styrgruppen"), said=(make.Said(text="Gemensamt."),), name="g.txt"
    )
    make.imported(joint)
    both = tuple(Body.objects.values_list("pk", flat=True))
    assert texts(bodies=both).count("Gemensamt.") == 1
    assert DECISION.text not in texts(bodies=(Body.objects.get(key="styrgrupp").pk,))


def test_filter_by_organisation_finds_what_its_people_own(march: Meeting) -> None:
    """Ebba came from Flen, so what she is to do is Flen's."""
    assert texts(organisation=Organisation.objects.get(key="flen").pk) == [ACTION.text]


def test_filter_by_state(march: Meeting) -> None:
    """A statement is confirmed when its kind is."""
    confirm_value(march.values.get(field="kind", statement__text=AGREED.text), by=make.administrator())
    assert texts(confirmed=True) == [AGREED.text]
    assert AGREED.text not in texts(confirmed=False)


def test_rejected_statements_are_not_shown(march: Meeting) -> None:
    """They are kept, but in no list."""
    reject_value(march.values.get(field="kind", statement__text=AGREED.text), by=make.administrator())
    assert AGREED.text not in texts()


def test_counts_are_of_what_each_filter_shows(march: Meeting, april: Meeting) -> None:
    """One question to the database, the same answer as the lists."""
    counts = quick_counts(ON)
    assert (counts.all, counts.decisions, counts.agreed, counts.actions) == (4, 2, 1, 1)
    assert (counts.without_owner, counts.without_due, counts.proposed) == (
        len(texts(has_owner=False)), len(texts(has_due=False)), len(texts(confirmed=False)),
    )  # fmt: skip


def test_meeting_list_counts_each_thing_by_itself(march: Meeting) -> None:
    """Two in the list and three statements are not six of anything."""
    row: Any = meetings().get(pk=march.pk)
    assert (row.n_present, row.n_absent, row.n_statements) == (1, 1, 4)
    assert (row.n_decisions, row.n_agreed, row.n_actions) == (1, 1, 1)


def test_meeting_list_by_body_and_state(march: Meeting, april: Meeting) -> None:
    """Filters narrow the list."""
    network = Body.objects.get(key="nätverk").pk
    assert list(meetings(MeetingFilter(bodies=(network,)))) == [march]
    assert not meetings(MeetingFilter(states=("referenced",))).exists()


def test_lists_ask_as_often_for_many_as_for_few(
    march: Meeting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The number of questions does not grow with the rows."""
    for day in range(10, 20):
        make.imported(make.reading(on=date(2026, 5, day), came=(EBBA, NILS), said=(DECISION, ACTION)))
    with django_assert_num_queries(3):
        for row in statements():
            assert [*row.meeting.bodies.all(), *row.values.all(), row.item, row.owner_person]
    with django_assert_num_queries(2):
        assert all(list(row.bodies.all()) for row in meetings())


def test_meeting_page_asks_as_often_for_long_notes_as_for_short(
    march: Meeting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Everything that the page shows is there after the same number of questions."""
    said = tuple(make.Said(text=f"Beslut {n} om {n * 7}.", item=n % 3, owner="Ebba") for n in range(40))
    long = make.meeting(on=date(2026, 5, 1), came=(EBBA, NILS), headings=("A", "B", "C"), said=said)
    with django_assert_num_queries(13):
        page = meeting_page(long.pk)
        assert page.current_versions[0].text  # type: ignore[attr-defined]
        for statement in page.statements.all():
            assert [*statement.values.all(), *statement.references.all(), statement.item_id]
        for row in page.attendances.all():
            assert [*row.values.all(), row.person, row.organisation]
        for item in page.items.all():
            assert [*item.values.all(), *item.presenters.all(), item.heading]


def test_coverage_by_organisation(march: Meeting) -> None:
    """Those with nobody present come first."""
    assert [
        (str(row.organisation), len(row.present), len(row.absent), row.is_missing) for row in coverage(march)
    ] == [
        ("Trosa kommun", 0, 1, True),
        ("Flens kommun", 1, 0, False),
    ]


def test_organisation_that_usually_comes_is_missed(march: Meeting) -> None:
    """Notes that do not name it at all say nothing of it: its earlier presence does."""
    later = make.meeting(bodies=("Nätverket",), on=date(2026, 5, 1), came=(NILS,), name="maj.txt")
    missing = [str(row.organisation) for row in coverage(later) if row.is_missing]
    assert missing == ["Flens kommun", "Trosa kommun"]


def test_organisation_of_another_body_is_not_missed(march: Meeting) -> None:
    """Each body has its own."""
    other = make.meeting(bodies=("Styrgruppen",), on=date(2026, 5, 1), came=(NILS,), name="maj.txt")
    assert [str(row.organisation) for row in coverage(other)] == ["Trosa kommun"]


def test_decided_without_somebody(march: Meeting) -> None:
    """The decision, and who had nobody in the room."""
    (row,) = decided_without(on=ON)
    assert (row.meeting, [str(o) for o in row.organisations], [s.text for s in row.statements]) == (
        march, ["Trosa kommun"], [DECISION.text, AGREED.text],
    )  # fmt: skip


def test_meeting_without_list_says_nothing_of_who_was_missing(march: Meeting) -> None:
    """Where nobody is named, nobody is missed."""
    make.imported(make.reading(bodies=("Nätverket",), on=date(2026, 5, 1), said=(DECISION,), name="maj.txt"))
    assert [row.meeting for row in decided_without(on=ON)] == [march]


def test_later_meetings_do_not_count_yet(march: Meeting) -> None:
    """The day is the one that was passed in."""
    assert decided_without(on=date(2026, 3, 4)) == []


def test_the_first_decided_without_are_the_latest_of_all(march: Meeting) -> None:
    """With how many there are; of one organisation, only those without it."""
    (row,) = decided_without(on=ON)
    here, elsewhere = (
        row.organisations[0],
        Organisation.objects.exclude(pk__in=[one.pk for one in row.organisations])[0],
    )
    found = [first_without(n, on=ON, organisation=one) for n, one in ((1, None), (0, here), (1, elsewhere))]
    assert found == [(1, [row]), (1, []), (0, [])]


def test_decided_without_looks_two_years_back(march: Meeting) -> None:
    """Who was missing longer ago is no longer asked about."""
    held = march.start_on
    assert held is not None
    shown = [len(decided_without(on=held + timedelta(days=days))) for days in (729, 730)]
    assert shown == [1, 0]


def test_decided_without_asks_as_often_for_many_as_for_few(
    march: Meeting, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """The number of questions does not grow with the meetings."""
    for day in range(10, 20):
        make.imported(
            make.reading(
                bodies=("Nätverket",),
                on=date(2026, 4, day),
                came=(EBBA,),
                said=(DECISION,),
                name=f"{day}.txt",
            )
        )
    with django_assert_num_queries(15):
        assert len(decided_without(on=date(2026, 6, 1))) == 11


def test_incomplete_statements(march: Meeting) -> None:
    """What lacks an owner or a date; a comment needs neither."""
    assert [row.text for row in incomplete_statements(on=ON)] == [AGREED.text, ACTION.text]


def test_open_doubts_are_those_nobody_answered(march: Meeting) -> None:
    """An answered one is gone from the list."""
    meeting = make.meeting(on=None, doubts=("held",), name="u.txt")
    assert [doubt.meeting for doubt in open_doubts(on=ON)] == [meeting]
    settle_doubt(meeting.doubts.get(), by=make.administrator())
    assert not open_doubts(on=ON).exists()


def test_coming_meetings_from_a_day_on() -> None:
    """The day itself counts; what lies before does not."""
    make.meeting(next_on=date(2026, 10, 9))
    assert [m.start_on for m in coming_meetings(on=date(2026, 10, 9))] == [date(2026, 10, 9)]
    assert not coming_meetings(on=date(2026, 10, 10)).exists()


def test_open_suggestions_come_with_both_objects() -> None:
    """The question can be shown as it stands."""
    make.imported(
        make.reading(came=(make.Came(name="Ebba Eliasson"),)),
        make.reading(came=(make.Came(name="Ebba Elisson"),), on=date(2026, 4, 1)),
    )
    assert [(str(pair.left), str(pair.right)) for pair in open_suggestions()] == [
        ("Ebba Eliasson", "Ebba Elisson")
    ]


def test_a_question_about_namesakes_tells_where_they_are_from() -> None:
    """Two with one name are told apart by their organisations."""
    make.imported(
        make.reading(came=(make.Came(name="Ebba Eliasson", affiliation="Flens kommun"),)),
        make.reading(
            came=(make.Came(name="Ebba Eliasson", affiliation="Region Sörmland"),), on=date(2026, 4, 1)
        ),
    )
    assert [(pair.left_from, pair.right_from) for pair in open_suggestions()] == [
        ("Flens kommun", "Region Sörmland")
    ]


def test_statement_without_item_is_in_the_list(april: Meeting) -> None:
    """What stands before the first heading is not lost."""
    assert Statement.objects.get().item is None
    assert texts() == ["Budgeten läggs fast."]
