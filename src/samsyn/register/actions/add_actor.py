"""Put in a person, an organisation or a body that no notes have named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.naming import clean_name, kind_of, refuse_taken
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Body, Organisation, Person

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def add_person(name: str, *, by: User, email: str = "") -> tuple[Person, Event]:
    """Put in a person; another of the same name stays another.

    Raises:
        PermissionDenied: They may not.
        NameUnusable: There is no name.
    """
    require(by, "register.add_person")
    wait_for_turn()
    shown, key = clean_name("person", name)
    person = Person.objects.create(name=shown, key=key, email=email)
    return person, _record(person, by=by)


@transaction.atomic
def add_body(name: str, *, by: User) -> tuple[Body, Event]:
    """Put in a body.

    Raises:
        PermissionDenied: They may not.
        NameUnusable: There is no name, or another body has it.
    """
    require(by, "register.add_body")
    wait_for_turn()
    shown, key = clean_name("body", name)
    refuse_taken("body", key)
    body = Body.objects.create(name=shown, key=key)
    return body, _record(body, by=by)


@transaction.atomic
def add_organisation(
    name: str, *, by: User, kind: str = "", parent: Organisation | None = None
) -> tuple[Organisation, Event]:
    """Put in an organisation, maybe under another.

    Args:
        name: As it is shown.
        by: Who puts it in.
        kind: As `Organisation.kind`; empty for an administration, a unit, or what is not known.
        parent: The one that it belongs to.

    Raises:
        PermissionDenied: They may not.
        NameUnusable: There is no name, or another organisation has it.
    """
    require(by, "register.add_organisation")
    wait_for_turn()
    shown, key = clean_name("organisation", name)
    refuse_taken("organisation", key)
    organisation = Organisation.objects.create(name=shown, key=key, kind=kind, parent=parent)
    return organisation, _record(organisation, by=by)


def _record(actor: Person | Organisation | Body, *, by: User) -> Event:
    kind = kind_of(actor)
    after: dict[str, Any] = {"name": actor.name}
    return Event.objects.create(
        by=by, what=f"{kind}.added", subject_type=kind, subject_id=actor.pk, after=after
    )
