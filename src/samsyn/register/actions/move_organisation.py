"""Say what an organisation is, and which one it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.actions.deciding import columns_of
from samsyn.register.errors import TreeUnusable
from samsyn.register.intake.turns import wait_for_turn
from samsyn.register.models import Organisation
from samsyn.register.queries.organisations import below

if TYPE_CHECKING:
    from samsyn.accounts.models import User


@transaction.atomic
def move_organisation(
    organisation: Organisation, parent: Organisation | None, *, kind: str, by: User, why: str = ""
) -> Event:
    """Put an organisation, with all below it, under another or under none.

    Raises:
        PermissionDenied: They may not.
        TreeUnusable: It would lie below itself.
    """
    require(by, "register.move_organisation", organisation)
    wait_for_turn()  # two who are put under each other at once would wait for each other
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    refuse_circle(organisation, parent)
    before = columns_of(organisation, ["parent", "kind"])
    organisation.parent, organisation.kind = parent, kind
    organisation.save(update_fields=["parent", "kind"])
    return Event.objects.create(
        by=by, what="organisation.moved", subject_type="organisation", subject_id=organisation.pk,
        before=before, after=columns_of(organisation, list(before)), why=why,
    )  # fmt: skip


def take_back_move(organisation: Organisation, event: Event) -> None:
    """Put it back where it was.

    Raises:
        TreeUnusable: That one has been put below it since, or is gone.
    """
    parent = Organisation.objects.filter(pk=event.before["parent"]).first()
    if parent is None and event.before["parent"] is not None:
        raise TreeUnusable("Organisationen som den låg under finns inte längre: flytta den för hand.")
    refuse_circle(organisation, parent)
    organisation.parent, organisation.kind = parent, event.before["kind"]
    organisation.save(update_fields=["parent", "kind"])


def refuse_circle(organisation: Organisation, parent: Organisation | None) -> None:
    """Refuse to put an organisation below itself.

    Raises:
        TreeUnusable: It would lie there.
    """
    if parent is not None and parent.pk in below(organisation):
        raise TreeUnusable("En organisation kan inte ligga under sig själv: välj en annan.")
