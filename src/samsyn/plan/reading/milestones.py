"""Milestones that notes name: what is to be true when a step of an area is reached.

Only words that give one are read ("Milstolpe i steg 2: …", "Milstolpen för steg 2 är att …"): most
sentences with the word say something of milestones that stand elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samsyn.plan.reading.words import pattern

if TYPE_CHECKING:
    from samsyn.plan.reading.records import Said

_GIVEN = (
    r"^(?:{rows})(?: \d{1,2})?(?: (?:i|för|till|på|under))?(?: steg (?P<step>\d{1,2}))?"
    r"(?: ?: ?(?:att )?| (?:är|blir|innebär) att )(?P<text>.{6,})$"
)


def milestone_in(said: Said, within: int | None) -> tuple[int, str] | None:
    """The step and the words of a milestone that a sentence gives; None where it gives none.

    Args:
        said: The sentence.
        within: The step that is spoken of around it; counts where the sentence names none.
    """
    text = said.text.strip()
    match = pattern("steps", "milestones", _GIVEN).match(text.lower())
    if match is None or "?" in text:
        return None
    step = int(match["step"]) if match["step"] else within
    words = text[match.start("text") :].strip()
    return (step, words[0].upper() + words[1:]) if step else None
