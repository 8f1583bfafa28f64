"""Let a body's published notes tell all which organisations were in the room, and let it end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.register.errors import AlreadyDecided
from samsyn.register.models import Body

if TYPE_CHECKING:
    from samsyn.accounts.models import User


def publish_coverage(body: Body, *, by: User) -> Event:
    """Tell it from now on, in what is published already too.

    Raises:
        PermissionDenied: They may not.
        AlreadyDecided: It is told already.
    """
    return _set(body, told=True, by=by)


def withhold_coverage(body: Body, *, by: User) -> Event:
    """Tell it no longer, anywhere; as `publish_coverage`."""
    return _set(body, told=False, by=by)


@transaction.atomic
def _set(body: Body, *, told: bool, by: User) -> Event:
    require(by, "register.publish_coverage", body)
    kept = Body.objects.select_for_update().get(pk=body.pk)
    if kept.publishes_coverage == told:
        raise AlreadyDecided("Någon annan hann före: ladda om sidan.")
    kept.publishes_coverage = told
    kept.save(update_fields=["publishes_coverage"])
    return Event.objects.create(
        by=by,
        what="body.coverage_published" if told else "body.coverage_withheld",
        subject_type="body",
        subject_id=kept.pk,
        before={"publishes_coverage": not told},
        after={"publishes_coverage": told},
    )
