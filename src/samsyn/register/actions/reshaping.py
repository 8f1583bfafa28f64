"""Changes of several rows in one act: carried out, recorded as one event, and taken back as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from samsyn.history.models import Event
from samsyn.register.actions.deciding import columns_of, set_columns
from samsyn.register.corrections.fields import HAND, seen_of
from samsyn.register.errors import ChangedMeanwhile, CorrectionUnusable
from samsyn.register.models import AgendaItem, Attendance, Statement, Value, ValueState

if TYPE_CHECKING:
    from django.db.models import Model

    from samsyn.accounts.models import User

    Rows = list[tuple[Model, dict[str, Any]]]


def record_reshaping(what: str, subject: Model, rows: Rows, *, made: list[Model], by: User) -> Event:
    """Change rows, and record it with those that were made."""
    before = [[row._meta.model_name, row.pk, columns_of(row, list(columns))] for row, columns in rows]
    for row, columns in rows:
        set_columns(row, columns)
    after = [[row._meta.model_name, row.pk, columns_of(row, list(columns))] for row, columns in rows]
    return Event.objects.create(
        by=by,
        what=what,
        subject_type=subject._meta.model_name or "",
        subject_id=subject.pk,
        before={"rows": before},
        after={"rows": after, "made": [[row._meta.model_name, row.pk] for row in made]},
    )


def decided_by_hand(by: User) -> dict[str, Any]:
    """The columns of a value that a person has put in."""
    return {
        "state": str(ValueState.CORRECTED),
        "decided_by": by.pk,
        "decided_at": timezone.now().isoformat(),
    }


def make_value(
    subject: Attendance | AgendaItem | Statement,
    field: str,
    plain: Any,
    *,
    by: User,
    words: str = "",
    start: int | None = None,
) -> Value:
    """A value that a person has put in, with its place in the notes where it has one."""
    names = {"agendaitem": "item"}
    name = subject._meta.model_name or ""
    return Value.objects.create(
        meeting_id=subject.meeting_id,
        field=field,
        value=plain,
        words=words,
        start=start,
        end=start + len(words) if start is not None else None,
        rule=HAND,
        certainty="clear",
        state=ValueState.CORRECTED,
        decided_by=by,
        decided_at=timezone.now(),
        **{names.get(name, name): subject},
    )


def held_statement(said: Statement, *, seen: str) -> Statement:
    """A statement as it stands now, held until this transaction ends.

    Raises:
        CorrectionUnusable: It is gone.
        ChangedMeanwhile: Its words are others than those seen.
    """
    found = Statement.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=said.pk)
    if found.removed:
        raise CorrectionUnusable("Raden finns inte längre: ladda om sidan.")
    if seen_of(found, "text") != seen:
        raise ChangedMeanwhile("Någon har ändrat orden medan du hade sidan öppen. Inget är överskrivet.")
    return found
