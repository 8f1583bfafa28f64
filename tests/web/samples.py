"""What each address is tried with: arguments out of a register with a meeting in it, and what is posted.

A new address with something in `<…>` needs a row in `SAMPLES`. What is posted should be what would be done:
then the tests see that somebody who may do it to one thing may not do it to another.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password
from django.urls import reverse
from django.utils import timezone
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)
from tests import make
from tests.web import specimens
from tests.web.hand_over_samples import HAND_OVERS
from tests.web.language_samples import LANGUAGE
from tests.web.plan_part_samples import PLAN_PARTS
from tests.web.plan_samples import PLANS
from tests.web.sampling import Sample, at

from samsyn.accounts.models import SavedView, User
from samsyn.mail.links import renew_token
from samsyn.mail.service import TRIAL, make_link, queue_mail
from samsyn.matters.models import Matter, MatterLink
from samsyn.matters.service import Place, open_matter
from samsyn.register.intake.attachments import keep_attachment
from samsyn.register.models import (
    Attachment,
    Body,
    Doubt,
    Meeting,
    NotesComment,
    Organisation,
    Person,
    Publication,
    Seat,
    Source,
    SourceVersion,
    Statement,
    Suggestion,
    Value,
    WaitingCorrection,
)
from samsyn.register.service import begin_draft, confirm_value, publish_notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from samsyn.history.models import Event
    from samsyn.mail.service import OutgoingMail
    from samsyn.register.models import NotesDraft, Role


def add_steps(user: User) -> User:
    """Give somebody a password, and a second step of each kind."""
    User.objects.filter(pk=user.pk).update(password=PASSWORD)
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    data = {"name": "Nyckel 1", "passwordless": False, "credential": _credential()}
    Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data)
    return User.objects.get(pk=user.pk)


def _credential() -> dict[str, object]:
    """What a browser would have sent when the passkey was made."""
    public = ES256({1: 2, 3: -7, -1: 1, -2: bytes(32), -3: bytes(32)})
    made = AttestedCredentialData.create(Aaguid.NONE, b"key", public)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
    proof = AttestationObject.create("none", AuthenticatorData.create(bytes(32), flags, 0, bytes(made)), {})
    said = CollectedClientData.create("webauthn.create", bytes(32), "http://localhost")
    parts = {"clientDataJSON": websafe_encode(said), "attestationObject": websafe_encode(bytes(proof))}
    return {
        "id": websafe_encode(b"key"),
        "rawId": websafe_encode(b"key"),
        "type": "public-key",
        "response": parts,
    }


SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of a phone that does not exist


PASSWORD = make_password("granskog-ljung-7")
WHO = {
    "stranger": "inte inloggad",
    "nobody": "utan roll",
    "reader": "läsare",
    "contributor": "uppgiftslämnare",
    "secretary": "sekreterare för organet",
    "other_secretary": "sekreterare för ett annat organ",
    "process_leader": "processledare",
    "archivist": "arkivarie",
    "administrator": "administratör",
}


class Things:
    """What addresses are about, each made when it is first asked for.

    Attributes:
        people: One of each, by the names in `WHO`; those with `with_steps` have a password and a second step.
    """

    def __init__(self, *, with_steps: bool = False) -> None:
        """Nothing is made yet."""
        self.with_steps = with_steps

    @cached_property
    def people(self) -> dict[str, User]:
        """Roles are for the bodies of the meeting, but for one."""
        made = {who: make.user(email=f"{who}@exempel.se", name=who) for who in WHO if who != "stranger"}
        other = Body.objects.create(name="Ett annat organ", key="ett annat organ")
        school = Organisation.objects.create(name="En skola för prov", key="en skola för prov")
        make.role(made["reader"])
        make.role(made["contributor"], "contributor", organisation=school)
        make.role(made["secretary"], "secretary", body=self.meeting.bodies.all()[0])
        make.role(made["other_secretary"], "secretary", body=other)
        make.role(made["process_leader"], "process_leader")
        make.role(made["archivist"], "archivist")
        made["administrator"].is_administrator = True
        made["administrator"].save()
        return {who: add_steps(user) for who, user in made.items()} if self.with_steps else made

    @property
    def administrator(self) -> User:
        """Somebody who may do everything."""
        return self.people["administrator"]

    @cached_property
    def meeting(self) -> Meeting:
        """A meeting that was held, of two bodies, with notes."""
        make.imported(specimens.joint_meeting())
        return Meeting.objects.get(state="held")

    @cached_property
    def version(self) -> SourceVersion:
        """The notes of the meeting as they are, after another version of them."""
        now = SourceVersion.objects.get(meeting=self.meeting)
        SourceVersion.objects.create(
            meeting=self.meeting, source=now.source, number=2, file_name="ny.md", document={}, text="Ny",
            is_current=False,
        )  # fmt: skip
        return now

    @cached_property
    def attachment(self) -> Attachment:
        """A file of the meeting."""
        keep_attachment(self.meeting.pk, b"x", name="budget.xlsx", by=None)
        return Attachment.objects.get()

    @cached_property
    def comment(self) -> NotesComment:
        """What a member has said of the notes."""
        return NotesComment.objects.create(
            meeting=self.meeting, version=self.version, text="Bra.", address="a@exempel.se"
        )

    @cached_property
    def comer(self) -> Person:
        """Somebody who has come to the meeting."""
        return Person.objects.filter(attendances__meeting=self.meeting).order_by("pk")[0]

    @cached_property
    def doubt(self) -> Doubt:
        """A question about the meeting."""
        return Doubt.objects.filter(meeting=self.meeting)[0]

    @cached_property
    def statement(self) -> Statement:
        """A decision of the meeting."""
        return Statement.objects.filter(meeting=self.meeting)[0]

    @cached_property
    def action(self) -> Statement:
        """Something that the contributor's organisation is to do."""
        school = Organisation.objects.get(roles__user=self.people["contributor"])
        Statement.objects.filter(pk=self.statement.pk).update(is_action=True, owner_organisation=school)
        return self.statement

    @cached_property
    def event(self) -> Event:
        """A change to the meeting that can be undone."""
        return confirm_value(Value.objects.filter(meeting=self.meeting)[0], by=self.administrator)

    @cached_property
    def suggestion(self) -> Suggestion:
        """Two people who may be one."""
        return Suggestion.objects.create(kind="person", left_id=1, right_id=2, reason="Lika?")

    @cached_property
    def seat(self) -> Seat:
        """Somebody's place in a body of the meeting."""
        return Seat.objects.create(person=self.person, body=self.body, organisation=self.organisation)

    @cached_property
    def body(self) -> Body:
        """A body of the meeting: the one whose secretary is among the people."""
        return self.meeting.bodies.all()[0]

    @cached_property
    def person(self) -> Person:
        """Somebody."""
        return Person.objects.create(name="Siv Sand", key="siv sand")

    @cached_property
    def organisation(self) -> Organisation:
        """What somebody comes from."""
        return Organisation.objects.create(name="Provenheten", key="provenheten")

    @cached_property
    def draft(self) -> NotesDraft:
        """Notes that are being written for one of the meeting's bodies."""
        body = self.meeting.bodies.all()[0]
        return begin_draft(body, on=date(2026, 11, 22), agenda=["Planen"], by=self.administrator)

    @cached_property
    def awaited(self) -> Meeting:
        """A meeting of the same body that is yet to be held."""
        planned = Meeting.objects.create(state="planned", start_on=date(2026, 12, 1))
        planned.set_bodies(list(self.meeting.bodies.all()))
        return planned

    @cached_property
    def publication(self) -> Publication:
        """The notes on an open page."""
        return publish_notes(self.meeting, seen=1, by=self.administrator)

    @cached_property
    def waiting(self) -> WaitingCorrection:
        """A changed file of finished notes."""
        Meeting.objects.filter(pk=self.meeting.pk).update(notes_state="finalised")
        source = Source.objects.create(sha256="0" * 64, content=b"Ny", size=2)
        return WaitingCorrection.objects.create(
            meeting=self.meeting, source=source, file_name="ny.md", text="Ny"
        )

    @cached_property
    def matter(self) -> Matter:
        """A matter that is followed, with an item of the meeting."""
        place = Place(self.meeting, self.meeting.items.all()[0])
        return Matter.objects.get(pk=open_matter("Planen", [place], by=self.administrator).subject_id)

    @cached_property
    def link(self) -> MatterLink:
        """Two items that may be of one matter."""
        left, right = self.meeting.items.all()[:2]
        return MatterLink.objects.create(
            left_meeting=self.meeting, left_item=left, right_meeting=self.meeting, right_item=right,
            strength="strong", score=0.97,
        )  # fmt: skip

    @cached_property
    def view(self) -> SavedView:
        """A choice that a reader has kept."""
        return SavedView.objects.create(user=self.people["reader"], page="statements", name="Alla", query="")

    @cached_property
    def letter(self) -> OutgoingMail:
        """A letter that waits."""
        return queue_mail(to="bo@exempel.se", subject="Prov", text="Hej!")

    @cached_property
    def token(self) -> str:
        """What the address of a link holds."""
        last_on = timezone.localdate() + timedelta(days=1)
        return renew_token(make_link(TRIAL, address="vem@exempel.se", last_on=last_on))

    @cached_property
    def key(self) -> Authenticator:
        """A reader's passkey."""
        return Authenticator.objects.get(user=self.people["reader"], type=Authenticator.Type.WEBAUTHN)

    @cached_property
    def role(self) -> Role:
        """What somebody may do."""
        return make.role(make.user(email="ella@exempel.se", name="Ella Ek"))


SAMPLES: dict[str, Callable[[Things], Sample]] = {
    **HAND_OVERS,
    **PLANS,
    **PLAN_PARTS,
    **LANGUAGE,
    "action": lambda it: at(it.action.pk),
    "change_action": lambda it: at(it.action.pk, gor="tid", varde="15 maj"),
    "add_row": lambda it: at(it.meeting.pk, vad="decision", fran=0, till=9, version=1),
    "merge_rows": lambda it: at(it.meeting.pk, it.statement.pk),
    "split_row": lambda it: at(it.meeting.pk, it.statement.pk, plats=3),
    "answer_comment": lambda it: at(it.meeting.pk, it.comment.pk, svar="Tack."),
    "answer_matter": lambda it: at(it.matter.pk, svar=f"bort-punkt {it.matter.knots.get().pk}"),
    "answer_link": lambda it: at(it.link.pk, svar="nej"),
    "answer_thread": lambda it: at(it.link.pk, svar="nej"),
    "answer_seat_proposal": lambda it: at(it.body.pk, svar="nej 0"),
    "answer_suggestion": lambda it: at(it.suggestion.pk, svar="olika"),
    "ask_for_comments": lambda it: at(it.meeting.pk),
    "attachment": lambda it: at(it.meeting.pk, it.attachment.pk),
    "begin_draft": lambda it: at(it.awaited.pk),
    "blot": lambda _it: at(ord="Finns inte", orsak="Prov."),
    "blot_meeting": lambda it: at(it.meeting.pk, ord="Finns inte", orsak="Prov."),
    "body_rooms": lambda it: at(it.body.pk),
    "carry_actions": lambda it: at(atgard=it.action.pk, mote=it.meeting.pk),
    "change_administrator": lambda it: at(it.role.user_id, svar="ge"),
    "body": lambda it: at(it.body.pk),
    "change_seat": lambda it: at(it.seat.pk, role="ledamot"),
    "choose_body": lambda it: at(it.person.pk),
    "change_body": lambda it: at(it.body.pk, gor="skrivsatt", name="Skrivet så"),
    "change_organisation": lambda it: at(it.organisation.pk, gor="skrivsatt", name="Skrivet så"),
    "change_person": lambda it: at(it.seat.person_id, gor="namn", name="Siv Sand", email="siv@exempel.se"),
    "change_matter": lambda it: at(it.matter.pk, gor="namn", namn="Nya planen"),
    "change_terms": lambda _it: at("sip", gor="ta-bort"),
    "change_user": lambda it: at(it.role.user_id, svar="stang"),
    "correct": lambda it: at(it.meeting.pk, orsak="Fel dag."),
    "decide": lambda it: at(it.meeting.pk, svar="bekrafta rad meeting-held"),
    "differences": lambda it: at(it.meeting.pk, it.version.number + 1),
    "end_seat": lambda it: at(it.seat.pk),
    "edit_choices": lambda it: at(it.meeting.pk),
    "edit_row": lambda it: at(it.meeting.pk, "meeting-place", falt="place", varde="Biblioteket"),
    "edit_time": lambda it: at(it.meeting.pk),
    "discard_draft": lambda it: at(it.draft.pk),
    "draft": lambda it: at(it.draft.pk),
    "draft_followed": lambda it: at(it.draft.pk),
    "draft_docx": lambda it: at(it.draft.pk),
    "draft_pdf": lambda it: at(it.draft.pk),
    "end_role": lambda it: at(it.role.pk),
    "finalise": lambda it: at(it.meeting.pk),
    "give_role": lambda it: at(it.role.user_id),
    "hand_in_draft": lambda it: at(it.draft.pk),
    "hand_over_mail": lambda it: at(it.letter.pk),
    "help_page": lambda it: at("granska"),
    "history_of": lambda it: at("meeting", it.meeting.pk),
    "link": lambda it: at(it.token),
    "matter": lambda it: at(it.matter.pk),
    "meeting": lambda it: at(it.meeting.pk),
    "mfa_remove_webauthn": lambda it: at(it.key.pk),
    "new_matter": lambda _it: at(namn="Planen"),
    "new_password": lambda it: at(it.role.user_id),
    "new_terms": lambda _it: at(ord="En väg in\nEVI"),
    "new_seat": lambda it: at(it.body.pk, person=it.person.name),
    "organisation": lambda it: at(it.organisation.pk),
    "person": lambda it: at(it.person.pk),
    "notes_pdf": lambda it: at(it.meeting.pk),
    "original": lambda it: at(it.meeting.pk, it.version.number),
    "organisation_rooms": lambda it: at(it.organisation.pk),
    "protect": lambda it: at(it.comer.pk, orsak="Hot.", svar="skydda"),
    "publish_coverage": lambda it: at(it.body.pk, svar="ja"),
    "publish": lambda it: at(it.meeting.pk),
    "published": lambda it: at(it.publication.code),
    "remove_view": lambda it: at(it.view.pk),
    "remove_second_step": lambda it: at(it.role.user_id),
    "matter_parties": lambda it: at(it.matter.pk, gor="oppna", part=it.organisation.pk),
    "parties": lambda it: at(it.statement.pk, gor="oppna", part=it.organisation.pk),
    "standing": lambda it: at(it.organisation.pk),
    "write_reply": lambda it: at(it.organisation.pk, it.statement.pk, svar="Det är klart."),
    "settle_action": lambda it: at(it.action.pk, gor="spara", tid="1 maj 2027"),
    "send_settled": lambda it: at(organ=it.body.pk, till="ordf@exempel.se"),
    "tell_execution": lambda it: at(it.statement.pk, lage="carried_out"),
    "report_action": lambda it: at(it.action.pk, hur="done"),
    "save_actions_view": lambda it: at(val="lage=sena", namn="Sent"),
    "save_view": lambda it: at(val="ord=plan", namn="Planen"),
    "send_again": lambda it: at(it.letter.pk),
    "send_link": lambda it: at(it.role.user_id),
    "settle": lambda it: at(it.meeting.pk, it.doubt.pk),
    "statement": lambda it: at(it.statement.pk),
    "restore_draft": lambda it: at(it.draft.pk),
    "template": lambda it: at(it.meeting.bodies.all()[0].pk),
    "template_file": lambda it: at(it.meeting.bodies.all()[0].pk),
    "tie_item": lambda it: at(it.meeting.pk, namn="Planen"),
    "undo": lambda it: at(handelse=it.event.pk),
    "user": lambda it: at(it.role.user_id),
    "waiting_correction": lambda it: at(it.meeting.pk, it.waiting.pk, svar="lamna", orsak="Ett utkast."),
    "withdraw": lambda it: at(it.meeting.pk, orsak="Fel."),
}


def sample_of(name: str, things: Things) -> Sample:
    """What an address is tried with; nothing where nothing is needed."""
    return SAMPLES[name](things) if name in SAMPLES else at()


def address_of(name: str) -> str:
    """An address of a page, about things that are there."""
    return reverse(name, args=sample_of(name, Things(with_steps=True)).arguments)
