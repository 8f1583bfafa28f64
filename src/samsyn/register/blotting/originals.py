"""What stands in the place of an original that is blotted out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from samsyn.reading import ReadingError, read_bytes
from samsyn.register.actions.import_notes import limits
from samsyn.register.blotting.phrases import blot_text
from samsyn.register.models import Attachment, BlottedFile, Source, SourceVersion, WaitingCorrection

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence
    from datetime import date

    from samsyn.register.models import Blotting

WithText = SourceVersion | WaitingCorrection
TEXT_FORMATS = frozenset(("text", "markdown"))
ENDING = ".txt"


@dataclass(frozen=True, slots=True)
class Replacement:
    """An original and what comes in its place.

    Attributes:
        content: The file with blots for words; None where a note takes its place.
    """

    source: Source
    content: bytes | None = None


def replacement_of(source: Source, versions: Sequence[WithText], pattern: re.Pattern[str]) -> Replacement:
    """The file with blots where it is plain text in which all that was read is found; else a note."""
    formats = {version.format if isinstance(version, SourceVersion) else "" for version in versions}
    try:
        text = bytes(source.content).decode("utf-8-sig")
    except UnicodeDecodeError:
        return Replacement(source)
    n_read = max((len(pattern.findall(version.text)) for version in versions), default=0)
    if not formats <= TEXT_FORMATS or len(pattern.findall(text)) < n_read:
        return Replacement(source)
    return Replacement(source, blot_text(text, pattern).encode())


def holds_words(attachment: Attachment, pattern: re.Pattern[str]) -> bool | None:
    """Whether an attachment holds the words, as far as it can be read; None where it cannot."""
    if attachment.source is None:
        return False
    try:
        document = read_bytes(bytes(attachment.source.content), name=attachment.file_name, limits=limits())
    except ReadingError:
        return None
    return pattern.search(document.text) is not None


def write_replacements(
    replacements: Iterable[Replacement], blotting: Blotting, *, on: date
) -> dict[str, str]:
    """Put something else in the place of originals, and keep their old hashes; gives new hashes by old."""
    hashes = {}
    for replacement in replacements:
        source, old = replacement.source, replacement.source.sha256
        is_note = replacement.content is None
        source.content = replacement.content or _note(old, blotting, on=on)
        source.sha256, source.size = hashlib.sha256(source.content).hexdigest(), len(source.content)
        source.save(update_fields=["content", "sha256", "size"])
        BlottedFile.objects.create(blotting=blotting, old_sha256=old, new_sha256=source.sha256)
        hashes[old] = source.sha256
        if is_note:
            _name_as_text(source)
    return hashes


def _note(old: str, blotting: Blotting, *, on: date) -> bytes:
    return (
        f"Originalet är utplånat {date_format(on, 'j F Y')} av {blotting.by}: det innehöll något som aldrig "
        f"skulle ha kommit in.\n\nOrsak: {blotting.reason}\n"
        f"Det utplånade originalets kontrollsumma (SHA-256): {old}\n"
    ).encode()


def _name_as_text(source: Source) -> None:
    """A note is a text, whatever it takes the place of."""
    for model in (SourceVersion, Attachment, WaitingCorrection):
        for row in model._default_manager.filter(source=source).only("file_name"):
            if not row.file_name.endswith(ENDING):
                row.file_name = f"{row.file_name[: 255 - len(ENDING)]}{ENDING}"
                row.save(update_fields=["file_name"])
