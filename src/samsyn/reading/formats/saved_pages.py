"""A web page saved with all it shows in one file (.mht) -> `Document`.

It is a message without sender, whose first page is the page; pictures and style sheets are its other
parts. Read as a web page; `Origin` counts the lines of the page.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.reading.errors import DamagedFile
from samsyn.reading.formats import FORMATS, Reading, Unshown
from samsyn.reading.formats.html import read_text
from samsyn.reading.formats.mail.letters import decode_part
from samsyn.reading.formats.mail.messages import take_apart

if TYPE_CHECKING:
    from samsyn.reading.limits import Limits


def read(content: bytes, *, name: str, limits: Limits) -> Reading:
    """Read a page saved in one file.

    Raises:
        DamagedFile: No page is in it.
        HostileFile: It is built to exhaust the reader.
        TooLarge: The page is over the limit.
        UnreadableFile: The page is no text.
    """
    taken = take_apart(content, name=name)
    pages = [part for part in (*taken.letter, *taken.enclosed) if part.kind == "text/html"]
    if not pages:
        raise DamagedFile(name, title=FORMATS["mhtml"].title)
    text, remark = decode_part(pages[0], name=name)
    reading = read_text(text, remark, name=name, limits=limits)
    others = (Unshown("i en annan del av sidan", decode_part(part, name=name)[0]) for part in pages[1:])
    said = Unshown("i sidans huvud", taken.heads)
    return Reading(replace(reading.document, format="mhtml"), (*reading.unshown, said, *others))
