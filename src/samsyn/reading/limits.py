"""How much a file may ask of the reader."""

from __future__ import annotations

from typing import NamedTuple

MEGABYTE = 2**20


class Limits(NamedTuple):
    """Bounds on a file, all in bytes unless the name says otherwise.

    Attributes:
        file: The file as it is stored.
        text: A file of plain text or Markdown, a web page without its pictures, or the text in a PDF;
            2 MB are about 700 printed pages.
        part: One part of a Word or OpenDocument package, unpacked.
        unpacked: All parts of such a package, unpacked.
        n_parts: Parts in such a package.
        ratio: Unpacked to packed size of a part; told apart from a hoax only above `ratio_from`.
        ratio_from: Unpacked size up to which the ratio is not asked for.
        n_pages: Pages in a PDF.
        seconds: Time for a PDF, counted in seconds.
        n_scans: Pages that are pictures, in a PDF.
        seconds_a_scan: Time for each such page, on top.
        memory: What the process that reads a PDF may take; set when it starts.
        n_levels: How deep mails may lie within mails.
    """

    file: int = 50 * MEGABYTE
    text: int = 2 * MEGABYTE
    part: int = 40 * MEGABYTE
    unpacked: int = 500 * MEGABYTE
    n_parts: int = 5_000
    ratio: int = 150
    ratio_from: int = 2 * MEGABYTE
    n_pages: int = 3_000
    seconds: int = 60
    memory: int = 2048 * MEGABYTE
    n_scans: int = 300
    seconds_a_scan: int = 60
    n_levels: int = 4
