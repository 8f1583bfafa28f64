"""What events are about, by name and with an address: asked for once a kind, however many there are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.register import service
from samsyn.web import words
from samsyn.web.rows import row_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from django.db.models import Model, QuerySet

    from samsyn.history.models import Event
    from samsyn.register.models import Meeting, Value

LONGEST = 90


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that was changed.

    Attributes:
        name: What it is called; empty where it is the meeting itself.
        within: The meeting that it belongs to, or empty.
        address: Its page, or empty.
    """

    name: str = ""
    within: str = ""
    address: str = ""
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """How things of a model are named.

    Attributes:
        label: The model's, as Django knows it.
        write: Makes the name and address of a row.
        with_rows: What is fetched with the rows, one to one.
        with_many: What is fetched besides.
    """

    label: str
    write: Callable[[Any], Subject]
    with_rows: tuple[str, ...] = ()
    with_many: tuple[str, ...] = ()


def find_subjects(events: Iterable[Event]) -> dict[tuple[str, int], Subject]:
    """The things that events are about; those that are gone are left out."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for event in events:
        wanted[event.subject_type].add(event.subject_id)
    return {
        (name, row.pk): KINDS[name].write(row)
        for name, ids in wanted.items()
        if name in KINDS
        for row in _rows(KINDS[name], ids)
    }


def _rows(kind: Kind, ids: set[int]) -> QuerySet[Model]:
    model: type[Model] = apps.get_model(kind.label)
    rows = model._default_manager.filter(pk__in=ids).prefetch_related(*kind.with_many)
    return rows.select_related(*kind.with_rows) if kind.with_rows else rows


def _place(meeting: Meeting, name: str, key: str = "") -> Subject:
    """A row of a meeting's page; without a key, the page."""
    address = reverse("meeting", args=[meeting.pk], query={"rad": key} if key else None)
    return Subject(name, service.name_of(meeting), f"{address}#{key}" if key else address, meeting)


def _value(value: Value) -> Subject:
    field = words.field_word(value.field, of_person=value.attendance_id is not None)
    return _place(value.meeting, f"{_(field)}: {_shortened(value.words)}", row_key(value))


def _doubt(doubt: Any) -> Subject:
    key = row_key(doubt.value) if doubt.value else ""
    return _place(doubt.meeting, _shortened(doubt.reason), key)


def _seat(seat: Any) -> Subject:
    return Subject(seat.person.name, seat.body.name, reverse("body", args=[seat.body_id]))


def _named(page: str) -> Callable[[Any], Subject]:
    """Things with a page of their own at `page`."""
    return lambda row: Subject(str(row), address=reverse(page, args=[row.pk]))


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"


def _told(row: Any) -> Subject:
    """What was told of a decision, by the decision; of a matter's parties, by the matter."""
    if row.statement is None:
        return Subject(_shortened(str(row.matter)), address=reverse("matter", args=[row.matter_id]))
    meeting = row.statement.meeting
    address = reverse("statement", args=[row.statement_id])
    return Subject(_shortened(row.statement.text), service.name_of(meeting), address, meeting)


def _knot(knot: Any) -> Subject:
    return Subject(_shortened(knot.heading), knot.matter.name, reverse("matter", args=[knot.matter_id]))


def _proposal(refused: Any) -> Subject:
    """What was read as a plan and is none."""
    return Subject(_shortened(str(refused)), "", reverse("plan_proposal"))


def _part(part: Any, what: str) -> Subject:
    """A part of a plan, or something of it."""
    within = part.name if what else part.plan.name
    return Subject(what or part.name, within, reverse("plan_part", args=[part.pk]))


def _of_actor(row: Any) -> Subject:
    """What an actor has said, or what was said of that, by the area."""
    said = getattr(row, "assessment", row)
    area = getattr(said, "area", None)
    return Subject(
        str(area or _("Hela planen")), str(said.actor), reverse("plan_actor", args=[said.actor_id])
    )


def _of_actors(row: Any) -> Subject:
    """An actor of a plan, or a word for some of them."""
    return Subject(str(row), row.plan.name, reverse("plan_actors", args=[row.plan_id]))


def _comment(row: Any) -> Subject:
    """A comment, by where it belongs: its words may be of unfinished notes."""
    address = reverse("plan_comment", args=[row.pk])
    if row.part is None:
        return Subject(row.plan.name, address=address)
    return Subject(row.part.name, row.plan.name, address)


OF_MEETING = {"with_rows": ("meeting",), "with_many": ("meeting__bodies",)}

KINDS: dict[str, Kind] = {
    "meeting": Kind("register.meeting", lambda row: _place(row, ""), with_many=("bodies",)),
    "value": Kind("register.value", _value, **OF_MEETING),
    "doubt": Kind("register.doubt", _doubt, ("meeting", "value"), ("meeting__bodies",)),
    "statement": Kind(
        "register.statement",
        lambda row: _place(row.meeting, _shortened(row.text), f"statement-{row.pk}"),
        **OF_MEETING,
    ),
    "followup": Kind(
        "matters.followup",
        lambda row: _place(row.meeting, _shortened(row.statement.text), f"statement-{row.statement_id}"),
        ("statement", "statement__meeting"),
        ("statement__meeting__bodies",),
    ),
    "attendance": Kind(
        "register.attendance",
        lambda row: _place(row.meeting, row.name, f"attendance-{row.pk}"),
        **OF_MEETING,
    ),
    "agendaitem": Kind(
        "register.agendaitem",
        lambda row: _place(row.meeting, _shortened(str(row)), f"item-{row.pk}"),
        **OF_MEETING,
    ),
    "person": Kind("register.person", _named("person")),
    "organisation": Kind("register.organisation", _named("organisation")),
    "body": Kind("register.body", _named("body")),
    "seat": Kind("register.seat", _seat, ("person", "body")),
    "noseat": Kind("register.noseat", _seat, ("person", "body")),
    "notesdraft": Kind("register.notesdraft", lambda row: Subject(_("Utkast"), row.body.name), ("body",)),
    "blotting": Kind("register.blotting", lambda row: Subject(row.reason, address=reverse("blot"))),
    "handover": Kind(
        "matters.handover",
        lambda row: Subject(
            _shortened(row.asked),
            service.name_of(row.meeting),
            reverse("hand_over", args=[row.pk]),
            row.meeting,
        ),
        **OF_MEETING,
    ),
    "role": Kind(
        "register.role",
        lambda row: Subject(str(row.user), address=reverse("user", args=[row.user_id])),
        ("user",),
    ),
    "user": Kind("accounts.user", _named("user")),
    "suggestion": Kind("register.suggestion", lambda row: Subject(row.reason)),
    "matter": Kind("matters.matter", _named("matter")),
    "knot": Kind("matters.knot", _knot, ("matter",)),
    "matterlink": Kind("matters.matterlink", lambda row: Subject(_shortened(str(row)))),
    "matterrelation": Kind(
        "matters.matterrelation",
        lambda row: Subject(row.other.name, row.one.name, reverse("matter", args=[row.one_id])),
        ("one", "other"),
    ),
    "termgroup": Kind("matters.termgroup", lambda row: Subject(str(row), address=reverse("terms"))),
    "outgoingmail": Kind("mail.outgoingmail", lambda row: Subject(row.subject)),
    "execution": Kind("matters.execution", _told, ("statement__meeting",), ("statement__meeting__bodies",)),
    "reply": Kind("matters.reply", _told, ("statement__meeting",), ("statement__meeting__bodies",)),
    "partyline": Kind(
        "matters.partyline", _told, ("statement__meeting", "matter"), ("statement__meeting__bodies",)
    ),
    "dutyturn": Kind(
        "matters.dutyturn",
        lambda row: _place(row.meeting, _shortened(row.statement.text)),
        ("meeting", "statement"),
        ("meeting__bodies",),
    ),
    "plan": Kind("plan.plan", _named("change_plan")),
    "refusedoutline": Kind("plan.refusedoutline", _proposal),
    "part": Kind("plan.part", lambda row: _part(row, ""), ("plan",)),
    "wording": Kind(
        "plan.wording", lambda row: _part(row.part, _("Lydelse %(n)s") % {"n": row.number}), ("part__plan",)
    ),
    "assessment": Kind("plan.assessment", _of_actor, ("area", "actor__organisation")),
    "assessmentrequest": Kind("plan.assessmentrequest", _of_actor, ("actor__organisation",)),
    "evidence": Kind("plan.evidence", _of_actor, ("area", "actor__organisation")),
    "review": Kind("plan.review", _of_actor, ("assessment__area", "assessment__actor__organisation")),
    "support": Kind("plan.support", _of_actor, ("area", "actor__organisation")),
    "sustainment": Kind("plan.sustainment", _of_actor, ("area", "actor__organisation")),
    "lesson": Kind("plan.lesson", lambda row: Subject(_shortened(row.text), address=reverse("plan_lessons"))),
    "actor": Kind("plan.actor", _named("plan_actor"), ("organisation",)),
    "outside": Kind(
        "plan.outside", lambda row: _of_actors(row.actor), ("actor__organisation", "actor__plan")
    ),
    "namedgroup": Kind("plan.namedgroup", _of_actors, ("plan",)),
    "band": Kind("plan.band", lambda row: Subject(row.name, address=reverse("plan_bands"))),
    "plancomment": Kind("plan.plancomment", _comment, ("part", "plan")),
    "contestedword": Kind(
        "plan.contestedword", lambda row: Subject(row.word, address=reverse("contested_words"))
    ),
    "checking": Kind("plan.checking", lambda row: _part(row.part, ""), ("part__plan",)),
    "period": Kind("plan.period", lambda row: _part(row.part, _shortened(row.words)), ("part__plan",)),
    "wordingrule": Kind("plan.wordingrule", _named("wording_rule")),
    "remarkanswer": Kind(
        "plan.remarkanswer", lambda row: Subject(_shortened(str(row)), address=reverse("language"))
    ),
    "reminder": Kind("matters.reminder", lambda row: Subject(_("Påminnelse"), row.address)),
    "link": Kind("mail.link", lambda row: Subject(row.address)),
}
"""By model name; a kind that is not here is told of without name."""
