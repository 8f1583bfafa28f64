"""A mail (.eml) -> `Document` of its letter; the files that came with it are for whoever opens it.

The letter is the text or the page of the message, of both the page; what it is about stands before it as
a page header. Heads of forwarded messages within it ("Från: ... Skickat: ...") are page headers too, and a
signature below "-- " and what an organisation adds to all its letters page footers: they are words
of the letter, but not of notes. A letter may be written otherwise than it says; what fits counts.

`Origin.part` is the number of the part ("1.2") or "Subject", `Origin.index` the line of its text.

The head, the other way of saying the same, and all enclosed files that can be read are searched for identity
numbers: they stay in the original.
"""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

from samsyn.reading.formats import Enclosed, Reading, Unshown
from samsyn.reading.formats.mail.letters import decode_part, read_letter
from samsyn.reading.formats.mail.messages import take_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samsyn.reading.formats.mail.messages import Taken
    from samsyn.reading.limits import Limits


def read(content: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a mail's letter.

    Raises:
        EncryptedFile: It is locked.
        HostileFile: It is built to exhaust the reader.
        TooLarge: Its letter is over the limit.
        UnreadableFile: Its letter is no text.
    """
    taken = take_apart(content, name=name)
    reading = read_letter(taken, name=name, limits=limits)
    unshown = (*reading.unshown, *_find_unshown(taken, name))
    return Reading(reading.document, unshown, enclosed_in(taken))


def find_enclosed(content: bytes, *, name: str) -> tuple[Enclosed, ...]:
    """The files that came with a mail, in order.

    Raises:
        EncryptedFile: It is locked.
        HostileFile: It is built to exhaust the reader.
    """
    return enclosed_in(take_apart(content, name=name))


def enclosed_in(taken: Taken) -> tuple[Enclosed, ...]:
    """The files of a mail that hold anything; one without a name gets one."""
    return tuple(
        Enclosed(part.file_name or f"bilaga {part.number}", part.content)
        for part in taken.enclosed
        if part.content.strip()
    )


def _find_unshown(taken: Taken, name: str) -> Iterator[Unshown]:
    yield Unshown("i brevets huvud", taken.heads)
    for part in (*taken.letter, *taken.unread):
        if part.content.strip():
            text, _ = decode_part(part, name=name)
            yield Unshown("i brevets text", unescape(text))
