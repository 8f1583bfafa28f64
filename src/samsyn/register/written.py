"""What somebody types into a field, as it is kept: spaces put right, not too long, no identity number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.reading import find_identity_numbers

if TYPE_CHECKING:
    from samsyn.register.errors import RegisterError


def one_line(text: str, *, longest: int, wrong: type[RegisterError]) -> str:
    """A line with single spaces.

    Args:
        text: As typed.
        longest: In characters.
        wrong: What is raised where it cannot be kept.
    """
    return _checked(" ".join(text.split()), longest, wrong)


def some_lines(text: str, *, longest: int, wrong: type[RegisterError]) -> str:
    """Some sentences: line breaks stay; else as `one_line`."""
    lines = (" ".join(line.split()) for line in text.strip().splitlines())
    return _checked("\n".join(lines), longest, wrong)


def _checked(text: str, longest: int, wrong: type[RegisterError]) -> str:
    if len(text) > longest:
        raise wrong(f"Skriv högst {longest} tecken.")
    if find_identity_numbers(text):
        raise wrong("Texten innehåller något som ser ut som ett personnummer: ta bort det.")
    return text
