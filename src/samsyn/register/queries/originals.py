"""Originals by their hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from samsyn.reading import Limits, words_within
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
    """Whether a file names somebody who is hidden, as far as its words can be found.

    A file that came with notes, or lies beside them, is as hidden as they are. It is gone through itself,
    too, which takes as long as reading it.
    """
    if not hidden:
        return False
    own = SourceVersion.objects.filter(source=source)
    beside = SourceVersion.objects.filter(meeting__attachments__source=source)
    texts = (own | beside).distinct().values_list("text", flat=True)
    attended = beside.filter(meeting__attendances__person__in=hidden.people).exists()
    if attended or any(hidden.mask.is_in(text) for text in texts):
        return True
    # An attachment has no text of its own here, and notes hold more than they show.
    words = words_within(bytes(source.content), name="fil", limits=Limits(file=settings.SAMSYN_MAX_BYTES))
    return any(hidden.mask.is_in(text) for text in words)
