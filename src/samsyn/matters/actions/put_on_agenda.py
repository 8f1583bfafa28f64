"""Put what is followed up on the agenda of notes that are being written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.accounts.permissions import require
from samsyn.matters.actions.following import FOLLOWED
from samsyn.register.protection import hidden_from
from samsyn.register.service import save_draft
from samsyn.register.writing.beginning import empty_item
from samsyn.register.writing.content import content_from_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samsyn.accounts.models import User
    from samsyn.matters.queries.actions import Action
    from samsyn.register.models import NotesDraft

HEADING = "Uppföljning: {words}"
LONGEST = 160  # letters of an action's words in a heading


def put_on_agenda(draft: NotesDraft, actions: Sequence[Action], *, by: User) -> int:
    """Add an item for each action that has none yet: a heading, so that it is not read as a new action.

    Args:
        draft: The notes.
        actions: What is followed up at their meeting.
        by: Who writes.

    Returns:
        How many items were added. What names somebody hidden from the writer is left out.

    Raises:
        PermissionDenied: They do not write for the body.
        DraftChanged: Somebody else has written meanwhile.
        DraftUnusable: It is more than notes can have.
    """
    require(by, FOLLOWED, draft.written_for)
    content, mask = content_from_json(draft.content), hidden_from(by).mask
    there = {item.heading for item in content.items}
    wanted = [heading_of(one) for one in actions if not mask.is_in(one.statement.text)]
    new = [heading for heading in dict.fromkeys(wanted) if heading not in there]
    if new:
        items = (*content.items, *map(empty_item, new))
        save_draft(draft, replace(content, items=items), seen=draft.version, by=by)
    return len(new)


def heading_of(action: Action) -> str:
    """The heading that an action is followed up under."""
    words = " ".join(action.statement.text.split())
    shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
    return HEADING.format(words=shown.rstrip("."))
