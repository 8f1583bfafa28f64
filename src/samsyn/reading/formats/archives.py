"""A file that is an archive of parts, unpacked within bounds and parsed without outside help."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

from samsyn.reading.errors import DamagedFile, EncryptedFile, HostileFile, TooLarge

if TYPE_CHECKING:
    from zipfile import ZipInfo

    from lxml.etree import _Element

    from samsyn.reading.limits import Limits

LOCAL_HEADER = 30
ENCRYPTED_FLAG = 1
PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    dtd_validation=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


# What office programs write above the macros and dialogues that a document holds.
MACROS_TYPE = "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"


class Archive:
    """The parts of a file.

    Attributes:
        entries: Its parts, by their names in small letters.
    """

    def __init__(self, content: bytes, *, name: str, limits: Limits, title: str) -> None:
        """Open the archive and hold it against the limits.

        Args:
            content: The file byte for byte.
            name: The file's name.
            limits: Bounds on what it may ask for.
            title: What it should be, in a Swedish sentence ("ett Word-dokument").

        Raises:
            DamagedFile: The archive cannot be opened.
            EncryptedFile: A part needs a password.
            HostileFile: It unpacks to far more than it is.
            TooLarge: It is over a limit without looking like a trap.
        """
        self.content, self.name, self.limits = content, name, limits
        self.title = title
        try:
            with ZipFile(BytesIO(content)) as archive:
                entries = archive.infolist()
        except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise self.damaged() from error
        self.entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        self._check(entries)

    def damaged(self) -> DamagedFile:
        """The error that says that the file cannot be opened."""
        return DamagedFile(self.name, title=self.title)

    def packed(self, part: str) -> bytes:
        """A part as it lies in the file: the same bytes always unpack to the same part."""
        entry = self.entries.get(part.lower())
        if entry is None:
            return b""
        lengths = self.content[entry.header_offset + 26 : entry.header_offset + LOCAL_HEADER]
        if len(lengths) < 4:
            raise self.damaged()
        skip = int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        start = entry.header_offset + LOCAL_HEADER + skip
        return self.content[start : start + entry.compress_size]

    def unpack(self, part: str) -> bytes:
        """A part's bytes; empty where there is no such part.

        Raises:
            DamagedFile: It cannot be unpacked, or its checksum is wrong.
            TooLarge: It is over the limit.
        """
        entry = self.entries.get(part.lower())
        if entry is None:
            return b""
        if entry.file_size > self.limits.part:
            raise TooLarge(self.name, limit=self.limits.part, of="texten i filen")
        content = self._inflate(entry, self.packed(part))
        if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
            raise self.damaged()
        return content

    def tree(self, part: str) -> _Element | None:
        """A part as XML; None where there is no such part.

        Raises:
            HostileFile: It declares a document type: no program does but in macros, entity bombs must.
            DamagedFile: It is not well formed.
        """
        content = self.unpack(part)
        if not content:
            return None
        try:
            root = etree.fromstring(content, PARSER)
        except etree.XMLSyntaxError as error:
            if b"<!DOCTYPE" in content:
                raise self._entity_bomb() from error
            raise self.damaged() from error
        if _declares_type(root):
            raise self._entity_bomb()
        return root

    def _inflate(self, entry: ZipInfo, packed: bytes) -> bytes:
        if entry.compress_type == ZIP_STORED:
            return packed
        if entry.compress_type != ZIP_DEFLATED:
            raise self.damaged()
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, entry.file_size + 1)
        except zlib.error as error:
            raise self.damaged() from error

    def _check(self, entries: list[ZipInfo]) -> None:
        limits = self.limits
        if len(entries) > limits.n_parts:
            raise HostileFile(self.name, trouble="består av orimligt många delar")
        if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
            raise EncryptedFile(self.name)
        for entry in entries:
            if entry.file_size > max(limits.ratio_from, entry.compress_size * limits.ratio):
                raise HostileFile(self.name, trouble="växer orimligt mycket när den packas upp")
        if sum(entry.file_size for entry in entries) > limits.unpacked:
            raise TooLarge(self.name, limit=limits.unpacked, of="den uppackade filen")

    def _entity_bomb(self) -> HostileFile:
        return HostileFile(
            self.name, trouble="innehåller en dokumenttypsdeklaration som vanliga program aldrig skriver"
        )


def _declares_type(root: _Element) -> bool:
    """Whether a part declares a document type of its own, or entities."""
    declared: Any = root.getroottree().docinfo
    if not declared.doctype:
        return False
    return declared.public_id != MACROS_TYPE or any(True for _ in declared.internalDTD.iterentities())
