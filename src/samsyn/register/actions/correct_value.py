"""Correct a value: a person puts in what holds, in the place of what was read or where nothing was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.reading import find_identity_numbers
from samsyn.register.actions.decisions import CORRECTED, Change, decide
from samsyn.register.corrections.fields import (
    COLUMNS,
    DECIDED_AS,
    HAND,
    LISTS,
    now_of,
    seen_of,
    subject_name,
)
from samsyn.register.corrections.presenting import presenter_rows
from samsyn.register.corrections.understanding import Setting, Written, understand
from samsyn.register.errors import AlreadyDecided, ChangedMeanwhile, CorrectionUnusable
from samsyn.register.models import Meeting, Value, ValueState

if TYPE_CHECKING:
    from django.db.models import Model

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.register.corrections.fields import Subject

NUMBER_FOUND = "Det du skrev ser ut att innehålla ett personnummer: ta bort det. Inget är sparat."


@dataclass(frozen=True, slots=True)
class ValueCorrection:
    """What is put in.

    Attributes:
        field: As `COLUMNS` has it: "kind", "owner", "due", "text", "present".
        words: As written.
        chosen: What was chosen in a list, as `owner_named` takes it.
        seen: What stood there when the form was shown, as `seen_of` gave it.
    """

    field: str
    words: str
    seen: str
    chosen: str = ""


@transaction.atomic
def correct_value(subject: Subject, correction: ValueCorrection, *, by: User, why: str = "") -> Event:
    """Put a value in place. What was read stays in the history, and a later reading does not overwrite it.

    Args:
        subject: The meeting, or a row of it.
        correction: The field and what it becomes.
        by: Who corrects.
        why: In their words.

    Raises:
        PermissionDenied: They may not.
        ChangedMeanwhile: Somebody has changed the field since the form was shown; nothing is overwritten.
        CorrectionUnusable: The words mean nothing in that field, or hold an identity number.
        AlreadyDecided: It stands so already.
    """
    require(by, "register.correct_value", subject)
    field = correction.field
    if (subject_name(subject), field) not in COLUMNS:
        raise CorrectionUnusable("Det går inte att ändra här.")
    if find_identity_numbers(correction.words):
        raise CorrectionUnusable(NUMBER_FOUND)
    subject = type(subject)._default_manager.select_for_update().get(pk=subject.pk)
    if seen_of(subject, field) != correction.seen:
        raise ChangedMeanwhile("Någon har ändrat det här medan du hade sidan öppen. Inget är överskrivet.")
    meeting = subject if isinstance(subject, Meeting) else subject.meeting
    setting = Setting(subject, meeting, by)
    rows = _rows(setting, field, Written(correction.words, correction.chosen))
    if not rows:
        raise AlreadyDecided("Det står så redan: inget är ändrat.")
    value, made = _value_of(subject, meeting, field)
    rows += _others(value, by) if field in LISTS else []
    return decide(value, Change(CORRECTED, ValueState.CORRECTED, by, why, rows, made=made))


def _rows(setting: Setting, field: str, written: Written) -> list[tuple[Model, dict[str, Any]]]:
    """The rows that change; none where all stands so already."""
    if field == "presenter":
        return presenter_rows(setting, written)
    columns = understand(setting, field, written)
    return [] if columns == now_of(setting.subject, field) else [(setting.subject, columns)]


def _value_of(subject: Subject, meeting: Meeting, field: str) -> tuple[Value, bool]:
    """The value that carries the decision, made where nothing was read; and whether it was made."""
    name, field = subject_name(subject), DECIDED_AS.get(field, field)
    owner: dict[str, Any] = dict.fromkeys(("attendance", "item", "statement"))
    if name != "meeting":
        owner[name] = subject
    known = Value.objects.filter(meeting=meeting, field=field, **owner).order_by("id").first()
    if known is not None:
        return known, False
    made = Value.objects.create(
        meeting=meeting, field=field, value="", words="", rule=HAND, certainty="clear", **owner
    )
    return made, True


def _others(value: Value, by: User) -> list[tuple[Model, dict[str, Any]]]:
    """The other values of a list: what a person has put in holds for the whole of it."""
    rows = Value.objects.filter(
        meeting=value.meeting_id, field=value.field, item=value.item_id, statement=None, attendance=None
    ).exclude(pk=value.pk)
    decided = {
        "state": str(ValueState.CORRECTED),
        "decided_by": by.pk,
        "decided_at": timezone.now().isoformat(),
    }
    return [(row, decided) for row in rows]
