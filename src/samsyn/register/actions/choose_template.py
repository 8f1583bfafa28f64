"""Give a body its own Word template for notes, or go back to the one that comes with Samsyn."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.reading import hide_identity_numbers
from samsyn.register.intake.files import plain_name
from samsyn.register.models import BodyTemplate

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Body


@transaction.atomic
def choose_template(body: Body, content: bytes, *, name: str, by: User) -> BodyTemplate:
    """Keep a template, which whoever asks has tried; those before it stay.

    Raises:
        PermissionDenied: They may not write for the body.
    """
    require(by, "register.choose_template", body)
    kept = BodyTemplate.objects.create(
        body=body,
        content=content,
        file_name=hide_identity_numbers(plain_name(name))[:255],
        sha256=hashlib.sha256(content).hexdigest(),
        by=by,
    )
    _record(body, by=by, before="", after=kept.sha256)
    return kept


@transaction.atomic
def leave_template(body: Body, *, by: User) -> None:
    """Go back to the template that comes with Samsyn.

    Raises:
        PermissionDenied: They may not write for the body.
    """
    require(by, "register.choose_template", body)
    last = BodyTemplate.objects.filter(body=body).order_by("at", "id").last()
    if last is not None:
        BodyTemplate.objects.filter(body=body).delete()
        _record(body, by=by, before=last.sha256, after="")


def _record(body: Body, *, by: User, before: str, after: str) -> None:
    Event.objects.create(
        by=by, what="template.chosen", subject_type="body", subject_id=body.pk,
        before={"sha256": before}, after={"sha256": after},
    )  # fmt: skip
