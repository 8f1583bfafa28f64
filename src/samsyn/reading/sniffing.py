"""Which format a file is of: its content decides, its name only breaks a tie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samsyn.reading.errors import EncryptedFile, UnsupportedFormat
from samsyn.reading.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Container

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
COMPOUND, RICH_TEXT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
PDF, PDF_END, PDF_HEAD = b"%PDF-", b"startxref", 1024  # readers allow for other bytes in front
# Names of streams in a compound file stand in UTF-16.
ENCRYPTED_STREAM, WORD_STREAM = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
OLD_KINDS = (
    ("__properties_version1.0", "ett e-postmeddelande sparat av Outlook (.msg)"),
    ("PowerPoint Document", "en äldre PowerPoint-fil (.ppt)"),
    ("Workbook", "en äldre Excel-fil (.xls)"),
)

XML, WORD_XML = b"<?xml", b'<?mso-application progid="Word.Document"?>'
# A note may begin with these letters too, so something must follow that no text holds.
BINARIES = (
    (b"\x89PNG", "en bild"),
    (b"\xff\xd8\xff", "en bild"),
    (b"GIF8", "en bild"),
    (b"II*\0", "en bild"),
    (b"MM\0*", "en bild"),
    (b"BM", "en bild"),
    (b"\x78\x9f\x3e\x22", "bilagor som Outlook har packat in (winmail.dat)"),
    (b"\x1f\x8b", "ett packat arkiv"),
    (b"7z\xbc\xaf\x27\x1c", "ett packat arkiv"),
    (b"Rar!", "ett packat arkiv"),
    (b"SQLite format 3\0", "en databas"),
    (b"\x7fELF", "ett program"),
    (b"MZ\x90", "ett program"),
    (b"ID3", "en ljudfil"),
    (b"OggS", "en ljudfil"),
    (b"RIFF", "en ljud- eller bildfil"),
)
WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# What a web editor gives is a piece of a page; Markdown may hold tags too, but begins with words.
PIECE_OF_PAGE = re.compile(
    rb"\s*<(?:p|div|h[1-6]|ul|ol|table|section|article|main|blockquote|center|font|span)\b[^<>]*>\s*[^\s#*>-]",
    re.IGNORECASE,
)
WIDE = (b"\xff\xfe", b"\xfe\xff")
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
# A message begins with lines of a head, one of which programs alone write.
HEAD_LINE = re.compile(rb"[!-9;-~]{2,60}:[ \t\r\n]")
MAIL = re.compile(
    rb"^(?:Return-Path|Received|MIME-Version|Delivered-To|Message-ID|Content-Type|X-Mailer|DKIM-Signature):",
    re.IGNORECASE | re.MULTILINE,
)
SENDER = re.compile(rb"^From:(?!\s*<Saved by)", re.IGNORECASE | re.MULTILINE)
HEAD_END = re.compile(rb"\r?\n\r?\n")
LONGEST_HEAD = 1_000_000  # some thousand receivers
MAILBOX = re.compile(rb"From \S+ [^\n]{10,40}\n[\w-]+: ")

PACKAGES = (
    ("xl/workbook.xml", "en Excel-fil"),
    ("xl/workbook.bin", "en Excel-fil"),
    ("ppt/presentation.xml", "en PowerPoint-fil"),
    ("index/document.iwa", "ett Pages-dokument"),
    ("meta-inf/container.xml", "en e-bok"),
)

# Marks are looked for in the beginning, each within bounds: a search must not take longer than reading.
N_SEARCHED = 100_000
MARKDOWN_NAME = FORMATS["markdown"].endings
MARKDOWN = re.compile(
    r"""
    ^[ ]{0,3}\#{1,6}[ \t]*[^\W\d_]      # a heading, also without the blank after the marks
    | ^[ ]{0,3}\#{1,6}[ \t]+\S          # a heading that begins with a number
    | (?<![\w*])\*\*\S(?:[^*\n]|\n(?!\n)){0,300}\*\*
    | ~~\S[^~]{0,300}~~
    | \[[^\]\n]{1,300}\]\([^)\s]{0,300}\)           # a link
    | ^[ ]{0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$   # the line below a table's head
    | ^[ ]{0,3}```
    """,
    re.VERBOSE | re.MULTILINE,
)


def find_binary_format(content: bytes, *, name: str) -> str | None:
    """The format of a file that is no plain text, or None where it may be text.

    A package without the parts of OpenDocument is taken for a Word file; `require_word` holds its parts
    against that when it is open.

    Raises:
        UnsupportedFormat: A kind of file that is not read.
        EncryptedFile: A Word file with a password.
    """
    if content.startswith(ZIP):
        return "odt" if _is_open_document(content) else "docx"
    if content.startswith(PDF) or (PDF in content[:PDF_HEAD] and PDF_END in content[-PDF_HEAD:]):
        return "pdf"
    if content.startswith(COMPOUND):
        return _find_old_format(content, name)
    if content.startswith(RICH_TEXT):
        return "rtf"
    head = content[:2048].removeprefix(b"\xef\xbb\xbf")
    if is_web_page(head, name=name):
        return "html"
    _refuse_others(head, name)
    return _find_message_format(content, name)


def _find_message_format(content: bytes, name: str) -> str | None:
    """A mail, or a page saved as one, which has no sender."""
    start = content[:LONGEST_HEAD].lstrip()
    if MAILBOX.match(start):
        raise UnsupportedFormat(name, title="en brevlåda (mbox) med flera e-postmeddelanden")
    end = HEAD_END.search(start)
    head = start[: end.start() if end else None]
    is_called_mail = name.lower().endswith(FORMATS["eml"].endings)
    if not HEAD_LINE.match(head) or not (is_called_mail or MAIL.search(head)):
        return None
    if is_called_mail:
        return "eml"
    return "eml" if SENDER.search(head) and not name.lower().endswith(FORMATS["mhtml"].endings) else "mhtml"


def _refuse_others(head: bytes, name: str) -> None:
    """Refuse what is known by its first bytes and not read."""
    if head.startswith(XML):
        title = "ett Word-dokument i 2003 års XML-format" if WORD_XML in head else "en XML-fil"
        raise UnsupportedFormat(name, title=title)
    for start, title in BINARIES if b"\0" in head else ():
        if head.startswith(start):
            raise UnsupportedFormat(name, title=title)


def _find_old_format(content: bytes, name: str) -> str:
    """An old Word file, or one that it holds: its reader looks closer."""
    if ENCRYPTED_STREAM in content:
        raise EncryptedFile(name, can_be_opened=True)
    if WORD_STREAM not in content and not name.lower().endswith(FORMATS["doc"].endings):
        raise UnsupportedFormat(name, title=find_old_title(content))
    return "doc"


def find_old_title(content: bytes) -> str:
    """What an old Office file without words of its own is, in Swedish."""
    kinds = (title for stream, title in OLD_KINDS if stream.encode("utf-16-le") in content)
    return next(kinds, "en fil i äldre Office-format")


def is_web_page(head: bytes, *, name: str) -> bool:
    """Whether a file that begins like this is a web page, or a piece of one under a web page's name."""
    if head.startswith(WIDE):
        head = head.replace(b"\0", b"").lstrip(b"\xff\xfe")
    if WEB_PAGE.match(head):
        return True
    if name.lower().endswith(MARKDOWN_NAME):
        return False
    has_name = name.lower().endswith(FORMATS["html"].endings)
    return bool(PIECE_OF_PAGE.search(head) if has_name else PIECE_OF_PAGE.match(head))


def _is_open_document(content: bytes) -> bool:
    """An archive with the main part of OpenDocument, and without the list of parts that Office writes."""
    if content[30:38] == b"mimetype" and OPEN_DOCUMENT in content[:200]:
        return True
    return b"content.xml" in content and b"[Content_Types].xml" not in content


def find_text_format(text: str, *, name: str) -> str:
    """Markdown where the text bears its marks or the name says so, else plain text."""
    if name.lower().endswith(MARKDOWN_NAME) or MARKDOWN.search(text, 0, N_SEARCHED):
        return "markdown"
    return "plain"


def require_word(parts: Container[str], *, name: str) -> None:
    """Refuse a package that is of another kind than Word.

    Args:
        parts: Names of its parts, in small letters.
        name: The file's name.

    Raises:
        UnsupportedFormat: It is.
    """
    for part, title in PACKAGES:
        if part in parts:
            raise UnsupportedFormat(name, title=title)
    if "[content_types].xml" not in parts:
        raise UnsupportedFormat(name, title="ett packat arkiv (zip)")
