"""The way into pdfium: open a file, say what is wrong with it, and let go of it again."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

from samsyn.reading.errors import DamagedFile, EncryptedFile, WrongPassword

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE = "en PDF-fil"
LOCK = threading.Lock()  # pdfium may be used by one thread at a time
_begun: list[bool] = []


@contextmanager
def opened(content: bytes, *, name: str, password: str = "") -> Iterator[Any]:
    """A PDF as pdfium holds it; only one is open at a time.

    Raises:
        EncryptedFile: It needs a password, or another one.
        DamagedFile: It cannot be opened.
    """
    with LOCK:
        if not _begun:
            pdfium.FPDF_InitLibrary()
            _begun.append(True)
        handle = _load(content, password)
        if not handle:
            if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
                raise WrongPassword(name) if password else EncryptedFile(name, can_be_opened=True)
            raise DamagedFile(name, title=TITLE)
        try:
            yield handle
        finally:
            pdfium.FPDF_CloseDocument(handle)


def _load(content: bytes, password: str) -> Any:
    # Newer files take a password in UTF-8, older ones in one byte a letter.
    for encoding in ("utf-8", "cp1252"):
        key = password.encode(encoding, errors="replace") or None
        handle = pdfium.FPDF_LoadMemDocument64(content, len(content), key)
        if handle or password.isascii():
            return handle
    return None


@contextmanager
def opened_page(document: Any, number: int) -> Iterator[Any]:
    """A page, or None where it cannot be opened."""
    handle = pdfium.FPDF_LoadPage(document, number)
    try:
        yield handle or None
    finally:
        if handle:
            pdfium.FPDF_ClosePage(handle)


def count_pages(document: Any) -> int:
    """How many pages a document says it has."""
    return max(0, int(pdfium.FPDF_GetPageCount(document)))
