"""What no letter may tell: another room knows, and takes it from the words of each letter as it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Veil = Callable[[str], str]

_VEILS: list[Veil] = []


def register_veil(veil: Veil) -> None:
    """Make a room known that takes from a text what no letter may tell."""
    _VEILS.append(veil)


def veiled(text: str) -> str:
    """A text as a letter may say it."""
    for veil in _VEILS:
        text = veil(text)
    return text
