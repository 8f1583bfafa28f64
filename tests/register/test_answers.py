"""What a doubt can be answered with, what each answer does, and that it can be undone."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from tests import make
from tests.web import specimens

from samsyn.minutes.records import Kind, OwnerKind
from samsyn.register.answers import Answers
from samsyn.register.models import Attendance, Doubt, Meeting, Presenter, Statement, Suggestion, Value
from samsyn.register.service import (
    AlreadyDecided,
    AnswerUnknown,
    answer_doubt,
    confirm_row,
    confirm_value,
    refuse_suggestion,
    settle_doubt,
    undo_event,
)

pytestmark = pytest.mark.django_db

TWO = (make.Came(name="Karin Alm"), make.Came(name="Karin Berg"), make.Came(name="Nils Ek"))


def doubted(field: str, rule: str, **of: object) -> Doubt:
    """A doubt about the value of a field, raised by a rule."""
    value = Value.objects.get(field=field, **of)
    return Doubt.objects.create(meeting=value.meeting, value=value, about="", reason="Vilket?", rule=rule)


def presence(*, struck: bool = True) -> Doubt:
    """Whether somebody in the list was there."""
    make.meeting(came=(make.Came(name="Nils Ek", present=not struck),))
    return doubted("name", "A10")


def kind(rule: str = "S12") -> Doubt:
    """Whether a sentence is an agreement."""
    make.meeting(said=(make.Said(text="Samsyn råder.", kind=Kind.AGREED_OUTCOME, action=True),))
    return doubted("kind", rule)


def owner() -> Doubt:
    """Which of two is to act."""
    said = make.Said(text="Ser över planen.", owner="Karin", owner_kind=OwnerKind.PERSON)
    make.meeting(came=TWO, said=(said,))
    return doubted("owner", "O5")


def presenter() -> Doubt:
    """Which of two presents."""
    meeting = make.meeting(came=TWO, headings=("Planen",))
    item = meeting.items.get()
    Presenter.objects.create(item=item, name="Karin")
    Value.objects.create(meeting=meeting, item=item, field="presenter", value="Karin", words="Karin")
    return doubted("presenter", "P3")


def pointer(*, next_on: date | None = None) -> Doubt:
    """Which meeting is meant."""
    said = make.Said(text="Frågan får mer tid.", refers_to=date(2026, 4, 1))
    make.meeting(said=(said,), next_on=next_on)
    doubt = doubted("reference", "R2")
    doubt.meeting.references.update(target_meeting=None)
    return doubt


def codes(doubt: Doubt) -> list[str]:
    """The answers that a doubt leaves."""
    return [answer.code for answer in Answers(doubt.meeting).to(doubt)]


def code_of(doubt: Doubt, name: str) -> str:
    """The answer that names a person."""
    found = Answers(doubt.meeting).to(doubt)
    return next(one.code for one in found if one.subject and str(one.subject) == name)


def answered(doubt: Doubt, code: str = "as_read") -> Value:
    """The value that a doubt is about, once it is answered."""
    answer_doubt(doubt, code, by=make.administrator())
    assert doubt.value is not None
    doubt.value.refresh_from_db()
    doubt.refresh_from_db()
    return doubt.value


@pytest.mark.parametrize(
    ("make_doubt", "wanted"),
    [
        pytest.param(presence, ["as_read", "present"], id="present-or-not"),
        pytest.param(kind, ["as_read", "information"], id="agreement-or-description"),
        pytest.param(lambda: kind("S32"), ["as_read", "information"], id="action-or-description"),
        pytest.param(lambda: kind("S13"), ["as_read", "information"], id="decision-or-description"),
        pytest.param(pointer, ["as_read"], id="no-meeting-known"),
        pytest.param(lambda: kind("X1"), ["as_read"], id="rule-without-choices"),
    ],
)
def test_the_rule_says_what_can_be_answered(make_doubt, wanted) -> None:  # type: ignore[no-untyped-def]
    """That the reading is right is always one of the answers."""
    assert codes(make_doubt()) == wanted


@pytest.mark.parametrize("make_doubt", [presence, kind, owner, presenter, pointer])
def test_the_reading_is_right(make_doubt) -> None:  # type: ignore[no-untyped-def]
    """The value that the doubt is about is confirmed, and the doubt answered."""
    doubt = make_doubt()
    assert (answered(doubt).state, doubt.state) == ("confirmed", "settled")


def test_a_struck_person_was_there() -> None:
    """The row says so, and its name is corrected."""
    doubt = presence()
    assert (answered(doubt, "present").state, doubt.state) == ("corrected", "settled")
    assert Attendance.objects.get().present


def test_an_agreement_that_is_a_description() -> None:
    """It binds nobody any more, and nobody is to do it."""
    assert answered(kind(), "information").state == "corrected"
    assert Statement.objects.values_list("kind", "is_action", "removed").get() == (
        "information",
        False,
        False,
    )


def test_an_owner_is_chosen_among_those_with_the_name() -> None:
    """Both are offered, and nobody else."""
    doubt = owner()
    assert [str(answer.subject) for answer in Answers(doubt.meeting).to(doubt)][:-1] == [
        "Karin Alm",
        "Karin Berg",
    ]
    answered(doubt, code_of(doubt, "Karin Berg"))
    row = Statement.objects.get()
    assert (row.owner_name, str(row.owner_person), row.search_text) == (
        "Karin Berg", "Karin Berg", "ser över planen. karin berg",
    )  # fmt: skip


def test_a_presenter_is_chosen_among_those_with_the_name() -> None:
    """The name stays as written beside the person."""
    doubt = presenter()
    answered(doubt, code_of(doubt, "Karin Alm"))
    row = Presenter.objects.get()
    assert (row.name, row.full_name) == ("Karin", "Karin Alm")


def test_the_nearest_meeting_is_offered() -> None:
    """The one that the notes announce."""
    doubt = pointer(next_on=date(2026, 10, 9))
    meant = Meeting.objects.get(start_on=date(2026, 10, 9))
    assert codes(doubt) == [f"meeting-{meant.pk}", "as_read"]
    assert answered(doubt, f"meeting-{meant.pk}").state == "corrected"
    assert doubt.meeting.references.get().target_meeting == meant


def test_a_later_meeting_of_the_same_bodies_is_offered() -> None:
    """Not one of other bodies, though it is nearer."""
    doubt = pointer()
    make.imported(
        make.reading(bodies=("Annat nätverk",), on=date(2026, 5, 1), name="b.txt"),
        make.reading(on=date(2026, 6, 1), name="c.txt"),
    )
    june = Meeting.objects.get(start_on=date(2026, 6, 1))
    assert codes(doubt)[0] == f"meeting-{june.pk}"


@pytest.mark.parametrize(
    ("make_doubt", "code"), [(presence, "present"), (kind, "information")], ids=["presence", "kind"]
)
def test_an_answer_is_undone(make_doubt, code) -> None:  # type: ignore[no-untyped-def]
    """The row, the value and the doubt are as they were."""
    doubt, anna = make_doubt(), make.administrator()
    rows = [list(Attendance.objects.values()), list(Statement.objects.values())]
    undo_event(answer_doubt(doubt, code, by=anna), by=anna)
    doubt.refresh_from_db()
    assert (doubt.state, Value.objects.get(pk=doubt.value_id).state) == ("open", "proposed")
    assert [list(Attendance.objects.values()), list(Statement.objects.values())] == rows


def test_confirming_what_was_corrected_takes_the_correction_back() -> None:
    """Confirmed means as read."""
    confirm_value(answered(presence(), "present"), by=make.administrator(email="c@exempel.se"))
    assert not Attendance.objects.get().present


def test_an_answer_that_the_doubt_does_not_leave_is_refused() -> None:
    """Nothing is changed."""
    doubt = kind()
    with pytest.raises(AnswerUnknown):
        answer_doubt(doubt, "present", by=make.administrator())
    doubt.refresh_from_db()
    assert doubt.state == "open"


def test_a_doubt_is_answered_once() -> None:
    """The second answer is refused."""
    doubt, anna = kind(), make.administrator()
    answer_doubt(doubt, by=anna)
    with pytest.raises(AlreadyDecided):
        answer_doubt(doubt, "information", by=anna)


def test_others_may_not_answer() -> None:
    """Somebody without a role is refused."""
    with pytest.raises(PermissionDenied):
        answer_doubt(kind(), "information", by=make.user())


def test_a_corrected_value_survives_a_new_version() -> None:
    """The same words are read again, and nothing is asked anew."""
    said = make.Said(text="Samsyn råder i alla frågor.", kind=Kind.AGREED_OUTCOME)
    make.meeting(said=(said,), doubts=("statements[0].kind",))
    Doubt.objects.update(rule="S12")
    answered(Doubt.objects.get(), "information")
    first = make.Said(text="Planen godkänns.")
    make.imported(make.reading(said=(first, said), doubts=("statements[1].kind",)))
    row = Statement.objects.get(text=said.text)
    assert (row.kind, row.values.get(field="kind").state) == ("information", "corrected")
    assert not Doubt.objects.filter(state="open").exists()


def test_a_chosen_presenter_and_meeting_survive_a_new_version() -> None:
    """They are rows that are written anew; who is meant stays."""
    make.imported(specimens.joint_meeting())
    item = Value.objects.get(field="presenter")
    Value.objects.filter(field__in=("presenter", "reference")).update(state="corrected")
    other = Presenter.objects.get(item=item.item)
    nils = Attendance.objects.get(name="Berit Alm").person
    other.person = nils
    other.save()
    meant = Meeting.objects.get(start_on=date(2026, 10, 9))
    pointers = Meeting.objects.get(start_on=date(2026, 3, 12)).references
    pointers.update(target_meeting=meant)
    reading = specimens.joint_meeting()
    object.__setattr__(reading, "content", reading.content + b"\n")
    object.__setattr__(reading, "sha256", "0" * 64)
    make.imported(reading)
    assert (Presenter.objects.get().person, pointers.get().target_meeting) == (nils, meant)


def test_doubts_name_the_value_that_they_are_about() -> None:
    """Whether somebody was there is said by the name; that a day is missing is said by nothing."""
    make.imported(specimens.joint_meeting())
    fields = [(doubt.about, doubt.value and doubt.value.field) for doubt in Doubt.objects.order_by("id")]
    assert fields == [("attendees[3].present", "name"), ("statements[4].due", None)]


def test_confirming_a_row_answers_all_that_is_asked_of_it() -> None:
    """Also what is asked where the notes give no value."""
    make.imported(specimens.joint_meeting())
    asked_about = Q(attendance__name="Egon Falk") | Q(statement__kind="agreed_outcome")
    confirm_row(Value.objects.filter(asked_about), by=make.administrator())
    assert set(Doubt.objects.values_list("state", flat=True)) == {"settled"}


def test_confirming_a_row_leaves_other_rows_doubts() -> None:
    """Egon's doubt is not answered by looking at Frida."""
    make.imported(specimens.joint_meeting())
    confirm_row(Attendance.objects.get(name="Frida Gran").values.all(), by=make.administrator())
    assert set(Doubt.objects.values_list("state", flat=True)) == {"open"}


def test_a_settled_doubt_is_undone() -> None:
    """It is open again, and the history keeps both."""
    anna, doubt = make.administrator(), make.meeting(on=None, doubts=("held",)).doubts.get()
    event = undo_event(settle_doubt(doubt, by=anna), by=anna)
    doubt.refresh_from_db()
    assert (doubt.state, event.what) == ("open", "doubt.undone")


def pair(meeting: Meeting) -> Suggestion:
    """A question about two people of the register."""
    left, right = [row.person for row in meeting.attendances.all()[:2]]
    assert left is not None
    assert right is not None
    return Suggestion.objects.create(kind="person", left_id=left.pk, right_id=right.pk, reason="Lika?")


def test_a_refused_suggestion_is_undone() -> None:
    """It is asked again."""
    anna, suggestion = make.administrator(), pair(make.meeting(came=TWO))
    event = undo_event(refuse_suggestion(suggestion, by=anna), by=anna)
    suggestion.refresh_from_db()
    assert (suggestion.state, event.what) == ("open", "suggestion.undone")
