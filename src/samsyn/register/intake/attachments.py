"""Attachments of a meeting: those that its notes name, and the files that are kept for them."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from samsyn.history.models import Event
from samsyn.register.models import Attachment, BlottedFile, Meeting, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samsyn.accounts.models import User
    from samsyn.minutes import Minutes, NamedAttachment

SEPARATORS = re.compile(r"[\W_]+")
ENDING = re.compile(r"\.\w{1,5}$")
NUMBERED = re.compile(r"\bbil(?:aga)? ?(?:nr ?)?(?P<number>\d{1,3}|[a-z])\b")
SHORTEST = 6  # letters of a title that tell a file by themselves


def name_attachments(
    minutes: Minutes, meeting: Meeting, items: Sequence[int], known: Iterable[Attachment]
) -> None:
    """Write which attachments notes name; of those known before, files stay, and bare names that are gone go.

    Args:
        minutes: The reading that holds from now on.
        meeting: Whose notes it is.
        items: Ids of the agenda items, by position in the reading.
        known: The meeting's attachments so far.
    """
    rest = list(known)
    for read in minutes.attachments:
        row = next((one for one in rest if _is_same(one, read)), None)
        if row is None:
            row = Attachment(meeting=meeting)
        else:
            rest.remove(row)
        row.item_id = items[read.item] if read.item is not None else None
        row.label, row.title = read.label[:40], read.title.value
        row.start, row.end = read.title.span
        row.file_name = row.file_name or read.file_name[:255]
        row.save()
    for row in rest:
        if row.is_missing:
            row.delete()
        elif row.start is not None:
            row.start = row.end = None
            row.save(update_fields=["start", "end"])


def keep_attachment(meeting_id: int, content: bytes, *, name: str, by: User | None) -> bool:
    """Keep a file with a meeting, in the place of its name in the notes; one of the same name is replaced.

    Returns:
        Whether anything changed.
    """
    sha = hashlib.sha256(content).hexdigest()
    if BlottedFile.objects.filter(old_sha256=sha).exists():
        return False  # it was taken out with a reason
    source, _ = Source.objects.get_or_create(sha256=sha, defaults={"content": content, "size": len(content)})
    rows = list(Attachment.objects.filter(meeting=meeting_id).select_related("source").order_by("id"))
    if any(row.source_id == source.pk for row in rows):
        return False
    row = _row_for(rows, name) or Attachment(meeting_id=meeting_id)
    before = row.source.sha256 if row.source else ""
    row.source, row.file_name = source, name[:255]
    row.save()
    Event.objects.create(
        by=by,
        what="attachment.replaced" if before else "attachment.imported",
        subject_type="meeting",
        subject_id=meeting_id,
        before={"sha256": before} if before else {},
        after={"file_name": name, "sha256": sha},
    )
    return True


def is_named_by(row: Attachment, name: str) -> bool:
    """Whether a file is what notes name: by its own name, its label, or its title."""
    plain, wanted = plain_words(ENDING.sub("", name)), plain_words(ENDING.sub("", row.file_name))
    if wanted:
        return wanted == plain
    if row.label:
        numbers = {match["number"] for match in NUMBERED.finditer(plain)}
        if plain_words(row.label).rpartition(" ")[2] in numbers:
            return True
    title = plain_words(row.title)
    return len(title) >= SHORTEST and title != plain_words(row.label) and title in plain


def plain_words(name: str) -> str:
    """A name with single blanks for all that parts its words, in small letters."""
    return SEPARATORS.sub(" ", name).strip().casefold()


def _row_for(rows: Sequence[Attachment], name: str) -> Attachment | None:
    """The row that a file fills: named and not yet there, else one with a file of the same name."""
    waiting = (row for row in rows if row.is_missing and is_named_by(row, name))
    return next(waiting, None) or next((row for row in rows if row.file_name == name[:255]), None)


def _is_same(row: Attachment, read: NamedAttachment) -> bool:
    if row.label or read.label:
        if row.label:
            return row.label.casefold() == read.label.casefold()
        return is_named_by(Attachment(label=read.label, title=read.title.value), row.file_name)
    names = {plain_words(part) for part in (row.title, row.file_name) if part}
    return bool(names & {plain_words(part) for part in (read.title.value, read.file_name) if part})
