"""Tesseract, the program that reads letters in pictures: is it there, and what does it see on a page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import lru_cache
from typing import NamedTuple

LANGUAGE, ORIENTATION = "swe", "osd"
WHOLE_PAGE, ORIENTATION_ONLY = "3", "0"
ROTATE = re.compile(rb"^Rotate: (90|180|270)\b", re.MULTILINE)
PATIENCE = 20  # seconds for a question that is not about a page


class Tesseract(NamedTuple):
    """The program on this machine, with its Swedish data.

    Attributes:
        can_orient: Whether it can tell which way a page is turned.
    """

    path: str
    can_orient: bool


class ScanFailed(Exception):
    """A page could not be read: it took too long, or too much memory."""


@lru_cache(maxsize=1)
def find_tesseract() -> Tesseract | None:
    """The program, or None where it or its Swedish data is missing."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        languages = _ask([path, "--list-langs"], b"", PATIENCE).split()
    except ScanFailed:
        return None
    return Tesseract(path, ORIENTATION.encode() in languages) if LANGUAGE.encode() in languages else None


def see_words(tesseract: Tesseract, picture: bytes, *, dpi: int, seconds: float) -> bytes:
    """What stands in a picture, as hOCR: words with boxes, lines with the line they stand on.

    Args:
        tesseract: The program.
        picture: In one of the formats of Netpbm.
        dpi: Pixels an inch.
        seconds: How long it may take.

    Raises:
        ScanFailed: It did not get through.
    """
    words = [
        tesseract.path,
        "stdin",
        "stdout",
        "-l",
        LANGUAGE,
        "--psm",
        WHOLE_PAGE,
        "--dpi",
        str(dpi),
        "hocr",
    ]
    return _ask(words, picture, seconds)


def see_turn(tesseract: Tesseract, picture: bytes, *, seconds: float) -> int:
    """By how many degrees with the clock a picture has to be turned to stand upright; 0 where unknown."""
    if not tesseract.can_orient:
        return 0
    words = [tesseract.path, "stdin", "stdout", "-l", ORIENTATION, "--psm", ORIENTATION_ONLY]
    try:
        found = ROTATE.search(_ask(words, picture, seconds))
    except ScanFailed:  # it finds too few letters to tell
        return 0
    return int(found[1]) if found else 0


def _ask(words: list[str], picture: bytes, seconds: float) -> bytes:
    # On its own it would take every core for each page, and be eight times slower for it.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        answer = subprocess.run(  # noqa: S603 - the program was looked up, its words are our own
            words, input=picture, capture_output=True, timeout=seconds, env=environment, check=True
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise ScanFailed from error
    return answer.stdout
