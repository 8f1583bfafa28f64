"""Two people on the same rows: what somebody decides on must stand as it was when it was shown to them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.utils import timezone

from samsyn.register.errors import ChangedMeanwhile
from samsyn.register.models import Meeting, Value, ValueState

if TYPE_CHECKING:
    from collections.abc import Iterable

STAMP_LENGTH = 10
SAID = {
    ValueState.CONFIRMED: "bekräftade",
    ValueState.CORRECTED: "rättade",
    ValueState.REJECTED: "avvisade",
}


def stamp_of(values: Iterable[Value]) -> str:
    """A short sign of how values stand; buttons carry it, so that nobody decides on what they did not see."""
    parts = [
        f"{one.pk} {one.state} {one.decided_by_id} {one.value} {one.words}"
        for one in sorted(values, key=lambda value: value.pk)
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:STAMP_LENGTH]


def lock_reading(meeting: Meeting) -> None:
    """Let nobody else decide on the meeting's rows until this transaction ends."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)


def require_as_shown(values: Iterable[Value], stamp: str) -> None:
    """Go on only if values stand as they did when they were shown.

    Args:
        values: As they stand now, in a transaction that has called `lock_reading`.
        stamp: What `stamp_of` gave when the page was made.

    Raises:
        ChangedMeanwhile: Somebody has decided on them since, or a new version changed them.
    """
    now = list(values)
    if stamp_of(now) == stamp:
        return
    last = max((one for one in now if one.decided_at is not None), key=_decided_at, default=None)
    if last is None:
        raise ChangedMeanwhile(
            "En ny version av anteckningarna kom medan du hade sidan öppen. Ditt val är inte sparat: se "
            "raden och välj igen."
        )
    done = SAID.get(ValueState(last.state), "ändrade")
    raise ChangedMeanwhile(
        f"{last.decided_by} {done} ”{last.words or last.value}” kl. "
        f"{timezone.localtime(last.decided_at):%H.%M}, medan du hade sidan öppen. Ditt val är inte sparat: "
        "se hur raden står nu och välj igen om du vill."
    )


def _decided_at(value: Value) -> float:
    return value.decided_at.timestamp() if value.decided_at else 0.0
