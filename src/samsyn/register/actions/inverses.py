"""The changes that can be taken back, each with how: whoever adds such a change adds a row to the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps

from samsyn.history.models import Event
from samsyn.register.actions.change_alias import take_back_added, take_back_removed
from samsyn.register.actions.deciding import set_columns
from samsyn.register.actions.decisions import CONFIRMED, CORRECTED, REJECTED, restore, restore_rows
from samsyn.register.actions.move_organisation import take_back_move
from samsyn.register.actions.naming import MODELS
from samsyn.register.actions.parting import part, why_not_part
from samsyn.register.actions.rename_actor import take_back_name
from samsyn.register.actions.taking_back import take_out
from samsyn.register.errors import CannotUndo
from samsyn.register.models import (
    AgendaItem,
    Attendance,
    Body,
    Doubt,
    NoSeat,
    Organisation,
    Person,
    Role,
    Seat,
    Statement,
    Suggestion,
    Value,
)
from samsyn.register.search.keeping import mark_meeting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.db.models import Model


MADE_AS = {"agendaitem": "item"}  # what values call a row that they are of
DECISIONS = (CONFIRMED, REJECTED, CORRECTED)


@dataclass(frozen=True, slots=True)
class Inverse:
    """How a change is taken back.

    Attributes:
        model: What it is about.
        take_back: Sets the subject as the event says that it was; may raise `CannotUndo`.
        permission: Asked of the event; one for the change itself where not everybody who writes may make it.
        what: Name of the event that it is taken back by; empty for the subject's type with ".undone".
        why_not: For what can be taken back whatever has happened since: why it cannot after all, or nothing.
    """

    model: type[Model]
    take_back: Callable[[Any, Event], None]
    permission: str = "register.undo_event"
    what: str = ""
    why_not: Callable[[Event], str] | None = None


def set_back(subject: Model, event: Event) -> None:
    """Give a subject the columns that the event changed: enough where it changed no other row."""
    set_columns(subject, event.before)


def take_back_decision(value: Value, event: Event) -> None:
    """Set a value, its object and its doubts as they were; a value that was made for it is gone again."""
    restore(value, event.before)
    remove_made(event)


def take_back_rows(subject: Model, event: Event) -> None:
    """Set all rows that an event changed as they were, and remove those that it made.

    Raises:
        CannotUndo: Somebody has decided something about a row that it made.
    """
    for model_name, pk in event.after.get("made", ()):
        owner = {MADE_AS.get(model_name, model_name): pk}
        values = list(Value.objects.filter(**owner).values_list("pk", flat=True))
        about = Event.objects.filter(subject_type="value", subject_id__in=values)
        others = Event.objects.filter(subject_type=model_name, subject_id=pk).exclude(pk=event.pk)
        if about.exists() or others.exists():
            raise CannotUndo("Den nya raden har ändrats efter detta: ångra det först.")
    restore_rows(event.before["rows"])
    remove_made(event)
    mark_meeting(getattr(subject, "meeting_id"))  # noqa: B009 - rows of a meeting have it, models in general not


def remove_made(event: Event) -> None:
    """Remove the rows that an event made."""
    for model_name, pk in event.after.get("made", ()):
        apps.get_model("register", model_name)._default_manager.filter(pk=pk).delete()


INVERSES: dict[str, Inverse] = {
    **dict.fromkeys(DECISIONS, Inverse(Value, take_back_decision)),
    "doubt.settled": Inverse(Doubt, set_back),
    **dict.fromkeys(("statement.split", "statement.merged"), Inverse(Statement, take_back_rows)),
    **dict.fromkeys(("difference.kept", "difference.taken"), Inverse(Value, take_back_rows)),
    "statement.added": Inverse(Statement, take_back_rows),
    "attendance.added": Inverse(Attendance, take_back_rows),
    "agendaitem.added": Inverse(AgendaItem, take_back_rows),
    "suggestion.refused": Inverse(Suggestion, set_back),
    "seat.opened": Inverse(Seat, lambda seat, _: seat.delete()),
    "seat.changed": Inverse(Seat, set_back),
    "seat.ended": Inverse(Seat, set_back),
    "noseat.said": Inverse(NoSeat, lambda said, _: said.delete()),
    "person.added": Inverse(Person, take_out, permission="register.add_person"),
    "organisation.added": Inverse(Organisation, take_out, permission="register.add_organisation"),
    "body.added": Inverse(Body, take_out, permission="register.add_body"),
    "person.changed": Inverse(Person, take_back_name, permission="register.change_person"),
    **dict.fromkeys(
        ("body.coverage_published", "body.coverage_withheld"),
        Inverse(Body, set_back, permission="register.publish_coverage"),
    ),
    "body.renamed": Inverse(Body, take_back_name, permission="register.name_actor"),
    "organisation.renamed": Inverse(Organisation, take_back_name, permission="register.name_actor"),
    "organisation.moved": Inverse(Organisation, take_back_move, permission="register.move_organisation"),
    **{
        f"{kind}.{what}": Inverse(model, take_back, permission="register.name_actor")
        for kind, model in MODELS.items()
        for what, take_back in (("alias_added", take_back_added), ("alias_removed", take_back_removed))
    },
    **{
        f"{kind}.merged": Inverse(
            model, part, permission="register.merge_actors", what=f"{kind}.parted", why_not=why_not_part
        )
        for kind, model in MODELS.items()
    },
    "role.ended": Inverse(Role, set_back, permission="register.grant_role"),
}
"""By the event's name. Two meetings that were made one stay one."""


def add_inverses(inverses: Mapping[str, Inverse]) -> None:
    """Let the log take changes of another room back too."""
    INVERSES.update(inverses)
