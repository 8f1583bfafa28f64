"""Where a statement is cut in two, and where its halves stand in the notes. Pure: it compares texts."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[.!?;]\s+")
_BETWEEN = re.compile(r",?\s+(?:och|samt)\s+|,\s+")
_LED = re.compile(r"^(?:och|samt)\s+", re.IGNORECASE)
_ENDS = " ,;\n"


def suggest_cut(text: str) -> int:
    """Where a text is most likely two: after a sentence, before "och" or "samt", at a comma, in the middle.

    Returns:
        How many characters come before the cut; 0 where there is only one word.
    """
    for pattern in (_SENTENCE, _BETWEEN):
        found = pattern.search(text)
        if found and text[found.end() :].strip():
            return found.end() if pattern is _SENTENCE else found.start()
    spaces = [at for at, character in enumerate(text) if character == " "]
    return min(spaces, key=lambda at: abs(at - len(text) // 2), default=0)


def cut_text(text: str, at: int) -> tuple[str, str]:
    """The two halves, without what joined them; either may be empty."""
    left, right = text[:at].rstrip(_ENDS), text[at:].strip(_ENDS)
    return left.strip(), _LED.sub("", right).strip()


def place_of_half(words: str, text: str, at: int) -> int | None:
    """Where the second half begins in the notes' own words; None where the text is not just those words.

    Args:
        words: As they stand in the notes, with their line breaks.
        text: The statement.
        at: Where the text is cut.
    """
    if "".join(words.split()) != "".join(text.split()):
        return None
    letters = len("".join(text[:at].split()))
    seen = 0
    for place, character in enumerate(words):
        if not character.isspace():
            if seen == letters:
                return place
            seen += 1
    return None
