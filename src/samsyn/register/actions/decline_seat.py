"""Say that somebody who comes often has no seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.errors import AlreadyDecided
from samsyn.register.models import NoSeat

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Body, Person


@transaction.atomic
def decline_seat(body: Body, person: Person, *, by: User, why: str = "") -> Event:
    """Keep it that somebody has no seat, so that it is not proposed again.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: Somebody has said so.
    """
    require(by, "register.open_seat", body)
    kept, is_new = NoSeat.objects.get_or_create(body=body, person=person)
    if not is_new:
        raise AlreadyDecided("Förslaget är redan avvisat: ladda om sidan.")
    return Event.objects.create(
        by=by, what="noseat.said", subject_type="noseat", subject_id=kept.pk,
        after={"person": person.pk, "body": body.pk}, why=why,
    )  # fmt: skip
