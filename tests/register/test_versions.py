"""A changed file is a new version of the same meeting: what people confirmed stays, nothing is re-pointed."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests import make

from samsyn.history.models import Event
from samsyn.minutes.records import Kind
from samsyn.register.models import Meeting, MeetingState, Statement, Value, ValueState
from samsyn.register.service import confirm_value, reject_value, settle_doubt

pytestmark = pytest.mark.django_db

PLAN = make.Said(text="Planen för hösten godkänns.", item=0, owner="Processledarna")
AIDS = make.Said(text="Hjälpmedel följs upp varje termin.", kind=Kind.AGREED_OUTCOME, item=1)
COMMON = {"headings": ("Plan", "Hjälpmedel"), "also": tuple(f"Rad {n} om annat" for n in range(12))}


def imported(*said: make.Said, **fields: object) -> Meeting:
    """The meeting after its notes came in with these statements; a second call is a new version."""
    return make.meeting(said=said, **{**COMMON, **fields})


def value(field: str, text: str = PLAN.text) -> Value:
    """A value of the statement with a text."""
    return Value.objects.get(statement__text=text, field=field)


def test_changed_file_is_a_new_version() -> None:
    """One meeting, two versions, the later one holds."""
    imported(PLAN)
    meeting = imported(PLAN, AIDS)
    versions = [(version.number, version.is_current) for version in meeting.versions.all()]
    assert (Meeting.objects.count(), versions) == (1, [(1, False), (2, True)])


def test_other_file_of_the_same_meeting_is_a_new_version() -> None:
    """The same notes saved under another name are of the same meeting."""
    imported(PLAN)
    imported(PLAN, AIDS, name="rättad.txt")
    assert Meeting.objects.count() == 1


def test_same_path_with_another_start_is_a_new_version() -> None:
    """The file's place tells that it is the same meeting, also when its time was corrected."""
    imported(PLAN, start=time(9))
    meeting = imported(PLAN, start=time(10))
    assert (Meeting.objects.count(), meeting.starts_at) == (1, time(10))


def test_unchanged_statement_keeps_its_identity() -> None:
    """The row is the same, whatever came before it in the notes."""
    imported(PLAN)
    before = Statement.objects.get().pk
    imported(AIDS, PLAN)
    assert Statement.objects.get(text=PLAN.text).pk == before


def test_reworded_statement_keeps_its_identity() -> None:
    """Below the same heading, much the same words are the same statement."""
    imported(PLAN)
    before = Statement.objects.get().pk
    imported(make.Said(text="Planen för hösten 2026 godkänns.", item=0, owner="Processledarna"))
    assert Statement.objects.get().pk == before


def test_other_statement_gets_an_identity_of_its_own() -> None:
    """Words with little in common are another statement; the old one is kept but not shown."""
    imported(PLAN)
    imported(make.Said(text="Inget mer att ta upp.", item=0))
    assert dict(Statement.objects.values_list("text", "removed")) == {
        PLAN.text: True,
        "Inget mer att ta upp.": False,
    }


def test_statement_that_comes_back_is_the_same_again() -> None:
    """A version that takes the words back takes the row back."""
    imported(PLAN, AIDS)
    before = Statement.objects.get(text=AIDS.text).pk
    imported(PLAN, also=(*COMMON["also"], "Mer"))
    imported(PLAN, AIDS, also=(*COMMON["also"], "Mer", "Ännu mer"))
    row = Statement.objects.get(text=AIDS.text)
    assert (row.pk, row.removed) == (before, False)


def test_places_follow_the_new_text() -> None:
    """Each value cuts its words out of the version that holds."""
    imported(PLAN)
    meeting = imported(AIDS, PLAN, came=(make.Came(name="Ebba Ek", affiliation="Flen"),))
    text = meeting.versions.get(is_current=True).text
    values = meeting.values.filter(lost=False)
    assert [text[v.start : v.end] for v in values] == [v.words for v in values]


def test_confirmed_value_stays_confirmed() -> None:
    """What a person has looked at need not be looked at again."""
    imported(PLAN)
    confirm_value(value("kind"), by=make.administrator())
    imported(AIDS, PLAN)
    assert value("kind").state == ValueState.CONFIRMED


def test_confirmed_owner_stands_against_another_reading() -> None:
    """The new version says something else: the confirmed value stands, and the difference is asked about."""
    imported(PLAN)
    confirm_value(value("owner"), by=make.administrator())
    meeting = imported(make.Said(text=PLAN.text, item=0, owner="Sekreteraren"))
    row, doubt = Statement.objects.get(), meeting.doubts.get()
    assert (row.owner_name, doubt.value) == ("Processledarna", value("owner"))
    assert "Sekreteraren" in doubt.reason


def test_confirmed_words_that_are_gone_are_lost() -> None:
    """Nothing is pointed to in place of what is no longer there."""
    imported(PLAN)
    confirm_value(value("owner"), by=make.administrator())
    imported(make.Said(text=PLAN.text, item=0))
    owner = value("owner")
    assert (owner.lost, owner.start, owner.end, Statement.objects.get().owner_name) == (
        True, None, None, "Processledarna",
    )  # fmt: skip


def test_confirmed_words_are_found_again_where_they_stand_once() -> None:
    """The very same words, elsewhere in the notes and only there, are the place."""
    imported(PLAN)
    confirm_value(value("owner"), by=make.administrator())
    meeting = imported(
        make.Said(text=PLAN.text, item=0), also=(*COMMON["also"], "Processledarna håller i det")
    )
    owner, text = value("owner"), meeting.versions.get(is_current=True).text
    assert (owner.lost, text[owner.start : owner.end]) == (False, "Processledarna")


def test_confirmed_words_that_stand_twice_are_lost() -> None:
    """Which of two places is meant cannot be known."""
    imported(PLAN)
    confirm_value(value("owner"), by=make.administrator())
    more = ("Processledarna håller i det", "Processledarna kallar")
    imported(make.Said(text=PLAN.text, item=0), also=(*COMMON["also"], *more))
    assert value("owner").lost


def test_confirmed_statement_that_is_gone_is_kept_and_asked_about() -> None:
    """What a person confirmed is not taken away by a file."""
    imported(PLAN, AIDS)
    confirm_value(value("kind"), by=make.administrator())
    meeting = imported(AIDS)
    row = Statement.objects.get(text=PLAN.text)
    assert (row.removed, row.lost) == (False, True)
    assert "står inte kvar" in meeting.doubts.get().reason


def test_rejected_statement_stays_away() -> None:
    """What a person said was wrong is not proposed again by the same words."""
    imported(PLAN)
    reject_value(value("kind"), by=make.administrator())
    imported(PLAN, AIDS)
    assert Statement.objects.get(text=PLAN.text).removed


def test_rejected_owner_is_proposed_anew_when_the_notes_name_another() -> None:
    """Another name is another question."""
    imported(PLAN)
    reject_value(value("owner"), by=make.administrator())
    imported(make.Said(text=PLAN.text, item=0, owner="Sekreteraren"))
    assert (value("owner").state, Statement.objects.get().owner_name) == (ValueState.PROPOSED, "Sekreteraren")


def test_rejected_owner_stays_away_when_the_notes_say_the_same() -> None:
    """The same name is the same answer."""
    imported(PLAN)
    reject_value(value("owner"), by=make.administrator())
    imported(PLAN, AIDS)
    assert (value("owner").state, Statement.objects.get(text=PLAN.text).owner_name) == ("rejected", "")


def test_proposed_value_follows_the_new_version() -> None:
    """What nobody has looked at is simply read again, and that is recorded."""
    imported(PLAN)
    imported(make.Said(text=PLAN.text, item=0, owner="Sekreteraren"))
    event = Event.objects.get(what="value.reread")
    assert (value("owner").value["name"], event.before["value"]["name"]) == ("Sekreteraren", "Processledarna")


def test_person_in_the_list_keeps_the_row() -> None:
    """The same name is the same row, and the one who is gone is not shown."""
    came = (make.Came(name="Ebba Ek", affiliation="Flen"), make.Came(name="Nils Nord"))
    imported(PLAN, came=came)
    before = Meeting.objects.get().attendances.get(name="Ebba Ek").pk
    meeting = imported(PLAN, came=(make.Came(name="Ebba Ek", affiliation="Flens kommun", present=False),))
    rows = {row.name: (row.pk == before, row.present, row.removed) for row in meeting.attendances.all()}
    assert rows == {"Ebba Ek": (True, False, False), "Nils Nord": (False, True, True)}


def test_answered_doubt_is_not_asked_again() -> None:
    """Reading the same question in a new version does not open it."""
    meeting = imported(PLAN, doubts=("held",))
    settle_doubt(meeting.doubts.get(), by=make.administrator())
    imported(PLAN, AIDS, doubts=("held",))
    assert list(meeting.doubts.values_list("state", flat=True)) == ["settled"]


def test_open_doubt_that_is_no_longer_there_goes() -> None:
    """The new version answered it."""
    imported(PLAN, doubts=("held",))
    assert not imported(PLAN, AIDS).doubts.exists()


def test_meeting_that_is_no_longer_spoken_of_goes() -> None:
    """A corrected date leaves no meeting behind that nobody speaks of."""
    imported(make.Said(text=PLAN.text, item=0, refers_to=date(2026, 4, 10)))
    imported(make.Said(text=PLAN.text, item=0, refers_to=date(2026, 4, 11)))
    spoken_of = Meeting.objects.filter(state=MeetingState.REFERENCED)
    assert [meeting.start_on for meeting in spoken_of] == [date(2026, 4, 11)]


def test_heading_that_is_gone_leaves_its_statements() -> None:
    """A statement under another heading is still the same."""
    imported(PLAN, AIDS)
    before = Statement.objects.get(text=AIDS.text).pk
    said = (PLAN, make.Said(text=AIDS.text, kind=AIDS.kind, item=0))
    meeting = imported(*said, headings=("Plan",))
    assert meeting.items.get().statements.get(text=AIDS.text).pk == before


def test_new_version_is_recorded_as_one_act() -> None:
    """All that a version changed shares a batch."""
    imported(PLAN, AIDS)
    imported(PLAN)
    revised = Event.objects.get(what="meeting.revised")
    assert {event.what for event in Event.objects.filter(batch=revised.batch)} >= {
        "meeting.revised",
        "statement.removed",
    }
