"""No page asks the database more because there is more in it: of all things, and of the thing it is about."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import make
from tests.web.hand_over_samples import made as hand_over
from tests.web.samples import Things, sample_of

from samsyn.accounts.models import SavedView
from samsyn.mail.service import queue_mail
from samsyn.minutes.records import OwnerKind
from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.models import (
    Attendance,
    Meeting,
    NotesComment,
    Organisation,
    Person,
    Seat,
    SourceVersion,
    Statement,
    Suggestion,
    Value,
)
from samsyn.register.service import confirm_value
from samsyn.web.urls import PERMISSIONS

if TYPE_CHECKING:
    from samsyn.register.intake.files import Reading

pytestmark = [pytest.mark.django_db, pytest.mark.once]
Row = TypeVar("Row", bound=Model)
# What only takes something, or sends an administrator elsewhere: it need not be tried.
SHOW_NOTHING = {
    *(
        "account_login",
        "add_row",
        "answer_comment",
        "answer_seat_proposal",
        "answer_suggestion",
        "appearance",
    ),
    *("begin_draft", "change_administrator", "change_user", "decide", "discard_draft", "end_other_sessions"),
    *("end_role", "end_seat", "give_role", "hand_in_draft", "hand_over_mail", "link", "merge_rows"),
    *("mfa_activate_totp", "mfa_add_webauthn", "mfa_authenticate", "mfa_deactivate_totp"),
    *("mfa_generate_recovery_codes", "mfa_remove_webauthn", "mfa_view_recovery_codes", "new_password"),
    *("decide_hand_over", "readdress_hand_over", "take_up_hand_over", "answer_hand_over"),
    *(
        "wait_for_hand_over",
        "remove_second_step",
        "remove_view",
        "save_actions_view",
        "save_view",
        "send_again",
        "send_link",
        "settle",
        "sign_out",
    ),
    *("split_row", "statement", "try_mail", "undo", "withdraw"),
}
STATES = {"ask_for_comments": "draft", "finalise": "draft", "correct": "finalised"}
WORDS = {"search": "?ord=planen", "statements": "?ord=planen"}
FEW, TENFOLD = range(1), range(1, 10)


def grow(things: Things, numbers: range) -> None:
    """As much more of everything as there are numbers."""
    names = [row.name for row in Attendance.objects.filter(meeting=things.meeting).order_by("pk")[:3]]
    bodies = tuple(body.name for body in things.meeting.named_bodies)
    for number in numbers:
        make.imported(_reading(number, names, bodies))
        _grow_users(things, number)
        _grow_meeting(things, number)
        left, right = (Person.objects.create(name=f"{one} {number}", key=f"{one} {number}") for one in "ab")
        Suggestion.objects.create(kind="person", left_id=left.pk, right_id=right.pk, reason="Lika?")
        part = Organisation.objects.create(
            name=f"Del {number}", key=f"del {number}", parent=things.organisation
        )
        Seat.objects.create(person=things.person, body=things.body, organisation=part)
        Seat.objects.create(person=left, body=things.body, organisation=things.organisation)
        hand_over(things)


def _reading(number: int, names: list[str], bodies: tuple[str, ...]) -> Reading:
    on = make.DAY + timedelta(weeks=3 * number + 2)
    return make.reading(
        bodies=bodies,
        on=on,
        came=tuple(make.Came(name=name, affiliation="Flens kommun") for name in (*names, f"Ny {number}")),
        headings=(f"Punkt {number}",),
        said=(
            make.Said(text=f"Planen {number} godkänns.", item=0),
            make.Said(text="Ser över.", action=True, owner=names[0], owner_kind=OwnerKind.PERSON, due=on),
        ),
        next_on=on + timedelta(days=7),
        doubts=("held",),
        name=f"{number}.txt",
    )  # fmt: skip


def _grow_users(things: Things, number: int) -> None:
    user = make.user(email=f"ny{number}@exempel.se", name=f"Ny Användare {number}")
    make.role(user)
    make.role(things.role.user, "secretary", body=things.body)
    queue_mail(to=user.email, subject=f"Prov {number}", text="Hej!")
    SavedView.objects.create(user=things.administrator, page="statements", name=f"Vy {number}", query="")


def _grow_meeting(things: Things, number: int) -> None:
    meeting = things.meeting
    for said in Statement.objects.filter(meeting=meeting).order_by("pk")[:2]:
        values = list(Value.objects.filter(statement=said).order_by("pk"))
        copied = _copied(said)
        [_copied(value, statement=copied) for value in values]
    _copied(Attendance.objects.filter(meeting=meeting).order_by("pk")[0])
    version = things.version
    SourceVersion.objects.create(
        meeting=meeting, source=version.source, number=10 + number, file_name="ny.md", document={},
        text="Ny", is_current=False,
    )  # fmt: skip
    NotesComment.objects.create(meeting=meeting, version=version, text="Bra.", address=f"{number}@exempel.se")
    keep_attachment(meeting.pk, str(number).encode(), name=f"budget {number}.xlsx", by=None)
    proposed = Value.objects.filter(meeting=meeting, state="proposed").order_by("pk")
    confirm_value(proposed[0], by=things.administrator)


def _copied(row: Row, **changed: Model) -> Row:
    """The same row once more, with some of it changed."""
    row.pk, row._state.adding = None, True
    for name, value in changed.items():
        setattr(row, name, value)
    row.save()
    return row


def asked(client: Client, address: str) -> int:
    """How many questions a page asks."""
    with CaptureQueriesContext(connection) as questions:
        client.get(address)
    return len(questions)


@pytest.mark.parametrize("name", [name for name in PERMISSIONS if name not in SHOW_NOTHING])
def test_a_page_asks_the_same_of_tenfold(name: str) -> None:
    """Whatever it shows, an administrator's page asks as often."""
    things = Things(with_steps=True)
    address = reverse(name, args=sample_of(name, things).arguments) + WORDS.get(name, "")
    state = STATES.get(name, things.meeting.notes_state)
    Meeting.objects.filter(pk=things.meeting.pk).update(notes_state=state)
    client = Client()
    client.force_login(things.administrator)
    grow(things, FEW)
    asked(client, address)
    few = asked(client, address)
    grow(things, TENFOLD)
    assert asked(client, address) == few
