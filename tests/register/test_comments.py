"""Comments on new notes: asked for by mail, written through a link, answered once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from tests import make

from samsyn.history.models import Event
from samsyn.mail.models import Link, OutgoingMail
from samsyn.mail.service import LinkUnusable, MailRefused
from samsyn.register.models import Meeting, NotesComment
from samsyn.register.service import (
    AlreadyDecided,
    ChangedMeanwhile,
    NotesNotReady,
    answer_comment,
    finalise_notes,
    send_for_comments,
    write_comment,
)

if TYPE_CHECKING:
    from samsyn.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna() -> User:
    """Who may everything."""
    return make.administrator()


@pytest.fixture
def draft() -> Meeting:
    """New notes with one heading."""
    meeting = make.meeting(headings=("Planen",))
    Meeting.objects.filter(pk=meeting.pk).update(notes_state="draft")
    return Meeting.objects.get(pk=meeting.pk)


@pytest.fixture
def link(draft: Meeting, anna: User) -> Link:
    """Bo's link."""
    ask(draft, by=anna)
    return Link.objects.get()


def ask(meeting: Meeting, *, by: User, seen: int = 1, to: tuple[str, ...] = ("bo@exempel.se",)) -> int:
    """Ask for comments within a week."""
    last_on = timezone.localdate() + timedelta(days=7)
    return send_for_comments(meeting, seen=seen, addresses=to, last_on=last_on, by=by)


def say(link: Link, text: str = "Punkten saknar ett datum.", item: int | None = None) -> NotesComment:
    """Write a comment today."""
    return write_comment(link, text=text, item=item, on=timezone.localdate())


def test_asking_puts_the_notes_in_review(draft: Meeting, anna: User) -> None:
    """Each gets a link of their own, and it is recorded."""
    assert ask(draft, by=anna, to=("bo@exempel.se", "ella@exempel.se", "bo@exempel.se")) == 2
    draft.refresh_from_db()
    assert (draft.notes_state, Link.objects.count(), OutgoingMail.objects.count()) == ("in_review", 2, 2)
    assert Event.objects.filter(what="notes.sent_for_comments").count() == 1


def test_the_letter_says_until_when(draft: Meeting, anna: User) -> None:
    """And from which meeting the notes are."""
    send_for_comments(draft, seen=1, addresses=["bo@exempel.se"], last_on=date(2026, 12, 3), by=anna)
    text = OutgoingMail.objects.get().text
    assert ("senast 3 december 2026" in text, "Nätverket för prov 5 mars 2026" in text) == (True, True)


def test_a_comment_knows_who_when_and_where(link: Link, draft: Meeting) -> None:
    """And which version was read."""
    comment = say(link, item=draft.items.get().pk)
    assert (comment.address, str(comment.item), comment.version.number) == ("bo@exempel.se", "Planen", 1)


def test_a_link_takes_more_than_one_comment(link: Link) -> None:
    """Until its last day."""
    say(link)
    say(link, "Och stavfelet i andra stycket.")
    assert NotesComment.objects.count() == 2


def test_an_item_of_another_meeting_is_not_taken(link: Link) -> None:
    """The comment is then about the notes as a whole."""
    other = make.meeting(headings=("Annat",), on=date(2026, 4, 5))
    assert say(link, item=other.items.get().pk).item is None


@pytest.mark.parametrize(
    ("text", "says"),
    [("  ", "Skriv din synpunkt"), ("Om 121212-1212.", "personnummer")],
    ids=["empty", "number"],
)
def test_what_is_no_comment_is_refused(text: str, says: str, link: Link) -> None:
    """Nothing is kept."""
    with pytest.raises(NotesNotReady, match=says):
        say(link, text)
    assert NotesComment.objects.count() == 0


def test_finalising_ends_the_commenting(link: Link, draft: Meeting, anna: User) -> None:
    """The links stop working."""
    finalise_notes(draft, seen=1, addresses=[], by=anna, on=timezone.localdate())
    with pytest.raises(LinkUnusable, match="drogs tillbaka"):
        say(link)


def test_the_first_answer_stands(link: Link, anna: User) -> None:
    """The second person is told who answered and what."""
    comment = say(link)
    answer_comment(comment, answer="Datumet är nu med.", by=anna)
    with pytest.raises(AlreadyDecided, match="Anna Alm har redan svarat på synpunkten ”Datumet är nu med"):
        answer_comment(comment, answer="Nej.", by=make.secretary())
    assert NotesComment.objects.get().answer == "Datumet är nu med."


def test_an_answer_without_identity_numbers(link: Link, anna: User) -> None:
    """They are stopped at every door."""
    with pytest.raises(NotesNotReady, match="personnummer"):
        answer_comment(say(link), answer="121212-1212", by=anna)


def test_readers_neither_ask_nor_answer(link: Link, draft: Meeting) -> None:
    """Bo has an account, and may read."""
    bo, comment = make.reader(), say(link)
    with pytest.raises(PermissionDenied):
        ask(draft, by=bo)
    with pytest.raises(PermissionDenied):
        answer_comment(comment, answer="", by=bo)


def test_nobody_is_asked_about_a_version_that_was_not_seen(draft: Meeting, anna: User) -> None:
    """Another came while the page was open."""
    make.imported(make.reading(headings=("Planen",), also=("Mer",)))
    with pytest.raises(ChangedMeanwhile):
        ask(draft, by=anna)


@pytest.mark.parametrize(
    ("to", "error"), [((), NotesNotReady), (("bo",), MailRefused)], ids=["nobody", "no-address"]
)
def test_without_an_address_nothing_changes(
    to: tuple[str, ...], error: type[Exception], draft: Meeting, anna: User
) -> None:
    """The notes stay a draft."""
    with pytest.raises(error):
        ask(draft, by=anna, to=to)
    draft.refresh_from_db()
    assert draft.notes_state == "draft"
