"""The agenda of a notice of meeting, as notes are begun from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.minutes import speaking
from samsyn.register.actions.import_notes import limits, own_words
from samsyn.register.intake.files import Reading, read_content
from samsyn.register.intake.notices import NOTICE
from samsyn.register.models import Attachment
from samsyn.register.writing.beginning import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.minutes import Minutes
    from samsyn.register.models import Meeting
    from samsyn.register.protection import Hidden


def called_agenda(meeting: Meeting, *, hidden: Hidden) -> list[Point]:
    """The items of the latest notice of a meeting that has any, each with those who are to present it.

    The file is read once more: what a notice says is kept in its own words alone.

    Args:
        meeting: Which.
        hidden: Whom the person who begins to write is not to see.
    """
    for minutes in _notices(meeting):
        found = _points(minutes, hidden)
        if found:
            return found
    return []


def _notices(meeting: Meeting) -> Iterator[Minutes]:
    """The notices of a meeting, latest first; one that cannot be read without its password is passed over."""
    kept = Attachment.objects.filter(meeting=meeting, title=NOTICE, source__isnull=False)
    for row in kept.order_by("-pk").select_related("source"):
        if row.source is None:
            continue
        content, name = bytes(row.source.content), row.file_name
        with speaking(own_words()):
            readings = read_content(content, name=name, shown=name, limits=limits())
        own = (one for one in readings if isinstance(one, Reading) and one.sha256 == row.source.sha256)
        yield from (one.minutes for one in own if one.minutes.notice)


def _points(minutes: Minutes, hidden: Hidden) -> list[Point]:
    """Items with their sub-headings below them; names of those who are hidden are left out."""
    return [
        Point(
            hidden.mask.hide(item.heading.value),
            tuple(one.value for one in item.presenters if not hidden.mask.is_in(one.value)),
            tuple(hidden.mask.hide(one.heading.value) for one in minutes.items if one.parent == at),
        )
        for at, item in enumerate(minutes.items)
        if item.level == 0
    ]
