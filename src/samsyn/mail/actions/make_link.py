"""Make a link, and take one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.accounts.models import User
from samsyn.mail.models import Link
from samsyn.mail.purposes import purpose_of

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import Model


def make_link(
    purpose: str, *, address: str, last_on: date, subject: Model | None = None, by: User | None = None
) -> Link:
    """Make a link for one person. Whoever calls has asked whether `by` may give that leave.

    Args:
        purpose: The name of a registered purpose.
        address: The person's e-mail address.
        last_on: The last day on which it works.
        subject: What it is about.
        by: Who gives the leave.

    Raises:
        PurposeUnknown: Nobody has registered that purpose.
    """
    return Link.objects.create(
        purpose=purpose_of(purpose).name,
        address=address.strip().lower(),
        user=User.objects.filter(email=address.strip().lower()).first(),
        subject_type=subject._meta.model_name or "" if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        last_on=last_on,
        made_by=by,
    )


def withdraw_links(purpose: str, *, subject: Model) -> int:
    """Take back all links to one thing that still work; gives their number."""
    links = Link.objects.filter(
        purpose=purpose, subject_type=subject._meta.model_name, subject_id=subject.pk, withdrawn_at=None
    )
    return links.update(withdrawn_at=timezone.now())
