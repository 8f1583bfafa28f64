"""Protect a person: name, place and contact are hidden from all but those who must know. And let it end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.errors import AlreadyDecided, ReasonMissing
from samsyn.register.models import Person
from samsyn.register.search.renaming import mark_naming

if TYPE_CHECKING:
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
    mark_naming(kept)
    return Event.objects.create(
        by=by,
        what="person.protected" if protected else "person.unprotected",
        subject_type="person",
        subject_id=kept.pk,
        before={"is_protected": not protected},
        after={"is_protected": protected},
        why=why.strip(),
    )
