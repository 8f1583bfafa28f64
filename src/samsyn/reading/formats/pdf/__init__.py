"""A PDF -> `Document`.

pdfium gives each character with its place, size and font; lines, columns, tables, headings and lists
are told by them alone: a PDF holds no paragraphs. Larger letters make a heading, a bullet or a number
before a gap a list entry, a stroke through the letters struck-out text, a grid of strokes a table, and
what comes back at the same place page after page a page header or footer. A line that ended because the
next word found no room is joined to the next by a space; one that was ended on purpose keeps its break.
A hyphen at the end of a line stays, with a line feed behind it.

Pages that are pictures are read with Tesseract (`samsyn.reading.formats.scans`), and put together in the
same way.

`Origin.part` is "page", `Origin.index` the page from 0, and `Origin.offset` the character on the page in
pdfium's count (`FPDFText_GetUnicode`), or among the words that were seen in the picture.

pdfium is not written in Python, so it works in a process of its own (`apart`), with limits on time and
memory: a file that brings it down is refused, and the next file gets a new process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.reading.formats.pdf.apart import read_apart

if TYPE_CHECKING:
    from samsyn.reading.formats import Reading
    from samsyn.reading.limits import Limits


def read(content: bytes, *, name: str, limits: Limits, password: str = "") -> Reading:
    """Read a PDF.

    Raises:
        DamagedFile: It cannot be opened.
        EncryptedFile: It needs a password, or another one.
        HostileFile: It takes too long or too much memory, or brings the reader down.
        TooLarge: It is over a limit.
        UnreadableFile: It holds pictures only.
    """
    return read_apart(content, name=name, limits=limits, password=password)
