"""Notes come into the register whole, once, and recognised."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date, time

import pytest
from tests import make

from samsyn.history.models import Event
from samsyn.minutes.records import Kind, OwnerKind
from samsyn.register.actions.import_notes import Intake
from samsyn.register.intake.passing import pass_as_calls
from samsyn.register.models import (
    Body,
    Doubt,
    Meeting,
    MeetingState,
    NotesState,
    Organisation,
    Person,
    Source,
    Statement,
    Suggestion,
    Value,
)
from samsyn.register.service import take_suggestion

pytestmark = pytest.mark.django_db

EBBA = make.Came(name="Ebba Ek", affiliation="Flen")
NILS = make.Came(name="Nils Nord", affiliation="Region Sörmland", present=False)


def test_the_original_is_kept_byte_for_byte() -> None:
    """What came in can be taken out again as it was."""
    reading = make.reading()
    make.imported(reading)
    assert bytes(Source.objects.get().content) == reading.content


def test_every_value_cuts_out_its_words() -> None:
    """The place of each value is where its words stand in the version's text."""
    meeting = make.meeting(came=(EBBA, NILS), headings=("Plan",), said=(make.Said(text="Godkänns.", item=0),))
    text = meeting.versions.get().text
    assert [text[value.start : value.end] for value in meeting.values.all()] == [
        value.words for value in meeting.values.all()
    ]


def test_every_value_read_is_proposed() -> None:
    """Nothing that a machine read counts as confirmed."""
    meeting = make.meeting(came=(EBBA,), said=(make.Said(text="Godkänns."),))
    assert set(meeting.values.values_list("state", flat=True)) == {"proposed"}


def test_imported_notes_are_finalised_elsewhere() -> None:
    """Old notes were finished and sent before they came here."""
    meeting = make.meeting()
    assert (meeting.state, meeting.notes_state) == (MeetingState.HELD, NotesState.FINALISED_ELSEWHERE)


def test_statement_has_item_owner_and_due() -> None:
    """The columns hold what the values say."""
    said = make.Said(
        text="Ser över planen.", item=0, owner="Processledarna", due=date(2026, 5, 1), action=True
    )
    row = make.meeting(headings=("Plan",), said=(said,)).statements.get()
    assert (row.item and row.item.heading, row.owner_name, row.due_start, row.is_action) == (
        "Plan", "Processledarna", date(2026, 5, 1), True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("initials", "whole"),
    [
        pytest.param("BIS", "Britt-Inger Sol", id="both-parts-of-a-double-name"),
        pytest.param("BS", "Britt-Inger Sol", id="one-letter-a-name"),
        pytest.param("EE", None, id="two-have-them"),
        pytest.param("XY", None, id="nobody-has-them"),
    ],
)
def test_owner_person_is_found_in_the_list_by_initials(initials: str, whole: str | None) -> None:
    """Initials mean whoever alone in the list has them; the words stay as they are."""
    came = tuple(make.Came(name=name) for name in ("Britt-Inger Sol", "Ebba Ek", "Elis Ek"))
    said = make.Said(text=f"{initials} bokar rum.", action=True, owner=initials, owner_kind=OwnerKind.PERSON)
    row = make.meeting(came=came, said=(said,)).statements.get()
    assert (row.owner_name, row.owner_person and row.owner_person.name) == (initials, whole)


@pytest.mark.parametrize("name", ["Ebba", "Ebba E", "Ebba Ek"])
def test_owner_person_is_found_in_the_list_by_a_part_of_the_name(name: str) -> None:
    """A first name, alone or with an initial, means the only one in the room who has it."""
    said = make.Said(text="Bjuder in.", owner=name, owner_kind=OwnerKind.PERSON)
    row = make.meeting(came=(EBBA, NILS), said=(said,)).statements.get()
    assert row.owner_person == Person.objects.get(name="Ebba Ek")


def test_owner_person_is_found_in_the_list_by_surname() -> None:
    """A surname alone means the only one in the room who has it."""
    said = make.Said(text="Bjuder in.", owner="Wrangmark", owner_kind=OwnerKind.PERSON)
    row = make.meeting(came=(EBBA, make.Came(name="Tage Wrangmark")), said=(said,)).statements.get()
    assert row.owner_person == Person.objects.get(name="Tage Wrangmark")


def test_first_name_of_two_in_the_room_is_nobody() -> None:
    """Where two have the name, nobody is picked."""
    said = make.Said(text="Bjuder in.", owner="Ebba", owner_kind=OwnerKind.PERSON)
    came = (EBBA, make.Came(name="Ebba Lund", affiliation="Trosa"))
    assert make.meeting(came=came, said=(said,)).statements.get().owner_person is None


def test_same_bytes_add_nothing() -> None:
    """A file whose content is known is said to be known, and no table grows."""
    reading = make.reading(came=(EBBA,), said=(make.Said(text="Godkänns."),))
    make.imported(reading)
    counts = [model.objects.count() for model in (Source, Meeting, Person, Statement, Value, Event)]
    (outcome,) = make.imported(reading)
    assert (outcome.result, counts) == (
        "known",
        [model.objects.count() for model in (Source, Meeting, Person, Statement, Value, Event)],
    )


def test_meetings_of_one_day_with_other_starts_are_two() -> None:
    """The same bodies may meet twice a day."""
    make.imported(
        make.reading(start=time(9), name="a.txt"), make.reading(start=time(13), name="b.txt", also=("Mer",))
    )
    assert Meeting.objects.count() == 2


def test_notes_of_one_meeting_with_little_in_common_are_asked_about() -> None:
    """Two texts that may be of one meeting stay two until a person says so."""
    first = make.reading(name="a.txt", also=tuple(f"Ett {n}" for n in range(30)))
    second = make.reading(name="b.txt", also=tuple(f"Två {n} och mer" for n in range(30)))
    make.imported(first, second)
    assert (Meeting.objects.count(), Suggestion.objects.get().kind) == (2, "meeting")


def test_undated_notes_are_kept_and_asked_about() -> None:
    """No day is no reason to leave notes out."""
    meeting = make.meeting(on=None, doubts=("held",))
    assert (meeting.start_on, meeting.state, meeting.doubts.get().about) == (None, "held", "held")


def test_doubt_points_to_its_value() -> None:
    """A doubt about a value that was read is linked to it."""
    said = make.Said(text="Bjuder in.", owner="Ebba")
    make.meeting(said=(said,), doubts=("statements[0].owner",))
    value = Doubt.objects.get().value
    assert value is not None
    assert value.field == "owner"


def test_notice_becomes_a_planned_meeting() -> None:
    """A notice of meeting says when, and nothing of what was said."""
    (outcome,) = make.imported(make.reading(notice=True, came=(EBBA,)))
    meeting = Meeting.objects.get()
    assert (outcome.result, meeting.state, meeting.attendances.count()) == ("planned", "planned", 0)


def test_notes_fill_the_meeting_that_was_planned() -> None:
    """The notice and the notes are of one meeting."""
    make.imported(make.reading(notice=True), make.reading(came=(EBBA,), name="b.txt"))
    assert (Meeting.objects.get().state, Meeting.objects.get().attachments.count()) == ("held", 1)


def test_each_import_is_recorded() -> None:
    """The history knows which file gave the meeting."""
    meeting = make.meeting()
    event = Event.objects.get()
    assert (event.what, event.subject_id, event.after["file_name"]) == (
        "meeting.imported",
        meeting.pk,
        "prov.txt",
    )


def test_ways_to_write_an_organisation_are_one() -> None:
    """ "Flen", "Flens kommun" and "Flen kommun" are one; each row keeps what was written."""
    names = ("Flen", "Flens kommun", "Flen kommun")
    came = tuple(make.Came(name=f"Ebba {n} Ek", affiliation=name) for n, name in enumerate(names))
    meeting = make.meeting(came=came)
    assert Organisation.objects.get().name == "Flens kommun"
    assert [row.affiliation for row in meeting.attendances.all()] == list(names)


def test_no_organisation_is_made_of_what_stands_behind_a_first_name() -> None:
    """It may be a child's name ("Vera (Alva)"); a municipality is still known."""
    came = make.Came(name="Vera", affiliation="Alva"), make.Came(name="Rut", affiliation="Flen")
    meeting = make.meeting(came=came)
    assert [row.organisation and row.organisation.name for row in meeting.attendances.all()] == [
        None,
        "Flens kommun",
    ]
    assert Organisation.objects.count() == 1


def test_ways_to_write_a_body_are_one() -> None:
    """Definite and indefinite forms, and a stray space, make no new body."""
    bodies = ("Länsstyrgruppen", "länsstyrgrupp", "läns styrgruppen")
    make.imported(*(make.reading(bodies=(body,), on=date(2026, 3, n + 1)) for n, body in enumerate(bodies)))
    assert Body.objects.get().name == "Länsstyrgruppen"


def test_a_body_is_shown_as_its_own_notes_write_it() -> None:
    """A body first met as "Länsstyrgrupp" is "Länsstyrgruppen" once notes of its own say so."""
    make.imported(
        make.reading(bodies=("Länsstyrgrupp",)),
        make.reading(bodies=("Länsstyrgruppen",), on=date(2026, 5, 4)),
    )
    assert Body.objects.get().name == "Länsstyrgruppen"


def test_a_person_is_the_same_in_two_notes() -> None:
    """The same name from the same municipality is one person."""
    other = make.Came(name="Ebba Ek", affiliation="Flens kommun")
    make.imported(make.reading(came=(EBBA,)), make.reading(came=(other,), on=date(2026, 4, 1)))
    assert Person.objects.count() == 1


def test_namesakes_from_two_municipalities_are_two_and_asked_about() -> None:
    """The same name from elsewhere may be somebody else."""
    other = make.Came(name="Ebba Ek", affiliation="Trosa")
    make.imported(make.reading(came=(EBBA,)), make.reading(came=(other,), on=date(2026, 4, 1)))
    assert (Person.objects.count(), Suggestion.objects.get().kind) == (2, "person")


def test_near_equal_names_are_two_and_asked_about() -> None:
    """A letter more may be a slip, or another person."""
    came = (make.Came(name="Ebba Eliasson"),), (make.Came(name="Ebba Elisson"),)
    make.imported(make.reading(came=came[0]), make.reading(came=came[1], on=date(2026, 4, 1)))
    assert (Person.objects.count(), Suggestion.objects.count()) == (2, 1)


def test_names_that_only_begin_alike_are_not_asked_about() -> None:
    """Half a surname in common is no likeness."""
    make.meeting(came=(make.Came(name="Johan Granberg"), make.Came(name="Johan Granström")))
    assert (Person.objects.count(), Suggestion.objects.count()) == (2, 0)


def test_two_of_one_name_in_one_room_are_two() -> None:
    """Nobody sits in a list twice."""
    make.meeting(came=(make.Came(name="Ebba Ek"), make.Came(name="Ebba Ek")))
    assert Person.objects.count() == 2


def test_statement_speaking_of_a_day_makes_a_meeting_known() -> None:
    """A meeting that notes speak of stands as known by reference, with the bodies named."""
    said = make.Said(
        text="Tas vidare.",
        kind=Kind.NEXT_STEP,
        refers_to=date(2026, 4, 10),
        refers_to_bodies=("Länsstyrgruppen",),
    )
    make.meeting(said=(said,))
    spoken_of = Meeting.objects.get(state=MeetingState.REFERENCED)
    assert (spoken_of.start_on, spoken_of.bodies.get().name) == (date(2026, 4, 10), "Länsstyrgruppen")


def test_notes_meet_the_meeting_that_others_spoke_of() -> None:
    """The notes fill the row that was known by reference, and the reference points there."""
    said = make.Said(text="Tas vidare.", refers_to=date(2026, 4, 10), refers_to_bodies=("Länsstyrgruppen",))
    _, filled = make.imported(
        make.reading(said=(said,)),
        make.reading(bodies=("Skolchefsnätverket", "Länsstyrgrupp"), on=date(2026, 4, 10), name="b.txt"),
    )
    meeting = Meeting.objects.get(start_on=date(2026, 4, 10))
    assert (filled.result, meeting.state, meeting.bodies.count(), meeting.referred_by.count()) == (
        "filled", "held", 2, 1,
    )  # fmt: skip


def test_reference_finds_notes_that_came_before() -> None:
    """The order in which files come makes no difference."""
    said = make.Said(text="Tas vidare.", refers_to=date(2026, 4, 10))
    make.imported(
        make.reading(bodies=("Länsstyrgruppen",), on=date(2026, 4, 10)),
        make.reading(said=(said,), name="b.txt"),
    )
    assert Meeting.objects.get(start_on=date(2026, 4, 10)).referred_by.count() == 1


def test_next_meeting_is_known_and_met_by_its_notes() -> None:
    """ "Nästa möte 9 oktober" is a meeting of the same bodies, and its notes fill it."""
    make.imported(make.reading(next_on=date(2026, 10, 9)), make.reading(on=date(2026, 10, 9), name="b.txt"))
    first = Meeting.objects.get(start_on=make.DAY)
    assert first.next_meeting == Meeting.objects.get(start_on=date(2026, 10, 9), state=MeetingState.HELD)


def test_what_another_process_wrote_meanwhile_is_known() -> None:
    """Two imports side by side make one person of one name, not two."""
    one, other = Intake(None), Intake(None)
    for day, intake in enumerate((one, other), start=1):
        intake.take([make.reading(on=date(2026, 3, day))])
    for day, intake in enumerate((one, other), start=3):
        intake.take([make.reading(came=(EBBA,), on=date(2026, 3, day))])
    assert Person.objects.count() == 1


def test_what_was_merged_meanwhile_is_known() -> None:
    """An import goes on with the one that stands."""
    intake = Intake(None)
    intake.take([make.reading(came=(make.Came(name="Ebba Eliasson"),))])
    intake.take([make.reading(came=(make.Came(name="Ebba Elisson"),), on=date(2026, 4, 1))])
    take_suggestion(Suggestion.objects.get(), by=make.administrator())
    intake.take([make.reading(came=(make.Came(name="Ebba Elisson"),), on=date(2026, 5, 1))])
    assert Person.objects.get().attendances.count() == 3


def test_a_reading_goes_from_process_to_process_whole() -> None:
    """What a worker sends is what it read."""
    pass_as_calls()
    reading = make.reading(came=(EBBA,), next_on=date(2026, 10, 9))
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301 - our own


def test_one_content_twice_in_one_go_is_kept_once() -> None:
    """Files that come in together are held against each other too."""
    reading = make.reading()
    again = replace(reading, shown="b.txt", name="b.txt")
    assert [outcome.result for outcome in Intake(None).take([reading, again])] == ["new", "known"]


def test_readings_that_come_together_are_written_all_or_none() -> None:
    """A database that gives up at the second leaves nothing of the first."""
    broken = replace(make.reading(on=date(2026, 4, 1)), content=None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Intake(None).take([make.reading(), broken])
    assert not Meeting.objects.exists()
