"""Reply for an organisation to what notes say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from samsyn.accounts.permissions import require
from samsyn.history.models import Event
from samsyn.matters.models import Reply
from samsyn.reading import find_identity_numbers
from samsyn.register.service import ReportUnusable

if TYPE_CHECKING:
    from samsyn.accounts.models import User
    from samsyn.register.models import Organisation, Statement

LONGEST = 1000


@transaction.atomic
def write_reply(statement: Statement, organisation: Organisation, text: str, *, by: User) -> Event:
    """Keep a reply, to stand beside the statement; the notes stay as they are.

    Raises:
        PermissionDenied: They do not tell for the organisation.
        ReportUnusable: There are no words, too many, or an identity number among them.
    """
    require(by, "matters.reply", organisation)
    words = " ".join(text.split())
    if not words:
        raise ReportUnusable("Skriv vad som gäller.")
    if len(words) > LONGEST:
        raise ReportUnusable(f"Skriv högst {LONGEST} tecken.")
    if find_identity_numbers(words):
        raise ReportUnusable("Svaret innehåller något som ser ut som ett personnummer: ta bort det.")
    reply = Reply.objects.create(statement=statement, organisation=organisation, text=words, by=by)
    return Event.objects.create(
        by=by,
        what="reply.written",
        subject_type="reply",
        subject_id=reply.pk,
        after={"organisation": organisation.pk, "text": words},
    )
