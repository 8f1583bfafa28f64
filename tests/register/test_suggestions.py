"""Two that may be one: taken or refused by a person, never by the machine."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from tests import make

from samsyn.history.models import Event
from samsyn.register.models import Body, Meeting, Organisation, Person, Statement, Suggestion, Value
from samsyn.register.service import (
    AlreadyDecided,
    CannotMerge,
    confirm_value,
    refuse_suggestion,
    take_suggestion,
)

pytestmark = pytest.mark.django_db

LATER = date(2026, 4, 1)


def near_people() -> Suggestion:
    """A question about two people of nearly the same name."""
    make.imported(
        make.reading(came=(make.Came(name="Ebba Eliasson"),)),
        make.reading(came=(make.Came(name="Ebba Elisson"),), on=LATER),
    )
    return Suggestion.objects.get()


def test_taking_makes_two_people_one() -> None:
    """Both rows of attendance are of the older one."""
    take_suggestion(near_people(), by=make.administrator())
    assert Person.objects.get().attendances.count() == 2


def test_merged_name_is_recognised_from_then_on() -> None:
    """The other spelling is another way to write the one."""
    take_suggestion(near_people(), by=make.administrator())
    make.imported(make.reading(came=(make.Came(name="Ebba Elisson"),), on=date(2026, 5, 1)))
    assert Person.objects.get().attendances.count() == 3


def test_refusing_keeps_them_apart_for_good() -> None:
    """The same question is not asked again."""
    refuse_suggestion(near_people(), by=make.administrator())
    make.imported(make.reading(came=(make.Came(name="Ebba Elisson"),), on=date(2026, 5, 1)))
    assert (Person.objects.count(), [s.state for s in Suggestion.objects.all()]) == (2, ["refused"])


@pytest.mark.parametrize("action", [take_suggestion, refuse_suggestion])
def test_others_may_not_answer(action) -> None:  # type: ignore[no-untyped-def]
    """Somebody without a role is refused."""
    with pytest.raises(PermissionDenied):
        action(near_people(), by=make.user())


@pytest.mark.parametrize("action", [take_suggestion, refuse_suggestion])
def test_answered_once(action) -> None:  # type: ignore[no-untyped-def]
    """The second answer is told that there is one."""
    anna, suggestion = make.administrator(), near_people()
    refuse_suggestion(suggestion, by=anna)
    with pytest.raises(AlreadyDecided):
        action(suggestion, by=anna)


def test_merge_is_recorded_with_what_moved() -> None:
    """Who was made one with whom, and whose rows they were, can be seen."""
    event = take_suggestion(near_people(), by=make.administrator())
    assert (event.what, event.before["right"], list(event.after["moved"])) == (
        "person.merged", "Ebba Elisson", ["attendance.person"],
    )  # fmt: skip


def test_bodies_become_one() -> None:
    """The meetings of both are of the one."""
    make.imported(
        make.reading(bodies=("Arbetsgrupp Norra Barn",)),
        make.reading(bodies=("Arbetsgrupp Norra Barnn",), on=LATER),
    )
    take_suggestion(Suggestion.objects.get(), by=make.administrator())
    assert Body.objects.get().meetings.count() == 2


def test_organisations_become_one() -> None:
    """And the other name is recognised from then on."""
    for n, name in enumerate(("Barnhälsovården", "Barnhälsovårdn")):
        make.imported(
            make.reading(came=(make.Came(name=f"Ebba Ek{n}", affiliation=name),), on=date(2026, 4, n + 1))
        )
    (suggestion,) = Suggestion.objects.filter(kind="organisation")
    take_suggestion(suggestion, by=make.administrator())
    assert [alias.text for alias in Organisation.objects.get().aliases.all()] == ["Barnhälsovårdn"]


def two_notes_of_one_meeting(monkeypatch: pytest.MonkeyPatch) -> Suggestion:
    """Two texts of one day and body with little in common; reading the second again gives the same."""
    first = make.reading(name="a.txt", also=tuple(f"Ett {n}" for n in range(30)))
    said = (make.Said(text="Godkänns."),)
    second = make.reading(name="b.txt", said=said, also=tuple(f"Två {n} och mer" for n in range(30)))
    make.imported(first, second)
    monkeypatch.setattr(
        "samsyn.register.actions.merging.read_minutes", lambda document, *, name: second.minutes
    )
    return Suggestion.objects.get()


def test_meetings_become_one_with_two_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second notes are a new version of the first."""
    take_suggestion(two_notes_of_one_meeting(monkeypatch), by=make.administrator())
    assert [version.file_name for version in Meeting.objects.get().versions.all()] == ["a.txt", "b.txt"]


def test_what_was_confirmed_of_the_other_meeting_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person's word moves with the notes that it was about."""
    anna, suggestion = make.administrator(), two_notes_of_one_meeting(monkeypatch)
    confirm_value(Value.objects.get(statement__text="Godkänns.", field="kind"), by=anna)
    take_suggestion(suggestion, by=anna)
    assert Statement.objects.get().values.get(field="kind").state == "confirmed"


def test_one_that_is_gone_cannot_be_merged() -> None:
    """Nothing is recorded of a merge that did not happen."""
    suggestion = near_people()
    Suggestion.objects.update(right_id=0)
    with pytest.raises(CannotMerge):
        take_suggestion(suggestion, by=make.administrator())
    assert not Event.objects.filter(what="person.merged").exists()


def test_questions_about_the_one_that_is_gone_are_about_the_other() -> None:
    """Three spellings are asked about in pairs; a taken answer leaves no question about nobody."""
    near_people()
    make.imported(
        make.reading(
            came=(make.Came(name="Ebba Elisson-"), make.Came(name="Ebba Eliassson")), on=date(2026, 5, 1)
        )
    )
    take_suggestion(Suggestion.objects.order_by("id")[0], by=make.administrator())
    ids = set(Person.objects.values_list("pk", flat=True))
    left = Suggestion.objects.filter(state="open").values_list("left_id", "right_id")
    assert {id_ for pair in left for id_ in pair} <= ids
