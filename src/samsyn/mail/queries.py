"""Questions to the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.mail.actions.steer_mail import LEAVES
from samsyn.mail.models import OutgoingMail
from samsyn.mail.states import MailState

if TYPE_CHECKING:
    from django.db.models import QuerySet


def letters_here() -> QuerySet[OutgoingMail]:
    """Letters that have not left, oldest first."""
    return (
        OutgoingMail.objects.filter(state__in=LEAVES)
        .select_related("link", "made_by")
        .prefetch_related("links__link")
        .order_by("made_at", "pk")
    )


def letters_gone() -> QuerySet[OutgoingMail]:
    """Letters that have left, newest first."""
    gone = OutgoingMail.objects.filter(state__in=(MailState.SENT, MailState.HANDED_OVER))
    return gone.select_related("link", "made_by").prefetch_related("links__link").order_by("-sent_at", "-pk")
