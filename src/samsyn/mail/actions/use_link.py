"""Note that a link was used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.history.models import Event
from samsyn.mail.links import require_usable
from samsyn.mail.models import Link

if TYPE_CHECKING:
    from datetime import date


def use_link(link: Link, *, on: date) -> None:
    """Note the use; call it in the transaction that does what the link is for.

    Of two who use a link at once the second is refused where it works once only.

    Args:
        link: As `find_link` gave it.
        on: Today.

    Raises:
        LinkUnusable: It works no more.
    """
    kept = Link.objects.select_for_update(of=("self",)).select_related("made_by").get(pk=link.pk)
    require_usable(kept, on=on)
    kept.used_at = timezone.now()
    kept.save(update_fields=["used_at"])
    Event.objects.create(
        by=kept.user,
        what="link.used",
        subject_type="link",
        subject_id=kept.pk,
        after={"purpose": kept.purpose, "address": kept.address},
    )
