"""What belongs to matters: tied by hand, taken, refused, and taken back."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from tests import make
from tests.matters import threads

from samsyn.matters.models import Knot, Matter, MatterLink, MatterRelation
from samsyn.matters.queries.threads import proposed_threads, thread_of
from samsyn.matters.service import (
    MatterUnusable,
    Place,
    TwoMatters,
    refuse_knot,
    refuse_links,
    relate_link,
    take_link,
    tie_knot,
)
from samsyn.register.models import Meeting
from samsyn.register.service import ChangedMeanwhile, undo_event
from samsyn.register.sight import EVERYTHING, FINISHED

pytestmark = pytest.mark.django_db


def three() -> list[Place]:
    """Items of three meetings."""
    return [threads.place(threads.meeting(at)) for at in (0, 4, 8)]


def tied() -> Knot:
    """An item that belongs to a matter."""
    matter = threads.matter(three()[0], by=make.administrator())
    return matter.knots.get()


def test_one_statement_is_tied_by_hand() -> None:
    """Where an item holds more than one matter."""
    anna, (left, *_) = make.administrator(), three()
    said = left.meeting.statements.all()[0]
    matter = threads.matter(by=anna)
    tie_knot(matter, Place(left.meeting, said.item, said), by=anna)
    assert [(knot.statement, knot.item) for knot in matter.knots.all()] == [(said, None)]


def test_what_belongs_there_is_not_tied_twice() -> None:
    """It is said."""
    anna, (left, *_) = make.administrator(), three()
    matter = threads.matter(left, by=anna)
    with pytest.raises(MatterUnusable, match="redan"):
        tie_knot(matter, left, by=anna)


def test_what_was_tied_by_hand_is_untied() -> None:
    """No trace but in the history."""
    anna, (left, *_) = make.administrator(), three()
    matter = threads.matter(by=anna)
    undo_event(tie_knot(matter, left, by=anna), by=anna)
    assert matter.knots.count() == 0


def test_what_was_refused_is_tied_by_hand_after_all() -> None:
    """A person may think again."""
    knot = tied()
    anna = knot.matter.opened_by
    assert anna is not None
    refuse_knot(knot, by=anna)
    tie_knot(knot.matter, Place(knot.meeting, knot.item), by=anna)
    knot.refresh_from_db()
    assert knot.state == "taken"


def test_who_loosens_an_item_is_kept() -> None:
    """And stays with it, so that it is not proposed again."""
    knot = tied()
    bo = make.secretary()
    refuse_knot(knot, by=bo)
    knot.refresh_from_db()
    assert (knot.state, knot.decided_by) == ("refused", bo)


def test_a_loosened_item_is_tied_again() -> None:
    """When the answer is taken back."""
    knot = tied()
    event = refuse_knot(knot, by=knot.matter.opened_by)  # type: ignore[arg-type]
    undo_event(event, by=knot.matter.opened_by)  # type: ignore[arg-type]
    knot.refresh_from_db()
    assert (knot.state, knot.decided_by) == ("taken", knot.matter.opened_by)


def test_two_who_answer_at_once_are_told() -> None:
    """Who was first, and when."""
    knot = tied()
    refuse_knot(knot, by=knot.matter.opened_by)  # type: ignore[arg-type]
    with pytest.raises(ChangedMeanwhile, match=r"Anna Alm kl. \d\d\.\d\d tog ställning"):
        refuse_knot(knot, by=knot.matter.opened_by)  # type: ignore[arg-type]


def test_readers_answer_nothing() -> None:
    """Bo sees what belongs to a matter and leaves it."""
    with pytest.raises(PermissionDenied):
        refuse_knot(tied(), by=make.reader())


def test_two_items_open_a_matter() -> None:
    """Named after the later one."""
    anna, (left, right, _) = make.administrator(), three()
    take_link(threads.link(left, right), by=anna)
    assert (Matter.objects.get().name, Matter.objects.get().knots.count()) == (right.heading, 2)


def test_an_item_joins_the_matter_of_the_other() -> None:
    """Whichever is the earlier."""
    anna, (left, right, third) = make.administrator(), three()
    matter = threads.matter(right, by=anna)
    take_link(threads.link(left, right), by=anna)
    take_link(threads.link(right, third), by=anna)
    assert (matter.knots.count(), set(MatterLink.objects.values_list("state", flat=True))) == (3, {"taken"})


def test_items_of_two_matters_are_not_joined_unasked() -> None:
    """Whether the two matters are one is said first."""
    anna, (left, right, _) = make.administrator(), three()
    threads.matter(left, by=anna)
    threads.matter(right, by=anna, name="Planen")
    with pytest.raises(TwoMatters):
        take_link(threads.link(left, right), by=anna)


def test_items_that_are_near_make_their_matters_near() -> None:
    """And stay apart."""
    anna, (left, right, _) = make.administrator(), three()
    threads.matter(left, by=anna)
    threads.matter(right, by=anna, name="Planen")
    relate_link(threads.link(left, right, related=True), by=anna)
    assert (MatterLink.objects.get().state, MatterRelation.objects.get().state) == ("related", "taken")


def test_proposals_that_hang_together_are_one_thread() -> None:
    """In the order of the meetings; another thread stands for itself."""
    left, right, third = three()
    threads.link(right, third)
    threads.link(left, right)
    found, n = proposed_threads(sees=EVERYTHING, most=10)
    assert (n, list(found[0].places)) == (1, [left, right, third])


@pytest.mark.parametrize(
    "kept_out",
    [{"strength": "possible"}, {"related": True}, {"state": "refused"}, {"state": "taken"}],
    ids=["weak", "near", "refused", "taken"],
)
def test_only_strong_open_proposals_make_threads(kept_out: dict[str, object]) -> None:
    """The rest is asked on the matters' pages, or is answered."""
    left, right, _ = three()
    link = threads.link(left, right)
    MatterLink.objects.filter(pk=link.pk).update(**kept_out)
    assert proposed_threads(sees=EVERYTHING, most=10) == ([], 0)


def test_what_belongs_to_a_matter_is_in_no_proposed_thread() -> None:
    """It is proposed on the matter's page."""
    left, right, _ = three()
    threads.link(left, right)
    threads.matter(left, by=make.administrator())
    assert proposed_threads(sees=EVERYTHING, most=10) == ([], 0)


def test_a_refused_thread_does_not_come_back() -> None:
    """But when it is undone."""
    anna, (left, right, third) = make.administrator(), three()
    first = threads.link(left, right)
    threads.link(right, third)
    thread = thread_of(first.pk, sees=EVERYTHING)
    assert thread is not None
    event = refuse_links(thread.links, by=anna)
    gone = thread_of(first.pk, sees=EVERYTHING)
    undo_event(event, by=anna)
    assert (gone, thread_of(first.pk, sees=EVERYTHING)) == (None, thread)


def test_unfinished_notes_are_in_no_proposed_thread() -> None:
    """For those who do not see them."""
    left, right, _ = three()
    threads.link(left, right)
    Meeting.objects.filter(pk=left.meeting.pk).update(notes_state="draft")
    assert proposed_threads(sees=FINISHED, most=10) == ([], 0)
