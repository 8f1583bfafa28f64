"""Originals by their hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.register.models import Source, SourceVersion
from samsyn.register.protection import hidden_from_all

if TYPE_CHECKING:
    from samsyn.register.protection import Hidden


def find_original(sha256: str) -> bytes | None:
    """The content of an original for a letter, or None where the register has none with that hash.

    A file that names somebody who is protected leaves the register with nobody's letter.
    """
    source = Source.objects.filter(sha256=sha256).first()
    if source is None or names_hidden(source, hidden_from_all()):
        return None
    return bytes(source.content)


def names_hidden(source: Source, hidden: Hidden) -> bool:
    """Whether a file names somebody who is hidden, as far as its text is known.

    A file that came with notes, or lies beside them, is as hidden as they are.
    """
    if not hidden:
        return False
    own = SourceVersion.objects.filter(source=source)
    beside = SourceVersion.objects.filter(meeting__attachments__source=source)
    texts = (own | beside).distinct().values_list("text", flat=True)
    attended = beside.filter(meeting__attendances__person__in=hidden.people).exists()
    return attended or any(hidden.mask.is_in(text) for text in texts)
