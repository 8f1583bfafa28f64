"""Whether a page that nothing came out of is empty, or damaged: pdfium itself says no more than that."""

from __future__ import annotations

import re
from ctypes import c_int, string_at
from typing import Any

import pypdfium2_raw as pdfium

# What an office program writes for an empty page is shorter.
SHORTEST = 100
LONGEST_COPY = 4_000_000
CONTENTS = re.compile(rb"/Contents\s*\[?\s*((?:\d+ 0 R\s*)+)")
NUMBER = re.compile(rb"(\d+) 0 R")


def is_damaged(document: Any, number: int) -> bool:
    """Whether drawing instructions are there that pdfium could not follow.

    The page is copied into a file of its own, in which its instructions are easily found.
    """
    copy = _copy_of(document, number)
    found = CONTENTS.search(copy)
    streams = NUMBER.findall(found[1]) if found else []
    return sum(_length(copy, stream) for stream in streams) > SHORTEST


def _length(copy: bytes, number: bytes) -> int:
    found = re.search(rb"\s%s 0 obj\s*<<[^>]*/Length (\d+)" % number, copy)
    return int(found[1]) if found else 0


def _copy_of(document: Any, number: int) -> bytes:
    """A file with nothing but one page."""
    out = bytearray()

    def write(_: Any, part: Any, size: int) -> int:
        out.extend(string_at(part, size))
        return int(len(out) < LONGEST_COPY)

    single = pdfium.FPDF_CreateNewDocument()
    try:
        if pdfium.FPDF_ImportPagesByIndex(single, document, (c_int * 1)(number), 1, 0):
            target = pdfium.FPDF_FILEWRITE(version=1)
            target.WriteBlock = type(target.WriteBlock)(write)
            pdfium.FPDF_SaveAsCopy(single, target, 0)
    finally:
        pdfium.FPDF_CloseDocument(single)
    return bytes(out)
