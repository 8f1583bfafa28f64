"""Words to be blotted out: how they are found, and what stands in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

BLOT = "■"
# Under these keys JSON holds codes, times and hashes; nothing that was read as words.
CODE_KEYS = frozenset(
    ("kind", "state", "notes_state", "precision", "target", "owner_kind", "due_precision", "sha256", "format",
     "version", "blocks", "boxes", "observations", "decided_at", "start_on", "end_on", "due_start", "due_end")
)  # fmt: skip
ASCII_RUN = re.compile(r"[A-Za-z0-9]{3,}")


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds phrases as whole words, whatever the case and the white space, with a genitive s or without."""
    longest_first = sorted({" ".join(phrase.split()) for phrase in phrases}, key=len, reverse=True)
    return re.compile("|".join(_written(phrase) for phrase in longest_first), re.IGNORECASE)


def _written(phrase: str) -> str:
    start = r"(?<!\w)" if phrase[0].isalnum() else ""
    end = ""
    if phrase[-1].isalnum():
        end = r"s?(?!\w)" if phrase[-1].isalpha() else r"(?!\w)"
    return start + r"\s+".join(re.escape(word) for word in phrase.split()) + end


def blot_text(text: str, pattern: re.Pattern[str]) -> str:
    """The text with each letter of what is found as a blot: as long as it was, so that every place holds."""
    return pattern.sub(lambda found: re.sub(r"[^\n]", BLOT, found[0]), text)


def blot_value(value: Any, pattern: re.Pattern[str]) -> Any:
    """The same for a column's value; in JSON for every text that is no code."""
    if isinstance(value, str):
        return blot_text(value, pattern)
    if isinstance(value, list):
        return [blot_value(one, pattern) for one in value]
    if isinstance(value, dict):
        return {key: one if key in CODE_KEYS else blot_value(one, pattern) for key, one in value.items()}
    return value


def squeezed(phrase: str) -> str:
    """A phrase as the keys of bodies and organisations have it: events keep those too."""
    return re.sub(r"[\s\-‐‑]+", "", phrase) or phrase


def telling_parts(phrase: str) -> list[str]:
    """The runs of plain letters: both databases find them in any case, in JSON too; none for "Åsa"."""
    return sorted(set(ASCII_RUN.findall(phrase)), key=len, reverse=True)
