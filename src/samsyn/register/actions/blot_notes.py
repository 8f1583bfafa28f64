"""Blot out a meeting's notes whole: every version's file, and all that was read in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.register.actions.blot_out import record_blotting, require_reason
from samsyn.register.blotting.originals import Replacement, write_replacements
from samsyn.register.blotting.whole import clear_events, clear_meeting, rows_read
from samsyn.register.errors import CannotBlot
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import (
    Attachment,
    Blotting,
    Person,
    Source,
    SourceVersion,
    Statement,
    WaitingCorrection,
)
from samsyn.register.search.forgetting import forget_words

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from samsyn.accounts.models import User
    from samsyn.register.models import Meeting


@transaction.atomic
def blot_notes(
    meeting: Meeting, *, attachments: Collection[int] = (), reason: str, by: User, on: date
) -> Blotting:
    """Blot out the notes; the meeting stays with its bodies and day. It cannot be undone.

    People who are named nowhere else go with them.

    Args:
        meeting: Whose notes.
        attachments: Ids of those of its attachments that are to go as well.
        reason: In their words.
        by: Who blots out.
        on: Today.

    Raises:
        PermissionDenied: They may not.
        CannotBlot: There is no reason, or there are no notes.
    """
    require(by, "register.blot_out", meeting)
    require_reason(reason)
    wait_for_turn()
    versions = list(SourceVersion.objects.filter(meeting=meeting))
    if not versions:
        raise CannotBlot("Mötet har inga anteckningar att utplåna.")
    said = [version.text for version in versions] + [meeting.title, meeting.place]
    said += Statement.objects.filter(meeting=meeting).values_list("search_text", flat=True)
    people = _people_of(meeting)
    n_rows = clear_events(meeting) + sum(rows.count() for rows in rows_read(meeting))
    blotting = Blotting.objects.create(by=by, reason=reason.strip(), meeting=meeting, n_rows=n_rows)
    gone = Attachment.objects.filter(meeting=meeting, pk__in=attachments)
    waiting = WaitingCorrection.objects.filter(meeting=meeting)
    ids = {version.source_id for version in versions} | set(waiting.values_list("source", flat=True))
    ids |= set(gone.values_list("source", flat=True))
    replacements = [Replacement(source) for source in Source.objects.filter(pk__in=ids - {None})]
    clear_meeting(meeting, on=on)
    gone.update(file_name="utplånad.txt", title="", label="", item=None, start=None, end=None)
    hashes = write_replacements(replacements, blotting, on=on)
    _let_go(people)
    forget_words(said, of_meetings=[meeting.pk])
    record_blotting("notes.blotted", blotting, [meeting.pk], hashes)
    return blotting


def _people_of(meeting: Meeting) -> list[Person]:
    """Those whom the notes name."""
    ids = set(meeting.attendances.values_list("person", flat=True))
    ids |= set(meeting.statements.values_list("owner_person", flat=True))
    ids |= set(type(meeting).objects.filter(pk=meeting.pk).values_list("chair", flat=True))
    ids |= set(type(meeting).objects.filter(pk=meeting.pk).values_list("secretary", flat=True))
    return list(Person.objects.filter(pk__in=ids - {None}))


def _let_go(people: list[Person]) -> None:
    """Take away those whom nothing speaks of any more."""
    for person in people:
        relations = [one for one in person._meta.related_objects if one.name != "aliases"]
        if not any(
            one.related_model._default_manager.filter(**{one.field.name: person.pk}).exists()
            for one in relations
        ):
            person.delete()
