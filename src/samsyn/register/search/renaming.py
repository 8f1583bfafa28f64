"""What is searched changes with who is protected, and with how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from samsyn.register.masking import parts_of
from samsyn.register.models import Meeting, Person, SourceVersion, Statement
from samsyn.register.search.keeping import mark_recorded, take_in_marked

if TYPE_CHECKING:
    from collections.abc import Collection


def mark_if_protected(actor: object) -> None:
    """Mark the meetings that name somebody, in the transaction that changes their names, if it matters."""
    if isinstance(actor, Person) and actor.is_protected:
        mark_naming(actor)


def mark_naming(person: Person) -> None:
    """Mark the meetings that name a person: their words are taken into the index anew."""
    for meeting in _meetings_naming(person):
        mark_recorded(meeting, is_new=False)
    transaction.on_commit(take_in_marked)


def _meetings_naming(person: Person) -> Collection[int]:
    """Ids of the meetings with a part of the person's name in what is searched: their words change."""
    names = [person.name, *person.aliases.values_list("text", flat=True)]
    noted, said, headed = Q(), Q(), Q()
    parts = {part for name in names for part in parts_of(name)}
    # SQLite compares å, ä and ö with regard to case.
    for form in {form for part in parts for form in (part, part.lower(), part.upper())}:
        noted |= Q(text__icontains=form)
        said |= Q(text__icontains=form) | Q(owner_name__icontains=form)
        headed |= Q(title__icontains=form) | Q(place__icontains=form)
    found = (
        SourceVersion.objects.filter(noted, is_current=True).values_list("meeting_id", flat=True),
        Statement.objects.filter(said, removed=False).order_by().values_list("meeting_id", flat=True),
        Meeting.objects.filter(headed).values_list("pk", flat=True),
    )
    return {meeting for some in found for meeting in some}
