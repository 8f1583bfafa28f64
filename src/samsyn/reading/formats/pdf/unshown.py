"""Words that lie in a PDF without being shown: they stay in the original, so they are searched."""

from __future__ import annotations

import re
from ctypes import c_ulong, c_ushort, create_string_buffer
from html import unescape
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

from samsyn.reading.formats import Unshown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROPERTIES = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")
ANNOTATION_KEYS = (b"Contents", b"T", b"Subj", b"TU", b"V", b"DV", b"RC")
PROPERTY_SHEET = re.compile(rb"<x:xmpmeta.{0,1000000}?</x:xmpmeta>", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
LONGEST = 200_000
N_ANNOTATIONS, N_BOOKMARKS, N_ATTACHMENTS = 5_000, 5_000, 200
PROPERTIES_PLACE = "i dokumentets egenskaper"


def find_unshown(document: Any, content: bytes) -> Iterator[Unshown]:
    """Properties, bookmarks, the names and contents of enclosed files."""
    said = (
        _wide(lambda *at, key=key: pdfium.FPDF_GetMetaText(document, key.encode(), *at)) for key in PROPERTIES
    )
    yield Unshown(PROPERTIES_PLACE, "\n\n".join(said))
    for sheet in PROPERTY_SHEET.findall(content):
        yield Unshown(PROPERTIES_PLACE, unescape(TAG.sub("\n\n", sheet.decode("utf-8", errors="replace"))))
    yield Unshown("i ett bokmärke", "\n\n".join(_bookmarks(document)))
    yield from _attachments(document)


def _wide(get: Callable[..., int]) -> str:
    """A text that pdfium writes into a buffer in UTF-16, its length in bytes asked for first."""
    length = get(None, 0)
    if not 2 < length <= 2 * LONGEST:
        return ""
    buffer = (c_ushort * (length // 2 + 1))()
    get(buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", errors="replace")


def string_of(annotation: Any, key: bytes) -> str:
    """A text that an annotation holds under a key."""
    return _wide(lambda *at: pdfium.FPDFAnnot_GetStringValue(annotation, key, *at))


def _bookmarks(document: Any) -> Iterator[str]:
    waiting = [pdfium.FPDFBookmark_GetFirstChild(document, None)]
    for _ in range(N_BOOKMARKS):
        if not waiting:
            return
        mark = waiting.pop()
        if mark:
            yield _wide(lambda *at, mark=mark: pdfium.FPDFBookmark_GetTitle(mark, *at))
            waiting.append(pdfium.FPDFBookmark_GetNextSibling(document, mark))
            waiting.append(pdfium.FPDFBookmark_GetFirstChild(document, mark))


def holds_files(document: Any) -> bool:
    """Whether other files are enclosed."""
    return bool(pdfium.FPDFDoc_GetAttachmentCount(document) > 0)


def _attachments(document: Any) -> Iterator[Unshown]:
    for number in range(min(pdfium.FPDFDoc_GetAttachmentCount(document), N_ATTACHMENTS)):
        attachment = pdfium.FPDFDoc_GetAttachment(document, number)
        yield Unshown(
            "i namnet på en bifogad fil",
            _wide(lambda *at, attachment=attachment: pdfium.FPDFAttachment_GetName(attachment, *at)),
        )
        length = c_ulong()
        if not pdfium.FPDFAttachment_GetFile(attachment, None, 0, length) or length.value > LONGEST * 10:
            continue
        buffer = create_string_buffer(max(1, length.value))
        if pdfium.FPDFAttachment_GetFile(attachment, buffer, length.value, length):
            yield Unshown("i en bifogad fil", buffer.raw.decode("utf-8", errors="replace"))


def find_annotations(document: Any, page: Any) -> Iterator[str]:
    """What is written in a page's annotations and fields, and where its links lead."""
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), N_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        for key in ANNOTATION_KEYS:
            words = string_of(annotation, key)
            if words:
                yield words
        link = pdfium.FPDFAnnot_GetLink(annotation)
        if link:
            yield _address(document, link)
        pdfium.FPDFPage_CloseAnnot(annotation)


def _address(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
    if not 1 < length < LONGEST:
        return ""
    buffer = create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", errors="replace")
