"""Take or refuse what notes tell of parties."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from samsyn.accounts.permissions import require
from samsyn.matters.actions.tell_party import Party, keep_line
from samsyn.matters.queries.party_proposals import PartyProposal, party_proposals
from samsyn.register.service import ChangedMeanwhile
from samsyn.register.sight import sight_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from samsyn.accounts.models import User
    from samsyn.history.models import Event
    from samsyn.matters.models import Matter
    from samsyn.register.models import Statement


def take_party_proposals(subject: Statement | Matter, keys: Collection[str], *, by: User) -> list[Event]:
    """Let what notes tell of some parties hold.

    Args:
        subject: A decision or a matter.
        keys: Of the proposals, as they were shown.
        by: Who takes them.

    Raises:
        PermissionDenied: They may not tell it for one of the parties.
        ChangedMeanwhile: A proposal is not there any more.
    """
    return _answer(subject, keys, refused=False, by=by)


def refuse_party_proposals(subject: Statement | Matter, keys: Collection[str], *, by: User) -> list[Event]:
    """Say that notes do not tell it: it is not proposed again; as `take_party_proposals`."""
    return _answer(subject, keys, refused=True, by=by)


@transaction.atomic
def _answer(subject: Statement | Matter, keys: Collection[str], *, refused: bool, by: User) -> list[Event]:
    open_ones = {one.key: one for one in party_proposals(subject, sees=sight_of(by))}
    if not keys or not set(keys) <= set(open_ones):
        raise ChangedMeanwhile("Förslaget finns inte längre: ladda om sidan.")
    chosen = [open_ones[key] for key in keys]
    for one in chosen:
        require(by, "matters.tell_party", Party(subject, one.organisation))
    batch = uuid4()
    return [
        keep_line(Party(subject, one.organisation), _columns(one) | {"refused": refused}, by=by, batch=batch)
        for one in chosen
    ]


def _columns(one: PartyProposal) -> dict[str, object]:
    told_on = one.source.meeting.start_on or timezone.localdate()
    return {"state": one.state, "source": one.source, "told_on": told_on, **one.columns}
