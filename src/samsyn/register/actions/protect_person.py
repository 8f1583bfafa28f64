"""Protect a person: name, place and contact are hidden from all but those who must know. And let it end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.errors import AlreadyDecided, ReasonMissing
from samsyn.register.masking import parts_of
from samsyn.register.models import Meeting, Person, SourceVersion, Statement
from samsyn.register.search.keeping import mark_recorded, take_in_marked

if TYPE_CHECKING:
    from collections.abc import Collection

    from samsyn.accounts.models import User


def protect_person(person: Person, *, why: str, by: User) -> Event:
    """Hide a person, from now on, wherever the register names them.

    Args:
        person: Whom.
        why: In their words; shown to those who know the person.
        by: Who says so.

    Raises:
        PermissionDenied: They do not know the person by their work.
        AlreadyDecided: The person is protected.
        ReasonMissing: There is no reason.
    """
    return _set(person, protected=True, why=why, by=by)


def unprotect_person(person: Person, *, why: str, by: User) -> Event:
    """Let a person be seen again; as `protect_person`."""
    return _set(person, protected=False, why=why, by=by)


@transaction.atomic
def _set(person: Person, *, protected: bool, why: str, by: User) -> Event:
    require(by, "register.protect_person", person)
    kept = Person.objects.select_for_update().get(pk=person.pk)
    if kept.is_protected == protected:
        raise AlreadyDecided("Någon annan hann före: ladda om sidan.")
    if not why.strip():
        raise ReasonMissing("Skriv varför.")
    kept.is_protected = protected
    kept.save(update_fields=["is_protected"])
    for meeting in _meetings_naming(kept):
        mark_recorded(meeting, is_new=False)
    transaction.on_commit(take_in_marked)
    return Event.objects.create(
        by=by,
        what="person.protected" if protected else "person.unprotected",
        subject_type="person",
        subject_id=kept.pk,
        before={"is_protected": not protected},
        after={"is_protected": protected},
        why=why.strip(),
    )


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
