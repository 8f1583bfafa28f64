r"""A file -> `Document`: blocks and runs, every character traceable to its place in the file.

This room knows file formats, character encodings and the Swedish identity number. It does not know
what a meeting is: that is `samsyn.minutes`. Nothing here touches the network or a database, and the
parsers are imported when a file is read, not before.

    >>> from samsyn.reading import read_bytes
    >>> document = read_bytes("# Möte\n\nAnna ~~Bo~~".encode(), name="möte.md")
    >>> [(run.text, run.struck) for run in document.blocks[1].runs]
    [('Anna ', False), ('Bo', True)]
"""

from samsyn.reading.as_json import document_from_json, document_to_json
from samsyn.reading.contacts import Contact, ContactKind, find_contacts
from samsyn.reading.documents import (
    Block,
    BlockKind,
    Box,
    Comment,
    Document,
    Observation,
    Origin,
    Position,
    Remark,
    Run,
    Span,
)
from samsyn.reading.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    HostileFile,
    IdentityNumberFound,
    ReadingError,
    TooLarge,
    UnreadableFile,
    UnsupportedFormat,
    WrongPassword,
)
from samsyn.reading.formats import FORMATS, Enclosed, Format, is_readable_name
from samsyn.reading.identity_numbers import find_identity_numbers, hide_identity_numbers
from samsyn.reading.limits import Limits
from samsyn.reading.opening import expect, find_enclosed, read_bytes, read_content, read_document
from samsyn.reading.searching import search_file, words_within

__all__ = [
    "FORMATS",
    "Block",
    "BlockKind",
    "Box",
    "Comment",
    "Contact",
    "ContactKind",
    "DamagedFile",
    "Document",
    "EmptyFile",
    "Enclosed",
    "EncryptedFile",
    "Format",
    "HostileFile",
    "IdentityNumberFound",
    "Limits",
    "Observation",
    "Origin",
    "Position",
    "ReadingError",
    "Remark",
    "Run",
    "Span",
    "TooLarge",
    "UnreadableFile",
    "UnsupportedFormat",
    "WrongPassword",
    "document_from_json",
    "document_to_json",
    "expect",
    "find_contacts",
    "find_enclosed",
    "find_identity_numbers",
    "hide_identity_numbers",
    "is_readable_name",
    "read_bytes",
    "read_content",
    "read_document",
    "search_file",
    "words_within",
]
