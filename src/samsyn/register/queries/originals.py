"""Originals by their hash."""

from __future__ import annotations

from samsyn.register.models import Source


def find_original(sha256: str) -> bytes | None:
    """The content of an original, or None where the register has none with that hash."""
    content = Source.objects.filter(sha256=sha256).values_list("content", flat=True).first()
    return bytes(content) if content is not None else None
