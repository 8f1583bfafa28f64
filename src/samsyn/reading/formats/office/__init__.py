"""Old Word files (.doc) and RTF -> `Document`, through LibreOffice where it is installed.

LibreOffice turns the file into a Word file of today's form, and the reader of those does the rest:
`Origin` counts the paragraphs of that, not places in the original. It works apart (`converting`): in a
folder of its own that is thrown away, without macros, within limits on time and memory. To start it takes
most of a second.

Lists, tables, styles, struck and hidden words, tracked changes, notes and comments come through. A
line across the page becomes a border of a paragraph and is not read as one.

The original's own bytes are searched for identity numbers: what was left behind by quick saving, or hidden
in a way that LibreOffice leaves out, stays in the original.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samsyn.reading.formats import Reading, docx
from samsyn.reading.formats.office.converting import convert_to_word
from samsyn.reading.formats.office.originals import find_unshown, require_whole
from samsyn.reading.sniffing import RICH_TEXT

if TYPE_CHECKING:
    from samsyn.reading.limits import Limits


def read(content: bytes, *, name: str, limits: Limits) -> Reading:
    """Read an old Word file or an RTF file.

    Raises:
        DamagedFile: It cannot be opened, or its end is missing.
        EncryptedFile: It needs a password.
        HostileFile: It takes too long.
        TooLarge: It is over a limit.
        UnreadableFile: LibreOffice is not installed.
        UnsupportedFormat: It is another kind of old Office file.
    """
    format_name = "rtf" if content.startswith(RICH_TEXT) else "doc"
    require_whole(content, name=name, format_name=format_name)
    unshown = tuple(find_unshown(content, format_name))
    reading = docx.read(
        convert_to_word(content, name=name, limits=limits, format_name=format_name), name=name, limits=limits
    )
    return Reading(replace(reading.document, format=format_name), (*reading.unshown, *unshown))
