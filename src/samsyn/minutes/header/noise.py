"""Figures that text recognition took for letters, in days and times of the head (rule H17)."""

from __future__ import annotations

import re

# A word of figures in which some were taken for letters ("2O26-O3-l0", "ll.15").
_NUMBER = re.compile(r"(?<!\w)(?=[\w/.:-]*\d)[\dOoIl|]+(?:[-/.:][\dOoIl|]+)*(?!\w)")
_DIGIT = re.compile(r"\d")
_FIGURES = str.maketrans("OoIl|", "00111")
_CLOCK = re.compile(r"(?<!\w)k[1I|](?=\.?\s*[\dOoIl|]{1,2}\b)")


def with_figures(text: str) -> str:
    """The text with such letters as the figures they stand for; places in it stay the same."""
    clear = text
    if _DIGIT.search(text):
        clear = _NUMBER.sub(lambda match: match[0].translate(_FIGURES), text)
    return _CLOCK.sub("kl", clear)
