"""Answers to proposals of what belongs together, given to one or many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.matters.checks import require_state
from samsyn.matters.handing.later import follow_later
from samsyn.matters.models import LinkState, MatterLink
from samsyn.matters.tying import decide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.accounts.models import User


def answer_links(links: Sequence[MatterLink], state: str, *, by: User) -> list[int]:
    """Give open proposals the same answer; gives their ids.

    Raises:
        ChangedMeanwhile: One of them is answered already.
    """
    ids = [link.pk for link in links]
    rows = MatterLink.objects.select_for_update(of=("self",)).select_related("decided_by")
    for link in rows.filter(pk__in=ids).order_by("pk"):
        require_state(link, LinkState.OPEN)
        decide(link, state, by=by)
    return ids


def open_again(ids: Iterable[int]) -> None:
    """Let proposals wait for an answer again."""
    rows = MatterLink.objects.filter(pk__in=list(ids))
    follow_later(rows.values_list("left_meeting", flat=True))
    rows.update(state=LinkState.OPEN, decided_by=None, decided_at=None)
